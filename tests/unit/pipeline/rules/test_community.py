"""The rules of a process: nothing makes them fail, and what is accepted is told as information."""

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.core.finding import Severity
from pipeline.rules.community.registry import COMMUNITY_RULES
from pipeline.rules.community.subject import CommunitySubject, gate_of
from pipeline.rules.registry import RULES, check_programme, check_submission
from pipeline.rules.subject import ProgrammeSubject
from schemas.fields import Gate
from tests.rules.case import overlay
from tests.rules.sound_process import process_values, programme_values, validated_process

_GATES = st.sampled_from([gate for gate in Gate if gate.process == "P"])
_LISTS = [name for name, value in process_values().items() if isinstance(value, list)]
_PATHS = sorted({
    f"{name}.0.{field}"
    for name in _LISTS
    for row in (process_values()[name],)
    if isinstance(row, list)
    for field in row[0]
    if field not in {"id", "number", "workshop", "name", "text", "title", "what"}
} - {"blocks.0.duration", "blocks.0.type", "materials.0.amount", "materials.0.basis",
     "versions.0.date"})  # fmt: skip
_TEXTS = [
    "process.facilitators",
    "process.documenter",
    "blocks.1.method",
    "blocks.1.lead",
    "experiments.0.owner",
    "experiments.0.organisations",
    "experiments.0.carried_on_by",
    "invitees.0.organisation",
    "methods.0.name",
]
_UNPRINTABLE = st.characters(exclude_categories=("Cs", "Cc", "Cn"))


def _changed(changes: Mapping[str, object]) -> CommunitySubject:
    return validated_process(overlay(process_values(), changes), programme_values())


def test_the_common_rules_apply_to_both_models() -> None:
    common = {code for code in RULES if code.startswith(("YL-", "CE-"))}

    assert common <= set(COMMUNITY_RULES)


def test_the_rules_of_one_model_do_not_apply_to_the_other() -> None:
    assert not [code for code in COMMUNITY_RULES if code.startswith("IA-")]
    assert not [code for code in RULES if code.startswith("YI-")]


def test_a_finding_that_is_accepted_is_information_with_its_reason() -> None:
    row = {"rule": "YI-03", "reason": "Valmistelu on jo tehty."}
    subject = _changed({"process.period": "1.2.–31.3.2022", "acknowledgements": [row]})

    found = [each for each in check_submission(subject, Gate.P0) if each.code == "YI-03"]

    assert [each.severity for each in found] == [Severity.INFO]
    assert "Valmistelu on jo tehty." in str(found[0].message)


@pytest.mark.parametrize(("workshop", "gate"), [(1, "P1"), (5, "P5"), (6, "P5")])
def test_a_workshop_has_its_gate(workshop: int, gate: str) -> None:
    assert gate_of(workshop) == gate


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sets(st.sampled_from([*_PATHS, *_LISTS])), _GATES)
def test_no_gap_makes_a_rule_fail(gone: set[str], gate: Gate) -> None:
    paths = {path for path in gone if path.split(".")[0] not in gone or path in _LISTS}
    values = overlay(process_values(), dict.fromkeys(sorted(paths, reverse=True), ""))
    subject = validated_process(values, programme_values())

    for finding in check_submission(subject, gate):
        assert str(finding.message)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(
        st.sampled_from(_TEXTS), st.text(_UNPRINTABLE, min_size=1, max_size=60).map(str.strip)
    ),
    _GATES,
)
def test_no_text_makes_a_rule_fail(texts: dict[str, str], gate: Gate) -> None:
    subject = _changed({path: text for path, text in texts.items() if text})

    findings = (
        *check_submission(subject, gate),
        *check_programme(ProgrammeSubject(subject.programme), gate),
    )

    for finding in findings:
        assert str(finding.message)
        assert finding.hint is None or str(finding.hint)
