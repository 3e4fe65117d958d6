"""A file that documents are made from: its values, which can be changed one by one or together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self, TypeVar, cast

from pydantic import BaseModel, ValidationError

from pipeline.checks.tracing.fields import all_fields, filled_fields
from pipeline.core.finding import Path
from pipeline.core.record import RawRecord, RawValue, Scalar, ValueKind
from pipeline.core.references import References
from pipeline.core.trace import Field
from pipeline.sources.nesting import nested, without

T = TypeVar("T")


class RefusedError(Exception):
    """Some values are none that their fields can take; `paths` are the fields."""

    def __init__(self, paths: frozenset[Path]) -> None:
        super().__init__(len(paths))
        self.paths = paths


@dataclass(frozen=True, slots=True)
class Origin:
    """A file as it was read, and as a model; `reading` is what validation takes besides."""

    record: RawRecord
    model: BaseModel
    reading: Mapping[str, object]

    @classmethod
    def of(cls, record: RawRecord, model: BaseModel, reading: Mapping[str, object]) -> Self:
        """Return the origin of a sound file, its rows numbered as the model's are."""
        return cls(without(record), model, reading)

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return the fields that are filled in."""
        return filled_fields(self.record, type(self.model))

    @property
    def known_fields(self) -> tuple[Field, ...]:
        """Return the fields that are filled in, then those that are empty."""
        return all_fields(self.record, type(self.model))

    def value(self, path: Path) -> object:
        """Return what the model has at a path, None for nothing."""
        return _at(self.model, path)

    def varied(self, changes: Mapping[Path, Scalar]) -> BaseModel:
        """Return the model with other values in some fields.

        Raises:
            RefusedError: fields cannot take their values.
        """
        values = _changed(self.record, changes)
        try:
            return type(self.model).model_validate(nested(values), context=dict(self.reading))
        except ValidationError as fault:
            refused = frozenset(
                path for error in fault.errors() for path in _fields_at(error["loc"], changes)
            )
            if not refused:
                raise
            raise RefusedError(refused) from fault

    def with_ids(self) -> Self:
        """Return the same with each reference by the id of its row: names may then change."""
        references = References.of(self.model)
        changes: dict[Path, Scalar] = {}
        for each in self.fields:
            written = self.value(each.path)
            if each.leaf.references and written:
                texts = written if isinstance(written, tuple) else (written,)
                found = [references.resolve(str(text), each.leaf.references) for text in texts]
                ids = [
                    str(text) if target is None else target.id
                    for text, target in zip(texts, found, strict=True)
                ]
                changes[each.path] = "; ".join(ids)
        record = replace(self.record, values=_changed(self.record, changes))
        return replace(self, record=record, model=self.varied(changes))


def grafted(model: T, other: object, path: Path) -> T:
    """Return a model with the value that another one has at a path."""
    if not path or model is None:
        return cast("T", other)
    step, rest = path[0], path[1:]
    if isinstance(model, tuple) and isinstance(other, tuple) and isinstance(step, int):
        item = grafted(model[step], other[step], rest)
        return cast("T", (*model[:step], item, *model[step + 1 :]))
    if isinstance(model, BaseModel):
        name = str(step)
        value = grafted(getattr(model, name), getattr(other, name), rest)
        return cast("T", model.model_copy(update={name: value}))
    return cast("T", other)


def grafted_all(model: T, other: object, paths: Iterable[Path]) -> T:
    """Return a model with the values that another one has at some paths."""
    for path in paths:
        model = grafted(model, other, path)
    return model


def _at(model: object, path: Path) -> object:
    for step in path:
        if model is None:
            return None
        if isinstance(step, int):
            rows = cast("tuple[object, ...]", model)
            model = rows[step] if step < len(rows) else None
        else:
            model = getattr(model, step)
    return model


def _changed(record: RawRecord, changes: Mapping[Path, Scalar]) -> dict[Path, RawValue]:
    """Return the values of a record with some changed; a list gives way to one text."""
    values = {
        path: raw
        for path, raw in record.values.items()
        if path not in changes and path[:-1] not in changes
    }
    for path, value in changes.items():
        values[path] = RawValue(value, ValueKind.TEXT, record.location(path))
    return values


def _fields_at(location: tuple[int | str, ...], changes: Mapping[Path, Scalar]) -> list[Path]:
    """Return the changed field that an error is of, or all those under the error's place."""
    for length in range(len(location), 0, -1):
        if location[:length] in changes:
            return [location[:length]]
    return [path for path in changes if path[: len(location)] == location]
