"""What a command says to somebody who used it wrongly: what is wrong, and what to do instead."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import ACADEMY, Paja

SUBMISSIONS = ACADEMY / "submissions"


def test_a_folder_without_a_programme_file_is_told_to_lack_it(paja: Paja, tmp_path: Path) -> None:
    result = paja("workbook", tmp_path, "-o", tmp_path / "a.xlsx")

    assert result.code == 2
    assert "no programme file" in result.err
    assert "programme.yaml" in result.err
    assert "paja init" in result.err


def test_a_submission_given_as_the_programme_is_no_programme(paja: Paja, tmp_path: Path) -> None:
    result = paja("workbook", SUBMISSIONS / "esimerkkila.xlsx", "-o", tmp_path / "a.xlsx")

    assert result.code == 1
    assert "esimerkkila.xlsx: The programme file cannot be used yet" in result.err
    assert "programme.yaml" in result.err


@pytest.mark.parametrize(
    ("model", "sheet"),
    [("innovaatio-akatemia", "Organisaatio"), ("yhteisollinen-innovointi", "Prosessi")],
)
def test_the_name_of_a_model_gives_its_blank_form(
    paja: Paja, tmp_path: Path, model: str, sheet: str
) -> None:
    out = tmp_path / "lomake.xlsx"

    result = paja("workbook", model, "-o", out)

    assert result.code == 0
    assert load_workbook(out).sheetnames[1] == sheet


def test_an_organisation_needs_a_programme_that_knows_it(paja: Paja, tmp_path: Path) -> None:
    result = paja("workbook", "innovaatio-akatemia", "-o", tmp_path / "a.xlsx", "--for", "kunta")

    assert result.code == 2
    assert "“kunta”" in result.err


def test_answers_of_another_organisation_are_refused(paja: Paja, tmp_path: Path) -> None:
    earlier, out = SUBMISSIONS / "mallivirasto.xlsx", tmp_path / "a.xlsx"

    result = paja("workbook", ACADEMY, "-o", out, "--from", earlier, "--for", "esimerkkila")

    assert result.code == 2
    assert "“mallivirasto”" in result.err
    assert "“esimerkkila”" in result.err
    assert not out.exists()


def test_both_ways_of_a_conversion_count_the_same_values(paja: Paja, tmp_path: Path) -> None:
    middle, back = tmp_path / "a.yaml", tmp_path / "b.xlsx"

    first = paja("convert", SUBMISSIONS / "esimerkkila.xlsx", middle)
    second = paja("convert", middle, back, "--programme", ACADEMY)

    assert first.out.partition("; ")[2] == second.out.partition("; ")[2] != ""


@pytest.mark.parametrize("command", [("explain", "IA-12"), ("rules",)])
@pytest.mark.parametrize("form", ["html", "sarif"])
def test_a_form_that_a_command_has_not_is_refused(
    paja: Paja, command: tuple[str, ...], form: str
) -> None:
    result = paja(*command, "--format", form)

    assert result.code == 2
    assert "json" in result.err


def test_without_submissions_the_way_to_check_the_programme_is_told(
    paja: Paja, tmp_path: Path
) -> None:
    shutil.copy(ACADEMY / "programme.yaml", tmp_path)

    result = paja("validate", tmp_path)

    assert result.code == 1
    assert "--allow-empty" in result.err
    assert "programme.yaml" in paja("validate", tmp_path, "--allow-empty").out


@pytest.mark.parametrize("fault", [PermissionError(13, "Permission denied"), OSError(5, "broken")])
def test_a_file_that_may_not_be_read_is_told_of_in_paja_s_words(
    paja: Paja, programme: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError
) -> None:
    def refuse(_path: Path, *_arguments: object) -> object:
        raise fault

    monkeypatch.setenv("PAJA_LANG", "fi")
    monkeypatch.setattr(Path, "open", refuse)

    result = paja("convert", programme / "submissions" / "keskimaa.yaml", programme / "a.xlsx")

    assert result.code == 4
    assert "Permission denied" not in result.err
    assert ("sitä ei ole lupaa lukea" in result.err) == isinstance(fault, PermissionError)


def test_what_click_says_of_a_missing_choice_is_in_our_language(
    paja: Paja, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAJA_LANG", "fi")

    result = paja("init")

    assert result.code == 2
    assert "Choose from" not in result.err
    assert "innovaatio-akatemia" in result.err


def test_where_copies_and_lists_went_is_told(paja: Paja, programme: Path, tmp_path: Path) -> None:
    marked, gaps = tmp_path / "merkityt", tmp_path / "puutteet"

    result = paja("validate", programme, "--mark", marked, "--gaps", gaps, "--format", "json")

    assert f"Marked copies: {marked}\n" in result.err
    assert f"Lists of gaps: {gaps}\n" in result.err


def test_a_gate_that_is_none_is_told_with_those_there_are(paja: Paja, programme: Path) -> None:
    assert "'G9' is not one of 'G0', 'G1'" in paja("validate", programme, "--gate", "G9").err
    assert paja("validate", programme, "--gate", "g1").code == 0


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("3000000000", "3000000000 ei ole sallitulla välillä 1<=x<=86400."),
        ("0", "0 ei ole sallitulla välillä 1<=x<=86400."),
        ("minuutti", "'minuutti' ei kelpaa: tähän kuuluu kokonaisluku."),
    ],
)
def test_a_limit_of_time_that_cannot_be_is_refused_in_the_readers_language(
    tmp_path: Path, value: str, said: str
) -> None:
    command = [sys.executable, "-m", "pipeline.cli", "batch", str(ACADEMY)]
    done = subprocess.run(
        [*command, "-o", str(tmp_path / "out"), "--time-limit", value],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PAJA_LANG": "fi"},
    )
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "out").exists()
