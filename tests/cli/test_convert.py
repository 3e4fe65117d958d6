"""paja convert: workbook to YAML and back with every value, and a YAML file brought up to date."""

import shutil
from pathlib import Path

import openpyxl
import pytest
from pydantic import BaseModel

from pipeline.language.labels import choice_labels
from pipeline.sources.binding import bind
from pipeline.sources.excel import read_workbook
from pipeline.sources.yaml import read_yaml
from schemas.academy import AcademySubmission
from schemas.programme import Programme
from tests.cli.conftest import ACADEMY, EXAMPLES, Paja, edited

SUBMISSIONS = ACADEMY / "submissions"


def model_of(path: Path, form: type[BaseModel] = AcademySubmission) -> BaseModel | None:
    """Return what a file says."""
    read = read_yaml if path.suffix == ".yaml" else read_workbook
    return bind(read(path.read_bytes(), path.name, form), form, labels=choice_labels()).model


@pytest.mark.parametrize("name", ["esimerkkila", "mallivirasto", "nayteverkko"])
def test_a_workbook_goes_to_yaml_and_back(paja: Paja, tmp_path: Path, name: str) -> None:
    source, middle, back = SUBMISSIONS / f"{name}.xlsx", tmp_path / "a.yaml", tmp_path / "b.xlsx"

    first = paja("convert", source, middle)
    second = paja("convert", middle, back, "--programme", ACADEMY)

    assert (first.code, second.code) == (0, 0)
    said = model_of(source)
    assert said is not None
    assert said == model_of(middle) == model_of(back)


def test_a_programme_file_is_known_by_its_name(paja: Paja, tmp_path: Path) -> None:
    out, back = tmp_path / "x" / "programme.xlsx", tmp_path / "y" / "programme.yaml"
    out.parent.mkdir()
    back.parent.mkdir()

    assert paja("convert", ACADEMY / "programme.yaml", out).code == 0
    assert paja("convert", out, back).code == 0

    said = model_of(ACADEMY / "programme.yaml", Programme)
    assert said is not None
    assert said == model_of(out, Programme) == model_of(back, Programme)


def test_the_model_is_found_without_a_programme(paja: Paja, tmp_path: Path) -> None:
    folder = EXAMPLES / "yhteisollinen-innovointi" / "submissions"
    source = shutil.copy(next(folder.glob("*.*")), tmp_path)
    target = tmp_path / ("b.xlsx" if Path(source).suffix == ".yaml" else "b.yaml")

    result = paja("convert", source, target)

    assert result.code == 0
    assert target.exists()


def test_an_existing_file_is_left_alone(paja: Paja, tmp_path: Path) -> None:
    for name in ("a.yaml", "a.xlsx"):
        target = tmp_path / name
        target.write_text("mine")
        result = paja("convert", SUBMISSIONS / "esimerkkila.xlsx", target)
        assert result.code == 2
        assert "already such a file" in result.err
        assert target.read_text() == "mine"


def test_an_update_changes_what_is_different_and_keeps_comments(paja: Paja, tmp_path: Path) -> None:
    yaml, book = tmp_path / "keskimaa.yaml", tmp_path / "keskimaa.xlsx"
    shutil.copy(SUBMISSIONS / "keskimaa.yaml", yaml)
    assert paja("convert", yaml, book).code == 0
    workbook = openpyxl.load_workbook(book)
    workbook["Organisaatio"]["B10"] = "KESHVA/999"
    workbook.save(book)
    before = yaml.read_text("utf-8")

    result = paja("convert", book, yaml, "--update")

    after = yaml.read_text("utf-8")
    changed = [
        pair
        for pair in zip(before.splitlines(), after.splitlines(), strict=True)
        if pair[0] != pair[1]
    ]
    assert result.code == 0
    assert "changed places: 1" in result.out
    assert len(changed) == 1
    assert changed[0][1].endswith("KESHVA/999")
    assert model_of(yaml) == model_of(book)


def test_an_update_of_what_says_the_same_writes_nothing(paja: Paja, tmp_path: Path) -> None:
    yaml, book = tmp_path / "keskimaa.yaml", tmp_path / "keskimaa.xlsx"
    shutil.copy(SUBMISSIONS / "keskimaa.yaml", yaml)
    paja("convert", yaml, book)
    before = yaml.read_bytes()

    result = paja("convert", book, yaml, "--update")

    assert "changed places: 0" in result.out
    assert yaml.read_bytes() == before


def test_a_value_that_cannot_be_read_stops_it(paja: Paja, tmp_path: Path) -> None:
    source = tmp_path / "a.xlsx"
    workbook = openpyxl.load_workbook(SUBMISSIONS / "mallivirasto.xlsx")
    workbook["Toimenpiteet"]["B4"] = "#N/A"
    workbook.save(source)

    result = paja("convert", source, tmp_path / "a.yaml")

    assert result.code == 1
    assert "Toimenpiteet!B4" in result.out
    assert not (tmp_path / "a.yaml").exists()


def test_what_no_key_takes_is_told(paja: Paja, tmp_path: Path) -> None:
    source = EXAMPLES / "faulty" / "naytekaupunki.xlsx"

    result = paja("convert", source, tmp_path / "a.yaml", "--programme", ACADEMY)

    assert result.code == 0
    assert "HE-05" in result.out
    assert (tmp_path / "a.yaml").exists()


def test_a_broken_target_is_not_updated(paja: Paja, tmp_path: Path) -> None:
    target = tmp_path / "keskimaa.yaml"
    shutil.copy(SUBMISSIONS / "keskimaa.yaml", target)
    edited(target, "organisation:", "organisation: [")
    before = target.read_bytes()

    result = paja("convert", SUBMISSIONS / "esimerkkila.xlsx", target, "--update")

    assert result.code == 1
    assert "FI-22" in result.out
    assert target.read_bytes() == before
