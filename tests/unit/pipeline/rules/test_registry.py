"""Where findings stand, which of two is kept, and that nothing makes a rule fail."""

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.core.finding import Finding, Path, Severity
from pipeline.core.location import Location
from pipeline.core.record import RawRecord
from pipeline.rules.registry import check_programme, check_submission
from pipeline.rules.rule import always, levels, severity_at
from pipeline.rules.subject import ProgrammeSubject, Subject
from schemas.academy import AcademySubmission
from schemas.fields import Gate
from schemas.programme import Programme
from tests.rules.case import overlay
from tests.rules.sound import (
    WINDOW,
    Raw,
    programme_values,
    submission_values,
    validated,
)

_ACCOUNTABLE: Path = ("measures", 0, "responsibility", "accountable")


def _record(*paths: Path, unreadable: frozenset[Path] = frozenset()) -> RawRecord:
    places = {
        path: Location(file="esimerkkila.xlsx", sheet="Taulu", cell=f"B{number}")
        for number, path in enumerate(paths, start=4)
    }
    return RawRecord("esimerkkila.xlsx", values={}, places=places, unreadable=unreadable)


def _changed(changes: Mapping[str, object], record: RawRecord | None = None) -> Subject:
    subject = validated(overlay(submission_values(), changes), programme_values())
    return Subject(subject.submission, subject.programme, record=record)


def _codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def _double_id(record: RawRecord) -> Finding:
    findings = check_submission(_changed({"people.2.id": "HLO2"}, record), Gate.G0)
    (double,) = (finding for finding in findings if finding.code == "YL-03")
    return double


def test_a_finding_stands_in_the_empty_cell() -> None:
    subject = _changed({"plan.summary": ""}, _record(("plan", "summary")))

    (finding,) = check_submission(subject, Gate.G4)

    assert str(finding.location) == "esimerkkila.xlsx[Taulu!B4]"
    assert finding.path == ("plan", "summary")


def test_without_its_own_place_a_finding_stands_in_the_file() -> None:
    (finding,) = check_submission(_changed({"plan.summary": ""}, _record()), Gate.G4)

    assert finding.location == Location(file="esimerkkila.xlsx")


def test_the_hint_names_the_gate_and_tells_what_to_write() -> None:
    (finding,) = check_submission(_changed({"plan.summary": ""}), Gate.G3)

    expected = "Needed from gate G3 Second sparring on. The plan in ten lines."
    assert str(finding.hint) == expected


def test_both_places_of_a_double_id_are_named_by_sheet_and_cell() -> None:
    record = _record(("people", 1, "id"), ("people", 2, "id"))

    finding = _double_id(record)

    assert str(finding.message) == (
        "“HLO2” stands twice: sheet Taulu, cell B4 and sheet Taulu, cell B5."
    )


def test_both_places_of_a_double_id_are_named_by_line() -> None:
    lines: dict[Path, Location] = {
        ("people", row, "id"): Location(file="x.yaml", line=10 + row, column=3) for row in range(3)
    }
    record = RawRecord("x.yaml", values={}, places=lines)

    finding = _double_id(record)

    assert str(finding.message) == "“HLO2” stands twice: line 11 and line 12."


def test_what_a_special_rule_says_is_not_repeated_by_a_general_one() -> None:
    findings = check_submission(_changed({".".join(map(str, _ACCOUNTABLE)): ""}), Gate.G3)

    assert _codes(findings) == ["IA-12"]


def test_an_error_of_a_general_rule_stays_beside_a_warning_of_a_special_one() -> None:
    change = {".".join(map(str, _ACCOUNTABLE)): "Malli Mallinen; Testi Testaaja"}

    findings = check_submission(_changed(change), Gate.G2)

    assert [(f.code, f.severity) for f in findings] == [
        ("YL-02", Severity.ERROR),
        ("IA-12", Severity.WARNING),
    ]


@pytest.mark.parametrize(
    "unreadable", [("plan", "period"), ("plan",)], ids=["the value", "what it stands in"]
)
def test_a_value_that_could_not_be_read_is_not_called_missing(unreadable: Path) -> None:
    record = _record(unreadable=frozenset({unreadable}))

    assert check_submission(_changed({"plan.period": ""}, record), Gate.G4) == ()


def test_a_text_of_one_language_that_could_not_be_read_is_not_called_missing() -> None:
    record = _record(unreadable=frozenset({("organisation", "name", "fi")}))

    assert check_submission(_changed({"organisation.name": ""}, record), Gate.G4) == ()


def test_an_unreadable_value_hides_nothing_elsewhere() -> None:
    record = _record(unreadable=frozenset({("plan", "period")}))

    assert _codes(check_submission(_changed({"plan.summary": ""}, record), Gate.G4)) == ["YL-17"]


def test_only_so_many_suggestions_are_looked_for() -> None:
    many = "; ".join(f"Malli Mallinen{number}" for number in range(200))[:250]
    changes = {
        f"measures.{row}": {"id": f"P{row}", "responsibility": {"informed": many}}
        for row in range(3, 33)
    }

    findings = check_submission(_changed(changes), Gate.G0)

    with_suggestion = [f for f in findings if "Did you mean" in str(f.message)]
    assert len(with_suggestion) == 100
    assert len([f for f in findings if f.code == "YL-02"]) > 300


def test_sums_are_not_compared_while_a_cost_cannot_be_read() -> None:
    changes = {"management_items.0.economic_effects": "Yhteensä 99 000 euroa."}
    whole = check_submission(_changed(changes, _record()), Gate.G4)
    record = _record(unreadable=frozenset({("costs", 0, "amount")}))

    assert _codes(whole) == ["IA-19"]
    assert _codes(check_submission(_changed(changes, record), Gate.G4)) == []


def test_an_unknown_organisation_gets_a_near_id() -> None:
    (finding,) = check_submission(_changed({"organisation.id": "esimerkkla"}), Gate.G1)

    assert str(finding.hint) == "Write one of these: esimerkkila."


@pytest.mark.parametrize(
    ("gate", "severity"),
    [
        ("G1", None),
        ("G2", Severity.WARNING),
        ("G3", Severity.ERROR),
        ("G5", Severity.ERROR),
        ("P6", None),
    ],
)
def test_the_severity_is_that_of_the_last_gate_reached(
    gate: str, severity: Severity | None
) -> None:
    assert severity_at(levels(warning="G2", error="G3"), Gate(gate)) is severity


@pytest.mark.parametrize("gate", list(Gate))
def test_always_is_at_every_gate(gate: Gate) -> None:
    assert severity_at(always(Severity.INFO), gate) is Severity.INFO


_FIELDS = sorted(
    {
        "organisation": ["name", "type", "language", "business_id", "unit"],
        "plan": ["period", "title", "summary", "current_state"],
        "people.0": ["first_name", "last_name", "organisation"],
        "posts.0": ["title", "holder"],
        "team.0": ["person", "function", "contact_person"],
        "measures.0": ["name", "objectives", "challenge", "timing", "depends_on", "state"],
        "measures.0.responsibility": ["accountable", "responsible", "consulted", "informed"],
        "challenges.0": ["owner", "objectives", "procurement_timing", "market_dialogue_timing"],
        "indicators.0": ["objective", "kind", "baseline", "target", "target_date", "owner"],
        "management_links.2": ["instrument", "reason", "not_applicable", "preparer"],
        "risks.0": ["impact", "mitigation", "owner", "related"],
        "pilots.0": ["challenge", "state", "timing"],
        "sparrings.0": ["timing", "starts", "link"],
    }.items()
)
_PATHS = [f"{group}.{name}" for group, names in _FIELDS for name in names]
_COLLECTIONS = [name for name, value in submission_values().items() if isinstance(value, list)]
_TEXTS = [
    "organisation.unit",
    "people.0.last_name",
    "posts.0.holder",
    "posts.0.title",
    "measures.0.name",
    "measures.0.challenge",
    "measures.0.depends_on",
    "measures.0.responsibility.accountable",
    "measures.0.responsibility.responsible",
    "risks.0.related",
    "plan.summary",
]
_UNPRINTABLE = st.characters(exclude_categories=("Cs", "Cc", "Cn"))
_GATES = st.sampled_from(list(Gate))


def _without(values: Raw, dotted: str) -> None:
    *way, last = dotted.split(".")
    here: object = values
    for step in way:
        if isinstance(here, list):
            here = here[int(step)] if int(step) < len(here) else {}
        elif isinstance(here, dict):
            here = here.get(step, {})
    if isinstance(here, dict):
        here.pop(last, None)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sets(st.sampled_from([*_PATHS, *_COLLECTIONS])), _GATES)
def test_no_gap_makes_a_rule_fail(gone: set[str], gate: Gate) -> None:
    values = submission_values()
    for dotted in sorted(gone, reverse=True):
        _without(values, dotted)
    submission = AcademySubmission.model_validate(values, context={"window": WINDOW})
    programme = Programme.model_validate(programme_values(), context={"window": WINDOW})

    for finding in check_submission(Subject(submission, programme), gate):
        assert str(finding.message)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(
        st.sampled_from(_TEXTS), st.text(_UNPRINTABLE, min_size=1, max_size=60).map(str.strip)
    ),
    _GATES,
)
def test_no_text_makes_a_rule_fail(texts: dict[str, str], gate: Gate) -> None:
    changes = {path: text for path, text in texts.items() if text}
    subject = validated(overlay(submission_values(), changes), programme_values())

    findings = (
        *check_submission(subject, gate),
        *check_programme(ProgrammeSubject(subject.programme), gate),
    )

    for finding in findings:
        assert str(finding.message)
        assert finding.hint is None or str(finding.hint)
