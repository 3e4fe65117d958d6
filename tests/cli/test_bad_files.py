"""Files that are no readable workbook, and runs without anything to do."""

import json
import shutil
from pathlib import Path

import pytest

from pipeline.workbook import write_workbook
from schemas.academy import AcademySubmission
from tests.cli.bad_inputs import (
    SHEET,
    TEMPLATES,
    WORKBOOK,
    assert_stopped,
    attempt,
    invitation_only,
    package,
    parts,
    with_part,
)
from tests.cli.conftest import ACADEMY, Paja

XLSX = "mallivirasto.xlsx"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
CONTENT = WORKBOOK.read_bytes()


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(2000)


def flipped(start: int) -> bytes:
    broken = bytes(byte ^ 0xFF for byte in CONTENT[start : start + 40])
    return CONTENT[:start] + broken + CONTENT[start + 40 :]


def without_part(name: str) -> bytes:
    return package({each: data for each, data in parts(CONTENT).items() if each != name})


def strict() -> bytes:
    usual = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return with_part("xl/workbook.xml", usual, b"http://purl.oclc.org/ooxml/spreadsheetml/main")


@pytest.mark.parametrize(
    ("name", "content", "error", "said"),
    [
        (XLSX, stream("EncryptedPackage"), ("FI-04", ""), "protected by a password"),
        (XLSX, stream("Workbook"), ("FI-03", ""), "(.xls)"),
        ("mallivirasto.xls", stream("Workbook"), ("FI-03", ""), "(.xls)"),
        (XLSX, package({"content.xml": b"<x/>"}), ("FI-03", ""), "OpenDocument"),
        ("mallivirasto.ods", package({"content.xml": b"<x/>"}), ("FI-03", ""), "OpenDocument"),
        (XLSX, b"Tunnus;Nimi\r\nP1;Kokous\r\n", ("FI-03", ""), "CSV"),
        ("mallivirasto.csv", b"Tunnus;Nimi\r\n", ("FI-03", ""), "CSV"),
        (XLSX, b"<!DOCTYPE html><html><table>", ("FI-03", ""), "HTML"),
        (XLSX, strict(), ("FI-06", "xl/workbook.xml"), "Strict Open XML"),
        (XLSX, CONTENT[: len(CONTENT) // 2], ("FI-05", ""), "damaged"),
        (XLSX, flipped(3000), ("FI-05", SHEET.format(1)), "damaged"),
        (XLSX, without_part(SHEET.format(3)), ("FI-05", "Tehtävät"), "damaged"),
        (XLSX, b"", ("FI-02", ""), "empty"),
        (XLSX, bytes(4096), ("FI-02", ""), "empty"),
        (XLSX, write_workbook(AcademySubmission, programme="innovaatio-akatemia", language="fi"),
         ("FI-30", ""), "Nothing is filled in"),
        ("keskimaa.yaml", b"", ("FI-30", "1:None"), "Nothing is filled in"),
        ("keskimaa.yaml", b"organisation:\npeople: []\n", ("FI-30", ""), "Nothing is filled in"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_file_of_another_kind_or_in_pieces_is_named_as_what_it_is(
    paja: Paja, tmp_path: Path, name: str, content: bytes, error: tuple[str, str], said: str
) -> None:
    tried = attempt(paja, tmp_path, content, name=name)
    assert_stopped(tried, error)
    assert said in tried.errors[0].message
    assert tried.errors[0].hint


def test_validate_tells_what_batch_tells(paja: Paja, tmp_path: Path) -> None:
    tried = attempt(paja, tmp_path, stream("EncryptedPackage"), name=XLSX)
    result = paja("validate", tmp_path / "ohjelma", "--format", "json")
    outcome = json.loads(result.out)
    assert (result.code, result.err) == (1, "")
    told = [each for each in outcome["findings"] if each["file"] == XLSX]
    assert [each["message"] for each in told] == [each.message for each in tried.errors]
    ready = {each["file"]: each["ready"] for each in outcome["submissions"]}
    assert ready == {"keskimaa.yaml": True, XLSX: False}


def test_what_an_earlier_run_made_stands_when_the_file_breaks(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    out, templates = tmp_path / "out", invitation_only(tmp_path)
    shutil.copy(WORKBOOK, programme / "submissions")
    assert paja("batch", programme, "-o", out, "--templates", templates).code == 0
    earlier = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert [path for path in earlier if "mallivirasto" in path.parts]
    (programme / "submissions" / XLSX).write_bytes(CONTENT[:5000])
    assert paja("batch", programme, "-o", out, "--templates", templates).code == 1
    manifest = out / "manifest.json"
    now = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert {**now, manifest: b""} == {**earlier, manifest: b""}
    # The manifest still describes them, so that a later run may replace them.
    described = {each["path"] for each in json.loads(now[manifest])["entries"]}
    assert described == {
        str(path.relative_to(out).as_posix()) for path in earlier if path != manifest
    }


def test_five_of_six_organisations_are_complete_when_one_file_is_broken(
    paja: Paja, tmp_path: Path
) -> None:
    folder = shutil.copytree(ACADEMY, tmp_path / "ohjelma")
    broken = folder / "submissions" / "naytekaupunki.xlsx"
    broken.write_bytes(broken.read_bytes()[:9000])
    out = tmp_path / "out"
    result = paja("batch", folder, "-o", out, "--templates", TEMPLATES)
    assert result.code == 1
    assert "naytekaupunki.xlsx: FI-05 error: The file is damaged" in result.out
    made = {path.name: len(list(path.glob("*.docx"))) for path in out.iterdir() if path.is_dir()}
    assert made == {
        "_organisers": 1,
        "esimerkkila": 4,
        "keskimaa": 4,
        "mallivirasto": 4,
        "nayteverkko": 3,
        "yhteishankinta": 4,
    }
    assert "Traceback" not in result.err


@pytest.mark.parametrize("command", ["validate", "batch", "generate"])
def test_nothing_to_do_is_an_error_unless_it_is_allowed(
    paja: Paja, programme: Path, tmp_path: Path, command: str
) -> None:
    (programme / "submissions" / "keskimaa.yaml").unlink()
    out = tmp_path / "out"
    options = () if command == "validate" else ("-o", out)
    result = paja(command, programme, *options)
    assert result.code == 1
    assert "There is nothing to do: no submissions were found in ohjelma." in result.err
    assert not out.exists()
    assert paja(command, programme, *options, "--allow-empty").code == 0


def test_lock_files_of_excel_and_other_files_are_no_submissions(
    paja: Paja, programme: Path
) -> None:
    submissions = programme / "submissions"
    (submissions / "keskimaa.yaml").rename(submissions / ".keskimaa.yaml")
    (submissions / "~$mallivirasto.xlsx").write_bytes(b"\x05Malli")
    (submissions / "lue-minut.txt").write_text("Täytä taulukko.", encoding="utf-8")
    result = paja("validate", programme)
    assert result.code == 1
    assert "nothing to do" in result.err
