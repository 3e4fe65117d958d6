"""The programme file, read, validated and checked by its rules."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.app.opening import open_file
from pipeline.app.reading import Open, read_file
from pipeline.core.finding import Finding
from pipeline.core.record import RawRecord
from pipeline.language.labels import choice_labels
from pipeline.rules.registry import check_programme
from pipeline.rules.subject import ProgrammeSubject
from pipeline.sources.binding import bind
from pipeline.sources.nesting import LeftOut
from schemas.fields import Gate
from schemas.programme import Programme


@dataclass(frozen=True, slots=True)
class LoadedProgramme:
    """A programme file; `programme` is None when nothing of it can be used.

    `record` holds the values that could be used, its rows numbered as the model's are.
    """

    path: Path
    sha256: str
    programme: Programme | None
    findings: tuple[Finding, ...]
    record: RawRecord | None = None


def load_programme(
    path: Path, *, gate: Gate | None, language: str, opening: Open = open_file
) -> LoadedProgramme:
    """Read a programme file and check it at a gate, its own by default.

    Raises:
        EnvironmentFailedError: the file is missing, locked or cannot be opened.
    """
    read = read_file(path, Programme, language=language, opening=opening)
    labels = choice_labels(language)
    bound = bind(read.record, Programme, labels=labels)
    window = None if bound.model is None else window_of(bound.model)
    if window is not None:
        # A stage's day without a year takes it from the period, which had to be read first.
        bound = bind(read.record, Programme, window=window, labels=labels)
    if bound.model is None:
        return LoadedProgramme(path, read.sha256, None, bound.findings, bound.record)
    subject = ProgrammeSubject(bound.model, bound.record)
    ruled = check_programme(subject, gate or bound.model.gate)
    said = LeftOut.of(bound.unreadable)
    new = tuple(each for each in ruled if not said.concerns(each.path))
    findings = (*bound.findings, *new)
    return LoadedProgramme(path, read.sha256, bound.model, findings, bound.record)


def window_of(programme: Programme) -> tuple[date, date] | None:
    """Return the first and last day of the programme, None while they are not known."""
    period = programme.programme.period
    if period is None or period.start is None or period.end is None:
        return None
    return period.start, period.end
