"""The types that a template's values can have, as the checks see them.

A type is the set of the shapes that a value may take: `str | None` is `{TEXT, NOTHING}`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pydantic import BaseModel


class Kind(StrEnum):
    """A value that has no inner parts."""

    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    FLOAT = "float"
    TRUTH = "truth"
    DATE = "date"
    TIME = "time"
    NOTHING = "nothing"
    GAP = "gap"
    PICTURE = "picture"
    BLOCK = "block"
    STYLED = "styled"
    MACRO = "macro"
    #: A name that only some of the ways through the template have set.
    UNSET = "unset"
    #: What cannot be known; nothing is said of it.
    ANYTHING = "anything"


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of some values that are written out."""

    values: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of items of one type; `is_filled` says that it always has some."""

    item: "Type"
    is_filled: bool = False


@dataclass(frozen=True, slots=True)
class Grouped:
    """A group of values: the fields of a model."""

    model: type[BaseModel]


@dataclass(frozen=True, slots=True)
class Keyed:
    """A group of values under keys that are not known before."""

    value: "Type"


@dataclass(frozen=True, slots=True)
class Fields:
    """A group of values that is known by its names alone, such as `loop`."""

    items: tuple[tuple[str, "Type"], ...]


Shape = Kind | Chosen | Listed | Grouped | Keyed | Fields
Type = frozenset[Shape]

TEXT: Final[Type] = frozenset({Kind.TEXT})
WHOLE: Final[Type] = frozenset({Kind.WHOLE})
DECIMAL: Final[Type] = frozenset({Kind.DECIMAL})
FLOAT: Final[Type] = frozenset({Kind.FLOAT})
TRUTH: Final[Type] = frozenset({Kind.TRUTH})
NOTHING: Final[Type] = frozenset({Kind.NOTHING})
GAP: Final[Type] = frozenset({Kind.GAP})
ANYTHING: Final[Type] = frozenset({Kind.ANYTHING})
NUMBERS: Final = frozenset({Kind.WHOLE, Kind.DECIMAL, Kind.FLOAT})

_NEVER_FALSE: Final = frozenset({
    Kind.DATE,
    Kind.TIME,
    Kind.GAP,
    Kind.PICTURE,
    Kind.BLOCK,
    Kind.STYLED,
    Kind.MACRO,
})


def union(types: Iterable[Type]) -> Type:
    """Return the type of a value that has one of some types."""
    return frozenset().union(*types)


def is_known(kind: Type) -> bool:
    """Tell that a type says something."""
    return bool(kind) and Kind.ANYTHING not in kind


def without(kind: Type, *shapes: Shape) -> Type:
    """Return a type without some shapes."""
    return kind - frozenset(shapes)


def items_of(kind: Type) -> Type:
    """Return the type of the items of the lists that a type may be."""
    return union(shape.item for shape in kind if isinstance(shape, Listed)) or ANYTHING


def with_truth(kind: Type, *, truth: bool) -> Type:
    """Return what a value may be once it is known to be true, or false."""
    kept = (_with_truth(shape, truth=truth) for shape in kind)
    return frozenset(shape for shape in kept if shape is not None)


def verdict(kind: Type) -> bool | None:
    """Tell whether a value of a type is always true or always false; None for either."""
    if not kind:
        return None
    if not with_truth(kind, truth=False):
        return True
    return None if with_truth(kind, truth=True) else False


def _with_truth(shape: Shape, *, truth: bool) -> Shape | None:
    match shape:
        case Chosen(values=values):
            kept = tuple(value for value in values if bool(value) is truth)
            return Chosen(kept) if kept else None
        case Kind.NOTHING:
            return None if truth else shape
        case Grouped() | Fields() | Listed(is_filled=True):
            return shape if truth else None
        case Kind() if shape in _NEVER_FALSE:
            return shape if truth else None
        case _:
            return shape


def is_text(shape: Shape) -> bool:
    """Tell that a shape is a text, written out or not."""
    if isinstance(shape, Chosen):
        return all(isinstance(value, str) for value in shape.values)
    return shape is Kind.TEXT


def is_number(shape: Shape) -> bool:
    """Tell that a shape is a number."""
    if isinstance(shape, Chosen):
        return all(isinstance(value, int) for value in shape.values)
    return shape in NUMBERS
