"""Writing a workbook of a model: blank, or with values in their cells."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook import Workbook
from pydantic import BaseModel

from pipeline.core.finding import Path
from pipeline.core.layout import Sheet, SheetShape, layout
from pipeline.core.record import RawRecord
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator, translator
from pipeline.language.headers import IDENTITY_PROPERTY, SCHEMA_VERSION, sheet_title
from pipeline.workbook.drop_downs import DropDowns
from pipeline.workbook.filling import Filling
from pipeline.workbook.package import packed
from pipeline.workbook.sheets import SheetDrawer

#: Rows of a table that have drop-downs; more may be filled in.
ROWS: Final = 100
_STAMP: Final = datetime(2021, 1, 1)  # noqa: DTZ001 - Excel's properties know no time zone
_MAKER: Final = "paja"


def write_workbook(
    model: type[BaseModel],
    *,
    programme: str,
    language: str,
    values: Mapping[Path, object] | None = None,
    rows: int = ROWS,
    stamp: datetime = _STAMP,
) -> bytes:
    """Return the workbook of a model in a language, as the bytes of an .xlsx file.

    `values` go to their cells: texts that are days, clock times, plain numbers or choices as such,
    all others as they are. `stamp` is the time that the file says it was made at.

    Raises:
        UsageError: the language is not known, or a value has no cell.
    """
    words = translator(language)
    workbook = _empty(programme, language, words)
    drop_downs = DropDowns(workbook, words)
    filling = Filling(values or {})
    for sheet in layout(model):
        worksheet = workbook.create_sheet(_title(sheet, words, workbook.sheetnames))
        worksheet.page_setup.orientation = "landscape"
        worksheet.page_setup.fitToHeight = 0
        worksheet.sheet_properties.pageSetUpPr.fitToPage = True
        drawer = SheetDrawer(sheet, worksheet, words, filling)
        if sheet.shape is SheetShape.FORM:
            drawer.draw_form(drop_downs)
        else:
            drawer.draw_table(drop_downs, rows)
    drop_downs.write_long_lists()
    filling.check_all_taken()
    return packed(workbook, stamp)


def record_values(record: RawRecord) -> dict[Path, object]:
    """Return the values of a record by path, as `write_workbook` takes them."""
    return {path: raw.value for path, raw in record.values.items()}


def _empty(programme: str, language: str, words: Translator) -> Workbook:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = _MAKER
    workbook.properties.language = language
    workbook.properties.title = words.text(Text("Workbook of {programme}", programme=programme))
    identity = f"{programme};{SCHEMA_VERSION};{language}"
    properties = workbook.custom_doc_props  # type: ignore[attr-defined] # the stubs lack it
    properties.append(StringProperty(name=IDENTITY_PROPERTY, value=identity))
    return workbook


def _title(sheet: Sheet, words: Translator, taken: list[str]) -> str:
    """Return a title that no other sheet has, in capitals or not."""
    title = sheet_title(sheet, words)
    others = {other.casefold() for other in taken}
    number = 2
    unique = title
    while unique.casefold() in others:
        unique = f"{title[:28]} {number}"
        number += 1
    return unique
