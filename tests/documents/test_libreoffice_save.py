"""Workbooks that LibreOffice has saved: filled-in forms say the same as before."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from pydantic import BaseModel

from pipeline.core.finding import Path as FieldPath
from pipeline.core.layout import SheetShape, layout
from pipeline.core.record import RawRecord
from pipeline.core.text import Text
from pipeline.language.labels import choice_labels
from pipeline.sources.binding import bind
from pipeline.sources.excel import read_workbook
from pipeline.workbook import Guide, record_values, write_workbook
from schemas.academy import AcademySubmission
from schemas.community import CommunitySubmission

ROOT = Path(__file__).parents[2]
SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

EXAMPLES = {
    "innovaatio-akatemia": AcademySubmission,
    "yhteisollinen-innovointi": CommunitySubmission,
}


def saved(files: Iterable[Path], out: Path) -> Path:
    """Let LibreOffice open workbooks and save them into a folder."""
    command = [
        str(SOFFICE),
        "--headless",
        f"-env:UserInstallation={(out / 'profile').as_uri()}",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(out),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return out


def said(record: RawRecord) -> dict[FieldPath, object]:
    """Return the values of a record and check that nothing was wrong with them."""
    assert [each.code for each in record.findings] == []
    return record_values(record)


@pytest.mark.parametrize(("programme", "model"), EXAMPLES.items())
def test_the_examples_say_the_same_once_libreoffice_has_saved_them(
    programme: str, model: type[BaseModel], tmp_path: Path
) -> None:
    files = sorted((ROOT / "examples" / programme / "submissions").glob("*.xlsx"))
    assert files

    saved(files, tmp_path)

    for path in files:
        before = read_workbook(path.read_bytes(), path.name, model)
        after = read_workbook((tmp_path / path.name).read_bytes(), path.name, model)
        assert said(after) == said(before)
        assert {each: raw.location for each, raw in after.values.items()} == {
            each: raw.location for each, raw in before.values.items()
        }
        assert after.identity == before.identity


@pytest.mark.parametrize(("programme", "model"), EXAMPLES.items())
def test_a_blank_form_filled_in_and_saved_by_libreoffice_is_read_in_full(
    programme: str, model: type[BaseModel], tmp_path: Path
) -> None:
    import openpyxl

    form = tmp_path / "form.xlsx"
    guide = Guide(Text("Form of the programme {name}", name=programme))
    form.write_bytes(write_workbook(model, programme=programme, language="fi", guide=guide))
    workbook = openpyxl.load_workbook(form)
    expected: dict[FieldPath, object] = {}
    for sheet in layout(model):
        is_form = sheet.shape is SheetShape.FORM
        for column in sheet.columns:
            where = workbook.defined_names[sheet.defined_name(column)].attr_text
            title, _, cell = where.replace("$", "").rpartition("!")
            answer = f"{sheet.key} {column.key}"
            target = workbook[title.strip("'")][cell]
            (target if is_form else target.offset(row=2)).value = answer
            path: FieldPath = (*sheet.path, *(() if is_form else (0,)), *column.path)
            expected[path] = answer
    workbook.save(form)

    record = read_workbook(
        (saved([form], tmp_path / "out") / "form.xlsx").read_bytes(), "form.xlsx", model
    )

    assert said(record) == expected
    assert record.identity == f"{programme};1;fi"


def test_what_libreoffice_saved_still_means_the_same(tmp_path: Path) -> None:
    """Dates, times, sums and choices are values of their kinds, as from Excel's own hand."""
    source = ROOT / "examples" / "innovaatio-akatemia" / "submissions" / "esimerkkila.xlsx"
    record = read_workbook(source.read_bytes(), source.name, AcademySubmission)
    fresh = tmp_path / "fresh.xlsx"
    fresh.write_bytes(
        write_workbook(
            AcademySubmission,
            programme="innovaatio-akatemia",
            language="fi",
            values=record_values(record),
            guide=Guide(Text("Form of the programme {name}", name="x")),
        )
    )

    again = read_workbook(
        (saved([fresh], tmp_path / "out") / "fresh.xlsx").read_bytes(), "a.xlsx", AcademySubmission
    )

    labels = choice_labels()
    before = bind(record, AcademySubmission, labels=labels)
    after = bind(again, AcademySubmission, labels=labels)
    assert before.model is not None
    assert after.model == before.model
    assert again.findings == ()
