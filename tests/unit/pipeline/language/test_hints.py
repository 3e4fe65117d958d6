"""What hints and instructions give as examples can be written as it stands, in each language."""

import re
from collections.abc import Callable

import pytest
from pydantic import TypeAdapter

from pipeline.language import inventory
from pipeline.language.catalogue import INTERFACES, translator
from pipeline.language.timing import timing
from schemas.fields import (
    BusinessId,
    ClockTime,
    Day,
    Duration,
    Email,
    Money,
    Months,
    Number,
    Phone,
    Timing,
    UrlText,
    YesNo,
)

#: Each text whose end lists examples, and what reads such a value.
HINTS: list[tuple[str, Callable[[object], object]]] = [
    (
        (
            "Write for example 19.10.2021, 1.–22.3.2022, November 2021, 11/2021, spring 2022,"
            " Q1/2022, week 42/2021, 2022 or “not yet agreed”."
        ),
        TypeAdapter(Timing).validate_python,
    ),
    (
        "Check the day, month or week; write for example 19.10.2021 or week 42/2021.",
        TypeAdapter(Timing).validate_python,
    ),
    (
        "Check which is first; give both years if they differ: 1.12.2021–31.1.2022.",
        TypeAdapter(Timing).validate_python,
    ),
    (
        (
            "As exactly as it is known: 19.10.2021, 1.–22.3.2022, November 2021, spring 2022,"
            " Q1/2022 or 2022."
        ),
        TypeAdapter(Timing).validate_python,
    ),
    (
        (
            "Write times as exactly as they are known: 19.10.2021, 1.–22.3.2022, November 2021,"
            " spring 2022 or Q1/2022."
        ),
        TypeAdapter(Timing).validate_python,
    ),
    ("Write the day, month and year: 19.10.2021.", TypeAdapter(Day).validate_python),
    ("Write hours and minutes, for example 9.00 or 14.30.", TypeAdapter(ClockTime).validate_python),
    (
        "Write minutes or hours, for example 45, 45 min, 2 h or 1 h 30 min.",
        TypeAdapter(Duration).validate_python,
    ),
    ("Write euros, for example 12 500 or 12 500,50 €.", TypeAdapter(Money).validate_python),
    ("Write a number alone, for example 12, 12 500 or 12,5.", TypeAdapter(Number).validate_python),
    (
        "Write one address alone, for example malli.mallinen@example.org.",
        TypeAdapter(Email).validate_python,
    ),
    (
        "Write 5 to 20 digits, for example 040 000 0000 or +358 40 000 0000.",
        TypeAdapter(Phone).validate_python,
    ),
    (
        "Write seven digits, a hyphen and the check digit, for example 1234567-1.",
        TypeAdapter(BusinessId).validate_python,
    ),
    (
        "Write the whole address, for example https://www.example.org/page.",
        TypeAdapter(UrlText).validate_python,
    ),
]
_BEFORE = re.compile(r".*(?:for example|esimerkiksi|till exempel|: )\s*")
_BETWEEN = re.compile(r", | (?:or|tai|eller) ")
_QUOTED = re.compile("[“”]([^“”]+)”")


def test_the_hints_are_those_of_the_program() -> None:
    assert {hint for hint, _ in HINTS} <= inventory.msgids()


@pytest.mark.parametrize(("hint", "read"), HINTS)
@pytest.mark.parametrize("language", INTERFACES)
def test_the_examples_of_a_hint_are_accepted(
    hint: str, read: Callable[[object], object], language: str
) -> None:
    shown = translator(language).text(hint)
    examples = [part.strip("“”. ") for part in _BETWEEN.split(_BEFORE.sub("", shown))]
    assert len(examples) == len(_BETWEEN.split(_BEFORE.sub("", hint)))
    for example in examples:
        read(example)


@pytest.mark.parametrize("language", INTERFACES)
def test_the_months_of_the_hint_are_accepted(language: str) -> None:
    shown = translator(language).text(
        "Write months by name or number: January, February; 1, 2; March–May."
    )
    read = [
        TypeAdapter(Months).validate_python(part.strip(". "))
        for part in _BEFORE.sub("", shown).split(";")
    ]
    assert read == [(1, 2), (1, 2), (3, 4, 5)]


@pytest.mark.parametrize("language", INTERFACES)
def test_yes_and_no_of_the_hint_mean_yes_and_no(language: str) -> None:
    shown = translator(language).text("Write “yes” or “no” (also accepted: kyllä, ei, ja, nej, x).")
    assert [TypeAdapter(YesNo).validate_python(word) for word in _QUOTED.findall(shown)] == [
        True,
        False,
    ]


@pytest.mark.parametrize("language", INTERFACES)
def test_a_time_not_yet_agreed_reads_back_as_it_is_printed(language: str) -> None:
    printed = timing({"start": None, "end": None, "precision": "open"}, language)
    read = TypeAdapter(Timing).validate_python(printed)
    assert read.start is None
