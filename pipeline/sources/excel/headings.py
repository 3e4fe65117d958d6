"""Which header or label means which field: titles in every language, synonyms, near misses."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from pydantic import BaseModel

from pipeline.core.layout import Column, Sheet, layout
from pipeline.language.catalogue import INTERFACES, Translator, translator
from pipeline.language.headers import header_synonyms, header_text, header_titles, sheet_title

#: Blanks that nobody sees and that Python does not count as blanks.
_UNSEEN: Final = re.compile("[\u200b\u2060\ufeff]")
_NEAR: Final = 0.6


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one sheet: for each of its titles and headers, written plainly, the column."""

    sheet: Sheet
    titles: frozenset[str]
    by_title: Mapping[str, Column]
    by_synonym: Mapping[str, Column]

    def column(self, header: str) -> Column | None:
        """Return the column that a header means by title or synonym, None for another text."""
        written = plain(header) if header else ""
        return self.by_title.get(written) or self.by_synonym.get(written)

    def titled(self, header: str) -> Column | None:
        """Return the column whose title, in any language, a header is."""
        return self.by_title.get(plain(header)) if header else None


def plain(text: str) -> str:
    """Return a header as it is compared: no case, no mark behind it, single plain spaces."""
    return " ".join(_UNSEEN.sub(" ", text).split()).strip(" *:").casefold()


def nearest(text: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that looks most like a text, None if none is near."""
    by_plain = {plain(candidate): candidate for candidate in candidates}
    found = get_close_matches(plain(text), by_plain, n=1, cutoff=_NEAR)
    return by_plain[found[0]] if found else None


@lru_cache(maxsize=16)
def vocabularies(model: type[BaseModel], language: str) -> tuple[Vocabulary, ...]:
    """Return the words of every sheet of a model, those of `language` before all others."""
    translators = translators_of(language)
    return tuple(_vocabulary(sheet, translators) for sheet in layout(model))


def translators_of(language: str) -> tuple[Translator, ...]:
    """Return a translator for each language there is, that of `language` first."""
    found = [translator(one) for one in dict.fromkeys((language, *INTERFACES))]
    return tuple({one.language: one for one in found}.values())


def shown_header(column: Column, language: str) -> str:
    """Return the header that messages show for a column."""
    return header_text(column, translator(language))


def _vocabulary(sheet: Sheet, translators: tuple[Translator, ...]) -> Vocabulary:
    titles: dict[str, Column] = {}
    synonyms: dict[str, Column] = {}
    for one in translators:
        for column in sheet.columns:
            for title in header_titles(column, [one]):
                titles.setdefault(plain(title), column)
            for synonym in header_synonyms(column, [one]):
                synonyms.setdefault(plain(synonym), column)
    names = [sheet_title(sheet, one) for one in translators] + [sheet.key]
    return Vocabulary(sheet, frozenset(map(plain, names)), titles, synonyms)
