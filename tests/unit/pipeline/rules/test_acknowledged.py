"""Findings that are accepted with a reason, by row, cell, sheet or all of a rule."""

import pytest

from pipeline.core.finding import Finding, Path, Severity
from pipeline.core.location import Location
from pipeline.core.record import RawRecord
from pipeline.rules.registry import check_programme, check_submission
from pipeline.rules.subject import ProgrammeSubject, Subject
from schemas.fields import Gate
from tests.rules.case import overlay
from tests.rules.sound import programme_values, submission_values, validated

#: Two sparrings on a Saturday and a measure after the plan's period.
_UNUSUAL = {
    "sparrings.0.timing": "6.11.2021",
    "sparrings.1.timing": "18.12.2021",
    "measures.0.timing": "kevät 2025",
}
_CELLS: dict[Path, Location] = {
    ("sparrings", 0, "timing"): Location(file="x.xlsx", sheet="Sparraukset", cell="B4"),
    ("sparrings", 1, "timing"): Location(file="x.xlsx", sheet="Sparraukset", cell="B5"),
}
_LINES: dict[Path, Location] = {
    ("sparrings", 1, "timing"): Location(file="x.yaml", line=70, column=5),
}


def _checked(
    *rows: dict[str, str], places: dict[Path, Location] | None = None
) -> tuple[Finding, ...]:
    changes = {**_UNUSUAL, "acknowledgements": list(rows)}
    subject = validated(overlay(submission_values(), changes), programme_values())
    record = None if places is None else RawRecord("x.xlsx", values={}, places=places)
    return check_submission(Subject(subject.submission, subject.programme, record), Gate.G4)


def _severities(findings: tuple[Finding, ...], code: str) -> dict[str, Severity]:
    return {str(each.dotted_path): each.severity for each in findings if each.code == code}


def test_an_accepted_finding_is_information_with_the_reason_and_who_accepted_it() -> None:
    findings = _checked({
        "rule": "YL-14",
        "where": "sparrings.0",
        "reason": "Sovittu näin.",
        "who": "HLO1",
    })

    accepted, other = (each for each in findings if each.code == "YL-14")
    assert (accepted.severity, other.severity) == (Severity.INFO, Severity.WARNING)
    assert str(accepted.message) == (
        "6.11.2021 is All Saints' Day. Accepted by HLO1: Sovittu näin."
    )
    assert accepted.hint is None
    assert accepted.path == ("sparrings", 0, "timing")


def test_without_a_place_every_finding_of_the_rule_is_accepted() -> None:
    findings = _checked({"rule": "YL-14", "reason": "Lauantait sopivat."})

    assert set(_severities(findings, "YL-14").values()) == {Severity.INFO}
    assert "YL-19" not in {each.code for each in findings}


def test_an_error_of_a_rule_that_allows_it_is_accepted_too() -> None:
    before = _severities(_checked(), "IA-14")
    after = _severities(_checked({"rule": "IA-14", "where": "P1", "reason": "Optio."}), "IA-14")

    assert Severity.ERROR in before.values()
    assert Severity.ERROR not in after.values()


@pytest.mark.parametrize("where", ["B5", "sparraukset!b5", "sparrings.1.timing", "2"])
def test_one_place_has_several_names(where: str) -> None:
    findings = _checked({"rule": "YL-14", "where": where, "reason": "Sopii."}, places=_CELLS)

    assert _severities(findings, "YL-14") == {
        "sparrings.0.timing": Severity.WARNING,
        "sparrings.1.timing": Severity.INFO,
    }


def test_a_sheet_is_a_place() -> None:
    row = {"rule": "YL-14", "where": "Sparraukset", "reason": "Sopii."}

    assert set(_severities(_checked(row, places=_CELLS), "YL-14").values()) == {Severity.INFO}


def test_a_line_of_yaml_is_a_place() -> None:
    findings = _checked({"rule": "YL-14", "where": "70", "reason": "Sopii."}, places=_LINES)

    assert _severities(findings, "YL-14")["sparrings.1.timing"] is Severity.INFO


def test_what_has_no_reason_changes_nothing_and_is_told_once() -> None:
    findings = _checked({"rule": "YL-14", "where": "sparrings.0"})

    assert set(_severities(findings, "YL-14").values()) == {Severity.WARNING}
    assert _severities(findings, "YL-19") == {"acknowledgements.0.reason": Severity.WARNING}


def test_an_acceptance_that_does_not_hold_is_told_at_its_cell() -> None:
    places: dict[Path, Location] = {
        ("acknowledgements", 0, "rule"): Location(file="x.xlsx", sheet="Ohitukset", cell="A4")
    }

    findings = _checked({"rule": "IA-12", "reason": "Yhteinen."}, places=places)

    (told,) = (each for each in findings if each.code == "YL-19")
    assert str(told.location) == "x.xlsx[Ohitukset!A4]"
    assert "has to be mended" in str(told.message)


def test_an_unknown_code_gets_the_nearest_ones() -> None:
    findings = _checked({"rule": "YL-4", "reason": "Sovittu."})

    (told,) = (each for each in findings if each.code == "YL-19")
    assert "YL-14" in str(told.hint)


def test_the_programme_accepts_its_own_findings_only() -> None:
    changes = {
        "stages.2.timing": "30.10.2021",
        "acknowledgements": [
            {"rule": "YL-14", "reason": "Verkossa."},
            {"rule": "IA-23", "reason": "Ei koske."},
        ],
    }
    subject = validated(submission_values(), overlay(programme_values(), changes))

    findings = check_programme(ProgrammeSubject(subject.programme), Gate.G4)

    assert [(each.code, each.severity) for each in findings] == [
        ("YL-14", Severity.INFO),
        ("YL-19", Severity.WARNING),
    ]
