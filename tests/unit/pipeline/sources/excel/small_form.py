"""A form of two sheets, a workbook of it as Excel would have it, and its parts to damage."""

from datetime import date, time, timedelta
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.core.finding import Finding
from pipeline.core.layout import EXAMPLE_ROW, HEADER_ROW, Sheet, SheetShape, layout
from pipeline.core.record import RawRecord
from pipeline.language.catalogue import translator
from pipeline.language.headers import example_texts, header_text, sheet_title
from pipeline.sources.excel import read_workbook
from schemas.fields import LocalizedText, YesNo
from schemas.filled import Filled, item

ENGLISH = translator("en")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#: The part of the sheet “Tasks” in what `sound` gives.
TASKS_PART = "xl/worksheets/sheet2.xml"


class Club(Filled):
    """The form sheet: A2 to A7 are the labels."""

    id: str = item("Club id", "", default=...)
    name: LocalizedText | None = item("Club name", "", synonyms="called")
    founded: str | None = item("Founded", "")
    open: YesNo | None = item("Open to all", "")


class Chore(Filled):
    """The table sheet: A2 to D2 are the headers, A3 to D3 the example."""

    id: str = item("Chore id", "", default=..., example="P1")
    name: str | None = item("Chore", "", example="Sweep the yard")
    day: str | None = item("Day of the chore", "", example="1.3.2022", synonyms="when|date")
    hours: str | None = item("Hours", "", example="2,5")


class Record(Filled):
    """What the workbook is made from."""

    club: Club = item("Club", "", default=...)
    tasks: tuple[Chore, ...] = item("Tasks", "", default=())


def sound() -> Workbook:
    """Return a workbook with headers, labels and example rows, and nothing filled in."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet in layout(Record):
        worksheet = workbook.create_sheet(sheet_title(sheet, ENGLISH))
        if sheet.shape is SheetShape.TABLE:
            _write_table(worksheet, sheet)
        else:
            for row, column in enumerate(sheet.columns, 2):
                worksheet.cell(row, 1, header_text(column, ENGLISH))
    return workbook


def _write_table(worksheet: Worksheet, sheet: Sheet) -> None:
    for number, column in enumerate(sheet.columns, 1):
        worksheet.cell(HEADER_ROW, number, header_text(column, ENGLISH))
    for number, text in enumerate(example_texts(sheet, ENGLISH), 1):
        worksheet.cell(EXAMPLE_ROW, number, text or None)


def filled(**cells: str | float | date | time | timedelta | None) -> Workbook:
    """Return the sound workbook with cells of “Tasks” filled in, such as A4="P1"."""
    workbook = sound()
    for address, content in cells.items():
        workbook["Tasks"][address] = content
    return workbook


def saved(workbook: Workbook) -> bytes:
    """Return the bytes of a workbook."""
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a package of parts."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_part(name: str, content: bytes | str) -> bytes:
    """Return a filled workbook in which one part is another, or one more."""
    parts = parts_of(saved(filled(A4="P1")))
    parts[name] = content if isinstance(content, bytes) else content.encode()
    return packed(parts)


def with_rows(rows: str, *, after: str = "", before: str = "") -> bytes:
    """Return a workbook whose sheet “Tasks” has headers and the rows given as XML."""
    headers = "".join(
        f'<c r="{letter}2" t="inlineStr"><is><t>{header}</t></is></c>'
        for letter, header in zip("ABCD", TASK_HEADERS, strict=True)
    )
    sheet = (
        f'<worksheet xmlns="{MAIN}">{before}<sheetData><row r="2">{headers}</row>{rows}'
        f"</sheetData>{after}</worksheet>"
    )
    return with_part(TASKS_PART, sheet)


TASK_HEADERS = ("Chore id", "Chore", "Day of the chore", "Hours")


def read(source: Workbook | bytes) -> RawRecord:
    """Read a workbook of the small form under the name a.xlsx, its headers in English."""
    content = source if isinstance(source, bytes) else saved(source)
    return read_workbook(content, "a.xlsx", Record, language="en")


def only(record: RawRecord) -> Finding:
    """Return the one finding of a record."""
    assert len(record.findings) == 1, [str(finding.message) for finding in record.findings]
    return record.findings[0]


def placed(finding: Finding) -> tuple[str, str]:
    """Return a finding's code and the short form of its place."""
    return finding.code, str(finding.location)
