"""How a sheet is printed, protected and seen at first: A4 pages, open fields, titles in view."""

from typing import Final

from openpyxl.styles import Protection
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.core.layout import HEADER_ROW

#: Characters that fit side by side on a landscape A4 page and can still be read.
_PAGE_WIDTH: Final = 210
_LAST_COLUMN: Final = 16_384
_MARGINS: Final = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3)


def set_up_page(worksheet: Worksheet, footer: str) -> None:
    """Set a sheet up for landscape A4 paper, with what it is at the foot of each page."""
    page = worksheet.page_setup
    page.paperSize = int(worksheet.PAPERSIZE_A4)
    page.orientation = "landscape"
    page.fitToWidth, page.fitToHeight = 1, 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.page_margins = _MARGINS
    worksheet.HeaderFooter.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(text=footer.replace("&", "&&")),
        center=_HeaderFooterPart(text="&A"),
        right=_HeaderFooterPart(text="&P / &N"),
    )


def set_up_table_page(worksheet: Worksheet, columns: int) -> None:
    """Repeat a table's header on each page, and divide a wide one over several side by side."""
    widths = (
        worksheet.column_dimensions[get_column_letter(number)].width
        for number in range(1, columns + 1)
    )
    worksheet.page_setup.fitToWidth = 1 + int(sum(widths) // _PAGE_WIDTH)
    worksheet.print_title_rows = f"1:{HEADER_ROW}"
    worksheet.print_options.gridLines = True


def protect(worksheet: Worksheet, *, rows_too: bool = False) -> None:
    """Protect what is locked without a password; widths stay free, and on request rows."""
    locks = worksheet.protection
    locks.sheet = True
    locks.formatCells = locks.formatColumns = locks.formatRows = False
    locks.insertHyperlinks = False
    if rows_too:
        locks.insertRows = locks.deleteRows = locks.sort = locks.autoFilter = False


def open_beyond(worksheet: Worksheet, columns: int) -> None:
    """Leave the columns beyond a table open: Excel deletes no row with a locked cell in it."""
    letter = get_column_letter(columns + 1)
    beyond = ColumnDimension(worksheet, index=letter, min=columns + 1, max=_LAST_COLUMN)
    beyond.protection = Protection(locked=False)
    worksheet.column_dimensions[letter] = beyond


def name_titles(worksheet: Worksheet, name: str, cell: str) -> None:
    """Name the headers of a sheet as screen readers look for them: ColumnTitle or RowTitle."""
    sheet = worksheet.title.replace("'", "''")
    worksheet.defined_names[name] = DefinedName(name, attr_text=f"'{sheet}'!{cell}")


def place_cursor(worksheet: Worksheet, cell: str) -> None:
    """Put the cursor of a sheet onto the cell where filling in begins."""
    for selection in worksheet.sheet_view.selection:
        selection.activeCell = cell
        selection.sqref = cell
