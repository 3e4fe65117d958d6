"""The faults of money and numbers."""

from typing import Final

from schemas.fields.fault import Fault
from schemas.msgid import msgid

MONEY_UNREADABLE: Final = Fault(
    key="money_unreadable",
    code="YL-05",
    message=msgid("“{text}” cannot be read as a sum of money."),
    hint=msgid("Write euros, for example 12 500 or 12 500,50 €."),
)
MONEY_THOUSANDS: Final = Fault(
    key="money_thousands",
    code="YL-05",
    message=msgid("“{text}” is not written out in euros."),
    hint=msgid("Did you mean {first}? Write the sum in full."),
)
MONEY_NEGATIVE: Final = Fault(
    key="money_negative",
    code="CE-03",
    message=msgid("The sum “{text}” is negative."),
    hint=msgid("Write the sum without a minus sign."),
)
MONEY_CENTS: Final = Fault(
    key="money_cents",
    code="CE-03",
    message=msgid("The sum “{text}” has more than two decimals."),
    hint=msgid("Round the sum to cents, for example 12 500,50."),
)
MONEY_RANGE: Final = Fault(
    key="money_range",
    code="CE-03",
    message=msgid("The sum “{text}” is too large."),
    hint=msgid("Write at most {limit} €."),
)
NUMBER_UNREADABLE: Final = Fault(
    key="number_unreadable",
    code="YL-05",
    message=msgid("“{text}” cannot be read as a number."),
    hint=msgid("Write a number alone, for example 12, 12 500 or 12,5."),
)
NUMBER_TWO_READINGS: Final = Fault(
    key="number_two_readings",
    code="YL-05",
    message=msgid("“{text}” has two readings: {first} and {second}."),
    hint=msgid(
        "If you mean thousands, write {first}; if decimals, write fewer or more than three of them."
    ),
)
NUMBER_UNIT: Final = Fault(
    key="number_unit",
    code="YL-05",
    message=msgid("“{text}” has something else beside the number: {unit}."),
    hint=msgid("Write the number alone here and its unit in the column of units."),
)
NUMBER_NOT_WHOLE: Final = Fault(
    key="number_not_whole",
    code="YL-05",
    message=msgid("“{text}” is not a whole number."),
    hint=msgid("Write a number without decimals, from {minimum} to {maximum}."),
)
NUMBER_RANGE: Final = Fault(
    key="number_range",
    code="CE-03",
    message=msgid("The number “{text}” is out of range."),
    hint=msgid("Write a whole number from {minimum} to {maximum}."),
)
NUMBER_NEGATIVE: Final = Fault(
    key="number_negative",
    code="CE-03",
    message=msgid("The number “{text}” is negative."),
    hint=msgid("Write zero or more."),
)
NUMBER_DIGITS: Final = Fault(
    key="number_digits",
    code="CE-03",
    message=msgid("The number “{text}” has too many digits."),
    hint=msgid("Write at most {limit} digits."),
)

FAULTS: Final = (
    MONEY_UNREADABLE,
    MONEY_THOUSANDS,
    MONEY_NEGATIVE,
    MONEY_CENTS,
    MONEY_RANGE,
    NUMBER_UNREADABLE,
    NUMBER_TWO_READINGS,
    NUMBER_UNIT,
    NUMBER_NOT_WHOLE,
    NUMBER_RANGE,
    NUMBER_NEGATIVE,
    NUMBER_DIGITS,
)
