"""A copy of a YAML file with comments at the faulty lines; the values stay as they are."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from pipeline.core.duty import Duty
from pipeline.core.finding import Severity
from pipeline.core.text import Text
from pipeline.core.visible import visible
from pipeline.language.catalogue import Translator
from pipeline.workbook.marking.words import finding_line

#: What our comments begin with, by which they are found again.
SIGN: Final = "#▼ paja "
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_OURS: Final = re.compile(rf"[ ]*{SIGN}")
_BOM: Final = "\ufeff"


def mark_yaml(
    content: bytes, duties: Iterable[Duty], translator: Translator, *, at_top: bool = False
) -> bytes:
    """Return a UTF-8 YAML file with a comment above each faulty line, earlier ones of ours gone.

    With `at_top` all comments stand at the top, for files in which a comment could be taken for
    a part of a text. Without errors and warnings the file comes back without any of ours.

    Raises:
        UnicodeDecodeError: the file is not in UTF-8.
    """
    text = content.decode()
    mark = _BOM if text.startswith(_BOM) else ""
    lines = [line for line in _LINE.findall(text.removeprefix(_BOM)) if line]
    end = _ending(lines)
    said = _by_line(duties, translator, at_top=at_top, last=len(lines))
    result = [f"{SIGN}{words}{end}" for words in said.pop(0, ())]
    for number, line in enumerate(lines, start=1):
        indent = line[: len(line) - len(line.lstrip(" "))]
        result += [f"{indent}{SIGN}{words}{end}" for words in said.get(number, ())]
        if not _OURS.match(line):
            result.append(line)
    return (mark + "".join(result)).encode()


def _by_line(
    duties: Iterable[Duty], translator: Translator, *, at_top: bool, last: int
) -> dict[int, list[str]]:
    said: defaultdict[int, list[str]] = defaultdict(list)
    for duty in duties:
        if duty.finding.severity is Severity.INFO:
            continue
        line = duty.finding.location.line or 0
        words = _words(duty, translator)
        if at_top and line:
            words = f"{translator.text(Text('line {line}', line=line))}: {words}"
        number = 0 if at_top or line > last else line
        if words not in said[number]:
            said[number].append(words)
    return dict(said)


def _words(duty: Duty, translator: Translator) -> str:
    line = finding_line(duty.finding, translator)
    if duty.finding.hint is not None:
        line = f"{line} {translator.text(duty.finding.hint)}"
    return visible(line.replace("\n", " "))


def _ending(lines: list[str]) -> str:
    first = lines[0] if lines else ""
    return first[len(first.rstrip("\r\n")) :] or "\n"
