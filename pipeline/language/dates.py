"""Days and ranges of days as each language writes them."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from babel.dates import format_date

from pipeline.language.locales import DASH, LOCALES


def date(day: dt.date, language: str) -> str:
    """Return a day as 19.10.2021 (fi, sv) or 19 October 2021 (en)."""
    if language == "en":
        return long_date(day, language)
    return f"{day.day}.{day.month}.{day.year}"


def long_date(day: dt.date, language: str) -> str:
    """Return a day with the name of its month, as 19. lokakuuta 2021 or 19 oktober 2021."""
    return format_date(day, "long", locale=LOCALES[language])


def weekday_date(day: dt.date, language: str) -> str:
    """Return a day with its weekday, as ti 19.10.2021."""
    return f"{format_date(day, 'EEE', locale=LOCALES[language])} {date(day, language)}"


def date_range(start: dt.date, end: dt.date, language: str) -> str:
    """Return the first and the last day, what they share written once, as 1.–22.3.2022."""
    if start == end:
        return date(start, language)
    return _RANGES[language](start, end)


def month_name(day: dt.date, language: str) -> str:
    """Return the name of a day's month as it stands alone: lokakuu, oktober, October."""
    return _month_name(day.month, language)


@cache
def _month_name(month: int, language: str) -> str:
    return format_date(dt.date(2000, month, 1), "LLLL", locale=LOCALES[language])


def _finnish(start: dt.date, end: dt.date) -> str:
    return f"{_numbers(start, end, day_end='.')}{DASH}{date(end, 'fi')}"


def _swedish(start: dt.date, end: dt.date) -> str:
    """Write no full stop before the dash, as Swedish days are no ordinals: 1–22.3.2022."""
    return f"{_numbers(start, end, day_end='')}{DASH}{date(end, 'sv')}"


def _numbers(start: dt.date, end: dt.date, *, day_end: str) -> str:
    if start.year != end.year:
        return date(start, "fi")
    if start.month != end.month:
        return f"{start.day}.{start.month}{day_end}"
    return f"{start.day}{day_end}"


def _english(start: dt.date, end: dt.date) -> str:
    last = long_date(end, "en")
    if start.year != end.year:
        return f"{long_date(start, 'en')} {DASH} {last}"
    if start.month != end.month:
        return f"{start.day} {month_name(start, 'en')} {DASH} {last}"
    return f"{start.day}{DASH}{last}"


_RANGES: Final[Mapping[str, Callable[[dt.date, dt.date], str]]] = {
    "fi": _finnish,
    "sv": _swedish,
    "en": _english,
}
