"""Reading the text of a time: its plain form, the known forms in turn, or why none of them fits."""

import re
import unicodedata
from dataclasses import replace
from typing import Final

from schemas.fields.time_faults import (
    TIMING_NO_YEAR,
    TIMING_SEPARATORS,
    TIMING_SHORT_YEAR,
    TIMING_TWO_READINGS,
    TIMING_UNREADABLE,
)
from schemas.fields.timing_days import DAY_FORMS, LEAP_YEAR, Window
from schemas.fields.timing_periods import PERIOD_FORMS
from schemas.fields.timing_span import MisfitError, Span, day_of
from schemas.fields.timing_words import FILLERS, OPEN_WORDS, WEEKDAYS
from schemas.precision import Precision

_DASH: Final = re.compile(" ?[-\u2010\u2011\u2012\u2013\u2014\u2212] ?")
_DOT_SPACE: Final = re.compile(r"(?<=[0-9]\.) (?=[0-9])")
_MID: Final = re.compile(r"\bmid-")
_SLASHED: Final = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4}|[0-9]{2})")
_SHORT_YEAR: Final = re.compile(r"(.*[0-9][./])([0-9]{2})")


def read_span(text: str, window: Window | None) -> Span:
    """Return what a text says of time; a year that it lacks is found by the window.

    Raises:
        MisfitError: the text has no known form, or its form has no good meaning.
    """
    key = _key(text)
    if key in OPEN_WORDS:
        return Span(None, None, Precision.OPEN)
    try:
        span = _match(key, window)
    except MisfitError as misfit:
        if misfit.what is TIMING_NO_YEAR:
            raise _no_year(key, text, window) or misfit from None
        raise
    if span is None:
        raise _diagnosis(key, text, window)
    return span


def _key(text: str) -> str:
    """Return the text in lower case, with plain hyphens and without words that say nothing."""
    plain = unicodedata.normalize("NFC", text.casefold())
    plain = _MID.sub("mid ", _DOT_SPACE.sub("", _DASH.sub("-", plain)))
    if plain in OPEN_WORDS:
        return plain
    return " ".join(word for word in plain.split(" ") if word not in FILLERS)


def _match(key: str, window: Window | None) -> Span | None:
    first, _, rest = key.partition(" ")
    weekday = WEEKDAYS.get(first.rstrip(".,"))
    if weekday is not None and rest:
        span = _forms(rest, window)
        one_day = span is not None and span.precision is Precision.DAY
        return replace(span, weekday=weekday) if span is not None and one_day else None
    return _forms(key, window)


def _forms(key: str, window: Window | None) -> Span | None:
    for pattern, build in (*DAY_FORMS, *PERIOD_FORMS):
        found = pattern.fullmatch(key)
        span = build(found, window) if found else None
        if span is not None:
            return span
    return None


def _diagnosis(key: str, text: str, window: Window | None) -> MisfitError:
    slashed = _SLASHED.fullmatch(key)
    if slashed:
        return _slashed(slashed)
    short = _SHORT_YEAR.fullmatch(key)
    if short and _readable(f"{short[1]}20{short[2]}", window):
        whole = f"{short[1]}20{short[2]}".replace("-", "–")
        return MisfitError(TIMING_SHORT_YEAR, first=whole)
    return _no_year(key, text, window) or MisfitError(TIMING_UNREADABLE)


def _slashed(found: re.Match[str]) -> MisfitError:
    """Say which readings 1/3/2026 has, in the order day.month and month.day."""
    one, other = int(found[1]), int(found[2])
    year = int(found[3]) if len(found[3]) == 4 else 2000 + int(found[3])
    readings = [
        f"{day}.{month}.{year}"
        for day, month in dict.fromkeys([(one, other), (other, one)])
        if _is_day(year, month, day)
    ]
    match readings:
        case [first, second]:
            return MisfitError(TIMING_TWO_READINGS, first=first, second=second)
        case [first]:
            return MisfitError(TIMING_SEPARATORS, first=first)
        case _:
            return MisfitError(TIMING_UNREADABLE)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        day_of(year, month, day)
    except MisfitError:
        return False
    return True


def _readable(key: str, window: Window | None) -> bool:
    try:
        return _match(key, window) is not None
    except MisfitError:
        return False


def _no_year(key: str, text: str, window: Window | None) -> MisfitError | None:
    """Say that only the year is missing, with an example of how to add it, if that is so."""
    for year in (window[0].year if window else LEAP_YEAR, LEAP_YEAR):
        for joint in ("", "/", " ", "."):
            if _readable(f"{key}{joint}{year}", window):
                return MisfitError(TIMING_NO_YEAR, first=f"{text}{joint}{year}")
    return None
