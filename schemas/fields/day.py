"""Single days, and months of the year."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Final

from pydantic import BeforeValidator, PlainSerializer, ValidationInfo

from schemas.fields.refs import split_parts
from schemas.fields.scalar import finnish_date, refusal, scalar_text, shown
from schemas.fields.time_faults import DAY_UNREADABLE, MONTHS_UNREADABLE
from schemas.fields.timing import Precision, Timing, window_of
from schemas.fields.timing_words import MONTH_STEMS, MONTHS

_MONTHS: Final = MONTHS | MONTH_STEMS | {str(number): number for number in range(1, 13)}
_RANGE: Final = re.compile(r"([a-zåäö0-9]+)\.? ?[-\u2013] ?([a-zåäö0-9]+)\.?")


def read_day(value: object, info: ValidationInfo) -> object:
    """Return the date that a text or a date means; None stays None.

    Raises:
        PydanticCustomError: unreadable, or a longer time than a day.
    """
    if value is None:
        return None
    timing = Timing.parse(value, window_of(info))
    if timing.precision is not Precision.DAY:
        raise refusal(DAY_UNREADABLE, value)
    return timing.start


Day = Annotated[
    date,
    BeforeValidator(read_day, json_schema_input_type=str),
    PlainSerializer(finnish_date, return_type=str, when_used="json"),
]
"""A date; all the forms of one day that a `Timing` has."""


def read_months(value: object) -> tuple[int, ...]:
    """Return the months, 1 to 12, that a list or a text names, each once and in its order.

    Accepts names and numbers one after another, and ranges: "maalis–toukokuu; 9".

    Raises:
        PydanticCustomError: something else than a month.
    """
    named = [month for part in split_parts(value) for month in _months(part)]
    return tuple(dict.fromkeys(named))


def _months(part: object) -> list[int]:
    if isinstance(part, int | Decimal) and not isinstance(part, bool):
        return [_number(shown(part), part)]
    text = scalar_text(part, MONTHS_UNREADABLE).casefold()
    found = _RANGE.fullmatch(text)
    if found is None:
        return [_number(text.removesuffix("."), part)]
    first, last = _number(found[1], part), _number(found[2], part)
    if first <= last:
        return list(range(first, last + 1))
    return [*range(first, 13), *range(1, last + 1)]


def _number(text: str, part: object) -> int:
    month = _MONTHS.get(text)
    if month is None:
        raise refusal(MONTHS_UNREADABLE, part)
    return month


Months = Annotated[
    tuple[int, ...],
    BeforeValidator(read_months, json_schema_input_type=list[int | str] | str),
]
"""Months of the year as numbers, in the order in which they were written."""
