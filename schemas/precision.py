"""How exactly a time is known."""

from enum import StrEnum


class Precision(StrEnum):
    """Say how exactly a time is known."""

    DAY = "day"
    RANGE = "range"
    WEEK = "week"
    MONTH = "month"
    MONTH_PART = "month_part"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    YEAR_PART = "year_part"
    OPEN = "open"
