"""Lists of words as each language joins them."""

from collections.abc import Sequence

from babel.lists import format_list

from pipeline.language.locales import LOCALES


def join_and(words: Sequence[str], language: str) -> str:
    """Return the words as they stand in a sentence: a, b ja c · a, b och c · a, b and c."""
    return format_list(list(words), locale=LOCALES[language])


def join_comma(words: Sequence[str]) -> str:
    """Return the words divided by commas: a, b, c."""
    return ", ".join(words)
