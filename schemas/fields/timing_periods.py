"""The forms of longer periods: marraskuu 2021, 11/2021, kevät 2022, Q1/2022, vko 42/2021, 2022."""

import re
from typing import Final

from schemas.fields.timing_days import Form, Window
from schemas.fields.timing_span import (
    Span,
    between,
    month_part,
    months,
    quarters,
    season,
    weeks,
    year_part,
    years,
)
from schemas.fields.timing_words import (
    MONTH_PARTS,
    MONTH_STEMS,
    MONTHS,
    SEASONS,
    WEEK_WORDS,
    YEAR_PARTS,
)
from schemas.precision import Precision


def _word_and_year(found: re.Match[str], _window: Window | None) -> Span | None:
    word, year = found[1], int(found[2])
    if word in MONTHS:
        return months((year, MONTHS[word]), (year, MONTHS[word]))
    if word in SEASONS:
        return season(year, SEASONS[word])
    if word in YEAR_PARTS:
        return year_part(year, YEAR_PARTS[word])
    return None


def _part_of_month(found: re.Match[str], _window: Window | None) -> Span | None:
    year = int(found[3])
    for month, part in ((found[1], found[2]), (found[2], found[1])):
        if month in MONTHS and part in MONTH_PARTS:
            return month_part(year, MONTHS[month], MONTH_PARTS[part])
    return None


def _word_range(found: re.Match[str], _window: Window | None) -> Span | None:
    first, last, last_year = found[1], found[3], int(found[4])
    year = int(found[2] or last_year)
    start = (MONTHS | MONTH_STEMS).get(first)
    if start is not None and last in MONTHS:
        return months((year, start), (last_year, MONTHS[last]))
    if first in SEASONS and last in SEASONS:
        return _seasons(season(year, SEASONS[first]), season(last_year, SEASONS[last]))
    return None


def _seasons(first: Span, last: Span) -> Span | None:
    if first.start is None or last.end is None:
        return None
    return between(first.start, last.end, Precision.SEASON)


def _month(found: re.Match[str], _window: Window | None) -> Span:
    month, year = int(found[1]), int(found[2])
    return months((year, month), (year, month))


def _month_range(found: re.Match[str], _window: Window | None) -> Span:
    last_year = int(found[4])
    return months((int(found[2] or last_year), int(found[1])), (last_year, int(found[3])))


def _quarters(found: re.Match[str], _window: Window | None) -> Span:
    first = int(found["first"])
    last = int(found.groupdict().get("last") or first)
    return quarters(int(found["year"]), first, last)


def _weeks(found: re.Match[str], _window: Window | None) -> Span | None:
    if found[1] not in WEEK_WORDS:
        return None
    return weeks(int(found[4]), int(found[2]), int(found[3] or found[2]))


def _years(found: re.Match[str], _window: Window | None) -> Span:
    return years(int(found[1]), int(found[2] or found[1]))


_WORD = r"([a-zåäö]+)\.?"
_YEAR = "([0-9]{4})"
_NUMBER = "([0-9]{1,2})"

PERIOD_FORMS: Final[tuple[Form, ...]] = (
    (re.compile(rf"{_WORD} {_YEAR}"), _word_and_year),
    (re.compile(rf"{_WORD} {_WORD} {_YEAR}"), _part_of_month),
    (re.compile(rf"{_WORD}(?: {_YEAR})?-{_WORD} {_YEAR}"), _word_range),
    (re.compile(rf"{_NUMBER}/{_YEAR}"), _month),
    (re.compile(rf"{_NUMBER}(?:/{_YEAR})?-{_NUMBER}/{_YEAR}"), _month_range),
    (re.compile(r"q(?P<first>[1-4])(?:-q?(?P<last>[1-4]))?[/ ](?P<year>[0-9]{4})"), _quarters),
    (re.compile(r"(?P<year>[0-9]{4})[/ -]q(?P<first>[1-4])"), _quarters),
    (re.compile(rf"{_WORD} ?{_NUMBER}(?:-{_NUMBER})?[/ ]{_YEAR}"), _weeks),
    (re.compile(rf"{_YEAR}(?:-{_YEAR})?"), _years),
)
"""What a text may look like, once in lower case and with plain hyphens, and how it is read."""
