"""paja workbook: the form of a programme, for an organisation, in YAML, and from an older file."""

from pathlib import Path

import openpyxl
import pytest

from pipeline.sources.excel import read_workbook
from pipeline.sources.yaml import read_yaml
from pipeline.workbook import record_values
from schemas.academy import AcademySubmission
from schemas.community import CommunitySubmission
from tests.cli.conftest import ACADEMY, EXAMPLES, Paja


def test_a_blank_workbook_comes_in_the_programmes_language(paja: Paja, tmp_path: Path) -> None:
    out = tmp_path / "lomake.xlsx"

    result = paja("workbook", ACADEMY, "-o", out)

    assert (result.code, result.out) == (0, f"Made: {out}\n")
    workbook = openpyxl.load_workbook(out)
    assert workbook.sheetnames[:2] == ["Ohjeet", "Organisaatio"]
    assert "Innovaatio-akatemia 2021" in str(workbook["Ohjeet"]["A1"].value)
    record = read_workbook(out.read_bytes(), out.name, AcademySubmission)
    assert (record.findings, record.values) == ((), {})


def test_the_community_programme_has_a_form_of_its_own(paja: Paja, tmp_path: Path) -> None:
    out = tmp_path / "form.xlsx"

    result = paja("workbook", EXAMPLES / "yhteisollinen-innovointi", "-o", out, "--language", "en")

    assert result.code == 0
    record = read_workbook(out.read_bytes(), out.name, CommunitySubmission)
    assert record.findings == ()
    assert record.identity == "yhteisollinen-innovointi;1;en"


def test_what_is_known_of_an_organisation_stands_there(paja: Paja, tmp_path: Path) -> None:
    out = tmp_path / "keskimaa.yaml"

    result = paja("workbook", ACADEMY, "-o", out, "--for", "Keskimaan hyvinvointialue")

    assert result.code == 0
    values = record_values(read_yaml(out.read_bytes(), out.name, AcademySubmission))
    assert values["organisation", "id"] == "keskimaa"
    assert values["organisation", "name", "sv"] == "Mellanlandets välfärdsområde"
    assert values["sparrings", 1, "number"] == "2"
    assert values["pre_assignment", 0, "question"] == "1"
    assert "\n    # Etunimi *: " in out.read_text("utf-8")


def test_an_unknown_organisation_is_named_with_those_there_are(paja: Paja, tmp_path: Path) -> None:
    result = paja("workbook", ACADEMY, "-o", tmp_path / "a.xlsx", "--for", "keskimma")

    assert result.code == 2
    assert "“keskimma”" in result.err
    assert "keskimaa" in result.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["lomake.xlsx", "lomake.yaml"])
def test_an_existing_file_is_never_written_over(paja: Paja, tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    out.write_text("mine")

    result = paja("workbook", ACADEMY, "-o", out)

    assert result.code == 2
    assert "already such a file" in result.err
    assert "another name" in result.err
    assert out.read_text() == "mine"


def test_a_form_has_one_of_two_endings(paja: Paja, tmp_path: Path) -> None:
    result = paja("workbook", ACADEMY, "-o", tmp_path / "lomake.docx")

    assert result.code == 2
    assert "lomake.docx" in result.err


def test_answers_of_an_earlier_file_are_all_kept(paja: Paja, tmp_path: Path) -> None:
    earlier = ACADEMY / "submissions" / "mallivirasto.xlsx"
    out = tmp_path / "uusi.xlsx"

    result = paja("workbook", ACADEMY, "-o", out, "--from", earlier, "--for", "mallivirasto")

    old = record_values(read_workbook(earlier.read_bytes(), "a.xlsx", AcademySubmission))
    new = record_values(read_workbook(out.read_bytes(), "b.xlsx", AcademySubmission))
    assert result.code == 0
    assert f"mallivirasto.xlsx: {len(old)}" in result.out
    assert new.keys() == old.keys()


def test_answers_that_cannot_be_read_are_not_lost_unsaid(paja: Paja, tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.xlsx"
    workbook = openpyxl.load_workbook(ACADEMY / "submissions" / "mallivirasto.xlsx")
    workbook["Toimenpiteet"]["B4"] = "=A1"
    workbook.save(earlier)

    result = paja("workbook", ACADEMY, "-o", tmp_path / "new.xlsx", "--from", earlier)

    assert result.code == 1
    assert "earlier.xlsx[Toimenpiteet!B4]" in result.out
    assert "No form was made" in result.out
    assert not (tmp_path / "new.xlsx").exists()


def test_the_questions_that_a_form_answers_stand_in_its_instructions(
    paja: Paja, tmp_path: Path
) -> None:
    out = tmp_path / "lomake.xlsx"

    paja("workbook", ACADEMY, "-o", out)

    rows = openpyxl.load_workbook(out)["Ohjeet"].iter_rows(values_only=True)
    said = {row[0]: str(row[1]) for row in rows}
    assert said["Kysymys 3"].startswith("Mikä teillä tällä hetkellä jarruttaa")
    assert [key for key in said if str(key).startswith("Kysymys ")][-1] == "Kysymys 5"


def test_answers_speak_the_language_of_the_new_form_where_one_chooses(
    paja: Paja, tmp_path: Path
) -> None:
    earlier = ACADEMY / "submissions" / "mallivirasto.xlsx"
    out = tmp_path / "sv.xlsx"

    paja("workbook", ACADEMY, "-o", out, "--from", earlier, "--language", "sv")

    new = record_values(read_workbook(out.read_bytes(), "b.xlsx", AcademySubmission))
    assert new["sparrings", 0, "attendance"] in {"på distans", "på plats", "hybrid"}
    assert new["measures", 0, "state"] == "inte påbörjad"
    assert new["organisation", "language"] in {"finska", "svenska", "tvåspråkig"}
    assert new["people", 0, "may_publish_name"] in {"ja", "nej"}


@pytest.mark.parametrize("name", ["", "  ", "Esimerkki\x07lä", "Esimerkki\nlä"])
def test_a_name_that_cannot_be_read_is_refused(paja: Paja, tmp_path: Path, name: str) -> None:
    out = tmp_path / "uusi.xlsx"
    for_none = paja("workbook", "examples/innovaatio-akatemia", "-o", str(out), "--for", name)
    new = tmp_path / "uusi"
    started = paja("init", "innovaatio-akatemia", str(new), "--organisation", name)
    assert [for_none.code, started.code] == [2, 2]
    assert "name that can be read" in for_none.err
    assert "name that can be read" in started.err
    assert not out.exists()
    assert not new.exists()
