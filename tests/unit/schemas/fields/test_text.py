"""Texts: what is kept, what is tidied, and which characters are refused."""

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from schemas.blank import empty_to_none
from schemas.fields import Blank, PlainText, TextRule, TitleText, suspicious

Read = Callable[..., object]
Refused = Callable[..., tuple[str, str]]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("\u00a0 \tToimenpide\n\u202f", "Toimenpide"),
        ("a\u00a0b", "a\u00a0b"),
        ("a\r\nb\rc\nd\te", "a\nb\nc\nd\te"),
        ("a_x000D_b_x000D_\nc", "a\nb\nc"),
        ("_x0041__x00e4_", "Aä"),
        ("_x005F_x000D_", "_x000D_"),
        ("_xD83D__xDE00_", "😀"),
        ("a\u200bb\u202ec", "a\u200bb\u202ec"),
        ("<w:p> & {{ 7*7 }}", "<w:p> & {{ 7*7 }}"),
        ("a\u2028b", "a\u2028b"),
        (Decimal("12.0"), "12"),
        (Decimal("-0.0"), "0"),
        (Decimal("1E+3"), "1000"),
        (Decimal("12.50"), "12,50"),
        (12, "12"),
        (True, "kyllä"),
        (False, "ei"),
        (date(2021, 10, 19), "19.10.2021"),
        (datetime(2021, 10, 19), "19.10.2021"),  # noqa: DTZ001 - Excel has no time zones
        (datetime(2021, 10, 19, 9, 5), "19.10.2021 9.05"),  # noqa: DTZ001 - as above
        (time(9, 0), "9.00"),
    ],
)
def test_what_becomes_of_a_value(read: Read, value: object, text: str) -> None:
    assert read(PlainText, value) == text


@pytest.mark.parametrize(
    ("value", "character", "position"),
    [
        ("ab\x07c", "U+0007", 3),
        ("\x00", "U+0000", 1),
        ("a\x1f", "U+001F", 2),
        ("a\x7f", "U+007F", 2),
        ("a\x85b", "U+0085", 2),
        ("a\ud800", "U+D800", 2),
        ("\udc00", "U+DC00", 1),
        ("a\ufffe", "U+FFFE", 2),
        ("a\uffff", "U+FFFF", 2),
        ("  a_x0007_", "U+0007", 2),
    ],
)
def test_a_character_that_word_cannot_hold(
    refused: Refused, value: str, character: str, position: int
) -> None:
    key, words = refused(PlainText, value)
    assert key == "text_character"
    assert f"character {character} at position {position} " in words


@pytest.mark.parametrize("value", ["a\x0bb", "a\x0cb", "a_x000B_b"])
def test_a_break_character_is_refused_with_its_own_advice(refused: Refused, value: str) -> None:
    key, words = refused(TitleText, value)
    assert key == "text_break_character"
    assert "use a line break" in words


@pytest.mark.parametrize(("value", "quote"), [(["a", "b"], "“a; b”"), ({"a": 1}, "“a”")])
def test_a_collection_is_not_a_text(refused: Refused, value: object, quote: str) -> None:
    key, words = refused(PlainText, value)
    assert (key, quote in words) == ("text_kind", True)


def test_a_long_text_is_refused_with_the_limit(read: Read, refused: Refused) -> None:
    assert read(PlainText, "x" * 32_767) == "x" * 32_767
    key, words = refused(PlainText, "x" * 32_768)
    assert key == "text_long"
    assert "32768 characters; at most 32767" in words
    assert refused(TitleText, "x" * 300)[1].startswith("The text has 300 characters; at most 255")
    assert read(TitleText, " " + "x" * 255 + "\n") == "x" * 255


def test_a_title_stays_on_one_line(read: Read) -> None:
    assert read(TitleText, "Uusi \r\n\r\n toimintamalli_x000D_x\u2028y") == "Uusi toimintamalli x y"


def test_a_million_blanks_are_read_at_once(refused: Refused) -> None:
    assert refused(TitleText, "a" + "\t " * 500_000 + "b")[0] == "text_long"
    assert refused(PlainText, "a" + " \n" * 500_000 + "b")[0] == "text_long"


def test_the_limit_stands_in_the_json_schema() -> None:
    schema = TypeAdapter(PlainText).json_schema()
    assert schema == {"type": "string", "maxLength": 32_767}
    assert TextRule(limit=10).limit == 10


@pytest.mark.parametrize("value", ["", " ", "\u00a0\t\n", "_x000D_ _x000a_"])
def test_blank_text_is_nothing(value: str) -> None:
    assert empty_to_none(value) is None


def test_blank_trims_texts_and_leaves_other_values() -> None:
    assert empty_to_none("\u00a0a b ") == "a b"
    assert empty_to_none(0) == 0
    assert empty_to_none(None) is None


def test_blank_stands_in_a_model() -> None:
    class Row(BaseModel):
        name: Annotated[TitleText | None, Blank] = None

    assert Row.model_validate({"name": "\u00a0"}).name is None
    assert Row.model_validate({"name": "_x000D_"}).name is None
    assert Row.model_validate({"name": " a "}).name == "a"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ab\u202ec", (("U+202E", 3),)),
        ("\u200ba\ufeff", (("U+200B", 1), ("U+FEFF", 3))),
        ("a\u200db", (("U+200D", 2),)),
        ("\u200da", (("U+200D", 1),)),
        ("\U0001f469\u200d\U0001f4bb", ()),
        ("\u2764\ufe0f\u200d\U0001f525", ()),
        ("Ääkköset – ja \u00a0 välit", ()),
    ],
)
def test_invisible_characters_are_listed(text: str, found: tuple[tuple[str, int], ...]) -> None:
    assert suspicious(text) == found


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="_\ufffe\uffff")))
def test_any_text_of_visible_characters_comes_back_as_it_is(text: str) -> None:
    edges = " \t\r\n\u00a0\u202f\u2007"
    assert TypeAdapter(PlainText).validate_python(text) == text.strip(edges)


@settings(deadline=None)
@given(st.text(st.characters()))
def test_any_text_at_all_is_kept_or_refused(text: str) -> None:
    try:
        kept = TypeAdapter(TitleText).validate_python(text)
    except ValidationError:
        return
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert "\n" not in kept
    assert kept == kept.strip(" \t\n\u00a0")
