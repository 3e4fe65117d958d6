from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from pipeline.core.finding import Severity
from pipeline.core.record import RawValue, Scalar, ValueKind
from tests.unit.pipeline.sources.excel.small_form import (
    filled,
    only,
    placed,
    read,
    saved,
    sound,
    with_rows,
)

NAME = ("tasks", 0, "name")


def name_of(workbook: Workbook | bytes) -> RawValue:
    record = read(workbook)
    assert record.findings == ()
    return record.values[NAME]


@pytest.mark.parametrize(
    ("content", "value", "kind"),
    [
        ("text", "text", ValueKind.TEXT),
        (" \u00a0 a\u00a0b \n", "a\u00a0b", ValueKind.TEXT),
        ("01/03/2026", "01/03/2026", ValueKind.TEXT),
        ("00123", "00123", ValueKind.TEXT),
        ("{{ 7*7 }} & <w:p>", "{{ 7*7 }} & <w:p>", ValueKind.TEXT),
        (12, Decimal(12), ValueKind.NUMBER),
        (12.5, Decimal("12.5"), ValueKind.NUMBER),
        (1.1 * 3, Decimal("3.3"), ValueKind.NUMBER),
        (12345678901234, Decimal(12345678901234), ValueKind.NUMBER),
        (True, True, ValueKind.BOOLEAN),
        (date(2021, 10, 19), date(2021, 10, 19), ValueKind.DATE),
        (datetime(2021, 10, 19, 9, 30), datetime(2021, 10, 19, 9, 30), ValueKind.DATE),  # noqa: DTZ001 - cells have no zone
        (time(9, 30), time(9, 30), ValueKind.TIME),
        (timedelta(hours=1, minutes=30), time(1, 30), ValueKind.TIME),
        (timedelta(hours=26, minutes=30), "26 h 30 min", ValueKind.TEXT),
    ],
)
def test_a_cell_gives_what_excel_holds(
    content: str | float | date | time | timedelta, value: Scalar, kind: ValueKind
) -> None:
    raw = name_of(filled(A4="P1", B4=content))

    assert (raw.value, type(raw.value), raw.kind) == (value, type(value), kind)
    assert str(raw.location) == "a.xlsx[Tasks!B4]"


def test_a_percentage_is_what_the_cell_shows() -> None:
    workbook = filled(A4="P1", B4=0.155)
    workbook["Tasks"]["B4"].number_format = "0.0%"

    assert name_of(workbook).value == "15,5 %"


def test_dates_counted_from_1904_are_right() -> None:
    workbook = sound()
    workbook.epoch = CALENDAR_MAC_1904
    workbook["Tasks"]["A4"] = "P1"
    workbook["Tasks"]["B4"] = date(2021, 10, 19)

    assert name_of(workbook).value == date(2021, 10, 19)


@pytest.mark.parametrize("blank", ["", " ", "\u00a0 \t", "\n"])
def test_a_blank_cell_has_a_place_and_no_value(blank: str) -> None:
    record = read(filled(A4="P1", B4=blank))

    assert NAME not in record.values
    assert str(record.location(NAME)) == "a.xlsx[Tasks!B4]"
    assert record.findings == ()


def test_a_long_text_is_read_whole() -> None:
    row = f'<row r="4"><c r="B4" t="inlineStr"><is><t>{"a" * 1_000_000}</t></is></c></row>'

    assert len(str(name_of(with_rows(row)).value)) == 1_000_000


def test_an_error_value_is_an_error_with_its_cell() -> None:
    record = read(with_rows('<row r="7"><c r="B7" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'))

    finding = only(record)
    assert placed(finding) == ("CE-10", "a.xlsx[Tasks!B7]")
    assert str(finding.message) == "The formula in B7 gives the error #DIV/0!."
    assert finding.path == NAME
    assert record.unreadable == {NAME}
    assert NAME not in record.values


def test_a_formula_without_a_value_is_an_error_with_its_cell() -> None:
    record = read(filled(B7="=A1&A2"))

    finding = only(record)
    assert placed(finding) == ("CE-11", "a.xlsx[Tasks!B7]")
    assert "save it again" in str(finding.hint)
    assert record.unreadable == {NAME}


def test_a_formula_with_a_value_is_its_value() -> None:
    row = '<row r="4"><c r="B4" t="str"><f>A1</f><v>stored</v></c></row>'

    assert name_of(with_rows(row)).value == "stored"


def test_a_formula_with_an_empty_result_is_blank() -> None:
    row = (
        '<row r="4"><c r="A4" t="inlineStr"><is><t>P1</t></is></c>'
        '<c r="B4" t="str"><f>A1</f><v></v></c></row>'
    )
    record = read(with_rows(row))

    assert record.findings == ()
    assert NAME not in record.values


def test_a_serial_number_beyond_the_calendar_is_an_error() -> None:
    workbook = filled(B4=2958466)
    workbook["Tasks"]["B4"].number_format = "dd.mm.yyyy"

    assert placed(only(read(workbook))) == ("CE-12", "a.xlsx[Tasks!B4]")


def test_a_number_beyond_all_numbers_is_an_error() -> None:
    record = read(with_rows('<row r="4"><c r="B4"><v>1e999</v></c></row>'))

    assert placed(only(record)) == ("CE-12", "a.xlsx[Tasks!B4]")


def test_a_value_that_openpyxl_does_not_deliver_is_an_error() -> None:
    record = read(with_rows('<row r="4"><c r="B4" t="inlineStr"><v>lost</v></c></row>'))

    assert placed(only(record)) == ("FI-11", "a.xlsx[Tasks!B4]")


def test_an_empty_cell_after_a_full_one_of_the_same_address_hides_nothing() -> None:
    row = '<row r="4"><c r="B4"><v>7</v></c><c r="B4"/></row>'

    assert placed(only(read(with_rows(row)))) == ("FI-11", "a.xlsx[Tasks!B4]")


def test_a_cell_merged_downwards_fills_the_rows_below() -> None:
    workbook = filled(A4="P1", B4="both", A5="P2")
    workbook["Tasks"].merge_cells("B4:B5")

    record = read(workbook)

    finding = only(record)
    assert placed(finding) == ("YL-04", "a.xlsx[Tasks!B5]")
    assert finding.severity is Severity.WARNING
    assert "B4:B5" in str(finding.message)
    assert record.values["tasks", 1, "name"].value == "both"
    assert str(record.values["tasks", 1, "name"].location) == "a.xlsx[Tasks!B5]"


def test_each_merged_range_is_told_once() -> None:
    workbook = filled(A4="P1", B4="all", A5="P2", A6="P3")
    workbook["Tasks"].merge_cells("B4:B6")

    record = read(workbook)

    assert only(record).code == "YL-04"
    assert record.values["tasks", 2, "name"].value == "all"


@pytest.mark.parametrize(
    ("merged", "cell", "field"),
    [("A4:A5", "A5", ("tasks", 1, "id")), ("B4:C4", "C4", ("tasks", 0, "day"))],
)
def test_a_merged_cell_that_must_not_be_filled_is_an_error(
    merged: str, cell: str, field: tuple[str | int, ...]
) -> None:
    workbook = filled(A4="P1", B4="one", B5="two")
    workbook["Tasks"].merge_cells(merged)

    record = read(workbook)

    finding = only(record)
    assert placed(finding) == ("YL-04", f"a.xlsx[Tasks!{cell}]")
    assert finding.severity is Severity.ERROR
    assert merged in str(finding.message)
    assert field in record.unreadable
    assert field not in record.values


def test_a_header_merged_into_the_data_fills_nothing() -> None:
    workbook = filled(A3=None, B3=None, C3=None, D3=None, A4="P1")
    workbook["Tasks"].merge_cells("B2:B4")

    record = read(workbook)

    assert only(record).severity is Severity.ERROR
    assert NAME not in record.values


def test_a_merged_error_is_told_and_fills_nothing() -> None:
    rows = (
        '<row r="4"><c r="A4"><v>1</v></c><c r="B4" t="e"><v>#N/A</v></c></row>'
        '<row r="5"><c r="A5"><v>2</v></c></row>'
    )
    after = '<mergeCells><mergeCell ref="B4:B5"/></mergeCells>'

    record = read(with_rows(rows, after=after))

    assert {finding.code for finding in record.findings} == {"CE-10", "YL-04"}
    assert ("tasks", 1, "name") in record.unreadable


def test_merged_blank_cells_are_of_no_account() -> None:
    workbook = filled(A4="P1", A5="P2")
    workbook["Tasks"].merge_cells("B4:B5")

    assert read(workbook).findings == ()


def test_a_value_hidden_under_a_merged_range_is_named() -> None:
    rows = (
        '<row r="4"><c r="A4"><v>1</v></c><c r="B4"><v>7</v></c></row>'
        '<row r="5"><c r="A5"><v>2</v></c><c r="B5"><v>8</v></c></row>'
    )
    after = '<mergeCells><mergeCell ref="B4:B5"/></mergeCells>'

    findings = read(with_rows(rows, after=after)).findings

    assert {placed(finding) for finding in findings} == {("YL-04", "a.xlsx[Tasks!B5]")}
    assert "hide" in str(findings[0].message)


def test_escapes_and_control_characters_are_left_to_the_schema() -> None:
    row = '<row r="4"><c r="B4" t="inlineStr"><is><t>a_x000D_b_x0007_</t></is></c></row>'

    assert name_of(with_rows(row)).value == "a_x000D_b_x0007_"


def test_bytes_and_workbook_of_a_test_are_read_alike() -> None:
    assert read(saved(filled(A4="P1"))).values.keys() == {("tasks", 0, "id")}
