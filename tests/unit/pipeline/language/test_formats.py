"""Dates, times, money, numbers and lists as domain.md 3.2 wants them written."""

from datetime import date, time
from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import formats
from pipeline.language.locales import LOCALES

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
KICK_OFF = date(2021, 10, 19)


@pytest.mark.parametrize(
    ("language", "short", "long", "weekday"),
    [
        ("fi", "19.10.2021", "19. lokakuuta 2021", "ti 19.10.2021"),
        ("sv", "19.10.2021", "19 oktober 2021", "tis 19.10.2021"),
        ("en", "19 October 2021", "19 October 2021", "Tue 19 October 2021"),
    ],
)
def test_a_day(language: str, short: str, long: str, weekday: str) -> None:
    assert formats.date(KICK_OFF, language) == short
    assert formats.long_date(KICK_OFF, language) == long
    assert formats.weekday_date(KICK_OFF, language) == weekday


def test_a_day_has_no_leading_zeros() -> None:
    assert formats.date(date(2022, 1, 9), "fi") == "9.1.2022"
    assert formats.date(date(2022, 1, 9), "sv") == "9.1.2022"


@pytest.mark.parametrize(
    ("day", "weekday"),
    [(18, "ma"), (19, "ti"), (20, "ke"), (21, "to"), (22, "pe"), (23, "la"), (24, "su")],
)
def test_finnish_weekdays_are_two_lower_case_letters(day: int, weekday: str) -> None:
    assert formats.weekday_date(date(2021, 10, day), "fi") == f"{weekday} {day}.10.2021"


@pytest.mark.parametrize(
    ("start", "end", "finnish", "swedish", "english"),
    [
        (date(2022, 3, 1), date(2022, 3, 22), "1.–22.3.2022", "1–22.3.2022", "1–22 March 2022"),
        (
            date(2021, 8, 31),
            date(2021, 9, 30),
            "31.8.–30.9.2021",
            "31.8–30.9.2021",
            "31 August – 30 September 2021",
        ),
        (
            date(2021, 12, 1),
            date(2022, 1, 31),
            "1.12.2021–31.1.2022",
            "1.12.2021–31.1.2022",
            "1 December 2021 – 31 January 2022",
        ),
        (KICK_OFF, KICK_OFF, "19.10.2021", "19.10.2021", "19 October 2021"),
        # The same month of two years shares nothing that could be left out.
        (
            date(2021, 3, 1),
            date(2022, 3, 1),
            "1.3.2021–1.3.2022",
            "1.3.2021–1.3.2022",
            "1 March 2021 – 1 March 2022",
        ),
    ],
)
def test_a_range_of_days(start: date, end: date, finnish: str, swedish: str, english: str) -> None:
    assert formats.date_range(start, end, "fi") == finnish
    assert formats.date_range(start, end, "sv") == swedish
    assert formats.date_range(start, end, "en") == english


def test_clock_times_have_a_full_stop_and_no_leading_zero() -> None:
    assert formats.clock(time(9, 0), "fi") == "9.00"
    assert formats.clock(time(14, 5), "sv") == "14.05"
    assert formats.clock(time(9, 0), "en") == "9:00"
    assert formats.clock_range(time(9, 0), time(12, 0), "fi") == "9.00–12.00"
    assert formats.clock_range(time(9, 15), time(12, 0), "en") == "9:15–12:00"


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [(120, "2 h"), (90, "1 h 30 min"), (45, "45 min"), (0, "0 min"), (61, "1 h 1 min")],
)
def test_a_duration(minutes: int, shown: str) -> None:
    assert formats.duration(minutes).replace(NBSP, " ") == shown


def test_a_line_never_breaks_between_a_number_and_its_unit() -> None:
    assert formats.duration(90) == f"1{NBSP}h 30{NBSP}min"
    assert " " not in formats.money(Decimal("1234567.50"), "fi")


@pytest.mark.parametrize(
    ("euros", "finnish", "english"),
    [
        ("12500", "12 500 €", "€12,500"),
        ("12500.00", "12 500 €", "€12,500"),
        ("12500.5", "12 500,50 €", "€12,500.50"),
        ("0", "0 €", "€0"),
        ("999", "999 €", "€999"),
        ("1234567.89", "1 234 567,89 €", "€1,234,567.89"),
        ("-1250", f"{MINUS}1 250 €", f"{MINUS}€1,250"),
    ],
)
def test_money(euros: str, finnish: str, english: str) -> None:
    assert formats.money(Decimal(euros), "fi") == finnish.replace(" ", NBSP)
    assert formats.money(Decimal(euros), "sv") == finnish.replace(" ", NBSP)
    assert formats.money(Decimal(euros), "en") == english


@pytest.mark.parametrize(
    ("value", "finnish", "english"),
    [
        ("12500", "12 500", "12,500"),
        ("4.50", "4,50", "4.50"),
        ("0.125", "0,125", "0.125"),
        ("-7.5", f"{MINUS}7,5", f"{MINUS}7.5"),
        ("1E+3", "1 000", "1,000"),
    ],
)
def test_a_number_keeps_its_decimals(value: str, finnish: str, english: str) -> None:
    assert formats.number(Decimal(value), "fi") == finnish.replace(" ", NBSP)
    assert formats.number(Decimal(value), "sv") == finnish.replace(" ", NBSP)
    assert formats.number(Decimal(value), "en") == english


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3))
def test_a_finnish_number_reads_back_as_itself(value: Decimal) -> None:
    shown = formats.number(value, "fi")
    assert Decimal(shown.replace(NBSP, "").replace(",", ".").replace(MINUS, "-")) == value


@given(
    st.integers(0, 6).flatmap(lambda places: st.decimals(-(10**12), 10**12, places=places)),
    st.sampled_from(["fi", "sv", "en"]),
)
def test_a_number_is_written_as_the_locale_data_says(value: Decimal, language: str) -> None:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    pattern = "#,##0" + ("." + "0" * -exponent if exponent < 0 else "")
    expected = format_decimal(value, pattern, locale=LOCALES[language], decimal_quantization=False)
    assert formats.number(value, language) == expected.replace("-", MINUS)


def test_whole_numbers_need_no_decimal_type() -> None:
    assert formats.number(2500, "fi") == f"2{NBSP}500"
    assert formats.money(2500, "fi") == f"2{NBSP}500{NBSP}€"


@pytest.mark.parametrize(
    ("words", "finnish", "swedish", "english"),
    [
        (["a", "b", "c"], "a, b ja c", "a, b och c", "a, b and c"),
        (["a", "b"], "a ja b", "a och b", "a and b"),
        (["a"], "a", "a", "a"),
        ([], "", "", ""),
        (["a", "b", "c", "d"], "a, b, c ja d", "a, b, c och d", "a, b, c and d"),
    ],
)
def test_a_list_in_a_sentence(words: list[str], finnish: str, swedish: str, english: str) -> None:
    assert formats.join_and(words, "fi") == finnish
    assert formats.join_and(words, "sv") == swedish
    assert formats.join_and(words, "en") == english


def test_a_list_keeps_braces_and_commas_of_its_words() -> None:
    assert formats.join_and(["{0}", "{1}, x", "c"], "fi") == "{0}, {1}, x ja c"
    assert formats.join_comma(["T1", "T2"]) == "T1, T2"
