from datetime import date

import pytest
from openpyxl import Workbook

from pipeline.core.layout import EXAMPLE_ROW, HEADER_ROW, Column, Sheet, SheetShape, layout
from pipeline.language.catalogue import translator
from pipeline.language.headers import REQUIRED_MARK, example_texts, header_text, sheet_title
from pipeline.sources.excel import read_workbook
from schemas.academy import AcademySubmission
from tests.unit.pipeline.sources.excel.small_form import saved


def blank(language: str) -> Workbook:
    """Return a blank workbook of the academy, marks of required fields and examples included."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    words = translator(language)
    for sheet in layout(AcademySubmission):
        worksheet = workbook.create_sheet(sheet_title(sheet, words))
        for number, column in enumerate(sheet.columns, 1):
            header = header_text(column, words) + REQUIRED_MARK * bool(column.leaf.required_from)
            place = (number + 1, 1) if sheet.shape is SheetShape.FORM else (HEADER_ROW, number)
            worksheet.cell(*place, header)
        if sheet.shape is SheetShape.TABLE:
            for number, text in enumerate(example_texts(sheet, words), 1):
                worksheet.cell(EXAMPLE_ROW, number, text or None)
    return workbook


def place(key: str) -> tuple[Sheet, Column]:
    """Return the sheet and column of a field such as `measures.accountable`."""
    for sheet in layout(AcademySubmission):
        for column in sheet.columns:
            if f"{sheet.key}.{column.key}" == key:
                return sheet, column
    raise KeyError(key)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_blank_workbook_has_no_findings_and_no_values(language: str) -> None:
    content = saved(blank(language))

    for asked in ("fi", "sv", "en"):
        record = read_workbook(content, "tyhja.xlsx", AcademySubmission, language=asked)
        assert record.findings == ()
        assert record.values == {}
        assert {sheet.path for sheet in layout(AcademySubmission)} <= record.places.keys()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_field_is_read_from_its_own_cell(language: str) -> None:
    workbook = blank(language)
    words = translator(language)
    expected: dict[tuple[str | int, ...], str] = {}
    for sheet in layout(AcademySubmission):
        worksheet = workbook[sheet_title(sheet, words)]
        for number, column in enumerate(sheet.columns, 1):
            form = sheet.shape is SheetShape.FORM
            cell = (number + 1, 2) if form else (EXAMPLE_ROW + 1, number)
            index: tuple[int, ...] = () if form else (0,)
            path: tuple[str | int, ...] = (*sheet.path, *index, *column.path)
            worksheet.cell(*cell, f"{sheet.key} {column.key}")
            expected[path] = f"{sheet.key} {column.key}"

    record = read_workbook(saved(workbook), "a.xlsx", AcademySubmission)

    assert record.findings == ()
    assert {path: raw.value for path, raw in record.values.items()} == expected


def test_roles_and_names_of_several_steps_have_their_paths() -> None:
    workbook = blank("fi")
    sheet, accountable = place("measures.accountable")
    worksheet = workbook[sheet_title(sheet, translator("fi"))]
    worksheet.cell(4, sheet.columns.index(accountable) + 1, "TEH1")
    worksheet.cell(5, 1, date(2021, 10, 19))

    record = read_workbook(saved(workbook), "a.xlsx", AcademySubmission)

    assert record.values["measures", 0, "responsibility", "accountable"].value == "TEH1"
    assert record.values["measures", 1, "id"].value == date(2021, 10, 19)
