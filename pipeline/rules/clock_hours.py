"""YL-18: an event begins and ends at a time that its day has once."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from pipeline.core.finding import Path, Severity
from pipeline.core.helsinki import change_message, clock_change
from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, always
from pipeline.rules.subject import ProgrammeSubject, Subject
from schemas.fields import Duration
from schemas.msgid import msgid
from schemas.programme import Programme
from schemas.sparrings import Sparring
from schemas.stages import Stage

if TYPE_CHECKING:
    from schemas.workshops import Workshop

_ABOUT: Final = msgid(
    "An event begins and ends at a time that its day has once: on the last Sunday of March one hour"
    " is left out, and on that of October one comes twice."
)
_EXAMPLE: Final = Example(
    wrong=msgid("27.3.2022 at 3.30: the hour is left out that night"),
    right=msgid("27.3.2022 at 9.00"),
)


def _programme(subject: ProgrammeSubject) -> Iterator[Hit]:
    for index, stage in enumerate(subject.programme.stages):
        yield from odd_hours(stage, stage.duration, ("stages", index))


def _submission(subject: Subject) -> Iterator[Hit]:
    for index, sparring in enumerate(subject.submission.sparrings):
        duration = sparring.duration or _common_duration(subject.programme, sparring.number)
        yield from odd_hours(sparring, duration, ("sparrings", index))


def _common_duration(programme: Programme, number: int) -> Duration | None:
    """Return the length that the programme gives to the sparring of a number, from 1."""
    stage = programme.sparring_stage(number)
    return None if stage is None else stage.duration


def odd_hours(
    event: "Stage | Sparring | Workshop", duration: Duration | None, path: Path
) -> Iterator[Hit]:
    """Yield a hit at the start if that is no time, else at the length if the end is none."""
    timing = event.timing
    if timing is None or timing.start is None or not timing.is_day or event.starts is None:
        return
    start = datetime.combine(timing.start, event.starts.as_time)
    hint = Text("Choose another time of day.")
    change = clock_change(start)
    if change is not None:
        yield Hit(change_message(change, start), (*path, "starts"), hint)
        return
    end = start + timedelta(minutes=duration.minutes if duration else 0)
    change = clock_change(end)
    if change is not None:
        yield Hit(change_message(change, end), (*path, "duration"), hint)


PROGRAMME_HOURS: Final[Rule[ProgrammeSubject]] = Rule(
    id="YL-18",
    about=_ABOUT,
    severities=always(Severity.ERROR),
    check=_programme,
    example=_EXAMPLE,
)
SPARRING_HOURS: Final[Rule[Subject]] = Rule(
    id="YL-18",
    about=_ABOUT,
    severities=always(Severity.ERROR),
    check=_submission,
    example=_EXAMPLE,
)
