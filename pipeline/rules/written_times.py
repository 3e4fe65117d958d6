"""YL-06 and YL-13: how a time was written: a year left out, a weekday that does not match."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.finding import Severity
from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, always
from pipeline.rules.subject import Seen
from pipeline.rules.walk import Spot
from schemas.fields import Timing
from schemas.fields.scalar import finnish_date
from schemas.msgid import msgid

_WEEKDAYS: Final = (
    msgid("Monday"),
    msgid("Tuesday"),
    msgid("Wednesday"),
    msgid("Thursday"),
    msgid("Friday"),
    msgid("Saturday"),
    msgid("Sunday"),
)


def _timings(subject: Seen) -> Iterator[tuple[Spot, Timing]]:
    for spot in subject.form.spots:
        if isinstance(spot.value, Timing):
            yield spot, spot.value


def _years(subject: Seen) -> Iterator[Hit]:
    for spot, timing in _timings(subject):
        if timing.year_inferred and timing.start and timing.end:
            first, last = finnish_date(timing.start), finnish_date(timing.end)
            message = Text(
                "“{text}” has no year; it was read as {reading}.",
                text=timing.text,
                reading=first if timing.is_day else f"{first}–{last}",
            )
            yield Hit(message, spot.path, Text("Write the year too, if it is the right one."))


def _weekdays(subject: Seen) -> Iterator[Hit]:
    for spot, timing in _timings(subject):
        if timing.weekday is None or timing.start is None:
            continue
        if timing.weekday != timing.start.weekday():
            message = Text(
                "“{text}” and the calendar disagree: {date} is a {weekday}.",
                text=timing.text,
                date=finnish_date(timing.start),
                weekday=Text(_WEEKDAYS[timing.start.weekday()]),
            )
            yield Hit(message, spot.path, Text("Check which is right, the weekday or the date."))


INFERRED_YEARS: Final[Rule[Seen]] = Rule(
    id="YL-06",
    about=msgid(
        "A date has its year, because a document is read long after the programme; a year that was"
        " left out is taken from the programme's period and shown."
    ),
    severities=always(Severity.WARNING),
    check=_years,
    example=Example(
        wrong=msgid("Timing: 16.11."),
        right=msgid("Timing: 16.11.2021"),
    ),
    may_be_acknowledged=True,
)

WEEKDAYS: Final[Rule[Seen]] = Rule(
    id="YL-13",
    about=msgid("A weekday beside a date is that date's weekday; one of the two is a slip."),
    severities=always(Severity.WARNING),
    check=_weekdays,
    example=Example(
        wrong=msgid("Monday 16.11.2021, which is a Tuesday"),
        right=msgid("Tuesday 16.11.2021"),
    ),
)
