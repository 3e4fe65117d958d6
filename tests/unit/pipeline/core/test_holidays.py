"""Days on which nobody is at work."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.holidays import day_off, easter


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (1961, date(1961, 4, 2)),
        (2008, date(2008, 3, 23)),
        (2021, date(2021, 4, 4)),
        (2022, date(2022, 4, 17)),
        (2024, date(2024, 3, 31)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter_is_where_the_almanac_has_it(year: int, expected: date) -> None:
    assert easter(year) == expected


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2021-01-01", "New Year's Day"),
        ("2022-01-06", "Epiphany"),
        ("2022-04-15", "Good Friday"),
        ("2022-04-17", "Easter Sunday"),
        ("2022-04-18", "Easter Monday"),
        ("2022-05-26", "Ascension Day"),
        ("2022-06-05", "Whit Sunday"),
        ("2021-06-25", "Midsummer Eve"),
        ("2020-06-20", "Midsummer Day"),
        ("2025-06-21", "Midsummer Day"),
        ("2020-10-31", "All Saints' Day"),
        ("2021-11-06", "All Saints' Day"),
        ("2021-12-24", "Christmas Eve"),
        ("2021-11-13", "a Saturday"),
        ("2021-11-14", "a Sunday"),
        ("2021-11-15", None),
        ("2022-06-24", "Midsummer Eve"),
        ("2022-06-23", None),
    ],
)
def test_what_keeps_people_from_work(day: str, name: str | None) -> None:
    assert day_off(date.fromisoformat(day)) == name


@given(st.integers(2000, 2100))
def test_every_year_has_its_fifteen_holidays_two_of_which_may_fall_on_one_day(year: int) -> None:
    days = (date(year, 1, 1) + timedelta(number) for number in range(366))
    names = {day_off(day) for day in days if day.year == year} - {None}

    assert len(names - {"a Saturday", "a Sunday"}) in {14, 15}
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)
    assert easter(year).weekday() == 6
