"""Every field of a filled-in model, one after another, with its path and what the schema says."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pipeline.core.finding import Path
from pipeline.core.text import Text

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Spot:
    """One field: its way from the top, its declaration, its value, and the id of its row."""

    path: Path
    field: FieldInfo
    value: object
    row: str = ""

    @property
    def title(self) -> Text:
        """Return the field's header."""
        return Text(self.field.title or str(self.path[-1]))

    def marks(self, kind: type[M]) -> tuple[M, ...]:
        """Return the field's marks of one kind, such as `RefTo`."""
        return tuple(mark for mark in self.field.metadata if isinstance(mark, kind))


def walk(
    model: BaseModel, path: Path = (), row: str = "", *, skip: frozenset[str] = frozenset()
) -> Iterator[Spot]:
    """Yield every field of a model and of the models in it, but for the `skip`ped ones."""
    for name, field in type(model).model_fields.items():
        if name not in skip:
            spot = Spot((*path, name), field, getattr(model, name), row)
            yield spot
            yield from _inside(spot)


def _inside(spot: Spot) -> Iterator[Spot]:
    match spot.value:
        case BaseModel():
            yield from walk(spot.value, spot.path, spot.row)
        case tuple():
            for index, row in enumerate(spot.value):
                if isinstance(row, BaseModel):
                    yield from walk(row, (*spot.path, index), str(getattr(row, "id", "")))
