"""The catalogues are whole and in step with the code."""

import string

import pytest

from pipeline.language import inventory, update
from pipeline.language.catalogue import DOMAIN, INTERFACES, LOCALE_FOLDER, SOURCE_LANGUAGE

LANGUAGES = [language for language in INTERFACES if language != SOURCE_LANGUAGE]
FILES = {
    language: LOCALE_FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po" for language in LANGUAGES
}


def placeholders(message: str) -> set[tuple[str, str | None]]:
    return {
        (name, conversion)
        for _, name, _, conversion in string.Formatter().parse(message)
        if name is not None
    }


@pytest.fixture(scope="module")
def wanted() -> frozenset[str]:
    return inventory.msgids()


@pytest.fixture(scope="module", params=LANGUAGES)
def translated(request: pytest.FixtureRequest) -> dict[str, str]:
    return dict(update.read(FILES[request.param]))


def test_each_language_but_that_of_the_code_has_a_catalogue() -> None:
    assert LANGUAGES == ["fi", "sv"]
    assert {po.parents[1].name for po in LOCALE_FOLDER.glob("*/*/*.po")} == set(LANGUAGES)


def test_every_text_has_a_translation(wanted: frozenset[str], translated: dict[str, str]) -> None:
    assert [text for text in sorted(wanted) if not translated.get(text, "").strip()] == []


def test_translations_have_the_placeholders_of_their_texts(
    wanted: frozenset[str], translated: dict[str, str]
) -> None:
    differing = {
        text: translated[text]
        for text in sorted(wanted & translated.keys())
        if placeholders(translated[text]) != placeholders(text)
    }
    assert differing == {}


def test_translations_have_their_own_quotation_marks_and_the_stops_of_their_texts(
    translated: dict[str, str],
) -> None:
    assert [text for text in translated.values() if "“" in text or "  " in text] == []
    assert [
        (text, translation)
        for text, translation in translated.items()
        if text.endswith((".", ":", "?")) and text[-1] != translation[-1]
    ] == []
    assert [text for text in translated.values() if text != text.strip()] == []


def test_swedish_is_not_finnish() -> None:
    """A sentence that is alike in both was taken over without being translated."""
    finnish, swedish = (update.read(FILES[language]) for language in ("fi", "sv"))
    alike = [
        text
        for text in finnish.keys() & swedish.keys()
        if text.endswith(".") and finnish[text] == swedish[text] != text
    ]
    assert alike == []


def test_the_catalogues_are_in_step_with_the_code(wanted: frozenset[str]) -> None:
    """`make messages` puts this right."""
    pairs = inventory.plurals()
    for language, po in FILES.items():
        catalog = update.build(language, wanted, update.read(po), pairs)
        assert (po.read_bytes(), po.with_suffix(".mo").read_bytes()) == update.rendered(catalog)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_names_no_time_person_or_tool(language: str) -> None:
    header = FILES[language].read_text(encoding="utf-8").partition("\n\n")[0]
    assert f"Language: {language}" in header
    for word in ("Date", "Translator", "Generated", "Babel", "/"):
        assert word not in header.replace("text/plain", "").replace("paja. B", "")
