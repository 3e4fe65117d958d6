"""The fields of a file that was read: what was filled in, and where it stands."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from pipeline.core.finding import Path
from pipeline.core.location import Location
from pipeline.core.record import RawRecord
from pipeline.core.trace import Field
from pipeline.core.values import gathered, leaf_at
from schemas.fields.scalar import shown


def filled_fields(record: RawRecord, model: type[BaseModel]) -> tuple[Field, ...]:
    """Return the fields of a file that have a value, in their order."""
    values = gathered({path: raw.value for path, raw in record.values.items()})
    return tuple(_fields(record, model, values))


def all_fields(record: RawRecord, model: type[BaseModel]) -> tuple[Field, ...]:
    """Return the fields of a file that have a value, then those that have a place without one."""
    filled = filled_fields(record, model)
    known = {each.path for each in filled}
    empty = {path: "" for path in record.places if path not in known}
    return (*filled, *_fields(record, model, empty))


def _fields(
    record: RawRecord, model: type[BaseModel], values: Mapping[Path, object]
) -> Iterator[Field]:
    for path, value in values.items():
        leaf = leaf_at(model, path)
        if leaf is not None:
            yield Field(path, leaf, _place(record, path), _shown(value))


def _place(record: RawRecord, path: Path) -> Location:
    """Return the place of a field, or of the first item where it is a list."""
    first = record.values.get((*path, 0))
    if path not in record.places and first is not None:
        return first.location
    return record.location(path)


def _shown(value: object) -> str:
    return "; ".join(map(shown, value)) if isinstance(value, tuple) else shown(value)
