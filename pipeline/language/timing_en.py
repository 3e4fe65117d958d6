"""Times of honest precision in English: November 2021, or in November 2021 in a sentence."""

from typing import Final

from pipeline.language.dates import date_range, long_date, month_name
from pipeline.language.locales import DASH
from pipeline.language.period import Period, Wording
from schemas.precision import Precision

_PARTS: Final = ("early ", "mid-", "late ")
_SEASONS: Final = ("winter", "spring", "summer", "autumn")
_QUARTERS: Final = ("first", "second", "third", "last")


def _days(period: Period) -> str:
    return date_range(period.start, period.end, "en")


def _on_days(period: Period) -> str:
    start, end = period.start, period.end
    if period.same_month:
        return f"on {_days(period)}"
    first = f"{start.day} {month_name(start, 'en')}" if period.same_year else long_date(start, "en")
    return f"from {first} to {long_date(end, 'en')}"


def _week(period: Period) -> str:
    return f"{'week' if period.one_week else 'weeks'} {period.weeks}"


def _months(period: Period) -> str:
    first, last = month_name(period.start, "en"), month_name(period.end, "en")
    year = period.end.year
    if period.same_month:
        return f"{last} {year}"
    if period.same_year:
        return f"{first}{DASH}{last} {year}"
    return f"{first} {period.start.year} {DASH} {last} {year}"


def _in_months(period: Period) -> str:
    if period.same_year:
        return f"in {_months(period)}"
    first, last = month_name(period.start, "en"), month_name(period.end, "en")
    return f"from {first} {period.start.year} to {last} {period.end.year}"


def _month_part(period: Period) -> str:
    part = _PARTS[period.third_of_month]
    return f"{part}{month_name(period.start, 'en')} {period.start.year}"


def _quarter(period: Period) -> str:
    return f"Q{period.quarter} {period.start.year}"


def _in_quarter(period: Period) -> str:
    return f"in the {_QUARTERS[period.quarter - 1]} quarter of {period.start.year}"


def _season(period: Period) -> str:
    return f"{_SEASONS[period.season]} {period.end.year}"


def _year(period: Period) -> str:
    return period.years


def _year_part(period: Period) -> str:
    return f"{'late' if period.late_in_year else 'early'} {period.start.year}"


def _in_week(period: Period) -> str:
    return f"in {_week(period)}"


def _in_month_part(period: Period) -> str:
    return f"in {_month_part(period)}"


def _in_season(period: Period) -> str:
    return f"in {_season(period)}"


def _in_year(period: Period) -> str:
    return f"in {_year(period)}"


def _in_year_part(period: Period) -> str:
    return f"in {_year_part(period)}"


TABLE: Final[Wording] = {
    Precision.DAY: _days,
    Precision.RANGE: _days,
    Precision.WEEK: _week,
    Precision.MONTH: _months,
    Precision.MONTH_PART: _month_part,
    Precision.QUARTER: _quarter,
    Precision.SEASON: _season,
    Precision.YEAR: _year,
    Precision.YEAR_PART: _year_part,
}
SENTENCE: Final[Wording] = {
    Precision.DAY: _on_days,
    Precision.RANGE: _on_days,
    Precision.WEEK: _in_week,
    Precision.MONTH: _in_months,
    Precision.MONTH_PART: _in_month_part,
    Precision.QUARTER: _in_quarter,
    Precision.SEASON: _in_season,
    Precision.YEAR: _in_year,
    Precision.YEAR_PART: _in_year_part,
}
