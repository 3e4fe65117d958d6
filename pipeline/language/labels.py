"""The labels of choices in every language, for reading them and for showing them."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from pipeline.language.catalogue import INTERFACES, translator
from schemas.academy import AcademySubmission
from schemas.community import CommunitySubmission
from schemas.fields import Choice
from schemas.programme import Programme

#: The models whose import brings every choice that a person can be asked for.
MODELS: Final = (AcademySubmission, CommunitySubmission, Programme)

_SCHEMAS: Final = "schemas"


@cache
def choice_labels(language: str = "fi") -> Mapping[str, Mapping[str, str]]:
    """Return for each choice class, by name, its labels in every language and their values.

    The labels of `language` come first, as messages show the first label of a value; they keep
    their capital letters. The result is the `labels` of Pydantic's validation context.
    """
    languages = dict.fromkeys((language, *INTERFACES))
    return MappingProxyType({
        choice.__name__: MappingProxyType(_labels(choice, tuple(languages))) for choice in choices()
    })


def label(member: Choice, language: str) -> str:
    """Return what a choice is called in a language."""
    return translator(language).text(member.label)


def choices() -> tuple[type[Choice], ...]:
    """Return every choice class of the schemas, by name."""
    ours = (each for each in _descendants(Choice) if each.__module__.startswith(f"{_SCHEMAS}."))
    return tuple(sorted(ours, key=lambda choice: choice.__name__))


def _labels(choice: type[Choice], languages: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for language in languages:
        for member in choice:
            found.setdefault(label(member, language), member.value)
    return found


def _descendants(parent: type[Choice]) -> Iterator[type[Choice]]:
    for child in parent.__subclasses__():
        yield child
        yield from _descendants(child)
