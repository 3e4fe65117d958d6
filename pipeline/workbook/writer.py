"""Writing a workbook of a model: blank, or with values in their cells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from openpyxl.packaging.custom import StringProperty
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from pydantic import BaseModel

from pipeline.core.finding import Path
from pipeline.core.layout import FIRST_ROW, Sheet, SheetShape, layout
from pipeline.core.own_names import IDENTITY_PROPERTY, SCHEMA_VERSION
from pipeline.core.record import RawRecord
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator, translator
from pipeline.language.headers import (
    INSTRUCTIONS_SHEET,
    sheet_title,
)
from pipeline.language.helps import process_of
from pipeline.workbook.drop_downs import DropDowns, IdColumn
from pipeline.workbook.filling import Filling
from pipeline.workbook.guide import Guide, GuideDrawer
from pipeline.workbook.package import packed
from pipeline.workbook.sheets import Drawing, SheetDrawer
from pipeline.workbook.stages import tab_fill

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
    guide: Guide | None = None,
    version: str = SCHEMA_VERSION,
) -> bytes:
    """Return the workbook of a model in a language, as the bytes of an .xlsx file.

    `values` go to their cells: texts that are days, clock times, plain numbers or choices as such,
    all others as they are. `stamp` is the time that the file says it was made at; with a `guide`
    the first sheet tells how to fill in. `version` is that of the form.

    Raises:
        UsageError: the language is not known, or a value has no cell.
    """
    words = translator(language)
    title = guide.title if guide else Text("Workbook of {programme}", programme=programme)
    workbook = _empty(words.text(title), language, f"{programme};{version};{language}")
    filling = Filling(values or {})
    instructions = workbook.create_sheet(words.text(INSTRUCTIONS_SHEET)) if guide else None
    places = _places(workbook, layout(model), words)
    drop_downs = DropDowns(workbook, words, _ids(places, filling, rows))
    footer = f"{words.text(title)} ({programme} {version})"
    drawing = Drawing(words, filling, drop_downs, rows, process_of(programme), footer)
    for place in places:
        _draw(place, drawing)
    if guide and instructions is not None:
        named = [(place.sheet, place.worksheet.title) for place in places]
        GuideDrawer(instructions, words, drawing.process).draw(guide, named, footer)
    drop_downs.write_long_lists()
    filling.check_all_taken()
    return packed(workbook, stamp)


def record_values(record: RawRecord) -> dict[Path, object]:
    """Return the values of a record by path, as `write_workbook` takes them."""
    return {path: raw.value for path, raw in record.values.items()}


@dataclass(frozen=True, slots=True)
class _Place:
    """A sheet of the layout and the worksheet that it is drawn on."""

    sheet: Sheet
    worksheet: Worksheet


def _places(workbook: Workbook, sheets: Iterable[Sheet], words: Translator) -> tuple[_Place, ...]:
    return tuple(
        _Place(sheet, workbook.create_sheet(_title(sheet, words, workbook.sheetnames)))
        for sheet in sheets
    )


def _ids(places: Iterable[_Place], filling: Filling, rows: int) -> dict[str, IdColumn]:
    """Return where the ids of each collection stand that has some."""
    found: dict[str, IdColumn] = {}
    for place in places:
        last = FIRST_ROW + max(rows, len(filling.row_numbers(place.sheet))) - 1
        for number, column in enumerate(place.sheet.columns, start=1):
            if column.path == ("id",) and place.sheet.shape is SheetShape.TABLE:
                letter = get_column_letter(number)
                found[place.sheet.key] = IdColumn(place.worksheet.title, letter, FIRST_ROW, last)
    return found


def _draw(place: _Place, drawing: Drawing) -> None:
    drawer = SheetDrawer(place.sheet, place.worksheet, drawing)
    place.worksheet.sheet_properties.tabColor = tab_fill(place.sheet, drawing.process)
    if place.sheet.shape is SheetShape.FORM:
        drawer.draw_form()
    else:
        drawer.draw_table()


def _empty(title: str, language: str, identity: str) -> Workbook:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = _MAKER
    workbook.properties.language = language
    workbook.properties.title = title
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
