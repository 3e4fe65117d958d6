"""What a model looks like as a tree: groups of fields, rows of groups, and fields at the ends."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from schemas.fields import (
    Choice,
    ClockTime,
    Duration,
    LocalizedText,
    Money,
    Number,
    RefTo,
    RequiredFrom,
    TextRule,
    Timing,
    WholeNumber,
)
from schemas.filled import OptionalSheet


class FieldKind(StrEnum):
    """What one cell or scalar holds."""

    TEXT = "text"
    CHOICE = "choice"
    YES_NO = "yes or no"
    NUMBER = "number"
    WHOLE_NUMBER = "whole number"
    MONEY = "money"
    DATE = "date"
    TIMING = "timing"
    CLOCK = "clock time"
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One field that a person fills in; texts are msgids.

    `language` is set for one language's text of a `LocalizedText`; `many` when one cell may list
    several values; `several_lines` when it is a text that is written in lines; `required_from`
    holds the gates from which it must be there; `bounds` are the least and the greatest of a whole
    number.
    """

    name: str
    title: str
    about: str
    kind: FieldKind
    example: str = ""
    synonyms: str = ""
    language: str | None = None
    choice: type[Choice] | None = None
    references: tuple[str, ...] = ()
    required_from: tuple[str, ...] = ()
    compulsory: bool = False
    many: bool = False
    several_lines: bool = False
    bounds: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Fields under one name, in order of filling in; `optional` ones may have no sheet."""

    title: str = ""
    about: str = ""
    children: Mapping[str, "Node"] = field(default_factory=dict)
    optional: bool = False

    @property
    def is_localized(self) -> bool:
        """Tell whether this is one text in several languages."""
        return all(isinstance(child, Leaf) and child.language for child in self.children.values())


@dataclass(frozen=True, slots=True)
class Rows:
    """A collection: any number of groups of one kind, some by the gates of `required_from`."""

    title: str
    about: str
    row: Group
    optional: bool = False
    required_from: tuple[str, ...] = ()


Node = Leaf | Group | Rows

_KINDS: Mapping[type, FieldKind] = {
    bool: FieldKind.YES_NO,
    int: FieldKind.WHOLE_NUMBER,
    Number: FieldKind.NUMBER,
    Money: FieldKind.MONEY,
    Timing: FieldKind.TIMING,
    ClockTime: FieldKind.CLOCK,
    Duration: FieldKind.DURATION,
}


@cache
def shape(model: type[BaseModel]) -> Group:
    """Return the tree of a model's fields."""
    children = {name: _node(name, info) for name, info in model.model_fields.items()}
    return Group(children=children)


def leaves(group: Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Leaf]]:
    """Yield every field of a group with its way from the group, leaving collections out."""
    for name, node in group.children.items():
        match node:
            case Leaf():
                yield (*path, name), node
            case Group():
                yield from leaves(node, (*path, name))
            case Rows():
                continue


def _node(name: str, info: FieldInfo) -> Node:
    kind, many, row = _type_of(info.annotation)
    title, about = info.title or name, info.description or ""
    optional = any(isinstance(mark, OptionalSheet) for mark in info.metadata)
    if row is not None and many:
        return Rows(title, about, shape(row), optional, _gates(info))
    if row is LocalizedText:
        return _localized(name, info)
    if row is not None:
        return Group(title, about, shape(row).children, optional)
    return _leaf(name, info, kind, many=many)


def _localized(name: str, info: FieldInfo) -> Group:
    parts = {
        language: _leaf(name, info, str, language=language)
        for language in LocalizedText.model_fields
    }
    return Group(info.title or name, info.description or "", parts)


def _leaf(
    name: str, info: FieldInfo, kind: type, *, many: bool = False, language: str | None = None
) -> Leaf:
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    references = [mark.collections for mark in info.metadata if isinstance(mark, RefTo)]
    return Leaf(
        name=name,
        title=info.title or name,
        about=info.description or "",
        kind=_kind(kind),
        example=str(extra.get("example", "")),
        synonyms=str(extra.get("synonyms", "")),
        language=language,
        choice=kind if issubclass(kind, Choice) else None,
        references=references[0] if references else (),
        required_from=_gates(info),
        compulsory=info.is_required(),
        many=many,
        several_lines=kind is str and language is None and not many and _has_lines(info),
        bounds=_bounds(info),
    )


def _gates(info: FieldInfo) -> tuple[str, ...]:
    return tuple(mark.gate for mark in info.metadata if isinstance(mark, RequiredFrom))


def _has_lines(info: FieldInfo) -> bool:
    rules = [
        mark
        for mark in (*info.metadata, *_inner_marks(info.annotation))
        if isinstance(mark, TextRule)
    ]
    return any(not rule.one_line for rule in rules)


def _bounds(info: FieldInfo) -> tuple[int, int] | None:
    """Return the limits of a whole number, also of one that may be missing."""
    for mark in (*info.metadata, *_inner_marks(info.annotation)):
        if isinstance(mark, WholeNumber):
            return mark.minimum, mark.maximum
    return None


def _inner_marks(annotation: object) -> Iterator[object]:
    for part in get_args(annotation):
        yield part
        yield from _inner_marks(part)


def _kind(kind: type) -> FieldKind:
    if issubclass(kind, Choice):
        return FieldKind.CHOICE
    return _KINDS.get(kind) or (FieldKind.DATE if kind.__name__ == "date" else FieldKind.TEXT)


def _type_of(annotation: object) -> tuple[type, bool, type[BaseModel] | None]:
    """Return a field's base type, whether it is a list, and its model when it is one."""
    match get_origin(annotation):
        case origin if origin is Annotated:
            return _type_of(get_args(annotation)[0])
        case origin if origin in {Union, UnionType}:
            present = [part for part in get_args(annotation) if part is not type(None)]
            return _type_of(present[0])
        case origin if origin is tuple:
            kind, _, model = _type_of(get_args(annotation)[0])
            return kind, True, model
        case _:
            return _plain_type(annotation)


def _plain_type(annotation: object) -> tuple[type, bool, type[BaseModel] | None]:
    if not isinstance(annotation, type):
        raise TypeError(annotation)
    model = annotation if issubclass(annotation, BaseModel) else None
    return annotation, False, model
