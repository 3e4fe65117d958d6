"""What heads the sheets and columns of a workbook, and what their example rows say."""

from collections.abc import Iterable, Iterator
from typing import Final, Protocol

from pipeline.core.layout import Column, Sheet
from pipeline.core.text import Text
from schemas.fields import LocalizedText
from schemas.msgid import msgid

#: What stands behind a header or label whose field must be filled in at some gate.
REQUIRED_MARK: Final = " *"
#: The hidden sheet with the choices of drop-down lists, and the sheet that tells how to fill in.
LISTS_SHEET: Final = "_lists"
INSTRUCTIONS_SHEET: Final = msgid("Instructions")
#: Excel allows no longer name for a sheet, and none of these characters in it.
SHEET_TITLE_LENGTH: Final = 31
_FORBIDDEN: Final = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))

_SHORT_LANGUAGE_NAMES: Final = {
    "fi": msgid("Finnish"),
    "sv": msgid("Swedish"),
    "en": msgid("English"),
}


class Translating(Protocol):
    """What turns an English text into one language; `pipeline.language.catalogue` has it."""

    @property
    def language(self) -> str:
        """Return the language that the texts come out in, such as "fi"."""
        ...

    def text(self, value: Text | str) -> str:
        """Return the text in that language."""
        ...


def header_text(column: Column, translator: Translating) -> str:
    """Return the header of a column or the label of a form's field, without a required mark.

    One language's part of a text in several languages has the language in brackets behind it.
    """
    title = translator.text(column.leaf.title)
    if column.leaf.language is None:
        return title
    return f"{title} ({translator.text(_adverb(column.leaf.language))})"


def header_titles(column: Column, translators: Iterable[Translating]) -> frozenset[str]:
    """Return the headers that name this column in each of the languages.

    The Finnish part of a text in several languages is also named by the plain title.
    """
    return frozenset(
        name
        for translator in translators
        for name in _forms(translator.text(column.leaf.title), column, translator)
    )


def header_synonyms(column: Column, translators: Iterable[Translating]) -> frozenset[str]:
    """Return other headers that mean this column in each of the languages."""
    return frozenset(
        name
        for translator in translators
        for synonym in _synonyms(column, translator)
        for name in _forms(synonym, column, translator)
    )


def sheet_title(sheet: Sheet, translator: Translating) -> str:
    """Return the title of a sheet, at most 31 characters and none that Excel refuses."""
    title = translator.text(sheet.title).translate(_FORBIDDEN)
    return title[:SHEET_TITLE_LENGTH].strip(" '")


def example_texts(sheet: Sheet, translator: Translating) -> tuple[str, ...]:
    """Return what the example row says, one text a column in the columns' order, "" for none.

    A text in several languages has its example in the language of the workbook alone.
    """
    return tuple(_example(column, translator) for column in sheet.columns)


def _example(column: Column, translator: Translating) -> str:
    leaf = column.leaf
    if not leaf.example or leaf.language not in {None, translator.language}:
        return ""
    return translator.text(leaf.example)


def _synonyms(column: Column, translator: Translating) -> list[str]:
    return translator.text(column.leaf.synonyms).split("|") if column.leaf.synonyms else []


def _forms(title: str, column: Column, translator: Translating) -> Iterator[str]:
    language = column.leaf.language
    if language in {None, "fi"}:
        yield title
    if language is not None:
        yield from _bracketed(title, language, translator)


def _bracketed(title: str, language: str, translator: Translating) -> Iterator[str]:
    named = _SHORT_LANGUAGE_NAMES[language]
    for name in (translator.text(_adverb(language)), translator.text(named), language):
        yield f"{title} ({name})"
        yield f"{title} {name}"


def _adverb(language: str) -> str:
    return LocalizedText.model_fields[language].title or language
