"""The faults of dates and periods, times of day and durations."""

from typing import Final

from schemas.fields.fault import Fault
from schemas.msgid import msgid

TIMING_UNREADABLE: Final = Fault(
    key="timing_unreadable",
    code="YL-05",
    message=msgid("“{text}” cannot be read as a date or a period."),
    hint=msgid(
        "Write for example 19.10.2021, 1.–22.3.2022, November 2021, 11/2021, spring 2022, Q1/2022,"
        " week 42/2021, 2022 or “not yet agreed”."
    ),
)
TIMING_NUMBER: Final = Fault(
    key="timing_number",
    code="YL-05",
    message=msgid("The number {text} cannot be read as a date or a period."),
    hint=msgid("Format the cell as a date or as text, and write for example 19.10.2021."),
)
TIMING_TWO_READINGS: Final = Fault(
    key="timing_two_readings",
    code="YL-05",
    message=msgid("“{text}” has two readings: {first} and {second}."),
    hint=msgid("Write the date as day.month.year: {first} or {second}."),
)
TIMING_SEPARATORS: Final = Fault(
    key="timing_separators",
    code="YL-05",
    message=msgid("“{text}” is not written as dates are written here."),
    hint=msgid("Write the date as day.month.year: {first}."),
)
TIMING_SHORT_YEAR: Final = Fault(
    key="timing_short_year",
    code="YL-05",
    message=msgid("The year in “{text}” has only two digits."),
    hint=msgid("Write the year with four digits: {first}."),
)
TIMING_NO_YEAR: Final = Fault(
    key="timing_no_year",
    code="YL-05",
    message=msgid("The year is missing from “{text}”, and it cannot be told from the programme."),
    hint=msgid("Write the year too, for example {first}."),
)
TIMING_YEAR_RANGE: Final = Fault(
    key="timing_year_range",
    code="YL-05",
    message=msgid("The year {year} of “{text}” is not between {earliest} and {latest}."),
    hint=msgid("Check the year; write for example 19.10.2021."),
)
TIMING_NO_SUCH_DAY: Final = Fault(
    key="timing_no_such_day",
    code="YL-05",
    message=msgid("“{text}” is not in the calendar."),
    hint=msgid("Check the day, month or week; write for example 19.10.2021 or week 42/2021."),
)
TIMING_BACKWARDS: Final = Fault(
    key="timing_backwards",
    code="YL-07",
    message=msgid("“{text}” ends ({end}) before it starts ({start})."),
    hint=msgid("Check which is first; give both years if they differ: 1.12.2021–31.1.2022."),
)
DAY_UNREADABLE: Final = Fault(
    key="day_unreadable",
    code="YL-05",
    message=msgid("“{text}” is not one day, and a day is needed here."),
    hint=msgid("Write the day, month and year: 19.10.2021."),
)
MONTHS_UNREADABLE: Final = Fault(
    key="months_unreadable",
    code="YL-05",
    message=msgid("“{text}” is not a month."),
    hint=msgid("Write months by name or number: January, February; 1, 2; March–May."),
)
CLOCK_UNREADABLE: Final = Fault(
    key="clock_unreadable",
    code="YL-05",
    message=msgid("“{text}” cannot be read as a time of day."),
    hint=msgid("Write hours and minutes, for example 9.00 or 14.30."),
)
CLOCK_NUMBER: Final = Fault(
    key="clock_number",
    code="YL-05",
    message=msgid("The number {text} cannot be read as a time of day for certain."),
    hint=msgid("Format the cell as a time or as text, and write for example 9.30."),
)
CLOCK_RANGE: Final = Fault(
    key="clock_range",
    code="YL-05",
    message=msgid("There is no time of day “{text}”."),
    hint=msgid("Write a time from 0.00 to 23.59, for example 9.00."),
)
DURATION_UNREADABLE: Final = Fault(
    key="duration_unreadable",
    code="YL-05",
    message=msgid("“{text}” cannot be read as a duration."),
    hint=msgid("Write minutes or hours, for example 45, 45 min, 2 h or 1 h 30 min."),
)
DURATION_CLOCK: Final = Fault(
    key="duration_clock",
    code="YL-05",
    message=msgid("“{text}” looks like a time of day, but a duration is needed here."),
    hint=msgid("If it is a duration, write it as {first}."),
)
DURATION_TWO_READINGS: Final = Fault(
    key="duration_two_readings",
    code="YL-05",
    message=msgid("“{text}” can be read in two ways: {first} and {second}."),
    hint=msgid("Write the unit too: {first} or {second}."),
)
DURATION_RANGE: Final = Fault(
    key="duration_range",
    code="CE-03",
    message=msgid("The duration “{text}” is too long."),
    hint=msgid("Write at most {limit} minutes."),
)

FAULTS: Final = (
    TIMING_UNREADABLE,
    TIMING_NUMBER,
    TIMING_TWO_READINGS,
    TIMING_SEPARATORS,
    TIMING_SHORT_YEAR,
    TIMING_NO_YEAR,
    TIMING_YEAR_RANGE,
    TIMING_NO_SUCH_DAY,
    TIMING_BACKWARDS,
    DAY_UNREADABLE,
    MONTHS_UNREADABLE,
    CLOCK_UNREADABLE,
    CLOCK_NUMBER,
    CLOCK_RANGE,
    DURATION_UNREADABLE,
    DURATION_CLOCK,
    DURATION_TWO_READINGS,
    DURATION_RANGE,
)
