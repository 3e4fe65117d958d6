"""paja validate and batch in the forms for other programs, and into a file."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.conftest import ACADEMY, EXAMPLES, Paja

FAULTY = EXAMPLES / "faulty"


def test_each_form_tells_the_same_findings(paja: Paja) -> None:
    def out(form: str) -> str:
        result = paja("validate", FAULTY, "--programme", ACADEMY, "--format", form)
        assert result.code == 1
        return result.out

    codes = sorted(each["code"] for each in json.loads(out("json"))["findings"])
    log = json.loads(out("sarif"))
    assert sorted(each["ruleId"] for each in log["runs"][0]["results"]) == codes
    cases = ET.fromstring(out("junit")).findall("testsuite/testcase")
    assert sorted((case.get("name") or "").split()[0] for case in cases) == codes
    assert len(out("github").splitlines()) == len(codes)
    page = out("html")
    assert page.startswith("<!DOCTYPE html>")
    assert "Esimerkkilän kaupunki" in page
    assert "Näytekaupunki" in page


def test_annotations_name_the_file_as_the_command_did(
    paja: Paja, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(EXAMPLES)
    result = paja("validate", "faulty", "--programme", "innovaatio-akatemia", "--format", "github")
    assert "::error file=faulty/esimerkkila.yaml,line=" in result.out
    assert "file=faulty/naytekaupunki.xlsx,title=YL-05 Toimenpiteet!F6::" in result.out


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github", "html"])
def test_a_report_may_go_to_a_file(paja: Paja, tmp_path: Path, form: str) -> None:
    printed = paja("validate", FAULTY, "--programme", ACADEMY, "--format", form)
    file = tmp_path / "report"
    file.write_text("an older one", encoding="utf-8")
    result = paja("validate", FAULTY, "--programme", ACADEMY, "--format", form, "-o", file)
    assert (result.code, result.out) == (1, "")
    assert file.read_text(encoding="utf-8") == printed.out


def test_a_report_is_not_written_over_an_input(paja: Paja, programme: Path) -> None:
    file = programme / "submissions" / "keskimaa.yaml"
    before = file.read_bytes()
    result = paja("validate", programme, "-o", file)
    assert result.code == 2
    assert "keskimaa.yaml" in result.err
    assert file.read_bytes() == before


@pytest.mark.parametrize("form", ["sarif", "junit", "github", "html"])
def test_who_asked_for_a_form_gets_it_also_when_nothing_could_be_checked(
    paja: Paja, tmp_path: Path, form: str
) -> None:
    result = paja("validate", tmp_path / "puuttuu.xlsx", f"--format={form}")
    assert result.code == 4
    assert "no such file" in result.out.lower()
    beginning = {"sarif": "{", "junit": "<testsuites", "github": "::error", "html": "<!DOCTYPE"}
    assert result.out.startswith(beginning[form])


def test_a_batch_reports_in_the_same_forms(paja: Paja, programme: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = paja("batch", programme, "-o", out, "--format", "sarif")
    assert json.loads(result.out)["version"] == "2.1.0"
    assert (out / "manifest.json").exists()


def test_the_list_of_gaps_is_made_for_each_organisation(paja: Paja, tmp_path: Path) -> None:
    from docx import Document

    out = tmp_path / "out"
    paja("validate", FAULTY, "--programme", ACADEMY, "--gaps", out, "--lang", "fi")
    made = sorted(str(file.relative_to(out)) for file in out.rglob("*") if file.is_file())
    assert made == [
        "esimerkkila/puutelista_esimerkkila_fi.docx",
        "esimerkkila/puutelista_esimerkkila_fi.txt",
        "manifest.json",
        "naytekaupunki/puutelista_naytekaupunki_fi.docx",
        "naytekaupunki/puutelista_naytekaupunki_fi.txt",
    ]
    text = (out / "naytekaupunki" / "puutelista_naytekaupunki_fi.txt").read_text(encoding="utf-8")
    assert "Kunta Kilpailuttaja <kunta.kilpailuttaja@example.org>\n" in text
    assert "1. Toimenpiteet!F6: Ajankohta: ”01/03/2022”" in text
    document = Document(str(out / "naytekaupunki" / "puutelista_naytekaupunki_fi.docx"))
    headings = [
        each.text for each in document.paragraphs if each.style and each.style.name == "Heading 1"
    ]
    assert headings == ["Hiili Laskija", "Kunta Kilpailuttaja", "Kunto Arvioija", "Tila Mallikas"]
    cells = [cell.text for row in document.tables[1].rows for cell in row.cells]
    assert cells[:4] == ["Missä", "Mikä on vialla", "Mitä tehdä", "Toimenpiteet!F6\nVirhe YL-05"]
    assert document.core_properties.title == "Puutelista: Näytekaupunki"


def test_a_list_without_gaps_says_so_and_one_of_an_unreadable_file_is_made(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    (programme / "submissions" / "rikki.xlsx").write_bytes(b"PK\x03\x04 cut off")
    out = tmp_path / "out"
    assert paja("validate", programme, "--gaps", out).code == 1
    ready = out / "keskimaa" / "puutelista_keskimaa_fi.txt"
    assert "Korjattavaa ei ole." in ready.read_text(encoding="utf-8")
    broken = (out / "rikki" / "puutelista_rikki_fi.txt").read_text(encoding="utf-8")
    assert "Yhteyshenkilö (ei nimetty)" in broken


def test_an_edited_list_is_kept(paja: Paja, programme: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    paja("validate", programme, "--gaps", out)
    own = out / "keskimaa" / "puutelista_keskimaa_fi.txt"
    own.write_text("oma", encoding="utf-8")
    result = paja("validate", programme, "--gaps", out)
    assert "OUT-01 warning" in result.out
    assert own.read_text(encoding="utf-8") == "oma"
    assert (own.parent / "puutelista_keskimaa_fi_uusi.txt").exists()
