"""Times: every form that people write, and why the others are refused."""

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from schemas.fields import Precision, Relation, Timing

Read = Callable[..., object]
Refused = Callable[..., tuple[str, str]]

WINDOW = (date(2021, 9, 1), date(2022, 8, 31))
DATES = st.dates(date(2000, 1, 1), date(2100, 12, 31))
QUICK = settings(deadline=None)

READINGS = [
    ("19.10.2021", "2021-10-19", "2021-10-19", "day"),
    ("19. 10. 2021", "2021-10-19", "2021-10-19", "day"),
    ("2021-10-19", "2021-10-19", "2021-10-19", "day"),
    ("19. lokakuuta 2021", "2021-10-19", "2021-10-19", "day"),
    ("den 19 oktober 2021", "2021-10-19", "2021-10-19", "day"),
    ("October 19, 2021", "2021-10-19", "2021-10-19", "day"),
    ("19th October 2021", "2021-10-19", "2021-10-19", "day"),
    ("29.2.2024", "2024-02-29", "2024-02-29", "day"),
    ("31.8.–30.9.2021", "2021-08-31", "2021-09-30", "range"),
    ("1.–22.3.2022", "2022-03-01", "2022-03-22", "range"),
    ("1. - 22.3.2022", "2022-03-01", "2022-03-22", "range"),
    ("1-22.3.2022", "2022-03-01", "2022-03-22", "range"),
    ("1.1.2022-31.12.2023", "2022-01-01", "2023-12-31", "range"),
    ("2021-10-19–2021-10-22", "2021-10-19", "2021-10-22", "range"),
    ("1.–22. maaliskuuta 2022", "2022-03-01", "2022-03-22", "range"),
    ("31 August – 30 September 2021", "2021-08-31", "2021-09-30", "range"),
    ("vko 42/2021", "2021-10-18", "2021-10-24", "week"),
    ("viikolla 42/2021", "2021-10-18", "2021-10-24", "week"),
    ("v. 42/2021", "2021-10-18", "2021-10-24", "week"),
    ("vecka 42 2021", "2021-10-18", "2021-10-24", "week"),
    ("vko 42–44/2021", "2021-10-18", "2021-11-07", "week"),
    ("vko 53/2020", "2020-12-28", "2021-01-03", "week"),
    ("marraskuu 2021", "2021-11-01", "2021-11-30", "month"),
    ("Marraskuussa\u00a0 2021", "2021-11-01", "2021-11-30", "month"),
    ("i november 2021", "2021-11-01", "2021-11-30", "month"),
    ("okt. 2021", "2021-10-01", "2021-10-31", "month"),
    ("11/2021", "2021-11-01", "2021-11-30", "month"),
    ("huhti–kesäkuu 2022", "2022-04-01", "2022-06-30", "month"),
    ("kesä-elokuussa 2022", "2022-06-01", "2022-08-31", "month"),
    ("syyskuu 2022 – tammikuu 2023", "2022-09-01", "2023-01-31", "month"),
    ("9–11/2021", "2021-09-01", "2021-11-30", "month"),
    ("9/2021–1/2022", "2021-09-01", "2022-01-31", "month"),
    ("lokakuun alussa 2021", "2021-10-01", "2021-10-10", "month_part"),
    ("lokakuun puoliväli 2021", "2021-10-11", "2021-10-20", "month_part"),
    ("helmikuun lopussa 2024", "2024-02-21", "2024-02-29", "month_part"),
    ("i början av oktober 2021", "2021-10-01", "2021-10-10", "month_part"),
    ("mid-October 2021", "2021-10-11", "2021-10-20", "month_part"),
    ("alkuvuosi 2022", "2022-01-01", "2022-04-30", "year_part"),
    ("alkuvuodesta 2022", "2022-01-01", "2022-04-30", "year_part"),
    ("loppuvuosi 2022", "2022-09-01", "2022-12-31", "year_part"),
    ("kevät 2022", "2022-03-01", "2022-05-31", "season"),
    ("kesällä 2022", "2022-06-01", "2022-08-31", "season"),
    ("hösten 2022", "2022-09-01", "2022-11-30", "season"),
    ("talvi 2022", "2021-12-01", "2022-02-28", "season"),
    ("winter 2024", "2023-12-01", "2024-02-29", "season"),
    ("kevät–syksy 2022", "2022-03-01", "2022-11-30", "season"),
    ("Q1/2022", "2022-01-01", "2022-03-31", "quarter"),
    ("q4 2022", "2022-10-01", "2022-12-31", "quarter"),
    ("Q2–Q3/2022", "2022-04-01", "2022-09-30", "quarter"),
    ("2022", "2022-01-01", "2022-12-31", "year"),
    ("vuonna 2022", "2022-01-01", "2022-12-31", "year"),
    ("2022–2023", "2022-01-01", "2023-12-31", "year"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), READINGS)
def test_each_form_is_read(text: str, start: str, end: str, precision: str) -> None:
    timing = Timing.parse(text)
    assert (str(timing.start), str(timing.end), timing.precision) == (start, end, precision)
    assert Timing.parse(str(timing)) == timing


@pytest.mark.parametrize(
    "text", ["ei vielä sovittu", "Avoin", "öppen", "open", " not yet  agreed\u00a0"]
)
def test_an_open_time_has_no_dates(text: str) -> None:
    timing = Timing.parse(text)
    assert (timing.start, timing.end, timing.precision) == (None, None, Precision.OPEN)
    assert timing.days is None
    assert not timing.is_day


def test_the_text_is_kept_with_single_spaces() -> None:
    assert str(Timing.parse("\u00a0Marraskuussa  2021 ")) == "Marraskuussa 2021"


@pytest.mark.parametrize("text", ["ti 19.10.2021", "Tiistaina 19.10.2021", "tue 19 October 2021"])
def test_the_weekday_is_kept(text: str) -> None:
    timing = Timing.parse(text)
    assert (timing.start, timing.weekday) == (date(2021, 10, 19), 1)


def test_a_wrong_weekday_is_kept_for_the_rules() -> None:
    assert Timing.parse("pe 19.10.2021").weekday == 4


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("19.10.", date(2021, 10, 19), date(2021, 10, 19)),
        ("ke 1.9.", date(2021, 9, 1), date(2021, 9, 1)),
        ("31.8.", date(2022, 8, 31), date(2022, 8, 31)),
        ("1.–22.3.", date(2022, 3, 1), date(2022, 3, 22)),
        ("19. lokakuuta", date(2021, 10, 19), date(2021, 10, 19)),
    ],
)
def test_a_missing_year_is_found_by_the_window(
    read: Read, text: str, start: date, end: date
) -> None:
    timing = read(Timing, text, window=WINDOW)
    assert isinstance(timing, Timing)
    assert (timing.start, timing.end, timing.year_inferred) == (start, end, True)


def test_a_year_that_is_written_is_not_inferred(read: Read) -> None:
    timing = read(Timing, "19.10.2023", window=WINDOW)
    assert isinstance(timing, Timing)
    assert (timing.start, timing.year_inferred) == (date(2023, 10, 19), False)


@pytest.mark.parametrize(
    ("text", "window", "example"),
    [
        ("19.10.", None, "19.10.2024"),
        ("19.10.", (date(2021, 11, 1), date(2022, 8, 31)), "19.10.2021"),
        ("19.10.", (date(2021, 1, 1), date(2022, 12, 31)), "19.10.2021"),
        ("29.2.", WINDOW, "29.2.2024"),
        ("20.8.–10.9.", WINDOW, "20.8.–10.9.2021"),
        ("15.12.–10.1.", WINDOW, "15.12.2021–10.1.2022"),
        ("19.10", WINDOW, "19.10.2021"),
        ("marraskuussa", WINDOW, "marraskuussa 2021"),
        ("vko 42", WINDOW, "vko 42/2021"),
        ("Q1", WINDOW, "Q1/2021"),
    ],
)
def test_a_year_that_cannot_be_told_is_asked_for(
    refused: Refused, text: str, window: object, example: str
) -> None:
    key, words = refused(Timing, text, window=window)
    assert (key, words.endswith(f"example {example}.")) == ("timing_no_year", True)


@pytest.mark.parametrize(
    ("text", "key", "shown"),
    [
        ("01/03/2026", "timing_two_readings", "1.3.2026 or 3.1.2026"),
        ("1/3/2026", "timing_two_readings", "1.3.2026 or 3.1.2026"),
        ("1/3/26", "timing_two_readings", "1.3.2026 or 3.1.2026"),
        ("3/3/2026", "timing_separators", "3.3.2026"),
        ("03/25/2026", "timing_separators", "25.3.2026"),
        ("13/13/2026", "timing_unreadable", "“13/13/2026”"),
        ("1.3.26", "timing_short_year", "1.3.2026"),
        ("1.–22.3.26", "timing_short_year", "1.–22.3.2026"),
        ("1.3.1999", "timing_year_range", "1999"),
        ("2101", "timing_year_range", "2101"),
        ("kevät 1999", "timing_year_range", "1999"),
        ("talvi 1999", "timing_year_range", "1999"),
        ("vko 5/1999", "timing_year_range", "1999"),
        ("30.2.2022", "timing_no_such_day", "“30.2.2022”"),
        ("30.2.", "timing_no_such_day", "“30.2.”"),
        ("29.2.2022", "timing_no_such_day", "“29.2.2022”"),
        ("13/2022", "timing_no_such_day", "“13/2022”"),
        ("vko 53/2021", "timing_no_such_day", "“vko 53/2021”"),
        ("22.3.–1.3.2022", "timing_backwards", "(1.3.2022) before it starts (22.3.2022)"),
        ("2023–2022", "timing_backwards", "(31.12.2022) before it starts (1.1.2023)"),
        ("marras–tammikuu 2022", "timing_backwards", "(31.1.2022) before it starts (1.11.2022)"),
        ("", "timing_unreadable", "“”"),
        ("ensi viikolla", "timing_unreadable", "“ensi viikolla”"),
        ("ti marraskuu 2021", "timing_unreadable", "“ti marraskuu 2021”"),
        ("marraskuu\x0b2021", "timing_unreadable", "“marraskuu\ufffd2021”"),
        ("xx 19 2021", "timing_unreadable", "“xx 19 2021”"),
        ("1.-2. xxx 2021", "timing_unreadable", "“1.-2. xxx 2021”"),
        ("xxx 2021", "timing_unreadable", "“xxx 2021”"),
        ("kevät–lokakuu 2021", "timing_unreadable", "“kevät–lokakuu 2021”"),
        (True, "timing_unreadable", "“kyllä”"),
        (["19.10.2021"], "timing_unreadable", "“19.10.2021”"),
        (Decimal("11.2021"), "timing_number", "11,2021"),
        (Decimal("NaN"), "timing_number", "NaN"),
        (44488, "timing_number", "44488"),
        (date(1900, 2, 28), "timing_year_range", "“28.2.1900”"),
        ("9" * 201, "value_long", "201"),
    ],
)
def test_what_is_refused_and_why(refused: Refused, text: object, key: str, shown: str) -> None:
    found, words = refused(Timing, text)
    assert found == key
    assert shown in words


def test_cells_of_excel_are_read() -> None:
    day = Timing.parse(datetime(2021, 10, 19, 9))  # noqa: DTZ001 - Excel has no time zones
    assert day == Timing.parse(date(2021, 10, 19)) == Timing.parse("19.10.2021")
    assert Timing.parse(Decimal(2022)) == Timing.parse("2022")


def test_a_time_of_day_is_no_date(refused: Refused) -> None:
    assert refused(Timing, time(9, 0))[0] == "timing_unreadable"


def test_a_timing_passes_and_is_written_as_its_text() -> None:
    adapter = TypeAdapter(Timing)
    timing = Timing.parse("kevät 2022")
    assert adapter.validate_python(timing) is timing
    assert adapter.dump_python(timing, mode="json") == "kevät 2022"
    examples = adapter.json_schema()["examples"]
    assert [str(adapter.validate_python(example)) for example in examples] == examples


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("1.9.2021", Relation.CONTAINED),
        ("31.8.2022", Relation.CONTAINED),
        ("syksy 2021", Relation.CONTAINED),
        ("2022", Relation.OVERLAPPING),
        ("31.8.–1.9.2021", Relation.OVERLAPPING),
        ("2021–2023", Relation.OVERLAPPING),
        ("31.8.2021", Relation.OUTSIDE),
        ("1.9.2022", Relation.OUTSIDE),
        ("avoin", Relation.UNKNOWN),
    ],
)
def test_relation_to_a_period(text: str, relation: Relation) -> None:
    assert Timing.parse(text).relation_to(*WINDOW) is relation


def test_days_and_order() -> None:
    texts = ["avoin", "2022", "1.2.2022", "tammikuu 2022"]
    ordered = sorted(map(Timing.parse, texts), key=lambda timing: timing.sort_key)
    assert [str(timing) for timing in ordered] == ["tammikuu 2022", "2022", "1.2.2022", "avoin"]
    assert [timing.days for timing in ordered] == [31, 365, 1, None]
    assert [timing.is_day for timing in ordered] == [False, False, True, False]


@QUICK
@given(DATES, DATES, st.sampled_from(["-", "–", " – ", " - "]))
def test_real_dates_come_back_from_every_form_of_days(one: date, other: date, dash: str) -> None:
    start, end = sorted((one, other))
    first, last = f"{start.day}.{start.month}.", f"{end.day}.{end.month}."
    written = [
        f"{first}{start.year}{dash}{last}{end.year}",
        f"{start.isoformat()}{dash}{end.isoformat()}",
    ]
    if start.year == end.year:
        written.append(f"{first}{dash}{last}{end.year}")
        if start.month == end.month:
            written.append(f"{start.day}.{dash}{last}{end.year}")
    for text in written:
        timing = Timing.parse(text)
        assert (timing.start, timing.end, timing.precision) == (start, end, Precision.RANGE)
        assert Timing.parse(str(timing)) == timing
    assert Timing.parse(f"{last}{end.year}").start == Timing.parse(end.isoformat()).start == end


@QUICK
@given(DATES)
def test_a_real_date_lies_in_the_periods_named_after_it(day: date) -> None:
    week = day.isocalendar()
    forms = [f"{day.month}/{day.year}", f"Q{(day.month + 2) // 3}/{day.year}", str(day.year)]
    if 2000 <= week.year <= 2100:
        forms.append(f"vko {week.week}/{week.year}")
    lengths = {"month": (28, 31), "quarter": (90, 92), "year": (365, 366), "week": (7, 7)}
    for text in forms:
        timing = Timing.parse(text)
        shortest, longest = lengths[timing.precision]
        assert timing.relation_to(day, day) is not Relation.OUTSIDE
        assert shortest <= (timing.days or 0) <= longest


PIECES = st.sampled_from([
    *"0123456789.-–/ ",
    *("19.10.", "2021", "22", "marraskuu", "kevät", "vko ", "Q1", "huhti–", "alussa", "ti "),
    *("mid-", "av ", "klo", "\ud800", "É"),
])


@settings(deadline=None, max_examples=400)
@given(st.text() | st.lists(PIECES, max_size=12).map("".join), st.booleans())
def test_no_text_breaks_the_reading(text: str, known: bool) -> None:
    window = WINDOW if known else None
    try:
        timing = TypeAdapter(Timing).validate_python(text, context={"window": window})
    except ValidationError:
        return
    assert Timing.parse(str(timing), window) == timing
