"""Values that mean nothing, or two things: each refused in its cell, the sound file's made."""

import zipfile
from pathlib import Path

from openpyxl.workbook import Workbook

from tests.cli.bad_inputs import (
    TEMPLATES,
    Attempt,
    assert_readable,
    assert_sound_made,
    assert_stopped,
    attempt,
    changed,
    line_of,
    workbook,
    yaml,
)
from tests.cli.conftest import Paja

XLSX = "mallivirasto.xlsx"
YAML = "keskimaa.yaml"


def plan_text(tried: Attempt) -> str:
    (plan,) = (path for path in tried.made if path.name.startswith("2022-02-07_toimenpide"))
    with zipfile.ZipFile(plan) as archive:
        return archive.read("word/document.xml").decode()


def test_what_no_row_can_do_without_is_missing_by_cell(paja: Paja, tmp_path: Path) -> None:
    bad = workbook({
        "organisation.id": "\u00a0 ",
        "sparrings.number@5": None,
        "versions.date@6": " ",
    })
    tried = attempt(paja, tmp_path, bad, name=XLSX)
    assert_stopped(
        tried,
        ("CE-06", "Organisaatio!B2"),
        ("CE-06", "Sparraukset!A5"),
        ("CE-06", "Versiot!B6"),
    )
    assert all("is missing" in each.message for each in tried.errors)


def test_what_no_row_can_do_without_is_missing_by_line(paja: Paja, tmp_path: Path) -> None:
    bad = yaml("  id: keskimaa", '  id: "\u00a0 "')
    tried = attempt(paja, tmp_path, bad, name=YAML)
    assert_stopped(tried, ("CE-06", f"{line_of(bad, '  id:')}:3"))


def test_a_row_without_its_id_says_nothing_of_those_who_refer_to_it(
    paja: Paja, tmp_path: Path
) -> None:
    tried = attempt(paja, tmp_path, workbook({"people.id@5": None}), name=XLSX)
    assert_stopped(tried, ("CE-06", "Henkilöt!A5"))


def test_what_the_gate_wants_is_missing_and_the_plan_is_a_draft(paja: Paja, tmp_path: Path) -> None:
    bad = workbook({"plan.title": " \u00a0", "plan.summary": None})
    tried = attempt(paja, tmp_path, bad, name=XLSX, templates=TEMPLATES)
    assert tried.of_bad("error") == [("YL-17", "Suunnitelma!B2"), ("YL-17", "Suunnitelma!B5")]
    assert tried.code == 1
    assert_readable(tried)
    assert_sound_made(tried)
    own = [path for path in tried.made if tried.bad in path.parts and path.suffix == ".docx"]
    assert len(own) == 4
    assert set(own) <= set(tried.drafts)
    assert "Täydennettävä" in plan_text(tried)


def test_blanks_around_a_value_are_trimmed_and_those_within_stay(
    paja: Paja, tmp_path: Path
) -> None:
    sound = {
        "measures.person_days@5": "\u00a030\u00a0",
        "measures.name@4": "\u00a0Päätös \u00a0",
        "measures.output@5": "2\u00a0000 riviä",
        "costs.name@4": "00123",
        "costs.amount@4": "\u202f4 200,50 €",
        "costs.amount@5": "12.500,75",
    }
    tried = attempt(paja, tmp_path, workbook(sound), name=XLSX, templates=TEMPLATES)
    assert (tried.code, tried.errors, tried.drafts) == (0, [], ())
    text = plan_text(tried)
    for printed in (">Päätös<", ">2\u00a0000 riviä<", ">00123<", "4\u00a0200,50", "12\u00a0500,75"):
        assert printed in text, printed


def test_values_with_two_readings_show_both(paja: Paja, tmp_path: Path) -> None:
    bad = {
        "versions.date@6": "01/03/2022",
        "measures.timing@5": "01/03/2022",
        "costs.amount@5": "1.234",
        "measures.person_days@4": "1,234",
    }
    tried = attempt(paja, tmp_path, workbook(bad), name=XLSX)
    cells = ("Toimenpiteet!F5", "Toimenpiteet!L4", "Kustannukset!C5", "Versiot!B6")
    assert sorted(tried.of_bad("error")) == sorted(("YL-05", cell) for cell in cells)
    assert_stopped(tried, *tried.of_bad("error"))
    messages = {each.place: each.message for each in tried.errors}
    assert "1.3.2022 and 3.1.2022" in messages["Versiot!B6"]
    assert "1.3.2022 and 3.1.2022" in messages["Toimenpiteet!F5"]
    assert "1 234 and 1,234" in messages["Kustannukset!C5"].replace("\u00a0", " ")
    assert "1 234 and 1,234" in messages["Toimenpiteet!L4"].replace("\u00a0", " ")


def test_values_with_two_readings_show_both_in_yaml(paja: Paja, tmp_path: Path) -> None:
    first = yaml("timing: 25.1.2022", "timing: 01/03/2022").decode()
    bad = first.replace("procurement_value: 280 000 €", "procurement_value: 1.234").encode()
    tried = attempt(paja, tmp_path, bad, name=YAML)
    assert_stopped(
        tried,
        ("YL-05", f"{line_of(bad, '1.234')}:24"),
        ("YL-05", f"{line_of(bad, '01/03')}:13"),
    )
    assert "1.3.2022 and 3.1.2022" in tried.errors[1].message
    assert "19.10.2021" in tried.errors[1].hint or "day.month.year" in tried.errors[1].hint


def test_formulas_without_a_usable_value_are_named_by_cell(paja: Paja, tmp_path: Path) -> None:
    bad = {
        "people.email@5": "#REF!",
        "plan.title": "#VALUE!",
        "measures.output@5": '=A1&"x"',
        "costs.amount@4": "#N/A",
        "versions.date@6": "=1+1",
    }
    tried = attempt(paja, tmp_path, workbook(bad), name=XLSX)
    assert_stopped(
        tried,
        ("CE-10", "Henkilöt!E5"),
        ("CE-10", "Suunnitelma!B2"),
        ("CE-11", "Toimenpiteet!K5"),
        ("CE-10", "Kustannukset!C4"),
        ("CE-11", "Versiot!B6"),
    )
    email, title, output, amount, _ = tried.errors
    for found, error in ((email, "#REF!"), (title, "#VALUE!"), (amount, "#N/A")):
        assert f"gives the error {error}" in found.message
    assert "save it again" in output.hint


def test_merged_cells_are_an_error_unless_the_rule_can_fill_them(
    paja: Paja, tmp_path: Path
) -> None:
    def change(opened: Workbook) -> None:
        sheet = opened["Toimenpiteet"]
        for block in ("A4:A5", "F6:F7", "G8:H8"):
            sheet.merge_cells(block)

    tried = attempt(paja, tmp_path, changed(change), name=XLSX)
    assert_stopped(tried, ("YL-04", "Toimenpiteet!A5"), ("YL-04", "Toimenpiteet!H8"))
    assert "A4:A5" in tried.errors[0].message
    assert ("YL-04", "Toimenpiteet!F7") in tried.of_bad("warning")


def test_two_rows_of_one_id_name_both_places(paja: Paja, tmp_path: Path) -> None:
    bad = workbook({"people.id@6": "HLO2"})
    tried = attempt(paja, tmp_path / "xlsx", bad, name=XLSX)
    assert ("YL-03", "Henkilöt!A6") in tried.of_bad("error")
    assert "cell A5" in tried.only("YL-03").message
    assert "cell A6" in tried.only("YL-03").message
    bad = yaml("- id: HLO3\n    first_name", "- id: HLO2\n    first_name")
    tried = attempt(paja, tmp_path / "yaml", bad, name=YAML)
    first, second = line_of(bad, "- id: HLO2"), line_of(bad, "first_name: Hoiva") - 1
    assert f"line {first} and line {second}" in tried.only("YL-03").message
    assert tried.only("YL-03").place == f"{second}:9"
    assert tried.code == 1
    assert_sound_made(tried)
