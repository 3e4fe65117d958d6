"""Sheets that a workbook may lack: those of a later version, or of one stage only."""

import pytest
from openpyxl import Workbook

from pipeline.core.layout import layout
from pipeline.language.catalogue import translator
from pipeline.language.headers import sheet_title
from pipeline.sources.excel import read_workbook
from schemas.academy import AcademySubmission
from tests.unit.pipeline.sources.excel.small_form import saved
from tests.unit.pipeline.sources.excel.test_academy_workbook import blank

_OPTIONAL = [sheet for sheet in layout(AcademySubmission) if sheet.optional]


def _without(*keys: str) -> Workbook:
    workbook = blank("fi")
    for sheet in layout(AcademySubmission):
        if sheet.key in keys:
            del workbook[sheet_title(sheet, translator("fi"))]
    return workbook


def test_a_workbook_from_before_the_optional_sheets_is_whole() -> None:
    workbook = _without(*(sheet.key for sheet in _OPTIONAL))

    record = read_workbook(saved(workbook), "vanha.xlsx", AcademySubmission)

    assert {sheet.key for sheet in _OPTIONAL} == {
        "application",
        "sparring_actions",
        "management_items",
        "acknowledgements",
    }
    assert record.findings == ()
    assert record.unreadable == frozenset()


@pytest.mark.parametrize("key", ["plan", "measures"])
def test_any_other_sheet_is_missed(key: str) -> None:
    record = read_workbook(saved(_without(key)), "vajaa.xlsx", AcademySubmission)

    assert [finding.code for finding in record.findings] == ["HE-01"]
    assert record.unreadable == {(key,)}


def test_an_optional_sheet_that_is_there_is_read() -> None:
    workbook = blank("fi")
    workbook["Ohitukset"].append(["YL-14", "P1", "Sovittu näin.", "Malli Mallinen"])

    record = read_workbook(saved(workbook), "uusi.xlsx", AcademySubmission)

    assert record.findings == ()
    assert {path[-1]: raw.value for path, raw in record.values.items()} == {
        "rule": "YL-14",
        "where": "P1",
        "reason": "Sovittu näin.",
        "who": "Malli Mallinen",
    }
