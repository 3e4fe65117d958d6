"""PR-01: the accent colour of the documents can be read on white paper."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.finding import Severity
from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, always
from pipeline.rules.subject import ProgrammeSubject
from schemas.msgid import msgid

_WHITE: Final = 1.0
# WCAG 2.1, success criterion 1.4.3: the contrast that text needs.
_ENOUGH: Final = 4.5


def contrast_on_white(colour: str) -> float:
    """Return the contrast of a colour such as #1F4E79 on white, from 1 to 21 (WCAG)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return (_WHITE + 0.05) / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _check(subject: ProgrammeSubject) -> Iterator[Hit]:
    colour = subject.programme.settings.accent_colour
    contrast = contrast_on_white(colour)
    if contrast < _ENOUGH:
        # Cut, not rounded: 4.49 must not be shown as enough.
        shown = f"{int(contrast * 10) / 10:.1f}".replace(".", ",")
        message = Text(
            "The accent colour {colour} is too light to read on white: its contrast is"
            " {contrast}:1.",
            colour=colour,
            contrast=shown,
        )
        hint = Text("Choose a darker colour, with a contrast of at least 4.5:1, such as #1F4E79.")
        yield Hit(message, ("settings", "accent_colour"), hint)


ACCENT: Final[Rule[ProgrammeSubject]] = Rule(
    id="PR-01",
    about=msgid(
        "Headings and table heads are printed in the accent colour, and everybody must be able to"
        " read them on white."
    ),
    severities=always(Severity.ERROR),
    check=_check,
    example=Example(
        wrong=msgid("Accent colour: #FFCC00"),
        right=msgid("Accent colour: #1F4E79"),
    ),
)
