"""Texts come out in the language of the reader, whatever they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.errors import UsageError
from pipeline.core.text import Text
from pipeline.language.catalogue import translator


def test_a_text_is_translated_with_its_parameters() -> None:
    inner = Text("Measures")
    text = Text("There is no language “{language}”.", language=inner)
    assert translator("fi").text(text) == "Kieltä ”Toimenpiteet” ei ole."
    assert translator("sv").text(text) == "Språket ”Åtgärder” finns inte."
    assert translator("en").text(text) == "There is no language “Measures”."


def test_parameters_that_are_plain_stand_as_they_are() -> None:
    text = Text("There is no language “{language}”.", language="Measures {0} %s")
    assert translator("fi").text(text) == "Kieltä ”Measures {0} %s” ei ole."


def test_a_msgid_alone_is_translated_and_never_filled_in() -> None:
    assert translator("fi").text("Measures") == "Toimenpiteet"
    assert translator("fi").text("not known {here}") == "not known {here}"
    assert translator("fi").text("") == ""


@pytest.mark.parametrize("message", ["{missing} {x}", "{x.y}", "{x:d}", "{", "{}", "{x!z}"])
def test_a_faulty_message_never_raises(message: str) -> None:
    assert translator("fi").text(Text(message, x="value"))


def test_an_unknown_placeholder_stands_as_itself() -> None:
    assert translator("en").text(Text("{missing} and {x}", x="value")) == "{missing} and value"


@given(st.text())
def test_no_message_at_all_raises(message: str) -> None:
    shown = translator("fi").text(Text(message, name="value"))
    assert isinstance(shown, str)


@pytest.mark.parametrize(
    ("language", "measures"), [("fi", "Toimenpiteet"), ("sv", "Åtgärder"), ("en", "Measures")]
)
def test_each_reader_is_answered_in_the_language_asked_for(language: str, measures: str) -> None:
    assert translator(language).language == language
    assert translator(language).text("Measures") == measures


def test_a_translator_is_made_once() -> None:
    assert translator("fi") is translator("fi")


def test_an_unknown_language_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="xx") as caught:
        translator("xx")
    assert "fi" in str(caught.value.hint)
