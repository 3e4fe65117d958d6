"""From the annotations of the contexts' models to the types of the checks."""

import datetime as dt
import enum
import types
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Annotated, Final, Literal, Union, get_args, get_origin

from annotated_types import MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pipeline.checks.names.shapes import (
    ANYTHING,
    Chosen,
    Grouped,
    Keyed,
    Kind,
    Listed,
    Type,
    union,
)
from schemas.contexts.gap import Gap
from schemas.contexts.picture import Picture

#: The first that fits: a truth value is an int to Python, and a moment a date.
_SIMPLE: Final[tuple[tuple[type, Kind], ...]] = (
    (types.NoneType, Kind.NOTHING),
    (bool, Kind.TRUTH),
    (int, Kind.WHOLE),
    (float, Kind.FLOAT),
    (Decimal, Kind.DECIMAL),
    (str, Kind.TEXT),
    (dt.date, Kind.DATE),
    (dt.time, Kind.TIME),
    (Gap, Kind.GAP),
    (Picture, Kind.PICTURE),
)
_LISTS: Final = frozenset({list, tuple, frozenset, set})


@cache
def fields_of(model: type[BaseModel]) -> dict[str, Type]:
    """Return the types of a model's fields by name."""
    model.model_rebuild()
    return {name: _of_field(field) for name, field in model.model_fields.items()}


def _of_field(field: FieldInfo) -> Type:
    kind = type_of(field.annotation)
    if not any(isinstance(each, MinLen) and each.min_length for each in field.metadata):
        return kind
    return frozenset(
        replace(shape, is_filled=True) if isinstance(shape, Listed) else shape for shape in kind
    )


def type_of(annotation: object) -> Type:
    """Return the type that an annotation declares; what is not known may be anything."""
    origin = get_origin(annotation)
    if isinstance(annotation, type) and origin is None:
        return _of_class(annotation)
    return _of_generic(origin, get_args(annotation))


def _of_generic(origin: object, arguments: tuple[object, ...]) -> Type:
    if origin is Annotated:
        return type_of(arguments[0])
    if origin in {Union, types.UnionType}:
        return union(type_of(each) for each in arguments)
    if origin is Literal:
        return _chosen(arguments)
    if origin in _LISTS:
        items = [each for each in arguments if each is not Ellipsis]
        return frozenset({Listed(union(map(type_of, items)) or ANYTHING)})
    if origin is dict:
        return frozenset({Keyed(type_of(arguments[1]))})
    return ANYTHING


def _of_class(annotation: type) -> Type:
    if issubclass(annotation, BaseModel):
        return frozenset({Grouped(annotation)})
    if issubclass(annotation, enum.Enum):
        return _chosen(tuple(member.value for member in annotation))
    if annotation in _LISTS:
        return frozenset({Listed(ANYTHING)})
    found = (kind for simple, kind in _SIMPLE if issubclass(annotation, simple))
    return frozenset({next(found, Kind.ANYTHING)})


def _chosen(values: tuple[object, ...]) -> Type:
    plain = tuple(each for each in values if isinstance(each, str | int))
    rest = union(type_of(type(each)) for each in values if not isinstance(each, str | int))
    texts = tuple(each for each in plain if isinstance(each, str))
    numbers = tuple(each for each in plain if not isinstance(each, str))
    return rest | frozenset(Chosen(each) for each in (texts, numbers) if each)
