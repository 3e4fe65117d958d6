"""Every field of a filled-in model, one after another, with its path and what the schema says."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pipeline.core.finding import Path
from pipeline.core.text import Text
from schemas.fields import LocalizedText

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Spot:
    """One field: its way from the top, its declaration, its value, and the id of its row.

    `heading` is the field's header; the texts in several languages have that of the whole.
    """

    path: Path
    field: FieldInfo
    value: object
    heading: str
    row: str = ""

    @property
    def title(self) -> Text:
        """Return the field's header, to be translated."""
        return Text(self.heading)

    def marks(self, kind: type[M]) -> tuple[M, ...]:
        """Return the field's marks of one kind, such as `RefTo`."""
        marks = self.field.metadata
        return tuple([mark for mark in marks if isinstance(mark, kind)]) if marks else ()


def walk(model: BaseModel, *, skip: frozenset[str] = frozenset()) -> Iterator[Spot]:
    """Yield every field of a model and of the models in it, but for the `skip`ped ones."""
    return _fields(model, (), "", skip=skip)


def _fields(
    model: BaseModel, path: Path, row: str, *, skip: frozenset[str] = frozenset(), heading: str = ""
) -> Iterator[Spot]:
    for name, field in type(model).model_fields.items():
        if name not in skip:
            words = heading or field.title or name
            spot = Spot((*path, name), field, getattr(model, name), words, row)
            yield spot
            yield from _inside(spot)


def _inside(spot: Spot) -> Iterator[Spot]:
    match spot.value:
        case LocalizedText():
            yield from _fields(spot.value, spot.path, spot.row, heading=spot.heading)
        case BaseModel():
            yield from _fields(spot.value, spot.path, spot.row)
        case tuple():
            for index, row in enumerate(spot.value):
                if isinstance(row, BaseModel):
                    yield from _fields(row, (*spot.path, index), str(getattr(row, "id", "")))
