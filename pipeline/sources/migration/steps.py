"""One change of a form at a time: a field renamed, a sheet moved, an enumeration narrowed.

Fields are named as in defined names, without numbers of rows: `measures.owner`.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from pydantic_core import PydanticCustomError

from pipeline.core.finding import Path
from pipeline.core.record import RawValue
from pipeline.language.labels import choice_labels
from schemas.fields import Choice


@dataclass(frozen=True, slots=True)
class Moved:
    """A field, group or sheet has another name, or stands elsewhere, with all that is in it."""

    old: str
    new: str

    def path(self, path: Path) -> Path:
        """Return where a value of the older form stands in the newer one."""
        return _moved(path, self.old, self.new)

    def value(self, _path: Path, raw: RawValue) -> RawValue:
        """Return what the newer form holds for a value of the older one."""
        return raw


@dataclass(frozen=True, slots=True)
class NarrowedChoice:
    """A field has fewer values to choose from; `values` are those gone and what they become.

    `choice` is the older enumeration, by which a value is known in every language. A text that is
    none of its values stays as it is.
    """

    field: str
    choice: type[Choice]
    values: Mapping[str, str]

    def path(self, path: Path) -> Path:
        """Return where a value of the older form stands in the newer one."""
        return path

    def value(self, path: Path, raw: RawValue) -> RawValue:
        """Return what the newer form holds for a value of the older one."""
        if _names_of(path) != tuple(self.field.split(".")) or not isinstance(raw.value, str):
            return raw
        with suppress(PydanticCustomError):
            chosen = self.choice.parse(raw.value, choice_labels().get(self.choice.__name__))
            return replace(raw, value=self.values.get(chosen.value, raw.value))
        return raw


Step = Moved | NarrowedChoice


def _names_of(path: Path) -> tuple[str, ...]:
    """Return a path without the numbers of rows."""
    return tuple(step for step in path if isinstance(step, str))


def _moved(path: Path, old: str, new: str) -> Path:
    """Return a path with the names at its beginning exchanged; a row keeps its number.

    The number stands behind the name of the collection, also where that name is another now.
    """
    before, after = old.split("."), new.split(".")
    names = _names_of(path)
    if names[: len(before)] != tuple(before):
        return path
    moved: list[str | int] = [*after, *names[len(before) :]]
    longer = len(after) - len(before)
    for at, step in enumerate(path):
        if isinstance(step, int):
            behind = len(_names_of(path[:at]))
            place = at + longer if behind >= len(before) else at
            moved.insert(place, step)
    return tuple(moved)
