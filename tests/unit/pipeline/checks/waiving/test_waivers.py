"""Waivers: what is accepted with a reason is information, what does not hold is told."""

from dataclasses import replace

import pytest

from pipeline.checks.waiving.waivers import FIXED, WAIVABLE, Waiver, is_waived, settled
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text

PATHS = {"m/kutsu/fi.docx": "/r/templates/m/kutsu/fi.docx"}
TABLE = Finding(
    "TE-33",
    Severity.WARNING,
    Text("The table has no header row."),
    Location(
        file="m/kutsu/fi.docx", part="word/document.xml", heading="Aikataulu", table=2, row=1,
        table_column=1, paragraph=9,
    ),
    Text("Mark it."),
)  # fmt: skip
NAME = Finding(
    "TE-10",
    Severity.ERROR,
    Text("{message} In the text: “{words}”.", message=Text("No name {n}.", n="nmae"), words="Hei"),
    Location(file="m/kutsu/fi.docx", part="word/document.xml", paragraph=3, tag="{{ a.nmae }}"),
)
PLACE = Location(file=".paja.toml", line=4)


def waiver(code: str = "TE-33", reason: str | None = "On näin", **rest: str) -> Waiver:
    return Waiver(code, reason, place=PLACE, folder="/r", is_whole=True, **rest)


def test_a_waived_finding_is_information_with_the_reason_and_the_others_stay() -> None:
    waived, other = settled((TABLE, NAME), [waiver()], PATHS)
    assert (waived.severity, waived.hint, waived.location) == (Severity.INFO, None, TABLE.location)
    assert str(waived.message) == "The table has no header row. Accepted: On näin"
    assert other == NAME


@pytest.mark.parametrize(
    "given",
    [
        {"file": "fi.docx"},
        {"file": "kutsu/fi.docx"},
        {"file": "templates/m/kutsu/*.docx"},
        {"file": "m/*/fi.docx"},
        {"where": "aikataulu"},
        {"where": "T2 R1"},
        {"where": "word/document.xml"},
        {"code": " te-33 "},
    ],
)
def test_a_waiver_finds_its_file_and_place_however_they_are_written(given: dict[str, str]) -> None:
    (waived,) = settled((TABLE,), [waiver(**given)], PATHS)
    assert waived.severity is Severity.INFO


@pytest.mark.parametrize("words", ["nmae }}", "HEI", "nmae"])
def test_the_tag_and_what_the_message_quotes_are_words_of_the_place(words: str) -> None:
    (waived,) = settled((NAME,), [waiver("TE-10", where=words)], PATHS)
    assert waived.severity is Severity.INFO


@pytest.mark.parametrize(
    "given",
    [
        {"file": "sv.docx"},
        {"file": "*.docx/fi.docx"},
        {"file": "."},
        {"file": "/"},
        {"where": "Liitteet"},
        {"code": "TE-31"},
    ],
)
def test_a_waiver_of_something_else_does_not_count_and_is_unused(given: dict[str, str]) -> None:
    kept, told = settled((TABLE,), [waiver(**given)], PATHS)
    assert kept == TABLE
    assert (told.code, told.severity, told.location) == ("TE-91", Severity.WARNING, PLACE)
    assert "notices nothing that this waiver is about" in str(told.message)
    assert told.hint is not None


def test_a_waiver_of_another_folder_does_not_count() -> None:
    other = replace(waiver(), folder="/r/templates/m/kutsu2")
    assert settled((TABLE,), [other], PATHS)[0] == TABLE


def test_a_waiver_is_unused_only_if_all_that_it_is_about_was_checked() -> None:
    part = replace(waiver("TE-31"), is_whole=False)
    assert settled((TABLE,), [part], PATHS) == (TABLE,)


@pytest.mark.parametrize(
    ("given", "says", "hint"),
    [
        (waiver(reason=None), "has no reason", "Write in one sentence"),
        (waiver("TE-01"), "cannot be waived", "remove this waiver"),
        (waiver("TE-3"), "no code “TE-3”", "TE-3"),
        (waiver("rivit"), "no code “RIVIT”", "such as TE-33"),
        (waiver("TE-91"), "no code “TE-91”", "TE-"),
    ],
)
def test_a_waiver_that_cannot_hold_is_an_error(given: Waiver, says: str, hint: str) -> None:
    fault = replace(TABLE, code="TE-01", severity=Severity.ERROR)
    *kept, told = settled((TABLE, fault), [given], PATHS)
    assert kept == [TABLE, fault]
    assert (told.code, told.severity, told.location) == ("TE-91", Severity.ERROR, PLACE)
    assert says in str(told.message)
    assert hint in str(told.hint)


def test_information_can_be_accepted_too_and_nothing_is_twice() -> None:
    known = replace(TABLE, severity=Severity.INFO)
    waived, told = settled((known,), [waiver(), waiver(reason="Taas")], PATHS)
    assert str(waived.message) == "The table has no header row. Accepted: On näin"
    assert is_waived(waived)
    assert not is_waived(known)
    assert told.code == "TE-91"


def test_what_makes_a_template_unusable_cannot_be_waived() -> None:
    assert "TE-01" in FIXED
    assert FIXED.isdisjoint(WAIVABLE)
    assert {"TE-10", "TE-33"} <= WAIVABLE
