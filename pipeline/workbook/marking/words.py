"""What the notes and the list of a marked file say, and how our own words are found again."""

import re
from collections.abc import Iterable
from typing import Final

from pipeline.core.duty import Duty
from pipeline.core.finding import Finding
from pipeline.core.text import Text
from pipeline.core.visible import visible
from pipeline.language.catalogue import Translator
from pipeline.language.severities import severity_name

#: The first and the last line of what we write into a note; between them nobody else writes.
OPENING: Final = "▼ paja"
CLOSING: Final = "▲ paja"
_BEGINNING: Final = re.compile(rf"{OPENING}\s")
_BLANKS: Final = re.compile(r"[^\S\n]*")

_TRIANGLES: Final = str.maketrans({"▼": "▽", "▲": "△"})
_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
#: What fits on a screen; the list of findings has more room.
_NOTE_LENGTH: Final = 1_500
_CELL_LENGTH: Final = 8_000


def without_blocks(text: str) -> str:
    """Return a text without what we wrote into it, and without the blanks around that."""
    left: list[str] = []
    at = 0
    # A pattern for the whole block would begin anew at each opening: of a long text too slow.
    while (opening := _BEGINNING.search(text, at)) is not None:
        closing = text.find(CLOSING, opening.end())
        if closing < 0:
            break
        left.append(text[at : opening.start()].rstrip())
        blanks = _BLANKS.match(text, closing + len(CLOSING))
        at = blanks.end() if blanks else closing
    return "".join((*left, text[at:]))


def shown(text: str) -> str:
    """Return a text as a cell or note can hold it: nothing unseen, and none of our own signs."""
    lines = (visible(line) for line in text.split("\n"))
    safe = "\n".join(lines).translate(_TRIANGLES)
    cut = safe if len(safe) <= _CELL_LENGTH else safe[: _CELL_LENGTH - 1] + "…"
    return _ESCAPE.sub("_x005F_", cut)


def note_text(duties: Iterable[Duty], translator: Translator) -> str:
    """Return the note of a cell: each of its findings, between the lines that mark it as ours."""
    said = list(dict.fromkeys(_paragraph(duty, translator) for duty in duties))
    body = "\n\n".join(said)
    cut = body if len(body) <= _NOTE_LENGTH else body[: _NOTE_LENGTH - 1] + "…"
    return f"{OPENING}\n{cut}\n{CLOSING}"


def finding_line(finding: Finding, translator: Translator) -> str:
    """Return a finding as one line: how grave, its code, and what is wrong."""
    name = severity_name(finding.severity, translator)
    return f"{name} {finding.code}: {shown(translator.text(finding.message))}"


def _paragraph(duty: Duty, translator: Translator) -> str:
    lines = [finding_line(duty.finding, translator)]
    if duty.finding.hint is not None:
        lines.append(shown(translator.text(duty.finding.hint)))
    if duty.answerer is not None:
        lines.append(
            translator.text(Text("To be answered by: {name}", name=shown(duty.answerer.name)))
        )
    return "\n".join(lines)
