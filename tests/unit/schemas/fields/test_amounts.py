"""Sums of money and numbers: Finnish forms, and forms of two readings."""

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from schemas.fields import Money, Number, Quantity, WholeNumber

Read = Callable[..., object]
Refused = Callable[..., tuple[str, str]]
Score = Annotated[int, WholeNumber(1, 5)]


@pytest.mark.parametrize(
    ("value", "cents"),
    [
        ("12 500", 1_250_000),
        ("12 500 €", 1_250_000),
        ("€ 50", 5_000),
        ("12500,50", 1_250_050),
        ("12 500,5", 1_250_050),
        ("12\u00a0500,50 eur", 1_250_050),
        ("12\u202f500 Euroa", 1_250_000),
        ("12.50", 1_250),
        ("1.234,56", 123_456),
        ("1,234.56", 123_456),
        ("1.234.567", 123_456_700),
        ("00123", 12_300),
        ("0", 0),
        ("-0", 0),
        (Decimal("12500.5"), 1_250_050),
        (Decimal("0.30000000000000004"), 30),
        (12, 1_200),
        ("1 000 000 000 000", 10**14),
    ],
)
def test_sums_of_money(value: object, cents: int) -> None:
    assert Money.parse(value) == Money(cents)


@pytest.mark.parametrize(
    ("value", "key", "shown"),
    [
        ("1.234", "number_two_readings", "1 234 and 1,234"),
        ("1,234", "number_two_readings", "1 234 and 1,234"),
        ("12.500 €", "number_two_readings", "12 500 and 12,500"),
        ("12,5 t€", "money_thousands", "12 500 €"),
        ("12 te", "money_thousands", "12 000 €"),
        ("12 k€", "money_thousands", "12 000 €"),
        ("1,2 M€", "money_thousands", "1 200 000 €"),
        ("2 miljoonaa euroa", "money_thousands", "2 000 000 €"),
        ("-5 €", "money_negative", "“-5 €”"),
        (Decimal("-0.01"), "money_negative", "“-0,01”"),
        ("1234,567", "money_cents", "“1234,567”"),
        ("1,0000000000000000000000000001", "money_cents", "“1,00"),
        (Decimal("0.305"), "money_cents", "“0,305”"),
        ("1 000 000 000 000,01", "money_range", "1 000 000 000 000 €"),
        ("1" * 31, "number_digits", "30 digits"),
        (Decimal("NaN"), "number_digits", "NaN"),
        (Decimal("1E+999999"), "number_digits", "1E+999999"),
        ("12 50", "money_unreadable", "“12 50”"),
        ("noin 500", "money_unreadable", "“noin 500”"),
        ("€", "money_unreadable", "“€”"),
        ("", "money_unreadable", "“”"),
        (True, "money_unreadable", "“kyllä”"),
    ],
)
def test_refused_sums(refused: Refused, value: object, key: str, shown: str) -> None:
    found, words = refused(Money, value)
    assert (found, shown in words) == (key, True)


@settings(deadline=None)
@given(st.integers(0, 10**14))
def test_a_sum_comes_back_from_its_text(cents: int) -> None:
    assert Money.parse(str(Money(cents))) == Money(cents)


def test_sums_add_up() -> None:
    assert sum([Money(1_250_000), Money(50)], start=Money(0)) == Money(1_250_050)
    assert str(Money(1_250_050)) == "12 500,50 €"
    assert str(Money(1_250_000)) == "12 500 €"
    assert Money(1_250_050).euros == Decimal("12500.50")
    with pytest.raises(ValueError, match="-1"):
        Money(-1)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("12", "12"),
        ("00123", "123"),
        ("-3,50", "-3,50"),
        ("\u2212 3,5", "-3,5"),
        ("12.50", "12,50"),
        ("4 200,50", "4 200,50"),
        ("0,125", "0,125"),
        ("1 234,567", "1 234,567"),
        ("1234,567", "1 234,567"),
        ("-0", "0"),
        (Decimal("1.234"), "1,2340"),
        (Decimal("-999.001"), "-999,0010"),
        (Decimal("1E+3"), "1 000"),
        ("123456789012345678901234567890", "123 456 789 012 345 678 901 234 567 890"),
    ],
)
def test_numbers(value: object, written: str) -> None:
    number = Number.parse(value)
    assert str(number) == written
    assert Number.parse(written) == number


@pytest.mark.parametrize(
    ("value", "key", "shown"),
    [
        ("1.234", "number_two_readings", "1 234 and 1,234"),
        ("-12,500", "number_two_readings", "-12 500 and -12,500"),
        ("12 %", "number_unit", "number: %."),
        ("12 500 kpl", "number_unit", "number: kpl."),
        ("12-15", "number_unreadable", "“12-15”"),
        ("1e5", "number_unreadable", "“1e5”"),
        ("paljon", "number_unreadable", "“paljon”"),
        (False, "number_unreadable", "“ei”"),
        ("1" * 31, "number_digits", "30 digits"),
        (Decimal("1E-31"), "number_digits", "30 digits"),
        ("1" * 201, "value_long", "201"),
    ],
)
def test_refused_numbers(refused: Refused, value: object, key: str, shown: str) -> None:
    found, words = refused(Number, value)
    assert (found, shown in words) == (key, True)


@settings(deadline=None)
@given(st.decimals(min_value=-(10**15), max_value=10**15, places=9).map(Decimal.normalize))
def test_a_number_comes_back_from_its_text(value: Decimal) -> None:
    assert Number.parse(str(Number(value))) == Number(value)


@pytest.mark.parametrize("value", ["3", "003", "3,0", Decimal("3.0"), 3])
def test_whole_numbers(read: Read, value: object) -> None:
    number = read(Score, value)
    assert (number, type(number)) == (3, int)


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("0", "number_range"),
        ("6", "number_range"),
        (Decimal(6), "number_range"),
        ("2,5", "number_not_whole"),
        ("kolme", "number_unreadable"),
        (True, "number_unreadable"),
    ],
)
def test_refused_whole_numbers(refused: Refused, value: object, key: str) -> None:
    found, words = refused(Score, value)
    assert found == key
    assert "from 1 to 5" in words or key == "number_unreadable"


def test_an_empty_whole_number_may_stay_empty(read: Read) -> None:
    assert read(Annotated[int | None, WholeNumber(1, 5)], None) is None
    assert read(Score | None, None) is None


def test_values_pass_and_are_written_as_their_text() -> None:
    assert TypeAdapter(Money).dump_python(Money(1_250_000), mode="json") == "12 500 €"
    assert TypeAdapter(Number).validate_python(Number(Decimal(2))) == Number(Decimal(2))
    assert TypeAdapter(Money).json_schema()["type"] == "string"
    assert TypeAdapter(Number).json_schema()["type"] == "string"
    limits = TypeAdapter(Score).json_schema()["anyOf"][0]
    assert (limits["minimum"], limits["maximum"]) == (1, 5)


def test_a_quantity_is_not_negative() -> None:
    adapter = TypeAdapter(Quantity)
    assert adapter.validate_python("0,5") == Number(Decimal("0.5"))
    with pytest.raises(ValidationError, match="negative"):
        adapter.validate_python("-15")
