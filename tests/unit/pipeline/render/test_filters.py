"""Each filter in each language, and what it says of a value that is not of its type."""

import datetime as dt
from decimal import Decimal

import pytest

from pipeline.core.errors import TemplateError
from pipeline.render import compile_template
from schemas.contexts.gap import Gap
from tests.unit.pipeline.render.word import rendered, template, texts

VALUES = {
    "day": dt.date(2021, 10, 19),
    "end": dt.date(2021, 10, 22),
    "nine": dt.time(9),
    "noon": dt.time(12, 30),
    "minutes": 90,
    "month": {
        "start": dt.date(2021, 11, 1), "end": dt.date(2021, 11, 30), "precision": "month",
        "text": "11/2021",
    },
    "sum": Decimal("12500.5"),
    "names": ["ääni", "Bo", "Cia"],
    "word": "äÄni ja",
    "group": {"a": 1},
}  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "finnish", "swedish", "english"),
    [
        ("day|date", "19.10.2021", "19.10.2021", "19 October 2021"),
        ("day|long_date", "19. lokakuuta 2021", "19 oktober 2021", "19 October 2021"),
        ("day|weekday_date", "ti 19.10.2021", "tis 19.10.2021", "Tue 19 October 2021"),
        ("day|date_range(end)", "19.–22.10.2021", "19–22.10.2021", "19–22 October 2021"),
        ("nine|clock_range(noon)", "9.00–12.30", "9.00–12.30", "9:00–12:30"),
        ("noon|clock", "12.30", "12.30", "12:30"),
        ("month|timing", "marraskuu 2021", "november 2021", "November 2021"),
        ("month|timing('inessive')", "marraskuussa 2021", "i november 2021", "in November 2021"),
        ("sum|money", "12\xa0500,50\xa0€", "12\xa0500,50\xa0€", "€12,500.50"),
        ("sum|number", "12\xa0500,5", "12\xa0500,5", "12,500.5"),
        ("names|join_and", "ääni, Bo ja Cia", "ääni, Bo och Cia", "ääni, Bo and Cia"),
    ],
)
def test_filters_of_each_language(tag: str, finnish: str, swedish: str, english: str) -> None:
    content = template(f"{{{{ {tag} }}}}")
    shown = [
        texts(compile_template(content, language=language).render(VALUES))
        for language in ("fi", "sv", "en")
    ]
    assert shown == [[finnish], [swedish], [english]]


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("minutes|duration", "1\xa0h 30\xa0min"),
        ("names|join_comma", "ääni, Bo, Cia"),
        ("names|length", "3"),
        ("word|length", "7"),
        ("names|first", "ääni"),
        ("names|last", "Cia"),
        ("word|upper", "ÄÄNI JA"),
        ("word|lower", "ääni ja"),
        ("word|capitalize", "ÄÄni ja"),
    ],
)
def test_filters_that_are_the_same_in_all(tag: str, shown: str) -> None:
    assert texts(rendered(template(f"{{{{ {tag} }}}}"), VALUES)) == [shown]


TYPES = {
    **dict.fromkeys(("date", "long_date", "weekday_date", "date_range(end)"), "a date"),
    **dict.fromkeys(("clock", "clock_range(noon)"), "a clock time"),
    **dict.fromkeys(("money", "number"), "a number"),
    **dict.fromkeys(("join_and", "join_comma", "first", "last"), "a list"),
    **dict.fromkeys(("upper", "lower", "capitalize", "strong", "emphasis"), "a text"),
    **dict.fromkeys(("in_language('sv')", "paragraphs", "on_new_page"), "a text"),
    "duration": "a whole number",
    "timing": "a time such as timing",
    "length": "a list or a text",
}


@pytest.mark.parametrize(("name", "needed"), TYPES.items())
def test_a_value_of_another_type_is_told_with_the_filter(name: str, needed: str) -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(template("alku", f"{{{{ group|{name} }}}}"), VALUES)
    bare = name.partition("(")[0]
    said = f"The filter {bare} needs {needed}, but the value is a group of values."
    assert str(caught.value.message) == said
    assert caught.value.location.paragraph == 2


@pytest.mark.parametrize("name", [each for each in TYPES if each != "paragraphs"])
def test_a_gap_goes_through_each_filter(name: str) -> None:
    made = rendered(template(f"{{{{ gap|{name} }}}}"), {**VALUES, "gap": Gap("Puuttuu")})
    assert texts(made) == ["Puuttuu"]


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("{% if group is odd %}{% endif %}", "odd"),
        ("{% if group is even %}{% endif %}", "even"),
        ("{% if group is divisibleby 2 %}{% endif %}", "divisibleby"),
        ("{% if minutes is divisibleby 'a' %}{% endif %}", "divisibleby"),
    ],
)
def test_tests_of_whole_numbers_take_nothing_else(tag: str, name: str) -> None:
    with pytest.raises(
        TemplateError, match=f"The filter {name} needs a whole number, but the value is"
    ):
        rendered(template(tag), VALUES)
