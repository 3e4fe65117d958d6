"""Lengths of time in minutes: 45 min, 2 h, 1 h 30 min."""

import re
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from typing import ClassVar, Final, Self

from pydantic_core import PydanticCustomError

from schemas.fields.scalar import refusal, scalar_text
from schemas.fields.scalar_type import ScalarType
from schemas.fields.time_faults import (
    DURATION_CLOCK,
    DURATION_RANGE,
    DURATION_TWO_READINGS,
    DURATION_UNREADABLE,
)

LONGEST: Final = 99_999
"""The longest duration, in minutes: some ten weeks."""
_CERTAIN: Final = 10

_MINUTE: Final = r"(?:min\.?|minuutti|minuuttia|minuter|minut|minutes|minute|m)"
_HOUR: Final = r"(?:h|t|tunti|tuntia|tim\.?|timme|timmar|hours|hour|hrs|hr)"
_MINUTES: Final = re.compile(rf"([0-9]+) ?{_MINUTE}?")
# Of decimals only quarters and halves of an hour are certain: 1,30 h may mean 1 h 30 min.
_HOURS: Final = re.compile(rf"([0-9]+)(?:,(5|25|50|75))? ?{_HOUR}")
_BOTH: Final = re.compile(rf"([0-9]+) ?{_HOUR} ?([0-5]?[0-9]) ?{_MINUTE}?")
_CLOCK: Final = re.compile(r"([0-9]{1,2})[.:]([0-5][0-9])")


@dataclass(frozen=True, slots=True, order=True)
class Duration(ScalarType):
    """Hold a length of time, zero or more, in minutes.

    Raises:
        ValueError: the duration is negative.
    """

    description: ClassVar[str] = "A length of time; a number of ten or more alone is minutes."
    examples: ClassVar[tuple[str, ...]] = ("45 min", "1 h 30 min")

    minutes: int

    def __post_init__(self) -> None:
        if self.minutes < 0:
            raise ValueError(self.minutes)

    @classmethod
    def parse(cls, value: object) -> Self:
        """Return the duration that a text or a whole number of minutes means.

        Raises:
            PydanticCustomError: unreadable, too long, or like a time of day (1:30).
        """
        match value:
            case cls():
                return value
            case time():
                raise _like_clock(value.hour, value.minute, value)
            case int() | Decimal() if not isinstance(value, bool):
                _refuse_small(Decimal(value), value)
                return cls._checked(Decimal(value), value)
            case _:
                minutes = _minutes(scalar_text(value, DURATION_UNREADABLE).casefold(), value)
                return cls._checked(minutes, value)

    @classmethod
    def _checked(cls, minutes: Decimal, value: object) -> Self:
        if not minutes.is_finite() or minutes < 0:
            raise refusal(DURATION_UNREADABLE, value)
        if minutes > LONGEST:
            raise refusal(DURATION_RANGE, value, limit=LONGEST)
        if minutes != minutes.to_integral_value():
            raise refusal(DURATION_UNREADABLE, value)
        return cls(int(minutes))

    def __add__(self, other: "Duration") -> "Duration":
        return Duration(self.minutes + other.minutes)

    def __str__(self) -> str:
        hours, minutes = divmod(self.minutes, 60)
        if not hours:
            return f"{minutes} min"
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"


def _refuse_small(number: Decimal, value: object) -> None:
    """Refuse 1 to 9 without a unit: they are hours as often as minutes."""
    if number.is_finite() and 0 < number < _CERTAIN and number == int(number):
        hours, minutes = str(Duration(60 * int(number))), str(Duration(int(number)))
        raise refusal(DURATION_TWO_READINGS, value, first=hours, second=minutes)


def _minutes(text: str, value: object) -> Decimal:
    if text.isdecimal() and text.isascii():
        _refuse_small(Decimal(text), value)
    if found := _MINUTES.fullmatch(text):
        return Decimal(found[1])
    if found := _HOURS.fullmatch(text):
        return Decimal(f"{found[1]}.{found[2] or 0}") * 60
    if found := _BOTH.fullmatch(text):
        return Decimal(found[1]) * 60 + int(found[2])
    if found := _CLOCK.fullmatch(text):
        raise _like_clock(int(found[1]), int(found[2]), value)
    raise refusal(DURATION_UNREADABLE, value)


def _like_clock(hours: int, minutes: int, value: object) -> PydanticCustomError:
    return refusal(DURATION_CLOCK, value, first=str(Duration(60 * hours + minutes)))
