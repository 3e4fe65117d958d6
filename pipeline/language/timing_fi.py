"""Times of honest precision in Finnish: marraskuu 2021, or marraskuussa 2021 in a sentence."""

from typing import Final

from pipeline.language.dates import date_range, month_name
from pipeline.language.locales import DASH
from pipeline.language.period import Period, Wording
from schemas.precision import Precision

_PARTS: Final = ("alku", "puoliväli", "loppu")
_IN_PARTS: Final = ("alussa", "puolivälissä", "lopussa")
_SEASONS: Final = ("talvi", "kevät", "kesä", "syksy")
_IN_SEASONS: Final = ("talvella", "keväällä", "kesällä", "syksyllä")
_IN_QUARTERS: Final = ("ensimmäisellä", "toisella", "kolmannella", "viimeisellä")


def _days(period: Period) -> str:
    return date_range(period.start, period.end, "fi")


def _week(period: Period) -> str:
    return f"{'vko' if period.one_week else 'viikot'} {period.weeks}"


def _in_week(period: Period) -> str:
    return f"{'viikolla' if period.one_week else 'viikoilla'} {period.weeks}"


def _months(period: Period) -> str:
    """Leave out what the two months share: huhti–kesäkuu 2022."""
    first, last = month_name(period.start, "fi"), month_name(period.end, "fi")
    year = period.end.year
    if period.same_month:
        return f"{last} {year}"
    if period.same_year:
        return f"{first.removesuffix('kuu')}{DASH}{last} {year}"
    return f"{first} {period.start.year} {DASH} {last} {year}"


def _in_months(period: Period) -> str:
    if period.same_year:
        return _months(period).replace("kuu ", "kuussa ")
    first, last = month_name(period.start, "fi"), month_name(period.end, "fi")
    return f"{first}sta {period.start.year} {last}hun {period.end.year}"


def _month_part(period: Period) -> str:
    return f"{month_name(period.start, 'fi')}n {_PARTS[period.third_of_month]} {period.start.year}"


def _in_month_part(period: Period) -> str:
    part = _IN_PARTS[period.third_of_month]
    return f"{month_name(period.start, 'fi')}n {part} {period.start.year}"


def _quarter(period: Period) -> str:
    return f"{period.quarter}. neljännes {period.start.year}"


def _in_quarter(period: Period) -> str:
    return f"vuoden {period.start.year} {_IN_QUARTERS[period.quarter - 1]} neljänneksellä"


def _season(period: Period) -> str:
    return f"{_SEASONS[period.season]} {period.end.year}"


def _in_season(period: Period) -> str:
    return f"{_IN_SEASONS[period.season]} {period.end.year}"


def _year(period: Period) -> str:
    return f"{'vuosi' if period.same_year else 'vuodet'} {period.years}"


def _in_year(period: Period) -> str:
    return f"{'vuonna' if period.same_year else 'vuosina'} {period.years}"


def _year_part(period: Period) -> str:
    return f"{'loppuvuosi' if period.late_in_year else 'alkuvuosi'} {period.start.year}"


def _in_year_part(period: Period) -> str:
    return f"{'loppuvuodesta' if period.late_in_year else 'alkuvuodesta'} {period.start.year}"


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
    Precision.DAY: _days,
    Precision.RANGE: _days,
    Precision.WEEK: _in_week,
    Precision.MONTH: _in_months,
    Precision.MONTH_PART: _in_month_part,
    Precision.QUARTER: _in_quarter,
    Precision.SEASON: _in_season,
    Precision.YEAR: _in_year,
    Precision.YEAR_PART: _in_year_part,
}
