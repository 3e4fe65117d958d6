"""What lies in a programme's folder without being what paja expects there."""

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.cli.bad_inputs import TEMPLATES, invitation_only
from tests.cli.conftest import ACADEMY, Paja, edited


def findings(out: str, code: str) -> list[dict[str, str]]:
    return [each for each in json.loads(out)["findings"] if each["code"] == code]


def test_what_is_not_read_in_the_submissions_folder_is_named(paja: Paja, programme: Path) -> None:
    folder = programme / "submissions"
    (folder / "Esimerkkilä").mkdir()
    shutil.copy(ACADEMY / "submissions" / "esimerkkila.xlsx", folder / "Esimerkkilä")
    (folder / "mallivirasto.zip").write_bytes(b"PK")
    (folder / "~$keskimaa.xlsx").write_bytes(b"x")
    (folder / "Thumbs.db").write_bytes(b"x")
    result = paja("validate", programme, "--format", "json")
    named = [(each["file"], each["severity"]) for each in findings(result.out, "IN-05")]
    assert named == [
        ("submissions/Esimerkkilä", "warning"),
        ("submissions/mallivirasto.zip", "warning"),
    ]
    assert result.code == 0


def test_two_programme_files_in_one_folder_are_never_chosen_between(
    paja: Paja, programme: Path
) -> None:
    (programme / "programme.xlsx").write_bytes(b"x")
    result = paja("validate", programme)
    assert result.code == 2
    assert "programme.yaml, programme.xlsx" in result.err
    assert paja("validate", programme, "--programme", programme / "programme.yaml").code == 0


def test_two_sparrings_of_one_number_are_an_error_and_no_fault_of_paja(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    submission = programme / "submissions" / "keskimaa.yaml"
    before, _, sparrings = submission.read_text(encoding="utf-8").partition("\nsparrings:")
    doubled = sparrings.replace("number: 2", "number: 1", 1)
    submission.write_text(f"{before}\nsparrings:{doubled}", encoding="utf-8")
    result = paja("batch", programme, "-o", tmp_path / "out", "--format", "json")
    assert result.code == 1
    assert len(findings(result.out, "YL-03")) == 1
    names = [path.name for path in (tmp_path / "out" / "keskimaa").glob("*sparrauskutsu*.docx")]
    assert names == ["2021-10-04_sparrauskutsu-1_keskimaa_fi_v1-0.docx"]


def test_two_documents_of_one_name_cost_the_second_one_alone(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    templates = tmp_path / "pohjat"
    for kind in ("kick-off-invitation", "sparring-invitation", "kick-off-guide"):
        folder = templates / "innovaatio-akatemia" / kind
        shutil.copytree(TEMPLATES / "innovaatio-akatemia" / kind, folder)
        edited(folder / "deliverable.yaml", "{date}_{deliverable}_", "{date}_")
    out = tmp_path / "out"
    result = paja("batch", programme, "-o", out, "--templates", templates, "--format", "json")
    assert result.code == 1
    clashes = findings(result.out, "TE-01")
    assert {each["file"] for each in clashes} == {"sparring-invitation/deliverable.yaml"}
    assert "2021-10-04_keskimaa_fi_v1-0.docx" in clashes[0]["message"]
    assert len(list(out.rglob("*.docx"))) == 2
    assert (out / "manifest.json").is_file()


def test_a_bad_file_name_pattern_is_found_in_its_file(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    templates = invitation_only(tmp_path)
    (file,) = templates.rglob("deliverable.yaml")
    edited(file, "{date}_", "{day}_")
    result = paja("batch", programme, "-o", tmp_path / "out", "--templates", templates,
                  "--format", "json")  # fmt: skip
    (found,) = findings(result.out, "TE-01")
    assert found["file"] == "kick-off-invitation/deliverable.yaml"


def test_no_other_language_is_promised_where_there_is_none(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    templates = invitation_only(tmp_path)
    (file,) = templates.rglob("fi.docx")
    file.unlink()
    result = paja("batch", programme, "-o", tmp_path / "out", "--templates", templates,
                  "--format", "json")  # fmt: skip
    assert {each["hint"] for each in findings(result.out, "TE-02")} == {None}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_file_name_that_is_no_text_reaches_the_manifest_in_escapes(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    folder = programme / "submissions"
    (folder / "keskimaa.yaml").rename(os.fsdecode(os.fsencode(folder) + b"/keskima\xe4.yaml"))
    out = tmp_path / "out"
    result = paja("batch", programme, "-o", out, "--templates", invitation_only(tmp_path))
    assert result.code == 0, result.err
    inputs = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["inputs"]
    assert r"keskima\udce4.yaml" in [each["file"] for each in inputs]
