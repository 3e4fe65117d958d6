"""Times of honest precision in the table form and in the sentence form of three languages."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.errors import TemplateError
from pipeline.language.formats import timing
from schemas.fields import Precision

Day = tuple[int, int, int]


def view(start: Day | None, end: Day | None, precision: str) -> dict[str, object]:
    return {
        "start": date(*start) if start else None,
        "end": date(*end) if end else None,
        "precision": precision,
        "text": "as somebody wrote it",
    }


NOVEMBER = view((2021, 11, 1), (2021, 11, 30), "month")
SPRING_MONTHS = view((2022, 4, 1), (2022, 6, 30), "month")
OVER_NEW_YEAR = view((2021, 11, 1), (2022, 1, 31), "month")


@pytest.mark.parametrize(
    ("when", "table", "sentence"),
    [
        (view((2021, 10, 19), (2021, 10, 19), "day"), "19.10.2021", "19.10.2021"),
        (view((2022, 3, 1), (2022, 3, 22), "range"), "1.–22.3.2022", "1.–22.3.2022"),
        (view((2021, 8, 31), (2021, 9, 30), "range"), "31.8.–30.9.2021", "31.8.–30.9.2021"),
        (
            view((2021, 12, 1), (2022, 1, 31), "range"),
            "1.12.2021–31.1.2022",
            "1.12.2021–31.1.2022",
        ),
        (view((2021, 10, 18), (2021, 10, 24), "week"), "vko 42/2021", "viikolla 42/2021"),
        (
            view((2021, 10, 18), (2021, 11, 7), "week"),
            "viikot 42–44/2021",
            "viikoilla 42–44/2021",
        ),
        # Week 53 of 2020 ends in 2021: the year is that of the week, not of the day.
        (view((2020, 12, 28), (2021, 1, 3), "week"), "vko 53/2020", "viikolla 53/2020"),
        (
            view((2021, 12, 20), (2022, 1, 9), "week"),
            "viikot 51/2021 – 1/2022",
            "viikoilla 51/2021 – 1/2022",
        ),
        (NOVEMBER, "marraskuu 2021", "marraskuussa 2021"),
        (SPRING_MONTHS, "huhti–kesäkuu 2022", "huhti–kesäkuussa 2022"),
        (
            OVER_NEW_YEAR,
            "marraskuu 2021 – tammikuu 2022",
            "marraskuusta 2021 tammikuuhun 2022",
        ),
        (
            view((2021, 10, 1), (2021, 10, 10), "month_part"),
            "lokakuun alku 2021",
            "lokakuun alussa 2021",
        ),
        (
            view((2021, 10, 11), (2021, 10, 20), "month_part"),
            "lokakuun puoliväli 2021",
            "lokakuun puolivälissä 2021",
        ),
        (
            view((2021, 10, 21), (2021, 10, 31), "month_part"),
            "lokakuun loppu 2021",
            "lokakuun lopussa 2021",
        ),
        (view((2022, 1, 1), (2022, 4, 30), "year_part"), "alkuvuosi 2022", "alkuvuodesta 2022"),
        (view((2022, 9, 1), (2022, 12, 31), "year_part"), "loppuvuosi 2022", "loppuvuodesta 2022"),
        (view((2022, 3, 1), (2022, 5, 31), "season"), "kevät 2022", "keväällä 2022"),
        (view((2022, 6, 1), (2022, 8, 31), "season"), "kesä 2022", "kesällä 2022"),
        (view((2022, 9, 1), (2022, 11, 30), "season"), "syksy 2022", "syksyllä 2022"),
        (view((2021, 12, 1), (2022, 2, 28), "season"), "talvi 2022", "talvella 2022"),
        (
            view((2022, 1, 1), (2022, 3, 31), "quarter"),
            "1. neljännes 2022",
            "vuoden 2022 ensimmäisellä neljänneksellä",
        ),
        (
            view((2022, 10, 1), (2022, 12, 31), "quarter"),
            "4. neljännes 2022",
            "vuoden 2022 viimeisellä neljänneksellä",
        ),
        (view((2022, 1, 1), (2022, 12, 31), "year"), "vuosi 2022", "vuonna 2022"),
        (view((2022, 1, 1), (2023, 12, 31), "year"), "vuodet 2022–2023", "vuosina 2022–2023"),
        (view(None, None, "open"), "ei vielä sovittu", "myöhemmin sovittavana ajankohtana"),
    ],
)
def test_finnish(when: dict[str, object], table: str, sentence: str) -> None:
    assert timing(when, "fi") == table
    assert timing(when, "fi", case="inessive") == sentence


@pytest.mark.parametrize(
    ("when", "table", "sentence"),
    [
        (view((2021, 10, 19), (2021, 10, 19), "day"), "19.10.2021", "den 19 oktober 2021"),
        (view((2022, 3, 1), (2022, 3, 22), "range"), "1–22.3.2022", "den 1–22 mars 2022"),
        (
            view((2021, 8, 31), (2021, 9, 30), "range"),
            "31.8–30.9.2021",
            "från den 31 augusti till den 30 september 2021",
        ),
        (
            view((2021, 12, 1), (2022, 1, 31), "range"),
            "1.12.2021–31.1.2022",
            "från den 1 december 2021 till den 31 januari 2022",
        ),
        (view((2021, 10, 18), (2021, 10, 24), "week"), "vecka 42/2021", "vecka 42/2021"),
        (
            view((2021, 10, 18), (2021, 11, 7), "week"),
            "veckorna 42–44/2021",
            "veckorna 42–44/2021",
        ),
        (NOVEMBER, "november 2021", "i november 2021"),
        (SPRING_MONTHS, "april–juni 2022", "i april–juni 2022"),
        (
            OVER_NEW_YEAR,
            "november 2021 – januari 2022",
            "från november 2021 till januari 2022",
        ),
        (
            view((2021, 10, 1), (2021, 10, 10), "month_part"),
            "början av oktober 2021",
            "i början av oktober 2021",
        ),
        (
            view((2022, 9, 1), (2022, 12, 31), "year_part"),
            "slutet av 2022",
            "i slutet av 2022",
        ),
        (view((2021, 12, 1), (2022, 2, 28), "season"), "vintern 2022", "vintern 2022"),
        (
            view((2022, 4, 1), (2022, 6, 30), "quarter"),
            "andra kvartalet 2022",
            "under andra kvartalet 2022",
        ),
        (view((2022, 1, 1), (2022, 12, 31), "year"), "år 2022", "år 2022"),
        (view((2022, 1, 1), (2023, 12, 31), "year"), "åren 2022–2023", "åren 2022–2023"),
        (
            view(None, None, "open"),
            "ännu inte överenskommet",
            "vid en tidpunkt som överenskoms senare",
        ),
    ],
)
def test_swedish(when: dict[str, object], table: str, sentence: str) -> None:
    assert timing(when, "sv") == table
    assert timing(when, "sv", case="inessive") == sentence


@pytest.mark.parametrize(
    ("when", "table", "sentence"),
    [
        (view((2021, 10, 19), (2021, 10, 19), "day"), "19 October 2021", "on 19 October 2021"),
        (view((2022, 3, 1), (2022, 3, 22), "range"), "1–22 March 2022", "on 1–22 March 2022"),
        (
            view((2021, 8, 31), (2021, 9, 30), "range"),
            "31 August – 30 September 2021",
            "from 31 August to 30 September 2021",
        ),
        (
            view((2021, 12, 1), (2022, 1, 31), "range"),
            "1 December 2021 – 31 January 2022",
            "from 1 December 2021 to 31 January 2022",
        ),
        (view((2021, 10, 18), (2021, 10, 24), "week"), "week 42/2021", "in week 42/2021"),
        (NOVEMBER, "November 2021", "in November 2021"),
        (SPRING_MONTHS, "April–June 2022", "in April–June 2022"),
        (
            OVER_NEW_YEAR,
            "November 2021 – January 2022",
            "from November 2021 to January 2022",
        ),
        (
            view((2021, 10, 11), (2021, 10, 20), "month_part"),
            "mid-October 2021",
            "in mid-October 2021",
        ),
        (view((2022, 1, 1), (2022, 4, 30), "year_part"), "early 2022", "in early 2022"),
        (view((2022, 9, 1), (2022, 11, 30), "season"), "autumn 2022", "in autumn 2022"),
        (
            view((2022, 7, 1), (2022, 9, 30), "quarter"),
            "Q3 2022",
            "in the third quarter of 2022",
        ),
        (view((2022, 1, 1), (2022, 12, 31), "year"), "2022", "in 2022"),
        (view((2022, 1, 1), (2023, 12, 31), "year"), "2022–2023", "in 2022–2023"),
        (view(None, None, "open"), "not yet agreed", "at a time to be agreed later"),
    ],
)
def test_english(when: dict[str, object], table: str, sentence: str) -> None:
    assert timing(when, "en") == table
    assert timing(when, "en", case="inessive") == sentence


MONTHS = (
    *("tammi", "helmi", "maalis", "huhti", "touko", "kesä"),
    *("heinä", "elo", "syys", "loka", "marras", "joulu"),
)


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_is_inflected(number: int) -> None:
    when = view((2022, number, 1), (2022, number, 28), "month")
    stem = MONTHS[number - 1]
    assert timing(when, "fi") == f"{stem}kuu 2022"
    assert timing(when, "fi", "inessive") == f"{stem}kuussa 2022"


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.integers(0, 800),
    st.sampled_from(Precision),
    st.sampled_from(["fi", "sv", "en"]),
    st.sampled_from(["nominative", "inessive"]),
)
def test_no_interval_is_without_words(
    start: date, length: int, precision: Precision, language: str, case: str
) -> None:
    end = start + timedelta(days=length)
    when: dict[str, object] = {"start": start, "end": end, "precision": precision, "text": ""}
    if precision is Precision.OPEN:
        when |= {"start": None, "end": None}
    shown = timing(when, language, case)
    assert shown == shown.strip()
    assert precision is Precision.OPEN or str(end.year) in shown or str(start.year) in shown


def test_an_unknown_form_is_refused_in_words() -> None:
    with pytest.raises(TemplateError, match="genitive"):
        timing(NOVEMBER, "fi", case="genitive")
