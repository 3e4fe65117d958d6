"""From bytes to text: UTF-8 and nothing else, without characters that YAML cannot hold."""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.core.finding import Finding, Severity
from pipeline.core.limits import DEFAULT, Limits
from pipeline.core.location import Location
from pipeline.core.text import Text

_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_OTHER_KINDS: Final = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")
#: The share of zero bytes from which a text is taken for UTF-16 without a byte order mark.
_UTF16_SHARE: Final = 0.3
_SAMPLE: Final = 200
#: What the parser refuses, and U+0085, which it would take for a line break.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END: Final = re.compile(r"\r\n?|\n")
#: More faults of one kind than this say nothing new.
MOST_FAULTS: Final = 20


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, or the findings that say why there is none."""

    text: str = ""
    findings: tuple[Finding, ...] = ()


def decode(content: bytes, file: str, limits: Limits = DEFAULT) -> Decoded:
    """Return the text of a YAML file; a byte order mark of UTF-8 is left out."""
    refusal = _too_large(content, file, limits) or _other_kind(content, file)
    if refusal is not None:
        return Decoded(findings=(refusal,))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        return Decoded(findings=(_not_utf8(content, file, exc.start),))
    return Decoded(text, _forbidden(text, file))


def place(text: str, index: int, file: str) -> Location:
    """Return the line and column, from 1, of a character of the text."""
    ends = [end.end() for end in _LINE_END.finditer(text, 0, index)]
    start = ends[-1] if ends else 0
    return Location(file=file, line=len(ends) + 1, column=index - start + 1)


def _too_large(content: bytes, file: str, limits: Limits) -> Finding | None:
    if len(content) <= limits.yaml_bytes:
        return None
    message = Text(
        "The file has {size} bytes; a YAML file may have at most {limit}.",
        size=len(content),
        limit=limits.yaml_bytes,
    )
    return _error("FI-28", message, Text("Check that the file is the right one."), Location(file))


def _other_kind(content: bytes, file: str) -> Finding | None:
    if content.startswith(_UTF16_MARKS) or _looks_like_utf16(content):
        return _encoding("UTF-16", Location(file, line=1, column=1))
    if content.startswith(_OTHER_KINDS):
        message = Text("This is not a text file, though its name says that it is YAML.")
        hint = Text("Give the file the ending of its kind, such as .xlsx for a workbook.")
        return _error("FI-20", message, hint, Location(file))
    return None


def _looks_like_utf16(content: bytes) -> bool:
    sample = content[:_SAMPLE]
    return sample.count(0) > _UTF16_SHARE * len(sample)


def _not_utf8(content: bytes, file: str, index: int) -> Finding:
    return _encoding("Latin-1 (Windows-1252)", place(content.decode("latin-1"), index, file))


def _encoding(name: str, location: Location) -> Finding:
    message = Text("The file is not in UTF-8; it looks like {encoding}.", encoding=name)
    hint = Text("Save the file again with the encoding UTF-8 (Save as, Encoding).")
    return _error("FI-20", message, hint, location)


def _forbidden(text: str, file: str) -> tuple[Finding, ...]:
    hint = Text("Delete the character; it is usually invisible and came along when copying.")
    found = list(_FORBIDDEN.finditer(text))[:MOST_FAULTS]
    return tuple(
        _error("FI-21", _character(match[0]), hint, place(text, match.start(), file))
        for match in found
    )


def _character(character: str) -> Text:
    code = f"U+{ord(character):04X}"
    return Text("The character {character} cannot stand in a YAML file.", character=code)


def _error(code: str, message: Text, hint: Text, location: Location) -> Finding:
    return Finding(code, Severity.ERROR, message, location, hint)
