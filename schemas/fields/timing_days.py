"""The forms of one day and of a range of days: 19.10.2021, 31.8.–30.9.2021, 19. lokakuuta 2021."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from schemas.fields.time_faults import TIMING_BACKWARDS, TIMING_NO_YEAR
from schemas.fields.timing_span import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    MisfitError,
    Span,
    between,
    day_of,
    one_day,
)
from schemas.fields.timing_words import MONTHS
from schemas.precision import Precision

Window = tuple[date, date]
Form = tuple[re.Pattern[str], Callable[[re.Match[str], Window | None], Span | None]]

LEAP_YEAR: Final = 2024
"""A year that has every day of the calendar, for trying a text that lacks its year."""


def _day(found: re.Match[str], window: Window | None) -> Span:
    day, month, year = found.groups()
    return _in_year(year, window, lambda known: one_day(day_of(known, int(month), int(day))))


def _iso_day(found: re.Match[str], _window: Window | None) -> Span:
    year, month, day = map(int, found.groups())
    return one_day(day_of(year, month, day))


def _iso_range(found: re.Match[str], _window: Window | None) -> Span:
    year, month, day, last_year, last_month, last_day = map(int, found.groups())
    return between(
        day_of(year, month, day), day_of(last_year, last_month, last_day), Precision.RANGE
    )


def _range(found: re.Match[str], window: Window | None) -> Span:
    day, month, year, last_day, last_month, last_year = found.groups()

    def make(known: int) -> Span:
        start = day_of(int(year or known), int(month or last_month), int(day))
        end = day_of(int(last_year or known), int(last_month), int(last_day))
        return between(start, end, Precision.RANGE)

    return _in_year(last_year or year, window, make)


def _worded_day(found: re.Match[str], window: Window | None) -> Span | None:
    month = MONTHS.get(found["month"])
    if month is None:
        return None
    day = int(found["day"])
    return _in_year(found["year"], window, lambda known: one_day(day_of(known, month, day)))


def _worded_range(found: re.Match[str], window: Window | None) -> Span | None:
    last_month = MONTHS.get(found["last_month"])
    month = MONTHS.get(found["month"]) if found["month"] else last_month
    if last_month is None or month is None:
        return None

    def make(known: int) -> Span:
        start = day_of(int(found["year"] or known), month, int(found["day"]))
        return between(start, day_of(known, last_month, int(found["last_day"])), Precision.RANGE)

    return _in_year(found["last_year"], window, make)


def _in_year(year: str | None, window: Window | None, make: Callable[[int], Span]) -> Span:
    """Make the span in its year, or in the one year that puts it inside the window."""
    if year:
        return make(int(year))
    _check_without_year(make)
    fitting = [span for span in _candidates(window, make) if _inside(span, window)]
    if len(fitting) != 1:
        raise MisfitError(TIMING_NO_YEAR, first="19.10.2021")
    return replace(fitting[0], year_inferred=True)


def _check_without_year(make: Callable[[int], Span]) -> None:
    try:
        make(LEAP_YEAR)
    except MisfitError as misfit:
        if misfit.what is not TIMING_BACKWARDS:
            raise
        # 15.12.–10.1. runs over the turn of a year: no single year makes it whole.
        raise MisfitError(TIMING_NO_YEAR, first="15.12.2021–10.1.2022") from None


def _candidates(window: Window | None, make: Callable[[int], Span]) -> list[Span]:
    spans: list[Span] = []
    if window is None:
        return spans
    first, last = max(window[0].year, EARLIEST_YEAR), min(window[1].year, LATEST_YEAR)
    for year in range(first, last + 1):
        try:
            spans.append(make(year))
        except MisfitError:  # the 29th of February in a year that has none
            continue
    return spans


def _inside(span: Span, window: Window | None) -> bool:
    if window is None or span.start is None or span.end is None:
        return False
    return window[0] <= span.start and span.end <= window[1]


def _form(pattern: str, build: Callable[[re.Match[str], Window | None], Span | None]) -> Form:
    return re.compile(pattern), build


_NUMBER = "[0-9]{1,2}"
_YEAR = "[0-9]{4}"
_ISO = "([0-9]{4})-([0-9]{2})-([0-9]{2})"
_WORD = r"[a-zåäö]+"
_ORDINAL = r"(?:\.|st|nd|rd|th)?"

DAY_FORMS: Final[tuple[Form, ...]] = (
    _form(rf"({_NUMBER})\.({_NUMBER})\.({_YEAR})?", _day),
    _form(_ISO, _iso_day),
    _form(rf"{_ISO}[-/]{_ISO}", _iso_range),
    _form(
        rf"({_NUMBER})(?:\.(?:({_NUMBER})(?:\.({_YEAR})?)?)?)?"
        rf"-({_NUMBER})\.({_NUMBER})\.({_YEAR})?",
        _range,
    ),
    _form(
        rf"(?P<day>{_NUMBER}){_ORDINAL} (?P<month>{_WORD})\.?,?(?: (?P<year>{_YEAR}))?", _worded_day
    ),
    _form(rf"(?P<month>{_WORD})\.? (?P<day>{_NUMBER}){_ORDINAL},? (?P<year>{_YEAR})", _worded_day),
    _form(
        rf"(?P<day>{_NUMBER}){_ORDINAL}(?: (?P<month>{_WORD})\.?(?: (?P<year>{_YEAR}))?)?"
        rf"-(?P<last_day>{_NUMBER}){_ORDINAL} (?P<last_month>{_WORD})\.?"
        rf"(?: (?P<last_year>{_YEAR}))?",
        _worded_range,
    ),
)
"""What a text may look like, once in lower case and with plain hyphens, and how it is read."""
