"""An aligned table of plain text for the end of a run."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from pipeline.report.visible import visible

_GAP: Final = "  "
_WIDE: Final = frozenset({"W", "F"})
_NO_WIDTH: Final = frozenset({"Mn", "Me"})

Row = tuple[str, ...]


def run_table(headers: Row, rows: Sequence[Row]) -> str:
    """Return the rows under their headers, columns aligned by what a terminal shows.

    Columns of whole numbers stand to the right. Ends in a line break.

    Raises:
        ValueError: a row has more or fewer cells than there are headers.
    """
    shown = [tuple(visible(cell) for cell in row) for row in (headers, *rows)]
    columns = list(zip(*shown, strict=True))
    widths = [max(display_width(cell) for cell in column) for column in columns]
    to_right = [_is_numeric(column[1:]) for column in columns]
    rule = tuple("─" * width for width in widths)
    lines = [
        _GAP.join(map(_padded, row, widths, to_right)).rstrip()
        for row in (shown[0], rule, *shown[1:])
    ]
    return "\n".join(lines) + "\n"


def display_width(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def _is_numeric(cells: Sequence[str]) -> bool:
    return bool(cells) and all(cell.isdecimal() for cell in cells)


def _padded(text: str, width: int, to_right: bool) -> str:  # noqa: FBT001 - called by map()
    padding = " " * (width - display_width(text))
    return padding + text if to_right else text + padding
