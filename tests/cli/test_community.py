"""Yhteisöllinen innovointi from the command line: its example, its gates, its form."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, Paja, edited

COMMUNITY = EXAMPLES / "yhteisollinen-innovointi"
_PROCESS = """
process:
  id: esimerkkila
  name: Esimerkkilä yhdessä
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a programme folder whose one process has hardly begun."""
    folder = tmp_path / "ohjelma"
    (folder / "submissions").mkdir(parents=True)
    shutil.copy(COMMUNITY / "programme.yaml", folder)
    (folder / "submissions" / "esimerkkila.yaml").write_text(_PROCESS, encoding="utf-8")
    return folder


def _codes(out: str) -> set[str]:
    return {finding["code"] for finding in json.loads(out)["findings"]}


def test_the_example_is_sound_after_the_third_workshop(paja: Paja) -> None:
    result = paja("validate", COMMUNITY, "--format", "json")

    errors = [each for each in json.loads(result.out)["findings"] if each["severity"] == "error"]
    assert (result.code, errors) == (0, [])


def test_the_example_is_not_yet_ready_for_the_fourth_workshop(paja: Paja) -> None:
    result = paja("validate", COMMUNITY, "--gate", "P4", "--format", "json")

    assert result.code == 1
    assert "YI-11" in _codes(result.out)


def test_only_the_gates_of_the_model_can_be_asked_for(paja: Paja) -> None:
    result = paja("validate", COMMUNITY, "--gate", "G3")

    assert result.code == 2
    assert "P0, P1, P2, P3, P4, P5, P6" in result.err


def test_the_rules_of_a_process_are_those_of_its_model(paja: Paja, folder: Path) -> None:
    codes = _codes(paja("validate", folder, "--gate", "P1", "--format", "json").out)

    assert {"YI-01", "YI-08", "YL-17"} <= codes
    assert not [code for code in codes if code.startswith("IA-")]


def test_the_form_of_another_model_is_not_read(paja: Paja, folder: Path) -> None:
    edited(
        folder / "programme.yaml", "model: yhteisollinen-innovointi", "model: innovaatio-akatemia"
    )

    result = paja("validate", folder, "--format", "json")

    assert result.code == 1
    assert {"HE-20", "PR-03"} <= _codes(result.out)


def test_a_process_that_the_programme_does_not_have_is_an_error(paja: Paja, folder: Path) -> None:
    edited(folder / "submissions" / "esimerkkila.yaml", "id: esimerkkila", "id: esimerkkla")

    result = paja("validate", folder)

    assert result.code == 1
    assert "Did you mean “esimerkkila”?" in result.out


def test_one_process_in_two_files_is_an_error(paja: Paja, folder: Path) -> None:
    shutil.copy(folder / "submissions" / "esimerkkila.yaml", folder / "submissions" / "toinen.yaml")

    result = paja("validate", folder, "--format", "json")

    doubles = [each for each in json.loads(result.out)["findings"] if each["code"] == "YL-03"]
    assert [each["path"] for each in doubles] == ["process.id", "process.id"]


def test_the_schema_of_a_process_can_be_printed(paja: Paja) -> None:
    schema = json.loads(paja("schema", "submission", "--model", "yhteisollinen-innovointi").out)

    assert {"process", "workshops", "blocks", "experiments"} <= set(schema["properties"])
    assert "measures" not in schema["properties"]


def test_a_workbook_of_the_academy_is_not_taken_for_a_process(paja: Paja, folder: Path) -> None:
    academy = EXAMPLES / "innovaatio-akatemia" / "submissions" / "esimerkkila.xlsx"
    shutil.copy(academy, folder / "submissions")
    (folder / "submissions" / "esimerkkila.yaml").unlink()

    result = paja("validate", folder)

    assert result.code == 1
    assert "esimerkkila.xlsx" in result.out


def test_without_templates_it_says_so(paja: Paja, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "pohjat").mkdir()

    result = paja("batch", folder, "-o", tmp_path / "out", "--templates", tmp_path / "pohjat")

    assert result.code == 1
    assert "There are no templates for yhteisollinen-innovointi" in result.err


def test_a_blank_form_carries_the_working_names_of_the_workshops(
    paja: Paja, folder: Path, tmp_path: Path
) -> None:
    form = tmp_path / "lomake.yaml"

    result = paja("workbook", folder, "--for", "esimerkkila", "-o", form)

    text = form.read_text(encoding="utf-8")
    assert result.code == 0
    assert "fi: Matalan kynnyksen kokeilut" in text
    assert "sv: Ny gemensam praxis" in text
