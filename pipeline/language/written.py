"""A value as a file of texts holds it, and what two writings of one value have in common."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, time
from decimal import Decimal
from typing import Final

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from pipeline.core.finding import Path
from pipeline.core.shape import FieldKind, Leaf
from pipeline.core.values import gathered, leaf_at
from pipeline.core.yaml_text import Written
from pipeline.language.catalogue import translator
from pipeline.language.labels import choice_labels
from schemas.fields import ClockTime, Duration, Money, Number, Timing, split_parts
from schemas.fields.number import read_number
from schemas.fields.scalar import shown
from schemas.fields.scalar_type import ScalarType
from schemas.fields.truth import read_truth
from schemas.msgid import msgid

_TYPES: Final[Mapping[FieldKind, type[ScalarType]]] = {
    FieldKind.NUMBER: Number,
    FieldKind.MONEY: Money,
    FieldKind.DATE: Timing,
    FieldKind.TIMING: Timing,
    FieldKind.CLOCK: ClockTime,
    FieldKind.DURATION: Duration,
}
_WORDS: Final = {True: msgid("yes"), False: msgid("no")}


def written_values(
    model: type[BaseModel], values: Mapping[Path, object], language: str
) -> dict[Path, Written]:
    """Return values by path as texts; choices by their key, days, times and numbers in Finnish."""
    found: dict[Path, Written] = {}
    for path, value in gathered(values).items():
        leaf = leaf_at(model, path)
        found[path] = shown(value) if leaf is None else written(leaf, value, language)
    return found


def written(leaf: Leaf, value: object, language: str) -> Written:
    """Return a field's value as text, or as several where its one text lists some."""
    if not leaf.many:
        return _one(leaf, value, language)
    parts = tuple(_one(leaf, part, language).strip() for part in split_parts(value))
    alone = len(parts) == 1 and not set(parts[0]) & set(",;\n")
    return parts[0] if alone else parts


def meaning(leaf: Leaf, value: object, language: str) -> object:
    """Return what two writings of one value have in common: equal for 1.3.2022 and 1.03.2022."""
    if leaf.many:
        return tuple(
            _meant(leaf, part.strip() if isinstance(part, str) else part, language)
            for part in split_parts(value)
        )
    return _meant(leaf, value, language)


def _one(leaf: Leaf, value: object, language: str) -> str:
    match value:
        case bool():
            return translator(language).text(_WORDS[value])
        case str():
            return _choice(leaf, value, language)
        case date() | time() | int() | Decimal():
            return _typed(leaf, value)
        case _:
            return shown(value)


def _typed(leaf: Leaf, value: object) -> str:
    """Return a date, time or number in the writing of its field, which no reader doubts."""
    kind = _TYPES.get(leaf.kind)
    if kind is not None:
        with suppress(PydanticCustomError):
            return str(kind.parse(value))
    return shown(value)


def _choice(leaf: Leaf, text: str, language: str) -> str:
    if leaf.choice is not None:
        with suppress(PydanticCustomError):
            labels = choice_labels(language).get(leaf.choice.__name__)
            return leaf.choice.parse(text, labels).value
    return text


def _meant(leaf: Leaf, value: object, language: str) -> object:
    with suppress(PydanticCustomError):
        if leaf.kind is FieldKind.YES_NO:
            return read_truth(value)
        if leaf.kind is FieldKind.WHOLE_NUMBER:
            return read_number(value)
        kind = _TYPES.get(leaf.kind)
        if kind is not None:
            return kind.parse(value)
    return _one(leaf, value, language)
