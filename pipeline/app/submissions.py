"""One submission, read, validated and checked by the rules at its gate."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pipeline.app.failures import failure_findings
from pipeline.app.opening import open_file
from pipeline.app.programme_files import window_of
from pipeline.app.reading import Open, read_file
from pipeline.core.errors import EnvironmentFailedError
from pipeline.core.finding import Finding, Severity, has_errors
from pipeline.core.location import Location
from pipeline.core.naming import folded
from pipeline.core.record import RawRecord
from pipeline.core.summary import SubmissionSummary
from pipeline.core.text import Text
from pipeline.language.labels import choice_labels
from pipeline.rules.registry import check_submission
from pipeline.rules.subject import Subject
from pipeline.sources.binding import Bound, bind
from pipeline.sources.nesting import LeftOut
from schemas.fields import Gate
from schemas.programme import Participant, Programme
from schemas.submissions import SUBMISSIONS, academy_of, owner_field, owner_of

if TYPE_CHECKING:
    from pipeline.rules.community.subject import CommunitySubject
    from schemas.community import CommunitySubmission
    from schemas.submissions import Submission


@dataclass(frozen=True, slots=True)
class CheckedSubmission:
    """A submission with all that was found in it.

    `blocked` says that the file, its headers or its cells have errors, so that no document may
    be made of it; errors of rules alone make drafts. `record` is the file as it was read.
    """

    path: Path
    gate: Gate
    sha256: str | None = None
    submission: "Submission | None" = None
    participant: Participant | None = None
    findings: tuple[Finding, ...] = ()
    blocked: bool = True
    id_place: Location = field(default_factory=Location)
    record: RawRecord | None = None

    @property
    def shown(self) -> str:
        """Return what findings call the file."""
        return self.record.file if self.record else self.path.name

    @property
    def organisation(self) -> str | None:
        """Return the organisation's name, or its id while the name is not known."""
        if self.submission is None:
            return None
        known = owner_of(self.submission)
        return (known.name.first(("fi", "sv", "en")) if known.name else None) or known.id

    @property
    def summary(self) -> SubmissionSummary:
        """Return how the submission stands."""
        return SubmissionSummary(
            file=self.shown,
            organisation=self.organisation,
            gate=self.gate.value,
            errors=sum(each.severity is Severity.ERROR for each in self.findings),
            warnings=sum(each.severity is Severity.WARNING for each in self.findings),
            ready=not has_errors(self.findings),
        )


def check_file(
    path: Path,
    programme: Programme,
    *,
    gate: Gate | None,
    language: str,
    shown: str | None = None,
    opening: Open = open_file,
) -> CheckedSubmission:
    """Read a submission and check it; a file that cannot be opened is a finding too.

    `shown` is what findings call the file, where its own name does not tell it from others.
    """
    default = gate or programme.gate
    model = SUBMISSIONS[programme.programme.model]
    try:
        read = read_file(path, model, language=language, shown=shown, opening=opening)
    except EnvironmentFailedError as fault:
        return CheckedSubmission(path, default, findings=failure_findings(fault))
    bound = bind(
        read.record,
        model,
        window=window_of(programme),
        labels=choice_labels(language),
    )
    unruled = CheckedSubmission(
        path, default, sha256=read.sha256, findings=bound.findings, record=read.record
    )
    return unruled if bound.model is None else _ruled(unruled, bound, programme, gate)


def _ruled(
    checked: CheckedSubmission,
    bound: "Bound[Submission]",
    programme: Programme,
    gate: Gate | None,
) -> CheckedSubmission:
    submission = bound.model
    if submission is None:
        return checked
    participant = _participant(submission, programme)
    own = gate or (participant.gate if participant else None) or programme.gate
    languages = languages_of(participant, programme)
    ruled = check_submission(_subject(submission, programme, bound.record, languages), own)
    place = bound.record.location((owner_field(type(submission)), "id"))
    strangers = () if participant else (_stranger(submission, programme, place),)
    # Of an organisation that the programme lacks, the rule of the team would say the same again.
    said = LeftOut.of((*bound.unreadable, *(each.path for each in strangers)))
    new = [each for each in ruled if not said.concerns(each.path)]
    return replace(
        checked,
        gate=own,
        submission=submission,
        participant=participant,
        findings=(*bound.findings, *strangers, *new),
        blocked=has_errors((*bound.findings, *strangers)),
        id_place=place,
    )


def _subject(
    submission: "Submission", programme: Programme, record: RawRecord, languages: tuple[str, ...]
) -> "Subject | CommunitySubject":
    academy = academy_of(submission)
    if academy is not None:
        return Subject(academy, programme, record, languages)
    # Only a process loads what its rules look at.
    from pipeline.rules.community.subject import CommunitySubject

    return CommunitySubject(cast("CommunitySubmission", submission), programme, record, languages)


def languages_of(participant: Participant | None, programme: Programme) -> tuple[str, ...]:
    """Return the languages of an organisation's documents."""
    own = participant.languages if participant else ()
    return tuple(language.value for language in own or programme.programme.languages)


def _participant(submission: "Submission", programme: Programme) -> Participant | None:
    """Return the programme's row of the organisation: the same id, else one of the same letters."""
    wanted = owner_of(submission).id
    near = [each for each in programme.organisations if folded(each.id) == folded(wanted)]
    return next((each for each in near if each.id == wanted), near[0] if near else None)


def _stranger(submission: "Submission", programme: Programme, place: Location) -> Finding:
    own = owner_of(submission).id
    known = [each.id for each in programme.organisations]
    near = difflib.get_close_matches(own, known, n=1)
    message = Text("The programme has no organisation “{id}”.", id=own)
    hint = (
        Text("Did you mean “{name}”?", name=near[0])
        if near
        else Text("The programme's organisations are: {names}.", names=", ".join(known))
    )
    path = (owner_field(type(submission)), "id")
    return Finding("YL-02", Severity.ERROR, message, place, hint, path)


def mark_doubles(checked: Iterable[CheckedSubmission]) -> tuple[CheckedSubmission, ...]:
    """Return the submissions with an error on each that claims an organisation twice."""
    files = tuple(checked)
    claims: dict[str, list[CheckedSubmission]] = {}
    for file in files:
        if file.participant is not None:
            claims.setdefault(file.participant.id, []).append(file)
    return tuple(_with_double(file, claims) for file in files)


def _with_double(
    file: CheckedSubmission, claims: dict[str, list[CheckedSubmission]]
) -> CheckedSubmission:
    claimants = claims[file.participant.id] if file.participant else []
    if len(claimants) < 2:
        return file
    others = ", ".join(str(each.id_place) for each in claimants if each is not file)
    finding = Finding(
        "YL-03",
        Severity.ERROR,
        Text("Another submission is from the same organisation: {others}.", others=others),
        file.id_place,
        Text("Keep the one that is right, and move the other out of the folder."),
        (owner_field(type(file.submission)), "id") if file.submission else (),
    )
    return replace(file, findings=(*file.findings, finding), blocked=True)
