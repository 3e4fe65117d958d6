"""Reading numbers as people write them in Finland: 12 500, 12500,50, 12.50, -3,5."""

import re
from decimal import Decimal
from typing import Final

from pydantic_core import PydanticCustomError

from schemas.fields.amount_faults import NUMBER_DIGITS, NUMBER_TWO_READINGS
from schemas.fields.fault import Fault
from schemas.fields.scalar import refusal

DIGITS: Final = 30
"""A number has at most so many digits, decimals included."""

_SIGN: Final = "(?P<sign>[-+]?)"
_PLAIN: Final = re.compile(
    _SIGN + r"(?P<whole>[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[.,](?P<decimals>[0-9]+))?"
)
# Dots or commas between thousands are certain only beside other signs: 1.234.567 or 1.234,56.
_GROUPED: Final = (
    re.compile(_SIGN + r"(?P<whole>[0-9]{1,3}(?:\.[0-9]{3})+)(?:,(?P<decimals>[0-9]+))?"),
    re.compile(_SIGN + r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+)(?:\.(?P<decimals>[0-9]+))?"),
)
_MINUS: Final = re.compile("^[\u2212\u2013\u2010\u2011] ?|^- ")


def read_amount(text: str, value: object, unreadable: Fault) -> Decimal:
    """Return the number that a text with single plain spaces means; `value` is what to quote.

    Raises:
        PydanticCustomError: `unreadable`, too many digits, or a separator of two readings (1.234).
    """
    plain = _MINUS.sub("-", text)
    found = _PLAIN.fullmatch(plain)
    if found:
        _refuse_two_readings(found, value)
    else:
        found = _GROUPED[0].fullmatch(plain) or _GROUPED[1].fullmatch(plain)
    if found is None:
        raise refusal(unreadable, value)
    whole = re.sub("[ .,]", "", found["whole"])
    return checked_digits(Decimal(f"{found['sign']}{whole}.{found['decimals'] or ''}"), value)


def checked_digits(number: Decimal, value: object) -> Decimal:
    """Return the number if it is finite and has at most 30 digits; `value` is what to quote.

    Raises:
        PydanticCustomError: too many digits.
    """
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int):
        raise _too_long(value)
    if max(number.adjusted() + 1, 1) + max(-exponent, 0) > DIGITS:
        raise _too_long(value)
    return number


def written(number: Decimal) -> str:
    """Return a number with thousands set apart and a decimal comma: 12 500,50.

    Three decimals after at most three digits would read as thousands: they get a zero more.
    """
    whole, _, decimals = f"{number.copy_abs() if number == 0 else number:,f}".partition(".")
    if len(decimals) == 3 and "," not in whole and whole.strip("-0"):
        decimals += "0"
    comma = "," if decimals else ""
    return f"{whole.replace(',', ' ')}{comma}{decimals}"


def _refuse_two_readings(found: re.Match[str], value: object) -> None:
    whole, decimals = found["whole"], found["decimals"] or ""
    if len(decimals) != 3 or len(whole) > 3 or not whole.strip("0"):
        return
    shown = found["sign"] + str(int(whole))
    raise refusal(
        NUMBER_TWO_READINGS, value, first=f"{shown} {decimals}", second=f"{shown},{decimals}"
    )


def _too_long(value: object) -> PydanticCustomError:
    return refusal(NUMBER_DIGITS, value, limit=DIGITS)
