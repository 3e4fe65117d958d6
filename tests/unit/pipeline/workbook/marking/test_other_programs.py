"""The marked copy before other programs: LibreOffice opens and saves it, a judge finds it valid."""

import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from pipeline.core.finding import Severity
from pipeline.language.catalogue import translator
from pipeline.sources.excel import read_workbook
from pipeline.workbook import write_workbook
from pipeline.workbook.marking import mark_workbook
from schemas.academy import AcademySubmission
from tests.unit.pipeline.workbook.marking.rich_workbook import duty, rich_workbook

FI = translator("fi")
FORM = write_workbook(
    AcademySubmission,
    programme="innovaatio-akatemia",
    language="fi",
    values={
        ("organisation", "id"): "esimerkkila",
        ("people", 0, "id"): "HLO1",
        ("people", 0, "first_name"): "Malli",
        ("measures", 0, "id"): "P1",
        ("measures", 0, "name"): "Hankintojen kalenteri",
    },
)
FAULTS = (
    duty("B4", sheet="Organisaatio", message="Nimi puuttuu", name="Malli Mallinen"),
    duty("C4", sheet="Toimenpiteet", severity=Severity.WARNING),
    duty("F20", sheet="Toimenpiteet"),
)


def audit(content: bytes, folder: Path) -> set[str]:
    file = folder / "audited.xlsm"
    file.write_bytes(content)
    result = OpenXmlValidator(max_errors=0).validate(str(file))
    return {f"{each.part_uri} {each.description}" for each in result.errors}


def saved_by_libreoffice(content: bytes, folder: Path) -> bytes:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    source = folder / "merkitty.xlsx"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = folder / "out"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(source)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (out / source.name).read_bytes()


@pytest.mark.parametrize("content", [FORM, rich_workbook()], ids=["form", "rich"])
def test_the_judge_finds_nothing_new(content: bytes, tmp_path: Path) -> None:
    faults = (*FAULTS, duty("B4"), duty("B5"), duty("Z99"))
    assert audit(mark_workbook(content, faults, FI), tmp_path) <= audit(content, tmp_path)


def test_a_marked_workbook_gives_the_same_record_without_a_word_of_the_marks() -> None:
    before = read_workbook(FORM, "a.xlsx", AcademySubmission)
    after = read_workbook(mark_workbook(FORM, FAULTS, FI), "a.xlsx", AcademySubmission)
    assert before.identity is not None
    assert after == before


def test_what_libreoffice_saves_is_still_marked_and_comes_clean(tmp_path: Path) -> None:
    saved = saved_by_libreoffice(mark_workbook(FORM, FAULTS, FI), tmp_path)
    before = read_workbook(FORM, "a.xlsx", AcademySubmission)
    marked = read_workbook(saved, "a.xlsx", AcademySubmission)
    assert (marked.values, marked.findings) == (before.values, before.findings)
    workbook = openpyxl.load_workbook(io.BytesIO(saved))
    assert workbook.sheetnames[:2] == ["Puutteet", workbook.sheetnames[1]]
    assert "Nimi puuttuu" in workbook["Organisaatio"]["B4"].comment.text
    cleaned = openpyxl.load_workbook(io.BytesIO(mark_workbook(saved, (), FI)))
    assert cleaned.sheetnames == workbook.sheetnames[1:]
    ours = [
        cell.coordinate
        for sheet in cleaned
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment or str(cell.fill.fgColor.rgb).startswith(("FFFFC0B", "FFFFE09"))
    ]
    assert ours == []
