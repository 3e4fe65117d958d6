"""Plain numbers: with the decimals that were written, and whole ones between two limits."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar, Final, Self

from pydantic import AfterValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from schemas.fields.amount import checked_digits, read_amount, written
from schemas.fields.amount_faults import (
    NUMBER_NEGATIVE,
    NUMBER_NOT_WHOLE,
    NUMBER_RANGE,
    NUMBER_UNIT,
    NUMBER_UNREADABLE,
)
from schemas.fields.scalar import refusal, scalar_text
from schemas.fields.scalar_type import ScalarType

_WITH_UNIT: Final = re.compile(r"[-+\u2212\u2013]?[0-9][0-9 .,]*(?P<unit>[^0-9 .,][^0-9]*)")


def read_number(value: object) -> Decimal:
    """Return the number that a text or a number means.

    Raises:
        PydanticCustomError: unreadable, two readings, a unit beside it, too many digits.
    """
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return checked_digits(Decimal(value), value)
    text = scalar_text(value, NUMBER_UNREADABLE)
    with_unit = _WITH_UNIT.fullmatch(text)
    if with_unit:
        raise refusal(NUMBER_UNIT, value, unit=with_unit["unit"].strip())
    return read_amount(text, value, NUMBER_UNREADABLE)


@dataclass(frozen=True, slots=True, order=True)
class Number(ScalarType):
    """Hold a number with the decimals that were written."""

    description: ClassVar[str] = "A number without its unit."
    examples: ClassVar[tuple[str, ...]] = ("12", "12 500", "12,5")

    value: Decimal

    @classmethod
    def parse(cls, value: object) -> Self:
        """Return the number that a text such as "12 500,50" or a number means.

        Raises:
            PydanticCustomError: unreadable, two readings, a unit beside it, too many digits.
        """
        return value if isinstance(value, cls) else cls(read_number(value))

    def __str__(self) -> str:
        return written(self.value)


def refuse_negative(number: Number) -> Number:
    """Return the number if it is zero or more.

    Raises:
        PydanticCustomError: the number is negative.
    """
    if number.value < 0:
        raise refusal(NUMBER_NEGATIVE, number.value)
    return number


Quantity = Annotated[Number, AfterValidator(refuse_negative)]
"""A number of something, zero or more."""


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """Say in `Annotated[int, WholeNumber(1, 5)]` between which limits a whole number stands."""

    minimum: int
    maximum: int

    def read(self, value: object) -> object:
        """Return the whole number that a text or a number means; None stays None.

        Raises:
            PydanticCustomError: not a number, not whole, or out of range.
        """
        if value is None:
            return None
        number = read_number(value)
        limits = {"minimum": self.minimum, "maximum": self.maximum}
        if number != number.to_integral_value():
            raise refusal(NUMBER_NOT_WHOLE, value, **limits)
        if not self.minimum <= number <= self.maximum:
            raise refusal(NUMBER_RANGE, value, **limits)
        return int(number)

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        limits = {"minimum": self.minimum, "maximum": self.maximum}
        return {"anyOf": [{**handler(schema), **limits}, {"type": "string"}]}
