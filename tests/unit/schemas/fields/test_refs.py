"""Identifiers, references, texts in several languages, and the list of faults."""

import string
from collections.abc import Callable
from typing import Annotated

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from schemas.fields import (
    FAULTS,
    Blank,
    Fault,
    Identifier,
    LocalizedText,
    Reference,
    ReferenceList,
    RefTo,
    fault,
    split_parts,
)

Read = Callable[..., object]
Refused = Callable[..., tuple[str, str]]
MeasureId = Annotated[str, Identifier("P")]


@pytest.mark.parametrize("value", ["P1", "p1", "P 1", "P01", "\u00a0p\u00a01 "])
def test_identifiers(read: Read, value: str) -> None:
    assert read(MeasureId, value) == "P1"
    assert read(Annotated[str, Identifier("HLO")], "hlo 999") == "HLO999"


@pytest.mark.parametrize("value", ["P0", "P1000", "T1", "1", "P", "P1a", "P1 P2", "", 1, True])
def test_refused_identifiers(refused: Refused, value: object) -> None:
    key, words = refused(MeasureId, value)
    assert key == "identifier_form"
    assert words.endswith("Write P and a number from 1 to 999, for example P1.")


def test_a_prefix_is_one_of_the_known() -> None:
    with pytest.raises(ValueError, match="X"):
        Identifier("X")


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("P1; P2 ;;P1", ("P1", "P2", "P1")),
        ("P1, P2", ("P1", "P2")),
        ("Malli Mallinen, johtaja; P2", ("Malli Mallinen, johtaja", "P2")),
        ("a, b\nc", ("a, b", "c")),
        ("a_x000D_\nb", ("a", "b")),
        (["P1", " ", None, "a, b"], ("P1", "a, b")),
        (("P1",), ("P1",)),
        (12, ("12",)),
        ("\u00a0", ()),
        ([], ()),
        (None, ()),
    ],
)
def test_lists_of_references(read: Read, value: object, parts: tuple[str, ...]) -> None:
    assert read(ReferenceList, value) == parts


def test_a_part_that_is_no_text_is_refused_at_its_place() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(ReferenceList).validate_python("P1; a\x07")
    (error,) = caught.value.errors()
    assert (error["type"], error["loc"]) == ("text_character", (1,))
    with pytest.raises(ValidationError, match="A text is expected"):
        TypeAdapter(ReferenceList).validate_python(object())
    assert split_parts("a;b") == ("a", "b")


def test_a_field_says_where_its_reference_points() -> None:
    class Row(BaseModel):
        who: Annotated[Reference | None, Blank, RefTo("people", "posts")] = None

    assert RefTo("people", "posts") in Row.model_fields["who"].metadata
    assert RefTo("people", "posts").collections == ("people", "posts")
    assert Row.model_validate({"who": " Malli\nMallinen "}).who == "Malli Mallinen"


def test_a_text_alone_is_finnish() -> None:
    text = TypeAdapter(LocalizedText).validate_python("  Ohjelma ")
    assert text == LocalizedText(fi="Ohjelma")
    assert text.get("fi") == "Ohjelma"
    assert text.get("sv") is None
    assert text.get("xx") is None


def test_the_first_language_that_has_a_text() -> None:
    text = LocalizedText.model_validate({"sv": "Program", "en": "\u00a0"})
    assert text.first(["fi", "en", "sv"]) == "Program"
    assert text.first(["fi", "en"]) is None
    assert text
    assert not LocalizedText.model_validate({"fi": " "})


def test_other_languages_and_changes_are_refused() -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        LocalizedText.model_validate({"de": "Programm"})
    with pytest.raises(ValidationError, match="frozen"):
        setattr(LocalizedText(fi="a"), "fi", "b")  # noqa: B010 - mypy refuses the plain form


def test_the_json_schema_of_a_localized_text_has_both_forms() -> None:
    schema = TypeAdapter(LocalizedText).json_schema()
    assert [form["type"] for form in schema["anyOf"]] == ["object", "string"]
    assert list(schema["anyOf"][0]["properties"]) == ["fi", "sv", "en"]


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("known", FAULTS.values(), ids=FAULTS)
def test_each_fault_has_words(known: Fault) -> None:
    assert FAULTS[known.key] is known
    assert known.code in {"YL-05", "YL-07", "YL-15", "CE-01", "CE-02", "CE-03"}
    assert known.message.endswith((".", "?"))
    assert known.hint.endswith(".")
    assert all(name.isidentifier() for name in _placeholders(known.message + known.hint))


def test_a_long_value_is_quoted_in_part(refused: Refused) -> None:
    _, words = refused(MeasureId, "x" * 100)
    assert "“" + "x" * 79 + "…”" in words


def test_an_error_carries_the_parameters() -> None:
    error = fault(FAULTS["identifier_form"], text="x", prefix="P", example="P1")
    assert error.type == "identifier_form"
    assert error.context == {"text": "x", "prefix": "P", "example": "P1"}
