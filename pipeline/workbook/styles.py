"""How the cells of a workbook look: the measures of the house style, in Excel's terms."""

from collections.abc import Iterable
from math import ceil
from typing import Final

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.dimensions import ColumnDimension

from pipeline.core.layout import HELP_ROW, Column
from pipeline.core.shape import FieldKind

_FONT: Final = "Calibri"
_INK: Final = "FF1B1F24"
_ACCENT: Final = "FF1F4E79"
_ACCENT_DARK: Final = "FF163A5A"
_LINK: Final = "FF0B5394"
_MUTED: Final = "FF4A535E"
_RULE: Final = "FF9AA5B1"

_TOP: Final = Alignment(wrap_text=True, vertical="top")
_BESIDE: Final = Alignment(wrap_text=True, vertical="top", indent=1)
_FOOT: Final = Alignment(wrap_text=True, vertical="bottom")
_THIN: Final = Side(style="thin", color=_RULE)
_LINE: Final = Border(bottom=_THIN)
_BOX: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_OPEN: Final = Protection(locked=False)

#: Widths in characters of a table's columns; a text is wide enough for a sentence.
_WIDTHS: Final = {
    FieldKind.TEXT: 34,
    FieldKind.CHOICE: 22,
    FieldKind.TIMING: 20,
    FieldKind.MONEY: 14,
    FieldKind.DURATION: 12,
}
_NARROW: Final = 11
_LIST_WIDTH: Final = 18
#: The widths of a form's label, value and help.
FORM_WIDTHS: Final = (34, 72, 60)
#: Points of a line of text, by the size of its font.
_LINE_HEIGHTS: Final = {9: 12.5, 11: 15.0}


def as_title(cell: Cell) -> None:
    """Make a cell the title of a sheet."""
    cell.font = Font(name=_FONT, size=18, bold=True, color=_ACCENT)
    cell.alignment = Alignment(vertical="top")


def as_heading(cell: Cell) -> None:
    """Make a cell a heading within a sheet."""
    cell.font = Font(name=_FONT, size=13, bold=True, color=_ACCENT)
    cell.alignment = Alignment(vertical="bottom")


def as_text(cell: Cell, *, bold: bool = False) -> None:
    """Make a cell running text."""
    cell.font = Font(name=_FONT, size=11, bold=bold, color=_INK)
    cell.alignment = _TOP


def as_link(cell: Cell) -> None:
    """Make a cell a link to another sheet."""
    cell.font = Font(name=_FONT, size=11, color=_LINK, underline="single")
    cell.alignment = _TOP


def as_header(cell: Cell, fill: str) -> None:
    """Make a cell the header of a column or the label of a field, in the colour of its stage."""
    cell.font = Font(name=_FONT, size=11, bold=True, color=_ACCENT_DARK)
    cell.fill = PatternFill("solid", fgColor=fill)
    cell.alignment = _TOP
    cell.border = _LINE


def as_help(cell: Cell) -> None:
    """Make a cell a help text, beside or above what it helps with."""
    cell.font = Font(name=_FONT, size=9, color=_MUTED)
    cell.alignment = _FOOT if cell.row == HELP_ROW else _BESIDE


def as_example(cell: Cell) -> None:
    """Make a cell a part of the example row."""
    cell.font = Font(name=_FONT, size=11, italic=True, color=_MUTED)
    cell.alignment = _TOP
    cell.number_format = "@"


def as_value(cell: Cell | ColumnDimension, number_format: str) -> None:
    """Make a cell one that a person fills in, or all the empty cells of a column."""
    cell.font = Font(name=_FONT, size=11, color=_INK)
    cell.alignment = _TOP
    cell.number_format = number_format
    cell.protection = _OPEN


def as_field(cell: Cell, number_format: str) -> None:
    """Make a cell the field of a form, which a frame shows even while it is empty."""
    as_value(cell, number_format)
    cell.border = _BOX


def column_width(column: Column, header: str) -> int:
    """Return a width that suits what a table's column holds, and the longest word of its header."""
    leaf = column.leaf
    longest = max((len(word) for word in header.split()), default=0) + 3
    if leaf.name == "id":
        return max(_NARROW, longest)
    if leaf.many or leaf.references:
        return max(_LIST_WIDTH, longest)
    return max(_WIDTHS.get(leaf.kind, _NARROW), longest)


def row_height(texts: Iterable[tuple[str, float]], size: int = 11) -> float:
    """Return the height in points of a row whose wrapped texts stand in cells of some widths.

    Excel fits rows by itself only once somebody types into them.
    """
    factor = 1.1 * 11 / size  # letters are narrower than the digits that widths are counted in
    lines = (
        sum(max(1, ceil(len(line) / (width * factor))) for line in text.split("\n"))
        for text, width in texts
    )
    return max(lines, default=1) * _LINE_HEIGHTS[size] + 3
