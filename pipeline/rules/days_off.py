"""YL-14: events are not held on a weekend or a public holiday by mistake."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.finding import Path, Severity
from pipeline.core.holidays import day_off
from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, always
from pipeline.rules.subject import ProgrammeSubject, Subject
from schemas.fields import Timing
from schemas.fields.scalar import finnish_date
from schemas.msgid import msgid
from schemas.stages import StageType

_ABOUT: Final = msgid(
    "An event on a weekend or a public holiday is often a slip of the calendar; if it is meant,"
    " the finding can be accepted with a reason."
)
_EXAMPLE: Final = Example(
    wrong=msgid("Kick-off: 6.12.2021 (Independence Day)"),
    right=msgid("Kick-off: 7.12.2021, or a row in the sheet of accepted findings"),
)
_EVENTS: Final = frozenset({
    StageType.INTERVIEW,
    StageType.KICK_OFF,
    StageType.SPARRING,
    StageType.MANAGEMENT,
    StageType.CLOSING,
    StageType.WORKSHOP,
    StageType.SEMINAR,
})


def _programme(subject: ProgrammeSubject) -> Iterator[Hit]:
    for index, stage in enumerate(subject.programme.stages):
        if stage.type in _EVENTS:
            yield from off_days(stage.timing, ("stages", index, "timing"))


def _submission(subject: Subject) -> Iterator[Hit]:
    for index, sparring in enumerate(subject.submission.sparrings):
        yield from off_days(sparring.timing, ("sparrings", index, "timing"))
    for index, item in enumerate(subject.submission.management_items):
        yield from off_days(item.timing, ("management_items", index, "timing"))


def off_days(timing: Timing | None, path: Path) -> Iterator[Hit]:
    """Yield a hit at the path if a time is one day, and that is a weekend or a public holiday."""
    if timing is None or timing.start is None or not timing.is_day:
        return
    name = day_off(timing.start)
    if name is not None:
        message = Text("{date} is {name}.", date=finnish_date(timing.start), name=Text(name))
        yield Hit(message, path, Text("Check the day, or accept it with a reason."))


PROGRAMME_DAYS_OFF: Final[Rule[ProgrammeSubject]] = Rule(
    id="YL-14",
    about=_ABOUT,
    severities=always(Severity.WARNING),
    check=_programme,
    example=_EXAMPLE,
    may_be_acknowledged=True,
)
SUBMISSION_DAYS_OFF: Final[Rule[Subject]] = Rule(
    id="YL-14",
    about=_ABOUT,
    severities=always(Severity.WARNING),
    check=_submission,
    example=_EXAMPLE,
    may_be_acknowledged=True,
)
