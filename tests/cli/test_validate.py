"""paja validate, as a coordinator and as a program call it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ACADEMY, EXAMPLES, Paja, edited

KEYS = [
    "code", "severity", "message", "hint", "path", "file", "sheet", "cell", "line", "column",
    "part", "heading", "table", "row", "table_column", "paragraph", "tag",
]  # fmt: skip


def test_the_examples_have_no_errors(paja: Paja) -> None:
    result = paja("validate", ACADEMY, "--format", "json")
    outcome = json.loads(result.out)
    assert result.code == 0
    assert [each for each in outcome["findings"] if each["severity"] == "error"] == []
    submissions = {each["organisation"]: each for each in outcome["submissions"]}
    assert len(submissions) == 6
    assert submissions["Näyteverkko Oy"]["gate"] == "G2"
    assert submissions["Näyteverkko Oy"]["warnings"] > 0
    assert all(each["ready"] for each in submissions.values())
    assert list(outcome["submissions"][0]) == [
        "file", "organisation", "gate", "errors", "warnings", "ready",
    ]  # fmt: skip


def test_json_has_the_flat_shape_and_nothing_else_on_stdout(paja: Paja) -> None:
    result = paja("validate", EXAMPLES / "faulty", "--programme", ACADEMY, "--format", "json")
    outcome = json.loads(result.out)
    assert result.code == 1
    assert outcome["findings"]
    assert all(list(each) == KEYS for each in outcome["findings"])
    assert all(each["file"] for each in outcome["findings"])


def test_the_faulty_examples_show_each_planted_fault(paja: Paja) -> None:
    result = paja("validate", EXAMPLES / "faulty", "--programme", ACADEMY, "--format", "json")
    findings = json.loads(result.out)["findings"]
    errors = {(each["file"], each["code"]) for each in findings if each["severity"] == "error"}
    assert errors == {
        *(("esimerkkila.yaml", code) for code in ("IA-08", "IA-11", "IA-12", "IA-15", "IA-17")),
        *(("esimerkkila.yaml", code) for code in ("YL-02", "YL-03")),
        *(("naytekaupunki.xlsx", code) for code in ("YL-05", "YL-07", "YL-15", "CE-03")),
    }
    warnings = {each["code"] for each in findings if each["severity"] == "warning"}
    assert {"YL-06", "YL-13", "HE-05"} <= warnings


def test_text_says_where_what_and_what_to_do(paja: Paja) -> None:
    result = paja("validate", EXAMPLES / "faulty", "--programme", ACADEMY, "--lang", "fi")
    assert "naytekaupunki.xlsx[Toimenpiteet!F6]: YL-05 virhe" in result.out
    assert "1.3.2022 ja 3.1.2022" in result.out
    assert "esimerkkila.yaml[" in result.out
    assert "Näytekaupunki" in result.out.splitlines()[-1]


def test_the_gate_of_the_command_wins_over_the_organisations(paja: Paja) -> None:
    file = ACADEMY / "submissions" / "nayteverkko.xlsx"
    draft = paja("validate", file)
    final = paja("validate", file, "--gate", "G4")
    assert (draft.code, final.code) == (0, 1)
    assert "G4" in final.out.splitlines()[-1]


def test_strict_makes_warnings_count(paja: Paja) -> None:
    file = ACADEMY / "submissions" / "nayteverkko.xlsx"
    assert paja("validate", file, "--strict").code == 1


def test_an_unknown_organisation_is_named_with_the_nearest_one(paja: Paja, programme: Path) -> None:
    edited(programme / "submissions" / "keskimaa.yaml", "id: keskimaa", "id: keskima")
    result = paja("validate", programme)
    assert result.code == 1
    assert "YL-02 error: The programme has no organisation “keskima”" in result.out
    assert "Did you mean “keskimaa”?" in result.out


def test_two_submissions_of_one_organisation_name_each_other(paja: Paja, programme: Path) -> None:
    first = programme / "submissions" / "keskimaa.yaml"
    (programme / "submissions" / "toinen.yaml").write_bytes(first.read_bytes())
    result = paja("validate", programme)
    assert result.code == 1
    assert "keskimaa.yaml[" in result.out
    assert result.out.count("YL-03 error") == 2
    assert "toinen.yaml[8:" in result.out


@pytest.mark.parametrize("options", [(), ("--format", "json")])
def test_a_folder_without_submissions_is_an_error(
    paja: Paja, programme: Path, options: tuple[str, ...]
) -> None:
    (programme / "submissions" / "keskimaa.yaml").unlink()
    result = paja("validate", programme, *options)
    assert result.code == 1
    assert "nothing to do" in result.err
    if options:
        assert [each["severity"] for each in json.loads(result.out)["findings"]] == ["error"]
    assert paja("validate", programme, "--allow-empty", *options).code == 0


def test_without_a_programme_file_the_command_says_what_to_give(paja: Paja, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    file = tmp_path / "a" / "yksin.yaml"
    file.write_text("organisation: {id: x}\n", encoding="utf-8")
    result = paja("validate", file)
    assert result.code == 2
    assert "--programme" in result.err


def test_the_messages_language_follows_the_option_and_the_system(
    paja: Paja, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "huomautu" in paja("validate", ACADEMY, "--lang", "fi").out
    monkeypatch.setenv("PAJA_LANG", "")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("LC_MESSAGES", "")
    monkeypatch.setenv("LANG", "")
    assert "huomautu" in paja("validate", ACADEMY).out
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert "warning" in paja("validate", ACADEMY).out


def test_a_path_that_does_not_exist_is_the_environments_fault(paja: Paja, tmp_path: Path) -> None:
    result = paja("validate", tmp_path / "puuttuu.xlsx")
    assert result.code == 4
    assert "puuttuu.xlsx" in result.err
    assert paja("batch", tmp_path / "puuttuu", "-o", tmp_path / "out").code == 4
    assert not (tmp_path / "out").exists()


def test_files_of_one_name_in_two_folders_are_told_apart(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    source = programme / "submissions" / "keskimaa.yaml"
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        text = source.read_text("utf-8").replace("id: keskimaa", f"id: keskimaa-{folder}", 1)
        (tmp_path / folder / "lomake.yaml").write_text(text, "utf-8")
    result = paja(
        "validate", tmp_path / "a", tmp_path / "b", "--programme", programme, "--format", "json"
    )
    told = json.loads(result.out)
    assert [each["file"] for each in told["submissions"]] == ["a/lomake.yaml", "b/lomake.yaml"]
    files = {each["file"] for each in told["findings"]}
    assert {"a/lomake.yaml", "b/lomake.yaml"} <= files
