"""Every case of every rule, and that every rule has both kinds."""

import pytest

from pipeline.rules.community.registry import COMMUNITY_RULES
from pipeline.rules.registry import PROGRAMME_RULES, RULES, check_programme, check_submission
from pipeline.rules.subject import ProgrammeSubject
from schemas.fields import Gate
from tests.rules.case import FOLDER, Case, cases
from tests.rules.sound import sound_programme, sound_subject
from tests.rules.sound_process import sound_process

_ALL = {*RULES, *COMMUNITY_RULES, *PROGRAMME_RULES}


def _name(case: Case) -> str:
    return f"{case.code}-{case.path.stem}"


@pytest.mark.parametrize("case", cases("pass"), ids=_name)
def test_the_rule_is_silent(case: Case) -> None:
    assert [str(finding.message) for finding in case.findings()] == []


@pytest.mark.parametrize("case", cases("fail"), ids=_name)
def test_the_rule_notices_what_is_expected_and_nothing_else(case: Case) -> None:
    findings = case.findings()

    noticed = sorted((str(f.dotted_path), str(f.severity)) for f in findings)
    assert case.expect
    assert noticed == sorted((e["path"], e["severity"]) for e in case.expect)
    for expected in case.expect:
        messages = [str(f.message) for f in findings if f.dotted_path == expected["path"]]
        assert any(expected.get("contains", "") in message for message in messages), messages


def test_nothing_is_wrong_with_the_sound_submission_and_programme() -> None:
    submission = check_submission(sound_subject(), Gate.G4)
    programme = check_programme(sound_programme(), Gate.G4)

    assert [(f.code, f.dotted_path, str(f.message)) for f in (*submission, *programme)] == []


@pytest.mark.parametrize("gate", ["P0", "P3", "P6"])
def test_nothing_is_wrong_with_the_sound_process_and_its_programme(gate: str) -> None:
    process = sound_process()

    found = (
        *check_submission(process, Gate(gate)),
        *check_programme(ProgrammeSubject(process.programme), Gate(gate)),
    )

    assert [(f.code, f.dotted_path, str(f.message)) for f in found] == []


@pytest.mark.parametrize("kind", ["pass", "fail"])
def test_every_rule_has_a_case_and_every_case_a_rule(kind: str) -> None:
    with_cases = {case.code for case in cases(kind)}

    assert with_cases == _ALL


def test_every_folder_of_cases_belongs_to_a_rule() -> None:
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir()} - {"__pycache__"}

    assert folders == _ALL


@pytest.mark.parametrize(
    "registry",
    [RULES, COMMUNITY_RULES, PROGRAMME_RULES],
    ids=["submission", "process", "programme"],
)
def test_rules_stand_under_their_own_id_and_say_what_they_want(
    registry: dict[str, object],
) -> None:
    for code, rule in registry.items():
        assert getattr(rule, "id", None) == code
        assert getattr(rule, "about", "")
