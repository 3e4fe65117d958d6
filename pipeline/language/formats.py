"""The formats that templates can ask for, all in one place to import from."""

from pipeline.language.clock import clock, clock_range, duration
from pipeline.language.dates import date, date_range, long_date, weekday_date
from pipeline.language.lists import join_and, join_comma
from pipeline.language.numbers import money, number
from pipeline.language.timing import timing

__all__ = [
    "clock",
    "clock_range",
    "date",
    "date_range",
    "duration",
    "join_and",
    "join_comma",
    "long_date",
    "money",
    "number",
    "timing",
    "weekday_date",
]
