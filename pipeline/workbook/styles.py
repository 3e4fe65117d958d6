"""How the cells of a workbook look: the measures of the house style, in Excel's terms."""

from typing import Final

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.dimensions import ColumnDimension

from pipeline.core.layout import HELP_ROW, Column
from pipeline.core.shape import FieldKind

_FONT: Final = "Calibri"
_INK: Final = "FF1B1F24"
_ACCENT: Final = "FF1F4E79"
_ACCENT_LIGHT: Final = "FFDDE7F1"
_MUTED: Final = "FF555F6B"
_RULE: Final = "FF9AA5B1"

_TOP: Final = Alignment(wrap_text=True, vertical="top")
_FOOT: Final = Alignment(wrap_text=True, vertical="bottom")
_LINE: Final = Border(bottom=Side(style="thin", color=_RULE))

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


def as_header(cell: Cell) -> None:
    """Make a cell the header of a column or the label of a field."""
    cell.font = Font(name=_FONT, size=11, bold=True, color=_ACCENT)
    cell.fill = PatternFill("solid", fgColor=_ACCENT_LIGHT)
    cell.alignment = _TOP
    cell.border = _LINE


def as_help(cell: Cell) -> None:
    """Make a cell a help text, beside or above what it helps with."""
    cell.font = Font(name=_FONT, size=9, color=_MUTED)
    cell.alignment = _FOOT if cell.row == HELP_ROW else _TOP


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


def column_width(column: Column, header: str) -> int:
    """Return a width that suits what a table's column holds, and the longest word of its header."""
    leaf = column.leaf
    longest = max((len(word) for word in header.split()), default=0) + 3
    if leaf.name == "id":
        return max(_NARROW, longest)
    if leaf.many or leaf.references:
        return max(_LIST_WIDTH, longest)
    return max(_WIDTHS.get(leaf.kind, _NARROW), longest)
