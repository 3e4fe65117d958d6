"""Answers typed into the column of the help, which nobody reads back."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from pipeline.core.finding import Severity
from pipeline.core.record import RawRecord
from pipeline.sources.excel import read_workbook
from pipeline.workbook import write_workbook
from schemas.academy import AcademySubmission


def blank(language: str) -> bytes:
    return write_workbook(
        AcademySubmission,
        programme="innovaatio-akatemia",
        language=language,
        values={("organisation", "id"): "keskimaa"},
    )


def read(content: bytes) -> RawRecord:
    return read_workbook(content, "a.xlsx", AcademySubmission, language="en")


def test_an_answer_in_the_place_of_the_help_is_not_lost_unsaid() -> None:
    workbook = load_workbook(BytesIO(blank("en")))
    form = workbook.worksheets[0]
    form["C6"] = "Tilapalvelut"
    form["C2"] = "the field beside this is filled in"
    stream = BytesIO()
    workbook.save(stream)
    (found,) = read(stream.getvalue()).findings
    assert (found.code, found.severity, found.location.cell) == ("HE-08", Severity.WARNING, "C6")
    assert str(form["A6"].value) in str(found.hint)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_help_itself_is_no_answer_in_any_language(language: str) -> None:
    assert read(blank(language)).findings == ()
