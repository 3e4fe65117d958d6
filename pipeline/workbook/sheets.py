"""The sheets of a workbook, each drawn by its layout."""

from typing import cast

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
from pipeline.workbook.cell_values import cell_value, column_format
from pipeline.workbook.drop_downs import DropDowns
from pipeline.workbook.filling import Filling
from pipeline.workbook.styles import (
    FORM_WIDTHS,
    as_example,
    as_header,
    as_help,
    as_value,
    column_width,
)


class SheetDrawer:
    """Draws the layout of one sheet onto a worksheet, with values where there are some."""

    def __init__(
        self, sheet: Sheet, worksheet: Worksheet, translator: Translator, filling: Filling
    ) -> None:
        self._sheet = sheet
        self._worksheet = worksheet
        self._translator = translator
        self._filling = filling

    def draw_form(self, drop_downs: DropDowns) -> None:
        """Draw label, value and help of each field, one below the other."""
        for number, width in enumerate(FORM_WIDTHS, start=1):
            self._worksheet.column_dimensions[get_column_letter(number)].width = width
        self._help(1, LABEL_COLUMN, self._sheet.about)
        for row, column in enumerate(self._sheet.columns, start=FORM_FIRST_ROW):
            self._header(row, LABEL_COLUMN, column)
            self._help(row, HELP_COLUMN, column.leaf.about)
            cell = self._cell(row, VALUE_COLUMN)
            as_value(cell, column_format(column.leaf))
            self._write(cell, column, self._filling.take((*self._sheet.path, *column.path)))
            self._name(column, cell)
            drop_downs.add(self._worksheet, column.leaf, cell.coordinate)
        self._worksheet.freeze_panes = self._cell(FORM_FIRST_ROW, VALUE_COLUMN)

    def draw_table(self, drop_downs: DropDowns, rows: int) -> None:
        """Draw help, header and example of each column, then the rows that have values.

        Drop-downs reach over `rows` rows, or over all that have values if these are more.
        """
        examples = example_texts(self._sheet, self._translator)
        numbers = self._filling.row_numbers(self._sheet)
        last = FIRST_ROW + max(rows, len(numbers)) - 1
        for number, column in enumerate(self._sheet.columns, start=1):
            self._table_column(number, column, examples[number - 1])
            letter = get_column_letter(number)
            drop_downs.add(self._worksheet, column.leaf, f"{letter}{FIRST_ROW}:{letter}{last}")
        for row, number in enumerate(numbers, start=FIRST_ROW):
            for column, value in self._filling.take_row(self._sheet, number):
                cell = self._cell(row, self._sheet.columns.index(column) + 1)
                self._write(cell, column, value)
        self._worksheet.freeze_panes = self._cell(HEADER_ROW + 1, 1)

    def _table_column(self, number: int, column: Column, example: str) -> None:
        self._help(HELP_ROW, number, column.leaf.about)
        header = self._header(HEADER_ROW, number, column)
        self._name(column, header)
        cell = self._cell(EXAMPLE_ROW, number)
        as_example(cell)
        cell.value = example or None
        look = self._worksheet.column_dimensions[get_column_letter(number)]
        look.width = column_width(column, str(header.value))
        as_value(look, column_format(column.leaf))

    def _header(self, row: int, number: int, column: Column) -> Cell:
        leaf = column.leaf
        mark = REQUIRED_MARK if leaf.required_from or leaf.compulsory else ""
        cell = self._cell(row, number)
        cell.value = header_text(column, self._translator) + mark
        as_header(cell)
        return cell

    def _help(self, row: int, number: int, text: str) -> None:
        cell = self._cell(row, number)
        cell.value = self._translator.text(text) or None
        as_help(cell)

    def _write(self, cell: Cell, column: Column, value: object | None) -> None:
        if value is None:
            return
        found = cell_value(column.leaf, value, self._translator.language)
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
