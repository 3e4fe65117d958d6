"""YL-18: an event begins and ends at a time that its day has once."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from pipeline.core.finding import Path, Severity
from pipeline.core.helsinki import ClockChange, clock_change
from pipeline.core.text import Text
from pipeline.rules.rule import Hit, Rule, always
from pipeline.rules.subject import ProgrammeSubject, Subject
from schemas.fields import Duration
from schemas.fields.scalar import finnish_date
from schemas.msgid import msgid
from schemas.programme import Programme
from schemas.sparrings import Sparring
from schemas.stages import Stage

_ABOUT: Final = msgid(
    "An event begins and ends at a time that its day has once: on the last Sunday of March one hour"
    " is left out, and on that of October one comes twice."
)


def _programme(subject: ProgrammeSubject) -> Iterator[Hit]:
    for index, stage in enumerate(subject.programme.stages):
        yield from _event(stage, stage.duration, ("stages", index))


def _submission(subject: Subject) -> Iterator[Hit]:
    for index, sparring in enumerate(subject.submission.sparrings):
        duration = sparring.duration or _common_duration(subject.programme, sparring.number)
        yield from _event(sparring, duration, ("sparrings", index))


def _common_duration(programme: Programme, number: int) -> Duration | None:
    """Return the length that the programme gives to the sparring of a number, from 1."""
    stage = programme.sparring_stage(number)
    return None if stage is None else stage.duration


def _event(event: Stage | Sparring, duration: Duration | None, path: Path) -> Iterator[Hit]:
    """Yield a hit at the start if that is no time, else at the length if the end is none."""
    timing = event.timing
    if timing is None or timing.start is None or not timing.is_day or event.starts is None:
        return
    start = datetime.combine(timing.start, event.starts.as_time)
    hint = Text("Choose another time of day.")
    change = clock_change(start)
    if change is not None:
        yield Hit(_message(change, start), (*path, "starts"), hint)
        return
    end = start + timedelta(minutes=duration.minutes if duration else 0)
    change = clock_change(end)
    if change is not None:
        yield Hit(_message(change, end), (*path, "duration"), hint)


def _message(change: ClockChange, moment: datetime) -> Text:
    clock, day = f"{moment.hour}.{moment.minute:02}", finnish_date(moment.date())
    if change is ClockChange.SKIPPED:
        return Text(
            "The time {clock} does not exist on {day}: the clock is put forward from 3 to 4.",
            clock=clock,
            day=day,
        )
    return Text(
        "The time {clock} comes twice on {day}: the clock is put back from 4 to 3.",
        clock=clock,
        day=day,
    )


PROGRAMME_HOURS: Final[Rule[ProgrammeSubject]] = Rule(
    id="YL-18", about=_ABOUT, severities=always(Severity.ERROR), check=_programme
)
SPARRING_HOURS: Final[Rule[Subject]] = Rule(
    id="YL-18", about=_ABOUT, severities=always(Severity.ERROR), check=_submission
)
