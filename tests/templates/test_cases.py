"""Every case of every code of the template checks, and that every code has both kinds."""

from collections.abc import Mapping

import pytest

from pipeline.checks.severities import SEVERITIES
from tests.templates.case import FOLDER, Case, cases, summaries


def _name(case: Case) -> str:
    return f"{case.code}-{case.path.stem}"


@pytest.mark.parametrize("case", cases("pass"), ids=_name)
def test_nothing_is_said_of_a_sound_template(case: Case) -> None:
    assert list(summaries(case.findings)) == []


@pytest.mark.parametrize("case", cases("fail"), ids=_name)
def test_what_is_expected_is_said_and_nothing_else(case: Case) -> None:
    found = case.findings
    said = list(summaries(found))
    beside = case.spec.get("also", [])
    assert isinstance(beside, list)
    assert all(each.hint is not None for each in found), "a finding does not say what to do"
    findings = [each for each in found if each.code not in beside]
    assert case.expected
    assert {each.code for each in findings} == {case.code}, said
    assert len(findings) == len(case.expected), said
    for each in case.expected:
        fitting = [
            finding
            for finding in findings
            if str(finding.location) == _place(each)
            and each["says"] in str(finding.message)
            and each.get("hint", "") in str(finding.hint)
        ]
        assert fitting, (each, said)


def _place(expected: Mapping[str, str]) -> str:
    """Return where a finding is to stand; one on a template as a whole has no place in it."""
    file = expected.get("file", "x.docx")
    return f"{file}[{expected['at']}]" if "at" in expected else file


@pytest.mark.parametrize("kind", ["pass", "fail"])
def test_every_code_has_a_case_and_every_case_a_code(kind: str) -> None:
    assert {case.code for case in cases(kind)} == set(SEVERITIES)


def test_every_folder_of_cases_belongs_to_a_code() -> None:
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir()} - {"__pycache__"}

    assert folders == set(SEVERITIES)


def test_there_are_many_faults_of_our_own() -> None:
    assert len(cases("fail")) >= 60
