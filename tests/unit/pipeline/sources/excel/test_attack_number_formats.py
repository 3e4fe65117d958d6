"""Numbers whose format says what they mean: what the person saw is what is read."""

import pytest

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
