"""The Finnish catalogue is whole and in step with the code."""

import string

import pytest

from pipeline.language import inventory, update
from pipeline.language.catalogue import DOMAIN, LOCALE_FOLDER

FINNISH = LOCALE_FOLDER / "fi" / "LC_MESSAGES" / f"{DOMAIN}.po"


def placeholders(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}


@pytest.fixture(scope="module")
def wanted() -> frozenset[str]:
    return inventory.msgids()


@pytest.fixture(scope="module")
def finnish() -> dict[str, str]:
    return dict(update.read(FINNISH))


def test_every_text_has_a_finnish_translation(
    wanted: frozenset[str], finnish: dict[str, str]
) -> None:
    assert [text for text in sorted(wanted) if not finnish.get(text, "").strip()] == []


def test_translations_have_the_placeholders_of_their_texts(
    wanted: frozenset[str], finnish: dict[str, str]
) -> None:
    differing = {
        text: finnish[text]
        for text in sorted(wanted & finnish.keys())
        if placeholders(finnish[text]) != placeholders(text)
    }
    assert differing == {}


def test_finnish_has_finnish_quotation_marks_and_the_stops_of_its_texts(
    finnish: dict[str, str],
) -> None:
    assert [text for text in finnish.values() if "“" in text or "  " in text] == []
    assert [
        (text, translation)
        for text, translation in finnish.items()
        if text.endswith((".", ":", "?")) and text[-1] != translation[-1]
    ] == []


def test_the_catalogues_are_in_step_with_the_code(wanted: frozenset[str]) -> None:
    """`make messages` puts this right."""
    for po in LOCALE_FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po"):
        catalog = update.build(po.parents[1].name, wanted, update.read(po))
        assert (po.read_bytes(), po.with_suffix(".mo").read_bytes()) == update.rendered(catalog)


def test_a_catalogue_names_no_time_person_or_tool() -> None:
    header = FINNISH.read_text(encoding="utf-8").partition("\n\n")[0]
    assert "fi" in header
    for word in ("Date", "Translator", "Generated", "Babel", "/"):
        assert word not in header.replace("text/plain", "").replace("paja. B", "")
