"""The clock of Finland: when it is moved, and how far it is from UTC.

Worked out from the rule of the European Union (in force in Finland since 1996, last Sundays of
March and October at 1.00 UTC) and not from a time zone database: the answer is then the same on
every machine.
"""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final

from pipeline.core.text import Text

TIME_ZONE: Final = "Europe/Helsinki"

_WINTER: Final = timedelta(hours=2)
_SUMMER: Final = timedelta(hours=3)
_MOVED_AT: Final = timedelta(hours=3)
_HOUR: Final = timedelta(hours=1)


class ClockChange(StrEnum):
    """What is wrong with a time of day on the two days when the clock is moved."""

    SKIPPED = "skipped"
    REPEATED = "repeated"


def clock_change(local: datetime) -> ClockChange | None:
    """Return why a local time is not one moment, or None when it is one.

    The hour from 3.00 does not exist on the last Sunday of March, and comes twice in October.
    """
    for month, change in ((3, ClockChange.SKIPPED), (10, ClockChange.REPEATED)):
        moved = _move(local.year, month)
        if moved <= local < moved + _HOUR:
            return change
    return None


def change_message(change: ClockChange, moment: datetime) -> Text:
    """Return in words why a local time is not one moment."""
    day = f"{moment.day}.{moment.month}.{moment.year}"
    clock = f"{moment.hour}.{moment.minute:02}"
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


def to_utc(local: datetime) -> datetime:
    """Return the moment of a local time; the repeated hour is taken as summer time."""
    summer = _move(local.year, 3) <= local < _move(local.year, 10) + _HOUR
    return (local - (_SUMMER if summer else _WINTER)).replace(tzinfo=UTC)


def _move(year: int, month: int) -> datetime:
    last = date(year, month, 31)
    sunday = last - timedelta(days=last.isoweekday() % 7)
    return datetime(sunday.year, sunday.month, sunday.day) + _MOVED_AT  # noqa: DTZ001  (local time)
