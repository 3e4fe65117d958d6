"""paja where: from a cell or field to every place in which documents show it."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import ACADEMY, EXAMPLES, Paja

COMMUNITY = EXAMPLES / "yhteisollinen-innovointi"
TEMPLATES = EXAMPLES.parent / "templates"
SMALL = """
organisation:
  id: keskimaa
  name: Keskimaan hyvinvointialue
  type: wellbeing_county
  business_id: 1234567-1
people:
  - {id: HLO1, first_name: Malli, last_name: Mallinen, phone: 040 000 0001}
  - {id: HLO2, first_name: Testi, last_name: Testaaja, phone: 040 000 0002}
team:
  - {person: Malli Mallinen, function: procurement}
  - {person: HLO2, function: leadership}
measures:
  - {id: P1, name: Vuoropuhelu, state: done, responsibility: {accountable: HLO1}}
"""


@pytest.fixture
def small(programme: Path) -> Path:
    """Return a submission with few values, in a programme folder."""
    file = programme / "submissions" / "keskimaa.yaml"
    file.write_text(SMALL, encoding="utf-8")
    return file


def only(folder: Path, *deliverables: str) -> tuple[str, Path]:
    """Return the option for a folder with few templates, which are soon compiled."""
    for each in deliverables:
        shutil.copytree(TEMPLATES / each, folder / "pohjat" / each)
    return ("--templates", folder / "pohjat")


@pytest.fixture
def plan(tmp_path: Path) -> tuple[str, Path]:
    """Return the option for a folder with the template of the action plan alone."""
    return only(tmp_path, "innovaatio-akatemia/action-plan")


@pytest.fixture
def workbook(programme: Path) -> Path:
    """Return a workbook, in a programme folder."""
    shutil.copy(ACADEMY / "submissions" / "esimerkkila.xlsx", programme / "submissions")
    return programme / "submissions" / "esimerkkila.xlsx"


def test_a_field_is_shown_in_several_documents_with_heading_sentence_and_tag(
    paja: Paja, small: Path
) -> None:
    (field,) = json.loads(paja("where", small, "people.HLO1.first_name", "--format", "json").out)[
        "fields"
    ]

    assert (field["path"], field["line"], field["value"]) == ("people.0.first_name", 8, "Malli")
    places = {each["deliverable"]: each["places"] for each in field["documents"]}
    assert set(places) == {"action-plan", "kick-off-invitation"}
    # The person is named as the accountable one by id, and as a member of the team by name.
    accountable = [each for each in places["action-plan"] if each["text"] == "Malli Mallinen"]
    assert {tag["tag"] for each in accountable for tag in each["tags"]} == {
        "{{ m.accountable|capitalize }}"
    }
    assert "Vastuut" in {each["heading"] for each in accountable}
    assert all(each["shows"] and each["table"] for each in accountable)
    assert any(
        "Malli Mallinen (hankinnat)" in each["text"] for each in places["kick-off-invitation"]
    )


def test_a_cell_of_a_workbook_is_told_for_a_person(
    paja: Paja, workbook: Path, plan: tuple[str, Path]
) -> None:
    result = paja("where", workbook, "Toimenpiteet!b5", *plan)

    assert result.code == 0
    assert result.out.startswith(
        "esimerkkila.xlsx[Toimenpiteet!B5] Measure: Tarveilmoituksen lomake uusiksi\n"
    )
    assert "Toimenpidesuunnitelma, Esimerkkilän kaupunki (fi)" in result.out
    assert "heading “Vastuut”, table 7, row 3, column 1\n" in result.out
    assert "“P2 Tarveilmoituksen lomake uusiksi”\n" in result.out
    assert "tag {{ m.name }} (action-plan/fi.docx, heading “Vastuut”, table 4" in result.out


def test_what_no_document_shows_is_said_to_stand_nowhere(paja: Paja, small: Path) -> None:
    result = paja("where", small, "organisation.business_id")

    assert result.code == 0
    assert "No document shows it; 2 were looked at." in result.out


def test_a_choice_is_shown_where_its_label_stands(
    paja: Paja, small: Path, plan: tuple[str, Path]
) -> None:
    result = paja("where", small, "measures[0].state", "--format", "json", *plan)

    (field,) = json.loads(result.out)["fields"]
    texts = [each["text"] for own in field["documents"] for each in own["places"]]
    assert texts == ["Valmis"]


def test_an_id_is_shown_where_other_rows_refer_to_it_too(
    paja: Paja, small: Path, plan: tuple[str, Path]
) -> None:
    row = "  - {id: P2, name: Kokeilu, timing: 2.2.2022, depends_on: P1}\n"
    small.write_text(SMALL + row, encoding="utf-8")

    result = paja("where", small, "measures.P1.id", "--format", "json", *plan)

    (field,) = json.loads(result.out)["fields"]
    tags = {
        tag["tag"] for own in field["documents"] for each in own["places"] for tag in each["tags"]
    }
    assert {tag.split("|")[0] for tag in tags} == {"{{ m.id }}", "{{ m.depends_on"}


def test_the_day_of_a_sparring_is_shown_in_its_own_invitation(
    paja: Paja, small: Path, tmp_path: Path
) -> None:
    rows = """
sparrings:
  - {number: 1, timing: 16.11.2021, starts: 9.00, duration: 2 h, link: https://example.org/s}
  - {number: 2, timing: 7.12.2021, starts: 9.00, duration: 2 h, link: https://example.org/s}
"""
    small.write_text(SMALL + rows, encoding="utf-8")
    few = only(tmp_path, "innovaatio-akatemia/sparring-invitation")

    result = paja("where", small, "sparrings[1].timing", "--format", "json", *few)

    (field,) = json.loads(result.out)["fields"]
    shown = {each["number"]: [one["text"] for one in each["places"]] for each in field["documents"]}
    assert set(shown) == {2}
    assert any("ti 7.12.2021" in text for text in shown[2])


def test_an_empty_cell_is_shown_where_its_gap_stands(
    paja: Paja, workbook: Path, plan: tuple[str, Path]
) -> None:
    result = paja("where", workbook, "organisation.unit", "--format", "json", *plan)

    (field,) = json.loads(result.out)["fields"]
    texts = [each["text"] for own in field["documents"] for each in own["places"]]
    assert (field["value"], texts[0]) == ("", "Esimerkkilän kaupunki")


@pytest.mark.parametrize(
    ("what", "message", "hint"),
    [
        ("measures[0].nmae", "There is no field “measures[0].nmae”.", "measures[0].name"),
        ("Measures.P1.accountabel", "There is no field", "measures.P1.accountable"),
        ("Toimenpitet!B5", "There is no sheet “Toimenpitet”.", "Toimenpiteet"),
        ("Toimenpiteet!ZZ99", "The cell ZZ99 of the sheet “Toimenpiteet” is no field.", "A4–"),
        ("9999", "No field is filled in on line 9999.", "path"),
    ],
)
def test_what_there_is_not_is_a_wrong_use_with_the_nearest(
    paja: Paja, workbook: Path, what: str, message: str, hint: str
) -> None:
    result = paja("where", workbook, what)

    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert hint in result.err


def test_a_yaml_file_has_no_cells_but_lines(
    paja: Paja, small: Path, plan: tuple[str, Path]
) -> None:
    cell, line = paja("where", small, "Toimenpiteet!B5"), paja("where", small, "4", *plan)

    assert cell.code == 2
    assert "This file has no cells." in cell.err
    assert line.out.startswith("keskimaa.yaml[4:9] Name (in Finnish): Keskimaan hyvinvointialue\n")


def test_the_programme_file_is_traced_into_the_documents_of_all(
    paja: Paja, programme: Path, small: Path
) -> None:
    del small
    (field,) = json.loads(
        paja("where", programme / "programme.yaml", "kick_off.goal", "--format", "json").out
    )["fields"]

    owners = {(each["organisation"], each["deliverable"]) for each in field["documents"]}
    assert (None, "kick-off-guide") in owners


def test_the_other_programme_is_traced_too(paja: Paja, tmp_path: Path) -> None:
    file = COMMUNITY / "submissions" / "esimerkkila.xlsx"
    few = only(
        tmp_path, *(f"{COMMUNITY.name}/{name}-invitation" for name in ("workshop", "process"))
    )
    result = paja("where", file, "workshops[1].starts", "--format", "json", *few)

    (field,) = json.loads(result.out)["fields"]
    shown = {(each["deliverable"], each["number"]) for each in field["documents"]}
    assert {("workshop-invitation", 2), ("process-invitation", None)} <= shown
    # The invitation to the first workshop tells of the next one too; those after it do not.
    assert ("workshop-invitation", 3) not in shown


def test_filled_cells_that_no_document_shows_are_findings(paja: Paja, small: Path) -> None:
    result = paja("where", small, "--unused", "--strict", "--format", "json")
    findings = json.loads(result.out)["findings"]
    found = {(each["message"], each["line"]) for each in findings}
    assert {each["code"] for each in findings} == {"IN-06"}
    assert result.code == 1
    assert found == {
        ("No document shows this cell: Type of organisation.", 5),
        ("No document shows this cell: Business ID.", 6),
        ("No document shows the column “Phone”; 2 cells are filled in.", 8),
    }


@pytest.mark.parametrize("given", [(), ("people.HLO1.phone", "--unused")])
def test_either_a_field_or_all_unused_ones_are_asked_for(
    paja: Paja, small: Path, given: tuple[str, ...]
) -> None:
    assert paja("where", small, *given).code == 2


def test_a_file_that_is_not_there_and_a_folder_are_told_as_such(
    paja: Paja, programme: Path
) -> None:
    missing = paja("where", programme / "submissions" / "olematon.yaml", "--unused")
    folder = paja("where", programme, "--unused")

    assert (missing.code, folder.code) == (4, 4)
    assert "There is no such file." in missing.err
    assert "This is a folder, not a file." in folder.err


def test_a_file_with_errors_makes_no_documents(paja: Paja, small: Path) -> None:
    small.write_text(SMALL.replace("state: done", "state: nonsense"), encoding="utf-8")

    result = paja("where", small, "organisation.name")

    assert result.code == 1
    assert "No document is made of this file." in result.err
