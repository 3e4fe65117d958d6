"""Sheets, columns and rows that are missing, doubled, unknown or hidden, and macros."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from tests.cli.bad_inputs import (
    WORKBOOK,
    Attempt,
    assert_readable,
    assert_sound_made,
    assert_stopped,
    attempt,
    changed,
    package,
    parts,
)
from tests.cli.conftest import Paja

XLSX = "mallivirasto.xlsx"
MACRO = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Sub Auto_Open()"


def made_all_the_same(tried: Attempt) -> None:
    assert (tried.code, tried.errors) == (0, [])
    assert_readable(tried)
    assert_sound_made(tried)
    assert [path for path in tried.made if tried.bad in path.parts]


def test_hidden_sheets_rows_and_columns_are_read_and_named(paja: Paja, tmp_path: Path) -> None:
    def hide(opened: Workbook) -> None:
        opened["Riskit"].sheet_state = "hidden"
        opened["Kustannukset"].sheet_state = "veryHidden"
        opened["Henkilöt"].row_dimensions[5].hidden = True
        opened["Tavoitteet"].column_dimensions["C"].hidden = True

    tried = attempt(paja, tmp_path, changed(hide), name=XLSX)
    made_all_the_same(tried)
    assert sorted(tried.of_bad("warning")) == [
        ("IN-03", "Henkilöt!A5"),
        ("IN-03", "Kustannukset"),
        ("IN-03", "Riskit"),
        ("IN-03", "Tavoitteet!C4"),
    ]
    assert any("“Riskit” is hidden" in each.message for each in tried.findings)


def test_an_empty_hidden_sheet_is_nobodys_business(paja: Paja, tmp_path: Path) -> None:
    def hide(opened: Workbook) -> None:
        opened.create_sheet("Muistilista").sheet_state = "hidden"

    tried = attempt(paja, tmp_path, changed(hide), name=XLSX)
    made_all_the_same(tried)
    assert tried.of_bad("warning") == []


def test_two_sheets_of_one_name_are_both_named(paja: Paja, tmp_path: Path) -> None:
    def double(opened: Workbook) -> None:
        opened.create_sheet("henkilöt ")["A1"] = "Henkilön tunnus"

    tried = attempt(paja, tmp_path, changed(double), name=XLSX)
    assert_stopped(tried, ("HE-04", "henkilöt "))
    assert "“Henkilöt”, “henkilöt ”" in tried.errors[0].message


def without_names(opened: Workbook, start: str) -> None:
    for name in [each for each in opened.defined_names if each.startswith(f"paja.{start}")]:
        del opened.defined_names[name]


def renamed_sheet(opened: Workbook) -> None:
    without_names(opened, "risks")
    opened["Riskit"].title = "Riskt"


def renamed_column(opened: Workbook) -> None:
    without_names(opened, "measures.timing")
    opened["Toimenpiteet"]["F2"] = "Ajankota"


def renamed_label(opened: Workbook) -> None:
    without_names(opened, "plan.summary")
    opened["Suunnitelma"]["A5"] = "Tivistelmä"


def no_people(opened: Workbook) -> None:
    del opened["Henkilöt"]


@pytest.mark.parametrize(
    ("change", "error", "named", "suggested"),
    [
        (renamed_sheet, ("HE-01", ""), "“Riskit”", "“Riskt”"),
        (renamed_column, ("HE-02", "Toimenpiteet!A2"), "“Ajankohta”", "“Ajankota”"),
        (renamed_label, ("HE-02", "Suunnitelma"), "“Tiivistelmä”", "“Tivistelmä”"),
        (no_people, ("HE-01", ""), "“Henkilöt”", ""),
    ],
)
def test_what_is_missing_is_named_once_with_what_is_near(
    paja: Paja,
    tmp_path: Path,
    change: Callable[[Workbook], None],
    error: tuple[str, str],
    named: str,
    suggested: str,
) -> None:
    # One error alone: nothing that follows from the missing part is held against its readers.
    tried = attempt(paja, tmp_path, changed(change), name=XLSX)
    assert_stopped(tried, error)
    assert named in tried.errors[0].message
    assert suggested in tried.errors[0].hint


def test_an_extra_column_is_a_warning_with_its_cell(paja: Paja, tmp_path: Path) -> None:
    def add(opened: Workbook) -> None:
        opened["Tavoitteet"]["G2"] = "Huomautus"
        opened["Tavoitteet"]["G4"] = "Muista tämä."
        opened.create_sheet("Muistiinpanot")["B2"] = "Kysy kummilta."

    tried = attempt(paja, tmp_path, changed(add), name=XLSX)
    made_all_the_same(tried)
    assert tried.of_bad("warning") == [("HE-06", "Muistiinpanot"), ("HE-05", "Tavoitteet!G2")]
    assert "“Huomautus” is not known" in tried.only("HE-05").message


def test_macros_are_never_run_and_a_warning_names_the_file(paja: Paja, tmp_path: Path) -> None:
    members = {**parts(WORKBOOK.read_bytes()), "xl/vbaProject.bin": MACRO}
    tried = attempt(paja, tmp_path / "hidden", package(members), name=XLSX)
    made_all_the_same(tried)
    assert tried.of_bad("warning") == [("IN-01", "")]
    types = members["[Content_Types].xml"]
    plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    assert plain in types
    enabled = types.replace(plain, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    content = package({**members, "[Content_Types].xml": enabled})
    tried = attempt(paja, tmp_path / "open", content, name="mallivirasto.xlsm")
    made_all_the_same(tried)
    assert tried.only("IN-01").file == "mallivirasto.xlsm"


def test_a_header_that_stands_twice_names_both_cells(paja: Paja, tmp_path: Path) -> None:
    def double(opened: Workbook) -> None:
        opened["Tavoitteet"]["H2"] = opened["Tavoitteet"]["B2"].value

    tried = attempt(paja, tmp_path, changed(double), name=XLSX)
    assert_stopped(tried, ("HE-03", "Tavoitteet!H2"))
    assert "B2" in tried.errors[0].message
    assert "H2" in tried.errors[0].message


def test_links_to_other_workbooks_are_not_followed_and_told(paja: Paja, tmp_path: Path) -> None:
    members = {**parts(WORKBOOK.read_bytes()), "xl/externalLinks/externalLink1.xml": b"<x/>"}
    tried = attempt(paja, tmp_path, package(members), name=XLSX)
    made_all_the_same(tried)
    assert tried.of_bad("warning") == [("IN-02", "")]
