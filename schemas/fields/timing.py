"""Times as people know them: a day, a month, a season or a year, with the text that said it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Final, Self, cast

from pydantic import ValidationInfo

from schemas.fields.scalar import (
    finnish_date,
    refusal,
    scalar_text,
    shown,
)
from schemas.fields.scalar_type import ScalarType
from schemas.fields.time_faults import TIMING_NUMBER, TIMING_UNREADABLE
from schemas.fields.timing_days import Window
from schemas.fields.timing_forms import read_span
from schemas.fields.timing_span import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    MisfitError,
    Span,
    day_of,
    one_day,
    years,
)
from schemas.precision import Precision

__all__ = ["WINDOW", "Precision", "Relation", "Timing", "window_of"]

WINDOW: Final = "window"
"""The key of the validation context under which the first and last day of the period stand."""


class Relation(StrEnum):
    """Say how a time stands to a period."""

    CONTAINED = "contained"
    OVERLAPPING = "overlapping"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Timing(ScalarType):
    """Hold a time with its precision; an open one has neither start nor end.

    `text` is what was written, with single spaces; a real date of Excel is 19.10.2021. Parts of a
    month are days 1–10, 11–20 and 21 to the end; the beginning of a year is January to April and
    its end September to December; spring is March to May, and winter 2022 is December 2021 to
    February 2022. Weeks are those of ISO 8601. `weekday` is the one that the text names (Monday
    is 0), whether or not it is right.
    """

    description: ClassVar[str] = (
        "A day, a range of days or a longer period, as exactly as it is known."
    )
    examples: ClassVar[tuple[str, ...]] = (
        "19.10.2021",
        "1.–22.3.2022",
        "marraskuu 2021",
        "Q1/2022",
        "ei vielä sovittu",
    )

    start: date | None
    end: date | None
    precision: Precision
    text: str
    year_inferred: bool = False
    weekday: int | None = None

    @classmethod
    def parse(cls, value: object, window: Window | None = None) -> Self:
        """Return the time that a text, a date or the number of a year means.

        A day without its year takes the one year that puts it inside the window, which is the
        first and the last day of the programme.

        Raises:
            PydanticCustomError: unreadable, of two readings, not in the calendar, or backwards.
        """
        if isinstance(value, cls):
            return value
        text = _text(value)
        try:
            return cls._from(_span(value, text, window), text)
        except MisfitError as misfit:
            raise refusal(misfit.what, value, **misfit.parameters) from None

    @classmethod
    def _from(cls, span: Span, text: str) -> Self:
        return cls(
            start=span.start,
            end=span.end,
            precision=span.precision,
            text=text,
            year_inferred=span.year_inferred,
            weekday=span.weekday,
        )

    def __str__(self) -> str:
        return self.text

    @property
    def is_day(self) -> bool:
        """Say whether the time is one day."""
        return self.start is not None and self.start == self.end

    @property
    def days(self) -> int | None:
        """Return how many days the time spans, None if it is open."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days + 1

    @property
    def sort_key(self) -> tuple[date, date]:
        """Return what sorts times by their start, then their end, the open ones last."""
        return self.start or date.max, self.end or date.max

    def relation_to(self, start: date, end: date) -> Relation:
        """Say how the time stands to the period from `start` to `end`, both days included."""
        if self.start is None or self.end is None:
            return Relation.UNKNOWN
        if start <= self.start and self.end <= end:
            return Relation.CONTAINED
        if self.end < start or end < self.start:
            return Relation.OUTSIDE
        return Relation.OVERLAPPING

    @classmethod
    def _read(cls, value: object, info: ValidationInfo) -> Self:
        return cls.parse(value, window_of(info))


def window_of(info: ValidationInfo) -> Window | None:
    """Return the programme's first and last day from the validation context, if it has them."""
    context = cast("Mapping[str, object]", info.context or {})
    return cast("Window | None", context.get(WINDOW))


def _text(value: object) -> str:
    match value:
        case datetime():
            return finnish_date(value)
        case date() | int() | Decimal():
            return shown(value)
        case _:
            return scalar_text(value, TIMING_UNREADABLE)


def _span(value: object, text: str, window: Window | None) -> Span:
    match value:
        case date():
            return one_day(day_of(value.year, value.month, value.day))
        case bool():
            raise MisfitError(TIMING_UNREADABLE)
        case int() | Decimal():
            return _year(Decimal(value))
        case _:
            return read_span(text, window)


def _year(number: Decimal) -> Span:
    if not number.is_finite() or number not in range(EARLIEST_YEAR, LATEST_YEAR + 1):
        raise MisfitError(TIMING_NUMBER)
    return years(int(number), int(number))
