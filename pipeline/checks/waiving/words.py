"""The words by which a finding is known again when rows have moved: its tag, its texts."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.finding import Finding
from pipeline.core.text import Text

_LONGEST: Final = 200


def words_of(finding: Finding) -> str:
    """Return the tag of a finding, or what its message quotes; numbers may change, and are not in.

    The text is cut where it is long.
    """
    tag = finding.location.tag
    said = tag or " · ".join(dict.fromkeys(_quoted(finding.message)))
    return " ".join(said.split())[:_LONGEST]


def has_words(finding: Finding, words: str) -> bool:
    """Tell whether the place of a finding, or what its message quotes, has some words in it."""
    place = finding.location
    texts = (place.heading, place.tag, place.part, str(place), *_quoted(finding.message))
    wanted = _plain(words)
    return any(wanted in _plain(text) for text in texts if text)


def _quoted(text: Text) -> Iterator[str]:
    for _, value in text.parameters:
        if isinstance(value, Text):
            yield from _quoted(value)
        elif isinstance(value, str):
            yield value


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
