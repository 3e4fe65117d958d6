"""Formats that say what a cell means: units beside numbers, and a line through a text."""

import pytest
from openpyxl.styles import Font

from pipeline.core.finding import Severity
from pipeline.core.record import ValueKind
from tests.unit.pipeline.sources.excel.small_form import filled, read


@pytest.mark.parametrize(
    ("stored", "number_format", "shown"),
    [
        (0.155, "0.0%", "15,5 %"),
        (15, '0"%"', "15 %"),
        (15, r"0\ \%", "15 %"),
        (40, '0" t€"', "40 t€"),
        (1.25, '0.00\u00a0"M€"', "1,25 M€"),
        (2, '[Red]0 "milj. €"_-;-0', "2 milj. €"),
    ],
)
def test_a_unit_in_the_format_belongs_to_the_value(
    stored: float, number_format: str, shown: str
) -> None:
    workbook = filled(A4="P1", B4=stored)
    workbook["Tasks"]["B4"].number_format = number_format
    raw = read(workbook).values["tasks", 0, "name"]
    assert (raw.value, raw.kind) == (shown, ValueKind.TEXT)


@pytest.mark.parametrize(
    "number_format",
    [
        "General",
        '#,##0.00\\ "€"',
        '_-* #,##0\\ "€"_-;-* #,##0\\ "€"_-',
        "[$€-40B] # ##0",
        '#,##0," t€"',
        '0" htp"',
        '0" t"',
    ],
)
def test_a_currency_a_column_unit_or_thousands_that_excel_hides_change_nothing(
    number_format: str,
) -> None:
    workbook = filled(A4="P1", B4=40000)
    workbook["Tasks"]["B4"].number_format = number_format
    raw = read(workbook).values["tasks", 0, "name"]
    assert (raw.value, raw.kind) == (40000, ValueKind.NUMBER)


def test_what_is_struck_through_is_read_with_a_warning() -> None:
    workbook = filled(A4="P1", B4="Sweep", A5="P2", B5="Paint")
    for address in ("A5", "B5", "D5"):
        workbook["Tasks"][address].font = Font(strike=True)
    record = read(workbook)
    (found,) = record.findings
    assert (found.code, found.severity, found.location.cell) == ("IN-03", Severity.WARNING, "A5")
    assert "A5, B5." in str(found.message)
    assert record.values["tasks", 1, "name"].value == "Paint"
