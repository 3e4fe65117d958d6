"""The sheets of a workbook, each drawn by its layout."""

from dataclasses import dataclass
from typing import Final, cast

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.core.layout import (
    EXAMPLE_ROW,
    FIRST_ROW,
    FORM_FIRST_ROW,
    HEADER_ROW,
    HELP_COLUMN,
    HELP_ROW,
    LABEL_COLUMN,
    VALUE_COLUMN,
    Column,
    Sheet,
)
from pipeline.language.catalogue import Translator
from pipeline.language.headers import REQUIRED_MARK, example_texts, header_text
from pipeline.language.helps import gate_of, help_text, is_translation, sheet_help
from pipeline.workbook.cell_values import cell_value, column_format
from pipeline.workbook.drop_downs import DropDowns
from pipeline.workbook.entry_rules import Place
from pipeline.workbook.filling import Filling
from pipeline.workbook.pages import (
    name_titles,
    open_beyond,
    place_cursor,
    protect,
    set_up_page,
    set_up_table_page,
)
from pipeline.workbook.stages import NEVER, fill_of
from pipeline.workbook.styles import (
    FORM_WIDTHS,
    as_example,
    as_field,
    as_header,
    as_help,
    as_value,
    column_width,
    row_height,
)

_HELP_SIZE: Final = 9
#: The least height in points of a form's field.
_FIELD_HEIGHT: Final = 21


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the sheets of one workbook share.

    `rows` is how many rows of a table have checks and lists, `process` the letter of the gates,
    `footer` what each printed page says.
    """

    words: Translator
    filling: Filling
    drop_downs: DropDowns
    rows: int
    process: str
    footer: str


class SheetDrawer:
    """Draws the layout of one sheet onto a worksheet, with values where there are some."""

    def __init__(self, sheet: Sheet, worksheet: Worksheet, drawing: Drawing) -> None:
        self._sheet = sheet
        self._worksheet = worksheet
        self._words = drawing.words
        self._drawing = drawing

    def draw_form(self) -> None:
        """Draw label, value and help of each field, one below the other."""
        for number, width in enumerate(FORM_WIDTHS, start=1):
            self._worksheet.column_dimensions[get_column_letter(number)].width = width
        self._help(1, LABEL_COLUMN, sheet_help(self._sheet, self._words, self._drawing.process))
        for row, column in enumerate(self._sheet.columns, start=FORM_FIRST_ROW):
            self._field(row, column)
        first = self._cell(FORM_FIRST_ROW, VALUE_COLUMN)
        self._worksheet.freeze_panes = first
        place_cursor(self._worksheet, first.coordinate)
        set_up_page(self._worksheet, self._drawing.footer)
        name_titles(self._worksheet, "RowTitle", f"$A${FORM_FIRST_ROW}")
        protect(self._worksheet)

    def draw_table(self) -> None:
        """Draw help, header and example of each column, then the rows that have values.

        Checks and lists reach over `rows` rows, or over all that have values if these are more.
        """
        columns = len(self._sheet.columns)
        self._columns()
        self._rows()
        self._heights()
        frozen = 2 if self._sheet.columns[0].leaf.name == "id" else 1
        self._worksheet.freeze_panes = self._cell(HEADER_ROW + 1, frozen)
        place_cursor(self._worksheet, f"A{FIRST_ROW}")
        set_up_page(self._worksheet, self._drawing.footer)
        set_up_table_page(self._worksheet, columns)
        name_titles(self._worksheet, "ColumnTitle", f"$A${HEADER_ROW}")
        open_beyond(self._worksheet, columns)
        protect(self._worksheet, rows_too=True)

    def _field(self, row: int, column: Column) -> None:
        self._header(row, LABEL_COLUMN, column)
        about = help_text(column, self._words, self._drawing.process)
        self._help(row, HELP_COLUMN, about)
        cell = self._cell(row, VALUE_COLUMN)
        as_field(cell, column_format(column.leaf))
        value = self._drawing.filling.take((*self._sheet.path, *column.path))
        if value is not None:
            self._write(cell, column, value)
            as_field(cell, cell.number_format)
        self._name(column, cell)
        place = Place(cell.coordinate, cell.coordinate)
        self._drawing.drop_downs.add(self._worksheet, column.leaf, place)
        label, value = (str(self._cell(row, at).value or "") for at in (LABEL_COLUMN, VALUE_COLUMN))
        heights = (
            row_height([(label, FORM_WIDTHS[0]), (value, FORM_WIDTHS[1])]),
            row_height([(about, FORM_WIDTHS[2])], _HELP_SIZE),
        )
        self._worksheet.row_dimensions[row].height = max(*heights, _FIELD_HEIGHT)

    def _columns(self) -> None:
        examples = example_texts(self._sheet, self._words)
        last = last_row(self._sheet, self._drawing)
        for number, column in enumerate(self._sheet.columns, start=1):
            self._table_column(number, column, examples[number - 1])
            letter = get_column_letter(number)
            place = Place(f"{letter}{FIRST_ROW}:{letter}{last}", f"{letter}{FIRST_ROW}")
            self._drawing.drop_downs.add(self._worksheet, column.leaf, place)

    def _rows(self) -> None:
        filling = self._drawing.filling
        for row, number in enumerate(filling.row_numbers(self._sheet), start=FIRST_ROW):
            for column, value in filling.take_row(self._sheet, number):
                cell = self._cell(row, self._sheet.columns.index(column) + 1)
                self._write(cell, column, value)
            self._fit(row, 11)

    def _table_column(self, number: int, column: Column, example: str) -> None:
        self._help(HELP_ROW, number, help_text(column, self._words, self._drawing.process))
        header = self._header(HEADER_ROW, number, column)
        self._name(column, header)
        cell = self._cell(EXAMPLE_ROW, number)
        as_example(cell)
        cell.value = example or None
        look = self._worksheet.column_dimensions[get_column_letter(number)]
        look.width = column_width(column, str(header.value))
        as_value(look, column_format(column.leaf))

    def _heights(self) -> None:
        for row, size in ((HELP_ROW, _HELP_SIZE), (HEADER_ROW, 11), (EXAMPLE_ROW, 11)):
            self._fit(row, size)

    def _fit(self, row: int, size: int) -> None:
        widths = self._worksheet.column_dimensions
        cells = [self._cell(row, at + 1) for at in range(len(self._sheet.columns))]
        texts = [(str(cell.value or ""), widths[cell.column_letter].width) for cell in cells]
        self._worksheet.row_dimensions[row].height = row_height(texts, size)

    def _header(self, row: int, number: int, column: Column) -> Cell:
        leaf, process = column.leaf, self._drawing.process
        optional = is_translation(column, self._words.language)
        marked = leaf.compulsory or gate_of(leaf.required_from, process) is not None
        cell = self._cell(row, number)
        cell.value = header_text(column, self._words) + (
            REQUIRED_MARK if marked and not optional else ""
        )
        as_header(cell, NEVER if optional else fill_of(column, process))
        return cell

    def _help(self, row: int, number: int, text: str) -> None:
        cell = self._cell(row, number)
        cell.value = text or None
        as_help(cell)

    def _write(self, cell: Cell, column: Column, value: object) -> None:
        found = cell_value(column.leaf, value, self._words.language)
        as_value(cell, found.number_format)
        cell.value = found.content
        if isinstance(found.content, str):
            # A text that begins with "=" is a text all the same.
            cell.data_type = "s"

    def _name(self, column: Column, cell: Cell) -> None:
        name = self._sheet.defined_name(column)
        place = f"{quote_sheetname(self._worksheet.title)}!${cell.column_letter}${cell.row}"
        workbook = cast("Workbook", self._worksheet.parent)
        workbook.defined_names[name] = DefinedName(name, attr_text=place)

    def _cell(self, row: int, column: int) -> Cell:
        return cast("Cell", self._worksheet.cell(row, column))


def last_row(sheet: Sheet, drawing: Drawing) -> int:
    """Return the last row of a table that has checks and lists."""
    return FIRST_ROW + max(drawing.rows, len(drawing.filling.row_numbers(sheet))) - 1
