"""Times of day to the minute: 9.00."""

import re
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from typing import ClassVar, Final, Self

from schemas.fields.duration import Duration
from schemas.fields.scalar import refusal, scalar_text
from schemas.fields.scalar_type import ScalarType
from schemas.fields.time_faults import CLOCK_NUMBER, CLOCK_RANGE, CLOCK_UNREADABLE

DAY: Final = 24 * 60
"""The minutes of a day."""

_CLOCK: Final = re.compile(r"(?:(?:klo|kello|kl|at)\.? ?)?([0-9]{1,2})(?:[.:]([0-9]{2}))?(?: ?h)?")


@dataclass(frozen=True, slots=True, order=True)
class ClockTime(ScalarType):
    """Hold a time of day as minutes from midnight, 0 to 1439.

    Raises:
        ValueError: the minutes are not those of one day.
    """

    description: ClassVar[str] = "A time of day."
    examples: ClassVar[tuple[str, ...]] = ("9.00", "14.30")

    minutes: int

    def __post_init__(self) -> None:
        if not 0 <= self.minutes < DAY:
            raise ValueError(self.minutes)

    @classmethod
    def parse(cls, value: object) -> Self:
        """Return the time that a text, a time or a whole number of hours means.

        Raises:
            PydanticCustomError: unreadable, not within a day, or a number with decimals.
        """
        match value:
            case cls():
                return value
            case time():
                return cls._of_time(value)
            case int() | Decimal() if not isinstance(value, bool):
                return cls._of_hours(Decimal(value), value)
            case _:
                return cls._of_text(value)

    @classmethod
    def _of_time(cls, value: time) -> Self:
        # Excel counts in fractions of a day, so a minute may miss by some microseconds.
        seconds = round(value.second + value.microsecond / 1_000_000)
        if seconds % 60:
            raise refusal(CLOCK_UNREADABLE, value)
        return cls._within_day(value.hour * 60 + value.minute + seconds // 60, value)

    @classmethod
    def _of_hours(cls, hours: Decimal, value: object) -> Self:
        if not hours.is_finite() or abs(hours) > DAY or hours != hours.to_integral_value():
            raise refusal(CLOCK_NUMBER, value)
        return cls._within_day(int(hours) * 60, value)

    @classmethod
    def _of_text(cls, value: object) -> Self:
        found = _CLOCK.fullmatch(scalar_text(value, CLOCK_UNREADABLE).casefold())
        if found is None:
            raise refusal(CLOCK_UNREADABLE, value)
        minutes = int(found[2] or 0)
        if minutes > 59:
            raise refusal(CLOCK_RANGE, value)
        return cls._within_day(int(found[1]) * 60 + minutes, value)

    @classmethod
    def _within_day(cls, minutes: int, value: object) -> Self:
        if not 0 <= minutes < DAY:
            raise refusal(CLOCK_RANGE, value)
        return cls(minutes)

    def plus(self, duration: Duration) -> "ClockTime":
        """Return what the clock shows after a duration; past midnight it begins again."""
        return ClockTime((self.minutes + duration.minutes) % DAY)

    @property
    def as_time(self) -> time:
        """Return the time as the standard library's value."""
        return time(*divmod(self.minutes, 60))

    def __str__(self) -> str:
        return f"{self.minutes // 60}.{self.minutes % 60:02}"
