"""paja init: a programme folder that can be used at once, and that grows without harm."""

from pathlib import Path

import pytest

from pipeline.sources.excel import read_workbook
from pipeline.workbook import record_values
from schemas.academy import AcademySubmission
from tests.cli.conftest import Paja, edited

MODELS = ["innovaatio-akatemia", "yhteisollinen-innovointi"]


@pytest.mark.parametrize("model", MODELS)
def test_a_folder_is_laid_out_that_validate_understands(
    paja: Paja, tmp_path: Path, model: str
) -> None:
    folder = tmp_path / "ohjelma"

    made = paja("init", model, folder)
    checked = paja("validate", folder, "--allow-empty", "--format", "json")

    assert made.code == 0
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    assert names == [".gitattributes", "README.md", "programme.yaml",
                     str(Path("workbooks") / "esimerkkilan-kaupunki.xlsx")]  # fmt: skip
    assert made.out.count("Made: ") == 4
    assert (folder / "submissions").is_dir()
    assert "*.xlsx binary" in (folder / ".gitattributes").read_text("utf-8")
    assert "*.docx -text -merge diff=paja" in (folder / ".gitattributes").read_text("utf-8")
    assert 'diff.paja.textconv "paja templates text"' in (folder / "README.md").read_text("utf-8")
    assert f"paja init {model}" in (folder / "README.md").read_text("utf-8")
    assert "# Rahoittaja: " in (folder / "programme.yaml").read_text("utf-8")
    assert '"YL-17"' in checked.out  # what is still to be filled in, and nothing worse
    assert {part.split('"')[0] for part in checked.out.split('"code": "')[1:]} == {"YL-17"}


def test_a_second_run_adds_workbooks_and_touches_nothing_else(paja: Paja, tmp_path: Path) -> None:
    folder = tmp_path / "ohjelma"
    paja("init", MODELS[0], folder, "--organisation", "Mallilan kaupunki")
    programme = folder / "programme.yaml"
    edited(
        programme,
        "organisations:\n",
        "organisations:\n  - {id: kolmas, name: Kolmas kunta, languages: en}\n",
    )
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    result = paja("init", MODELS[0], folder)

    assert result.code == 0
    assert result.out.count("Made: ") == 1
    assert result.out.count("Was there already: ") == 4
    assert {path: path.read_bytes() for path in before} == before
    new = folder / "workbooks" / "kolmas.xlsx"
    record = read_workbook(new.read_bytes(), new.name, AcademySubmission)
    assert record.identity == "innovaatio-akatemia;1;en"
    assert record_values(record)["organisation", "name", "fi"] == "Kolmas kunta"


def test_another_model_than_the_folders_is_refused(paja: Paja, tmp_path: Path) -> None:
    paja("init", MODELS[0], tmp_path)

    result = paja("init", MODELS[1], tmp_path)

    assert result.code == 2
    assert "innovaatio-akatemia" in result.err


def test_a_folder_that_cannot_be_made_is_the_environments_fault(paja: Paja, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    result = paja("init", MODELS[0], tmp_path / "file" / "ohjelma")

    assert result.code == 4


@pytest.mark.parametrize(
    ("model", "own", "others", "gates"),
    [
        (MODELS[0], "kick_off:", "workshop_rules:", ("G5", "P0")),
        (MODELS[1], "workshop_rules:", "kick_off:", ("P0", "G5")),
    ],
)
def test_the_programme_file_asks_for_nothing_of_the_other_model(
    paja: Paja, tmp_path: Path, model: str, own: str, others: str, gates: tuple[str, str]
) -> None:
    paja("init", model, tmp_path)

    text = (tmp_path / "programme.yaml").read_text("utf-8")
    assert own in text
    assert others not in text
    assert f"{gates[0]} " in text
    assert f"{gates[1]} " not in text


@pytest.mark.parametrize("model", MODELS)
def test_the_readme_goes_through_checking_and_sending_back(
    paja: Paja, tmp_path: Path, model: str
) -> None:
    paja("init", model, tmp_path)

    steps = (tmp_path / "README.md").read_text("utf-8").splitlines()
    commands = [step.split("`")[1] for step in steps if step[:2] != "1." and "`paja " in step]
    assert commands == [
        "paja validate . --allow-empty",
        f"paja init {model} .",
        "paja validate .",
        "paja validate . --mark korjattavat",
        "paja batch . -o asiakirjat",
    ]
