"""Times of day and durations."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from pydantic_core import PydanticCustomError

from schemas.fields import ClockTime, Duration

Refused = Callable[..., tuple[str, str]]


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        ("9.00", 540),
        ("9:00", 540),
        ("09.05", 545),
        ("9", 540),
        ("klo 9.00", 540),
        ("Klo\u00a09", 540),
        ("kl. 9", 540),
        ("kl 14:30", 870),
        ("0.00", 0),
        ("23.59", 1439),
        (time(9, 30), 570),
        (time(8, 59, 59, 999_999), 540),
        (Decimal(9), 540),
        (9, 540),
    ],
)
def test_times_of_day(value: object, minutes: int) -> None:
    assert ClockTime.parse(value) == ClockTime(minutes)


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("24.00", "clock_range"),
        ("24", "clock_range"),
        ("9.60", "clock_range"),
        (Decimal(24), "clock_range"),
        (Decimal(-1), "clock_range"),
        (Decimal("9.3"), "clock_number"),
        (Decimal("0.375"), "clock_number"),
        (Decimal("NaN"), "clock_number"),
        (Decimal("1E+999999"), "clock_number"),
        ("9.00–10.00", "clock_unreadable"),
        ("9.5", "clock_unreadable"),
        ("aamulla", "clock_unreadable"),
        ("", "clock_unreadable"),
        (True, "clock_unreadable"),
        (time(9, 0, 30), "clock_unreadable"),
        (time(23, 59, 59, 999_999), "clock_range"),
        (date(2021, 10, 19), "clock_unreadable"),
        ("9" * 201, "value_long"),
    ],
)
def test_refused_times_of_day(refused: Refused, value: object, key: str) -> None:
    assert refused(ClockTime, value)[0] == key


@settings(deadline=None)
@given(st.integers(0, 1439))
def test_a_time_of_day_comes_back_from_its_text(minutes: int) -> None:
    clock = ClockTime(minutes)
    assert ClockTime.parse(str(clock)) == clock
    assert ClockTime.parse(clock.as_time) == clock


def test_a_time_of_day_moves_on_by_durations() -> None:
    assert str(ClockTime.parse("9.00").plus(Duration(95))) == "10.35"
    assert str(ClockTime.parse("23.30").plus(Duration(60))) == "0.30"
    assert ClockTime(540) < ClockTime(541)


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        ("120", 120),
        ("120 min", 120),
        ("2 h", 120),
        ("2 t", 120),
        ("2 tuntia", 120),
        ("1 h 30 min", 90),
        ("1h30min", 90),
        ("1 T 5", 65),
        ("1,5 h", 90),
        ("0,25 h", 15),
        ("0", 0),
        (Decimal(120), 120),
        (45, 45),
    ],
)
def test_durations(value: object, minutes: int) -> None:
    assert Duration.parse(value) == Duration(minutes)


@pytest.mark.parametrize(
    ("value", "key", "shown"),
    [
        ("1:30", "duration_clock", "1 h 30 min"),
        ("1.30", "duration_clock", "1 h 30 min"),
        (time(1, 30), "duration_clock", "1 h 30 min"),
        ("1,30 h", "duration_unreadable", "“1,30 h”"),
        ("1.5 h", "duration_unreadable", "“1.5 h”"),
        ("1 h 60 min", "duration_unreadable", "“1 h 60 min”"),
        ("-5", "duration_unreadable", "“-5”"),
        (Decimal(-5), "duration_unreadable", "“-5”"),
        (Decimal("1.5"), "duration_unreadable", "“1,5”"),
        (Decimal("Infinity"), "duration_unreadable", "“Infinity”"),
        (True, "duration_unreadable", "“kyllä”"),
        ("puoli tuntia", "duration_unreadable", "“puoli tuntia”"),
        ("100000", "duration_range", "99999"),
        (Decimal("1E+999999"), "duration_range", "99999"),
    ],
)
def test_refused_durations(refused: Refused, value: object, key: str, shown: str) -> None:
    found, words = refused(Duration, value)
    assert (found, shown in words) == (key, True)


@settings(deadline=None)
@given(st.integers(0, 99_999))
def test_a_duration_comes_back_from_its_text(minutes: int) -> None:
    assert Duration.parse(str(Duration(minutes))) == Duration(minutes)


def test_durations_add_up_and_are_written_in_hours() -> None:
    lengths = [Duration(45), Duration(60), Duration(0)]
    assert [str(length) for length in lengths] == ["45 min", "1 h", "0 min"]
    assert sum(lengths, start=Duration(0)) == Duration(105)
    assert str(Duration(90)) == "1 h 30 min"


def test_impossible_values_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="1440"):
        ClockTime(1440)
    with pytest.raises(ValueError, match="-1"):
        Duration(-1)


@pytest.mark.parametrize("value", [ClockTime(540), Duration(90)])
def test_values_pass_and_are_written_as_their_text(value: ClockTime | Duration) -> None:
    adapter = TypeAdapter(type(value))
    assert adapter.validate_python(value) is value
    assert adapter.dump_python(value, mode="json") == str(value)
    assert adapter.json_schema()["type"] == "string"


@pytest.mark.parametrize("value", ["2", "9", Decimal(2), 5])
def test_a_small_number_alone_may_be_hours_or_minutes(value: object) -> None:
    with pytest.raises(PydanticCustomError, match="two ways") as caught:
        Duration.parse(value)
    assert caught.value.type == "duration_two_readings"


@pytest.mark.parametrize(("value", "minutes"), [("0", 0), ("10", 10), (Decimal(45), 45)])
def test_zero_and_larger_numbers_alone_are_minutes(value: object, minutes: int) -> None:
    assert Duration.parse(value) == Duration(minutes)
