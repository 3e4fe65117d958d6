"""What every scalar type shares: its text, how a value is quoted, its place in Pydantic."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

from pydantic import ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

from schemas.blank import EDGES
from schemas.fields.fault import Fault, fault, quoted
from schemas.fields.text_faults import VALUE_LONG

SCALAR_LENGTH: Final = 200
"""Longer text is refused before any pattern is tried on it, so that reading stays cheap."""

_SPACES: Final = re.compile(f"[{EDGES}\u2009]+")
# Beyond this exponent a number is written out as thousands of zeros.
_EXPONENT: Final = 60


def scalar_text(value: object, unreadable: Fault, limit: int = SCALAR_LENGTH) -> str:
    """Return the text of a value with single plain spaces, not empty and at most `limit` long.

    Raises:
        PydanticCustomError: `unreadable` for no text at all, or text that is too long.
    """
    if not isinstance(value, str):
        raise refusal(unreadable, value)
    if len(value) > limit:
        raise refusal(VALUE_LONG, value, length=len(value), limit=limit)
    text = _SPACES.sub(" ", value).strip()
    if not text:
        raise refusal(unreadable, value)
    return text


def refusal(what: Fault, value: object, **parameters: str | int) -> PydanticCustomError:
    """Return the error of a fault with the value quoted as its parameter `text`."""
    return fault(what, text=quoted(shown(value)), **parameters)


def shown(value: object) -> str:
    """Return a value as text in its Finnish form: 19.10.2021, 9.00, 12,5, kyllä, a; b."""
    match value:
        case str():
            return str(value)
        case bool():
            return "kyllä" if value else "ei"
        case int() | Decimal():
            return shown_number(Decimal(value))
        case date() | time():
            return shown_moment(value)
        case list() | tuple() | dict():
            return "; ".join(str(part) for part in value if isinstance(part, str))
        case _:
            return "" if value is None else type(value).__name__


def shown_moment(value: date | time) -> str:
    """Return a date, a time of day or both as 19.10.2021 9.00; midnight alone is left out."""
    if isinstance(value, time):
        return finnish_time(value)
    if isinstance(value, datetime) and value.time() != time():
        return f"{finnish_date(value)} {finnish_time(value.time())}"
    return finnish_date(value)


def shown_number(value: Decimal) -> str:
    """Return a number with a decimal comma and no grouping; a whole one without decimals."""
    if not value.is_finite() or abs(value.adjusted()) > _EXPONENT:
        return str(value)
    if value == value.to_integral_value():
        return f"{abs(value) if value == 0 else value:.0f}"
    return f"{value:f}".replace(".", ",")


def finnish_date(day: date) -> str:
    """Return a date as 19.10.2021."""
    return f"{day.day}.{day.month}.{day.year}"


def finnish_time(clock: time) -> str:
    """Return a time of day as 9.00, with seconds only where there are some."""
    seconds = f".{clock.second:02}" if clock.second else ""
    return f"{clock.hour}.{clock.minute:02}{seconds}"


def scalar_schema(read: Callable[[object, ValidationInfo], object]) -> core_schema.CoreSchema:
    """Return the core schema of a value that is read from anything and written as its text."""
    return core_schema.with_info_plain_validator_function(
        read, serialization=core_schema.to_string_ser_schema()
    )


def scalar_json(description: str, *examples: str) -> JsonSchemaValue:
    """Return the JSON Schema of a value that is written as text."""
    return {"type": "string", "description": description, "examples": list(examples)}
