"""All rules by their ids, and the running of them over a submission or a programme file."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from pipeline.core.finding import Finding, Path, Severity
from pipeline.core.location import Location
from pipeline.core.record import RawRecord
from pipeline.rules.accent import ACCENT
from pipeline.rules.acknowledged import ACKNOWLEDGEMENTS, settled
from pipeline.rules.application import CONDITION, IN_CALL, REASONS
from pipeline.rules.challenges import HALVES, LINKS, NUMBER
from pipeline.rules.characters import CHARACTERS
from pipeline.rules.clock_hours import PROGRAMME_HOURS, SPARRING_HOURS
from pipeline.rules.costs import COSTS
from pipeline.rules.days_off import PROGRAMME_DAYS_OFF, SUBMISSION_DAYS_OFF
from pipeline.rules.duplicates import DUPLICATES
from pipeline.rules.folders import FOLDERS
from pipeline.rules.gates import GATES
from pipeline.rules.indicators import INDICATORS
from pipeline.rules.invitations import KICK_OFF_INVITATION, SPARRING_INVITATIONS
from pipeline.rules.languages import PROGRAMME_LANGUAGES, SUBMISSION_LANGUAGES
from pipeline.rules.management_items import MANAGEMENT_ITEMS
from pipeline.rules.management_links import MANAGEMENT_LINKS
from pipeline.rules.measure_period import MEASURE_PERIOD
from pipeline.rules.missing import MISSING
from pipeline.rules.named_people import NAMED_PEOPLE
from pipeline.rules.number_order import PROGRAMME_NUMBERS, SUBMISSION_NUMBERS
from pipeline.rules.objectives import OBJECTIVES
from pipeline.rules.pilots import PILOTS
from pipeline.rules.pre_assignment import PRE_ASSIGNMENT
from pipeline.rules.programme_period import PROGRAMME_PERIOD, SPARRING_PERIOD
from pipeline.rules.references import REFERENCES
from pipeline.rules.responsibilities import ACCOUNTABLE, RESPONSIBLE
from pipeline.rules.risks import RISKS
from pipeline.rules.rule import Hit, Rule, severity_at
from pipeline.rules.selection import ASSESSED, PLACES, RANKED
from pipeline.rules.sparring_notes import SPARRING_NOTES
from pipeline.rules.subject import ProgrammeSubject, Seen, Subject
from pipeline.rules.targets import TARGETS
from pipeline.rules.team import CONTACTS, FUNCTIONS, MENTORS
from pipeline.rules.time_order import PROGRAMME_ORDER, SUBMISSION_ORDER
from pipeline.rules.workload import WORKLOAD
from pipeline.rules.written_times import INFERRED_YEARS, WEEKDAYS
from schemas.fields import LANGUAGES, Gate

if TYPE_CHECKING:
    from pipeline.rules.community.subject import CommunitySubject

S = TypeVar("S", bound=Seen)

#: Of the academy's submissions; those of a process stand in `community.registry`.
RULES: Final[Mapping[str, Rule[Subject]]] = {
    "YL-02": REFERENCES,
    "YL-03": DUPLICATES,
    "YL-06": INFERRED_YEARS,
    "YL-07": SUBMISSION_ORDER,
    "YL-08": SUBMISSION_NUMBERS,
    "YL-09": SPARRING_PERIOD,
    "YL-10": SPARRING_INVITATIONS,
    "YL-11": SUBMISSION_LANGUAGES,
    "YL-13": WEEKDAYS,
    "YL-14": SUBMISSION_DAYS_OFF,
    "YL-16": NAMED_PEOPLE,
    "YL-17": MISSING,
    "YL-18": SPARRING_HOURS,
    "YL-19": ACKNOWLEDGEMENTS,
    "IA-01": CONDITION,
    "IA-02": IN_CALL,
    "IA-03": REASONS,
    "IA-05": FUNCTIONS,
    "IA-06": CONTACTS,
    "IA-08": NUMBER,
    "IA-09": HALVES,
    "IA-10": LINKS,
    "IA-11": OBJECTIVES,
    "IA-12": ACCOUNTABLE,
    "IA-13": RESPONSIBLE,
    "IA-14": MEASURE_PERIOD,
    "IA-15": INDICATORS,
    "IA-16": TARGETS,
    "IA-17": MANAGEMENT_LINKS,
    "IA-18": RISKS,
    "IA-19": COSTS,
    "IA-20": PILOTS,
    "IA-21": WORKLOAD,
    "IA-22": MANAGEMENT_ITEMS,
    "IA-23": SPARRING_NOTES,
    "CE-05": CHARACTERS,
}

PROGRAMME_RULES: Final[Mapping[str, Rule[ProgrammeSubject]]] = {
    "YL-02": REFERENCES,
    "YL-03": DUPLICATES,
    "YL-06": INFERRED_YEARS,
    "YL-07": PROGRAMME_ORDER,
    "YL-08": PROGRAMME_NUMBERS,
    "YL-09": PROGRAMME_PERIOD,
    "YL-10": KICK_OFF_INVITATION,
    "YL-11": PROGRAMME_LANGUAGES,
    "YL-13": WEEKDAYS,
    "YL-14": PROGRAMME_DAYS_OFF,
    "YL-17": MISSING,
    "YL-18": PROGRAMME_HOURS,
    "YL-19": ACKNOWLEDGEMENTS,
    "IA-03": ASSESSED,
    "IA-04": PLACES,
    "IA-06": MENTORS,
    "IA-07": PRE_ASSIGNMENT,
    "IA-24": RANKED,
    "PR-01": ACCENT,
    "PR-02": FOLDERS,
    "PR-03": GATES,
    "CE-05": CHARACTERS,
}

_GENERAL: Final = frozenset({"YL-02", "YL-17"})
_WEIGHT: Final = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


def check_submission(subject: "Subject | CommunitySubject", gate: Gate) -> tuple[Finding, ...]:
    """Return what the rules notice in a submission that is to be complete for a gate."""
    if isinstance(subject, Subject):
        return settled(_check(RULES.values(), subject, gate), subject.form, RULES)
    # Only a process loads its rules.
    from pipeline.rules.community.registry import COMMUNITY_RULES

    found = _check(COMMUNITY_RULES.values(), subject, gate)
    return settled(found, subject.form, COMMUNITY_RULES)


def check_programme(subject: ProgrammeSubject, gate: Gate) -> tuple[Finding, ...]:
    """Return what the rules notice in a programme file that is to be complete for a gate."""
    found = _check(PROGRAMME_RULES.values(), subject, gate)
    return settled(found, subject.form, PROGRAMME_RULES)


def _check(rules: Iterable[Rule[S]], subject: S, gate: Gate) -> tuple[Finding, ...]:
    record = subject.form.record
    findings = [
        _finding(rule.id, hit, severity, record)
        for rule in rules
        for hit in rule.check(subject)
        if (severity := severity_at(hit.severities or rule.severities, gate)) is not None
        and not _is_unreadable(hit.path, record)
    ]
    return _without_repetition(findings)


def _finding(code: str, hit: Hit, severity: Severity, record: RawRecord | None) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        message=hit.message,
        location=record.location(hit.path) if record else Location(),
        hint=hit.hint,
        path=hit.path,
    )


def _is_unreadable(path: Path, record: RawRecord | None) -> bool:
    """Tell whether something does stand in a field but could not be read, which was said before."""
    if record is None or not record.unreadable:
        return False
    if any(path[:length] in record.unreadable for length in range(1, len(path) + 1)):
        return True
    return any((*path, language) in record.unreadable for language in LANGUAGES)


def _without_repetition(findings: list[Finding]) -> tuple[Finding, ...]:
    """Leave out what a general rule says of a field of which a special rule says as much."""
    said: dict[Path, int] = {}
    for finding in findings:
        if finding.code not in _GENERAL:
            weight = _WEIGHT[finding.severity]
            said[finding.path] = max(weight, said.get(finding.path, 0))
    return tuple(
        finding
        for finding in findings
        if finding.code not in _GENERAL or _WEIGHT[finding.severity] > said.get(finding.path, -1)
    )
