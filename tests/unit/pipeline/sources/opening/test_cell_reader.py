import warnings
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.core.limits import DEFAULT
from pipeline.sources.opening.excel.loading import load
from pipeline.sources.opening.excel.preflight import preflight
from tests.unit.pipeline.sources.excel.small_form import (
    MAIN,
    only,
    packed,
    parts_of,
    placed,
    read,
    with_rows,
)

EXAMPLES = sorted((Path(__file__).parents[5] / "examples").rglob("*.xlsx"))
TEXTS_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
    b'officedocument.spreadsheetml.sharedStrings+xml"/>'
)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_cells_are_as_openpyxl_itself_reads_them(path: Path) -> None:
    content = path.read_bytes()
    sheets = preflight(content, path.name, DEFAULT).sheets
    opened = load(content, tuple(sheet.part for sheet in sheets))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        known = load_workbook(BytesIO(content), data_only=True)
    for sheet, worksheet in zip(sheets, known.worksheets, strict=True):
        cells = opened.cells[sheet.part]
        for row in worksheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                content_of_cell, look = cells[cell.row, cell.column]
                assert content_of_cell == cell.value
                assert type(content_of_cell) is type(cell.value)
                assert look.number_format == cell.number_format
                assert look.italic == bool(cell.font.italic)
                assert look.struck == bool(cell.font.strike)


def test_an_unknown_element_in_a_text_is_damage_since_text_may_be_in_it() -> None:
    parts = parts_of(with_rows('<row r="4"><c r="A4" t="s"><v>0</v></c></row>'))
    store = f'<sst xmlns="{MAIN}"><si><t>P1</t><new><t>b</t></new></si></sst>'
    types = parts["[Content_Types].xml"].replace(b"</Types>", TEXTS_TYPE + b"</Types>")
    changed = {**parts, "xl/sharedStrings.xml": store.encode(), "[Content_Types].xml": types}
    assert placed(only(read(packed(changed)))) == ("FI-05", "a.xlsx")


def test_drop_downs_that_openpyxl_cannot_read_cost_nobody_the_answers() -> None:
    validation = '<dataValidations><dataValidation type="novel" sqref="?"/></dataValidations>'
    record = read(with_rows('<row r="4"><c r="B4"><v>7</v></c></row>', after=validation))
    assert record.findings == ()
    assert str(record.values["tasks", 0, "name"].value) == "7"


def test_a_style_that_is_not_there_is_damage() -> None:
    row = '<row r="4"><c r="B4" s="4711"><v>7</v></c></row>'
    assert placed(only(read(with_rows(row)))) == ("FI-05", "a.xlsx")
