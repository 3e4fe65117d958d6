"""Periods of the calendar: how exactly each is known, where it begins and where it ends."""

import calendar
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from schemas.fields.fault import Fault
from schemas.fields.scalar import finnish_date
from schemas.fields.time_faults import TIMING_BACKWARDS, TIMING_NO_SUCH_DAY, TIMING_YEAR_RANGE
from schemas.precision import Precision

EARLIEST_YEAR: Final = 2000
LATEST_YEAR: Final = 2100


class MisfitError(Exception):
    """Stop the reading of a text that has a known form but no good meaning.

    Carries the fault and its parameters, all but the text itself, which the reader adds.
    """

    def __init__(self, what: Fault, **parameters: str | int) -> None:
        super().__init__(what.key)
        self.what = what
        self.parameters = parameters


@dataclass(frozen=True, slots=True)
class Span:
    """Hold what a text says: the first and the last day, or neither if the time is open."""

    start: date | None
    end: date | None
    precision: Precision
    weekday: int | None = None
    year_inferred: bool = False


def day_of(year: int, month: int, day: int) -> date:
    """Return a date of the years 2000 to 2100.

    Raises:
        MisfitError: there is no such date, or its year is out of range.
    """
    check_year(year)
    try:
        return date(year, month, day)
    except ValueError:
        raise MisfitError(TIMING_NO_SUCH_DAY) from None


def check_year(year: int) -> None:
    """Refuse a year outside 2000 to 2100.

    Raises:
        MisfitError: the year is out of range.
    """
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise MisfitError(TIMING_YEAR_RANGE, year=year, earliest=EARLIEST_YEAR, latest=LATEST_YEAR)


def one_day(day: date, weekday: int | None = None) -> Span:
    """Return the span of one day, with the weekday that the text names (Monday is 0)."""
    return Span(day, day, Precision.DAY, weekday)


def between(start: date, end: date, precision: Precision) -> Span:
    """Return the span from one day to another.

    Raises:
        MisfitError: the end is before the start.
    """
    if end < start:
        raise MisfitError(TIMING_BACKWARDS, start=finnish_date(start), end=finnish_date(end))
    return Span(start, end, precision)


def year_part(year: int, first: int) -> Span:
    """Return the four months of a year that begin with `first`."""
    return replace(months((year, first), (year, first + 3)), precision=Precision.YEAR_PART)


def months(start: tuple[int, int], end: tuple[int, int]) -> Span:
    """Return the span of whole months, each given as (year, month).

    Raises:
        MisfitError: no such month, a year out of range, or the end is before the start.
    """
    last = day_of(*end, 1)
    last_day = last.replace(day=_last_day(last.year, last.month))
    return between(day_of(*start, 1), last_day, Precision.MONTH)


def quarters(year: int, first: int, last: int) -> Span:
    """Return whole quarters of a year, numbered from 1.

    Raises:
        MisfitError: the year is out of range, or the last is before the first.
    """
    whole = months((year, 3 * first - 2), (year, 3 * last))
    return replace(whole, precision=Precision.QUARTER)


def season(year: int, first: int) -> Span:
    """Return three months from `first`; a winter is December of the year before to February."""
    check_year(year)
    if first == 12:
        return between(date(year - 1, 12, 1), date(year, 2, _last_day(year, 2)), Precision.SEASON)
    return replace(months((year, first), (year, first + 2)), precision=Precision.SEASON)


def month_part(year: int, month: int, part: int) -> Span:
    """Return days 1–10, 11–20 or 21 to the end of a month; `part` is 0, 1 or 2."""
    first = day_of(year, month, 1 + 10 * part)
    last = _last_day(year, month) if part == 2 else 10 * (part + 1)
    return between(first, first.replace(day=last), Precision.MONTH_PART)


def years(first: int, last: int) -> Span:
    """Return whole years.

    Raises:
        MisfitError: a year is out of range, or the last is before the first.
    """
    return between(day_of(first, 1, 1), day_of(last, 12, 31), Precision.YEAR)


def weeks(year: int, first: int, last: int) -> Span:
    """Return whole weeks of a year, numbered as in ISO 8601, Monday to Sunday.

    Raises:
        MisfitError: no such week in the year, or the last is before the first.
    """
    check_year(year)
    try:
        return between(
            date.fromisocalendar(year, first, 1),
            date.fromisocalendar(year, last, 7),
            Precision.WEEK,
        )
    except ValueError:
        raise MisfitError(TIMING_NO_SUCH_DAY) from None


def _last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
