"""Times of honest precision in Swedish: november 2021, or i november 2021 in a sentence."""

from typing import Final

from pipeline.language.dates import date_range, long_date, month_name
from pipeline.language.locales import DASH
from pipeline.language.period import Period, Wording
from schemas.precision import Precision

_PARTS: Final = ("början", "mitten", "slutet")
_SEASONS: Final = ("vintern", "våren", "sommaren", "hösten")
_QUARTERS: Final = ("första", "andra", "tredje", "fjärde")


def _days(period: Period) -> str:
    return date_range(period.start, period.end, "sv")


def _on_days(period: Period) -> str:
    start, end = period.start, period.end
    last = long_date(end, "sv")
    if start == end:
        return f"den {last}"
    if period.same_month:
        return f"den {start.day}{DASH}{last}"
    first = f"{start.day} {month_name(start, 'sv')}" if period.same_year else long_date(start, "sv")
    return f"från den {first} till den {last}"


def _week(period: Period) -> str:
    return f"{'vecka' if period.one_week else 'veckorna'} {period.weeks}"


def _months(period: Period) -> str:
    first, last = month_name(period.start, "sv"), month_name(period.end, "sv")
    year = period.end.year
    if period.same_month:
        return f"{last} {year}"
    if period.same_year:
        return f"{first}{DASH}{last} {year}"
    return f"{first} {period.start.year} {DASH} {last} {year}"


def _in_months(period: Period) -> str:
    if period.same_year:
        return f"i {_months(period)}"
    first, last = month_name(period.start, "sv"), month_name(period.end, "sv")
    return f"från {first} {period.start.year} till {last} {period.end.year}"


def _month_part(period: Period) -> str:
    part = _PARTS[period.third_of_month]
    return f"{part} av {month_name(period.start, 'sv')} {period.start.year}"


def _in_month_part(period: Period) -> str:
    return f"i {_month_part(period)}"


def _quarter(period: Period) -> str:
    return f"{_QUARTERS[period.quarter - 1]} kvartalet {period.start.year}"


def _in_quarter(period: Period) -> str:
    return f"under {_quarter(period)}"


def _season(period: Period) -> str:
    return f"{_SEASONS[period.season]} {period.end.year}"


def _year(period: Period) -> str:
    return f"{'år' if period.same_year else 'åren'} {period.years}"


def _year_part(period: Period) -> str:
    return f"{'slutet' if period.late_in_year else 'början'} av {period.start.year}"


def _in_year_part(period: Period) -> str:
    return f"i {_year_part(period)}"


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
#: Seasons, weeks and years need no preposition.
SENTENCE: Final[Wording] = {
    **TABLE,
    Precision.DAY: _on_days,
    Precision.RANGE: _on_days,
    Precision.MONTH: _in_months,
    Precision.MONTH_PART: _in_month_part,
    Precision.QUARTER: _in_quarter,
    Precision.YEAR_PART: _in_year_part,
}
