"""The labels of choices in every language, for reading them and for showing them."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from pydantic import BaseModel

from pipeline.language.catalogue import INTERFACES, translator
from schemas.fields import Choice
from schemas.programme import Programme
from schemas.submissions import SUBMISSIONS

_SCHEMAS: Final = "schemas"


class _ChoiceLabels(Mapping[str, Mapping[str, str]]):
    """The labels of choice classes by their names, made when they are first asked for."""

    def __init__(self, language: str) -> None:
        self._languages = tuple(dict.fromkeys((language, *INTERFACES)))
        self._made: dict[str, Mapping[str, str]] = {}

    def __getitem__(self, name: str) -> Mapping[str, str]:
        if name not in self._made:
            found = next((each for each in _ours() if each.__name__ == name), None)
            if found is None:
                raise KeyError(name)
            self._made[name] = _Labels(found, self._languages)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter([choice.__name__ for choice in choices()])

    def __len__(self) -> int:
        return len(choices())


@cache
def choice_labels(language: str = "fi") -> Mapping[str, Mapping[str, str]]:
    """Return for each choice class, by name, its labels in every language and their values.

    The labels of `language` come first, as messages show the first label of a value; they keep
    their capital letters. The result is the `labels` of Pydantic's validation context.
    """
    return _ChoiceLabels(language)


def label(member: Choice, language: str) -> str:
    """Return what a choice is called in a language."""
    return translator(language).text(member.label)


def choices() -> tuple[type[Choice], ...]:
    """Return every choice class of the schemas, by name."""
    models()
    return tuple(sorted(_ours(), key=lambda choice: choice.__name__))


def models() -> tuple[type[BaseModel], ...]:
    """Return the models of all forms; importing them brings every choice that there is."""
    return (*SUBMISSIONS.values(), Programme)


def _ours() -> Iterator[type[Choice]]:
    """Yield the choice classes of the schemas that are loaded."""
    return (each for each in _descendants(Choice) if each.__module__.startswith(f"{_SCHEMAS}."))


class _Labels(Mapping[str, str]):
    """The labels of one choice and their values; most are found in the first of the languages.

    The catalogues of the others are read when a label is not among the first.
    """

    def __init__(self, choice: type[Choice], languages: tuple[str, ...]) -> None:
        self._choice = choice
        self._languages = languages
        self._first = _labelled(choice, languages[:1])
        self._all: dict[str, str] | None = None

    def __getitem__(self, text: str) -> str:
        return self._first[text] if text in self._first else self._whole[text]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)

    @property
    def _whole(self) -> dict[str, str]:
        if self._all is None:
            self._all = _labelled(self._choice, self._languages)
        return self._all


def _labelled(choice: type[Choice], languages: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for language in languages:
        for member in choice:
            found.setdefault(label(member, language), member.value)
    return found


def _descendants(parent: type[Choice]) -> Iterator[type[Choice]]:
    for child in parent.__subclasses__():
        yield child
        yield from _descendants(child)
