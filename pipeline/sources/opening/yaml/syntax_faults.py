"""What the parser's complaints mean to the person who wrote the file, with what to write."""

import re
from dataclasses import dataclass
from typing import Final

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.sources.opening.yaml.events import ScalarEvent
from schemas.msgid import msgid


@dataclass(frozen=True, slots=True)
class _Complaint:
    """A pattern of the parser's own words and what to say instead; texts are msgids.

    `at_start` points to where the parser began reading what it could not end.
    """

    pattern: re.Pattern[str]
    message: str
    hint: str
    at_start: bool = False


_QUOTE_HINT: Final = msgid(
    'Close the text with the same mark that opens it; inside it, write a double mark as \\" and a'
    " single one twice."
)
_SPECIAL_HINT: Final = msgid(
    'Put the whole text in quotation marks, for example unit: "% of clients".'
)
_COLUMN_HINT: Final = msgid(
    "Begin a key in the same column as the keys beside it, and end it with “: ”."
)

_COMPLAINTS: Final = (
    _Complaint(
        re.compile("while scanning a quoted scalar"),
        msgid("The quotation mark that opens here is never closed."),
        _QUOTE_HINT,
        at_start=True,
    ),
    _Complaint(
        re.compile("while scanning a double-quoted scalar"),
        msgid("A backslash in a text with double quotation marks has a meaning of its own."),
        msgid("Write the text in single quotation marks ('…'), or every backslash twice."),
    ),
    _Complaint(
        re.compile("while parsing a flow (sequence|mapping)"),
        msgid("The bracket that opens here is not closed as it should."),
        msgid("Close the bracket, or put the text in quotation marks if it begins with one."),
        at_start=True,
    ),
    _Complaint(
        re.compile("could not find expected ':'"),
        msgid("A line has neither a key and a colon nor a hyphen before it."),
        msgid("Write it as “key: value”; a text of several lines comes indented under “key: |”."),
        at_start=True,
    ),
    _Complaint(
        re.compile("cannot start any token|scanning an? (alias|anchor|tag)|scanning a directive"),
        msgid("A value cannot begin with this character."),
        _SPECIAL_HINT,
    ),
    _Complaint(
        re.compile("sequence entries are not allowed here"),
        msgid("A list cannot begin on the line of its key."),
        msgid("Put the hyphens on lines of their own, or the text in quotation marks."),
    ),
    _Complaint(
        re.compile("expected <block end>"),
        msgid("The line is indented otherwise than those it belongs with."),
        _COLUMN_HINT,
    ),
)

_COLON_LINE: Final = re.compile(r"\s*(?:- +)*(?P<key>[^\s:'\"][^:]*): +(?P<text>\S.*)")
_INDENT: Final = re.compile(r"[ \t]*")
_SHOWN: Final = 60


def syntax_finding(exc: YAMLError, text: str, file: str, last: ScalarEvent | None) -> Finding:
    """Return what is wrong where the parser stopped; `last` is the scalar it read last."""
    if not isinstance(exc, MarkedYAMLError) or exc.problem_mark is None:
        return _finding(_unknown(), Location(file))
    return (
        _tab(exc, text, file)
        or _closed_too_early(exc, last, file)
        or _closed_far_below(exc, last, file)
        or _colon(exc, text, file)
        or _known(exc, file)
        or _finding(_unknown(), _marked(exc.problem_mark, file))
    )


def _known(exc: MarkedYAMLError, file: str) -> Finding | None:
    words = f"{exc.context or ''} {exc.problem or ''}"
    for complaint in _COMPLAINTS:
        if complaint.pattern.search(words):
            start = exc.context_mark if complaint.at_start else None
            place = _marked(start or exc.problem_mark, file)
            return _finding((Text(complaint.message), Text(complaint.hint)), place)
    return None


def _tab(exc: MarkedYAMLError, text: str, file: str) -> Finding | None:
    line = _line(text, exc.problem_mark.line)
    indent = _INDENT.match(line)
    if indent is None or "\t" not in indent[0]:
        return None
    message = Text("The line is indented with a tab.")
    hint = Text("Indent with blanks only, two for each level; most editors can convert tabs.")
    place = Location(file, line=exc.problem_mark.line + 1, column=line.index("\t") + 1)
    return _finding((message, hint), place)


def _closed_too_early(exc: MarkedYAMLError, last: ScalarEvent | None, file: str) -> Finding | None:
    """Return the fault of a quoted text that ended at a mark which was meant to stand inside."""
    if last is None or last.style not in {"'", '"'} or "<block end>" not in (exc.problem or ""):
        return None
    if last.end_mark.line != exc.problem_mark.line:
        return None
    message = Text("The text in quotation marks that begins here ends before its line does.")
    return _finding((message, Text(_QUOTE_HINT)), _marked(last.start_mark, file))


def _closed_far_below(exc: MarkedYAMLError, last: ScalarEvent | None, file: str) -> Finding | None:
    """Return the fault of a quotation mark that only one far below, of another text, closed."""
    if last is None or last.style not in {"'", '"'} or last.start_mark.line == last.end_mark.line:
        return None
    if last.end_mark.line != exc.problem_mark.line:
        return None
    message = Text("The quotation mark that opens here is never closed.")
    return _finding((message, Text(_QUOTE_HINT)), _marked(last.start_mark, file))


def _colon(exc: MarkedYAMLError, text: str, file: str) -> Finding | None:
    if "mapping values are not allowed" not in (exc.problem or ""):
        return None
    line = _line(text, exc.problem_mark.line)
    place = _marked(exc.problem_mark, file)
    found = _COLON_LINE.match(line)
    if found is None or found.end("key") >= exc.problem_mark.column:
        message = Text("The key on this line does not continue what stands above it.")
        return _finding((message, Text(_COLUMN_HINT)), place)
    message = Text("A colon and a blank inside a value look like a new key.")
    hint = Text("Put the value in quotation marks: {example}", example=_example(found))
    return _finding((message, hint), place)


def _example(found: re.Match[str]) -> str:
    value = found["text"].strip()
    shown = value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
    if '"' not in shown:
        return f'{found["key"]}: "{shown}"'
    doubled = shown.replace("'", "''")
    return f"{found['key']}: '{doubled}'"


def _line(text: str, number: int) -> str:
    lines = re.split(r"\r\n?|\n", text)
    return lines[number] if number < len(lines) else ""


def _marked(mark: object, file: str) -> Location:
    line, column = getattr(mark, "line", 0), getattr(mark, "column", 0)
    return Location(file, line=line + 1, column=column + 1)


def _unknown() -> tuple[Text, Text]:
    message = Text("The file cannot be read from here on; it is not YAML as it should be.")
    hint = Text("Compare the line, and the one above it, with the example file: colons, indents.")
    return message, hint


def _finding(words: tuple[Text, Text], place: Location) -> Finding:
    return Finding("FI-22", Severity.ERROR, words[0], place, words[1])
