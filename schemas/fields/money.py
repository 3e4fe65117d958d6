"""Sums of money in euros, kept as whole cents."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import ClassVar, Final, Self

from schemas.fields.amount import DIGITS, checked_digits, read_amount, written
from schemas.fields.amount_faults import (
    MONEY_CENTS,
    MONEY_NEGATIVE,
    MONEY_RANGE,
    MONEY_THOUSANDS,
    MONEY_UNREADABLE,
)
from schemas.fields.scalar import refusal, scalar_text
from schemas.fields.scalar_type import ScalarType

LIMIT: Final = Decimal(10) ** 12
"""The largest sum, in euros."""

_CURRENCY: Final = re.compile(r"^€ ?| ?(?:€|euros|euroa|euro|eur)\.?$", re.IGNORECASE)
_MULTIPLE: Final = re.compile(
    r"(?P<number>[-0-9., ]+?) ?(?:"
    r"(?P<thousand>t ?€|te|k ?€|k|teur|keur|tuhatta(?: euroa)?)"
    r"|(?P<million>m ?€|me|m|meur|milj\.?(?: ?€| euroa)?|miljoonaa(?: euroa)?|mn))",
    re.IGNORECASE,
)
# What a formula of Excel may leave behind the last cent: 0.30000000000000004.
_NOISE: Final = Decimal("0.0001")
_EXACT: Final = Context(prec=2 * DIGITS)


@dataclass(frozen=True, slots=True, order=True)
class Money(ScalarType):
    """Hold a sum of money, zero or more, as cents.

    Raises:
        ValueError: the sum is negative.
    """

    description: ClassVar[str] = "A sum in euros, without a minus sign."
    examples: ClassVar[tuple[str, ...]] = ("12 500 €", "12 500,50")

    cents: int

    def __post_init__(self) -> None:
        if self.cents < 0:
            raise ValueError(self.cents)

    @classmethod
    def parse(cls, value: object) -> Self:
        """Return the sum that a text such as "12 500,50 €" or a number of euros means.

        Raises:
            PydanticCustomError: unreadable, two readings, negative, too large, parts of cents,
                or thousands and millions as a word.
        """
        match value:
            case cls():
                return value
            case int() | Decimal() if not isinstance(value, bool):
                return cls._of(checked_digits(Decimal(value), value), value, _NOISE)
            case _:
                return cls._of(_euros(value), value, Decimal(0))

    @classmethod
    def _of(cls, euros: Decimal, value: object, noise: Decimal) -> Self:
        if euros < 0:
            raise refusal(MONEY_NEGATIVE, value)
        if euros > LIMIT:
            raise refusal(MONEY_RANGE, value, limit=written(LIMIT))
        cents = euros.scaleb(2, _EXACT).to_integral_value(ROUND_HALF_EVEN)
        if _EXACT.subtract(euros.scaleb(2, _EXACT), cents).copy_abs() > noise:
            raise refusal(MONEY_CENTS, value)
        return cls(int(cents))

    @property
    def euros(self) -> Decimal:
        """Return the sum in euros with two decimals."""
        return Decimal(self.cents).scaleb(-2)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.cents + other.cents)

    def __str__(self) -> str:
        whole = Decimal(self.cents // 100)
        return f"{written(self.euros if self.cents % 100 else whole)} €"


def _euros(value: object) -> Decimal:
    text = scalar_text(value, MONEY_UNREADABLE)
    multiple = _MULTIPLE.fullmatch(text)
    if multiple:
        factor = 1000 if multiple["thousand"] else 1_000_000
        number = read_amount(multiple["number"].strip(), value, MONEY_UNREADABLE)
        meant = checked_digits(number * factor, value).normalize()
        raise refusal(MONEY_THOUSANDS, value, first=f"{written(meant)} €")
    return read_amount(_CURRENCY.sub("", text, count=1), value, MONEY_UNREADABLE)
