"""The programme file, read and validated; its rules come later."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.app.opening import open_file
from pipeline.app.reading import Open, read_file
from pipeline.language.labels import choice_labels
from pipeline.sources.binding import Bound, bind
from schemas.programme import Programme


@dataclass(frozen=True, slots=True)
class ProgrammeFile:
    """A programme file with its hash and what could be used of it."""

    path: Path
    sha256: str
    bound: Bound[Programme]


def read_programme(path: Path, *, language: str, opening: Open = open_file) -> ProgrammeFile:
    """Read a programme file; `opening` opens it.

    Raises:
        EnvironmentFailedError: the file is missing, locked or cannot be opened.
    """
    read = read_file(path, Programme, language=language, opening=opening)
    labels = choice_labels(language)
    bound = bind(read.record, Programme, labels=labels)
    window = None if bound.model is None else window_of(bound.model)
    if window is not None and bound.unreadable:
        # A stage's day without a year takes it from the period, which had to be read first.
        bound = bind(read.record, Programme, window=window, labels=labels)
    return ProgrammeFile(path, read.sha256, bound)


def window_of(programme: Programme) -> tuple[date, date] | None:
    """Return the first and last day of the programme, None while they are not known."""
    period = programme.programme.period
    if period is None or period.start is None or period.end is None:
        return None
    return period.start, period.end
