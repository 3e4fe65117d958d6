"""What a reference points to: a row by its id or exact name, or else the names that are near."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from pydantic import BaseModel

from schemas.fields import LocalizedText

_IDENTIFIER: Final = re.compile(r"([^\W\d_]+) ?0*([1-9][0-9]*)")
_NAMING_FIELDS: Final = ("name", "title", "full_name", "text")
_NEAR: Final = 0.7
# Comparing everything with everything would take minutes in a workbook of the greatest size.
_COMPARED: Final = 1000


@dataclass(frozen=True, slots=True)
class Target:
    """One row that can be referred to; `names` are its exact names, in every language."""

    collection: str
    index: int
    id: str
    names: tuple[str, ...]
    row: BaseModel

    @property
    def label(self) -> str:
        """Return name and id, such as `Malli Mallinen (HLO1)`, or the id of a row without name."""
        return f"{self.names[0]} ({self.id})" if self.names else self.id


@dataclass(frozen=True, slots=True)
class References:
    """The rows of one filled-in file, found by id or by name.

    Ids and names are compared without regard to case and doubled spaces; P1, p1 and "P 01" are one
    id. An id goes before a name.
    """

    targets: Mapping[str, tuple[Target, ...]]
    _ids: Mapping[tuple[str, str], Target]
    _names: Mapping[tuple[str, str], tuple[Target, ...]]

    @classmethod
    def of(cls, model: BaseModel) -> Self:
        """Index the rows of a model's collections."""
        targets = {name: rows for name, rows in _collections(model) if rows}
        ids: dict[tuple[str, str], Target] = {}
        names: dict[tuple[str, str], list[Target]] = defaultdict(list)
        for collection, rows in targets.items():
            for target in rows:
                ids.setdefault((collection, identifier_key(target.id)), target)
                for key in {name_key(name) for name in target.names}:
                    names[collection, key].append(target)
        return cls(targets, ids, {key: tuple(rows) for key, rows in names.items()})

    def find(self, text: str, collections: Sequence[str]) -> tuple[Target, ...]:
        """Return the first row with this id, or else every row with this name."""
        for collection in collections:
            if found := self._ids.get((collection, identifier_key(text))):
                return (found,)
        named = (self._names.get((collection, name_key(text)), ()) for collection in collections)
        return tuple(target for targets in named for target in targets)

    def resolve(self, text: str | None, collections: Sequence[str]) -> Target | None:
        """Return the one row that is meant, None where none or several could be."""
        found = self.find(text, collections) if text else ()
        return found[0] if len(found) == 1 else None

    def near(self, text: str, collections: Sequence[str]) -> tuple[Target, ...]:
        """Return at most three rows whose id or name is like the text, the likest first."""
        written = self._written(collections)
        keys = (name_key(text), _in_order(text))
        close = [
            key for wanted in keys for key in difflib.get_close_matches(wanted, written, 3, _NEAR)
        ]
        return tuple(dict.fromkeys(written[key] for key in close))[:3]

    def has_rows(self, collections: Sequence[str]) -> bool:
        """Tell whether any of the collections has a row."""
        return any(collection in self.targets for collection in collections)

    def _written(self, collections: Sequence[str]) -> dict[str, Target]:
        written: dict[str, Target] = {}
        for collection in collections:
            for target in self.targets.get(collection, ())[:_COMPARED]:
                for name in (target.id, *target.names):
                    written.setdefault(name_key(name), target)
                    written.setdefault(_in_order(name), target)
        return written


def name_key(name: str) -> str:
    """Return what two writings of one name have in common."""
    return " ".join(name.split()).casefold()


def identifier_key(text: str) -> str:
    """Return what two writings of one id have in common: P1, p1 and "P 01"."""
    key = name_key(text)
    parts = _IDENTIFIER.fullmatch(key)
    return f"{parts[1]}{parts[2]}" if parts else key


def _in_order(name: str) -> str:
    """Return the words sorted, so that "Mallinen, Malli" is like "Malli Mallinen"."""
    return " ".join(sorted(re.findall(r"\w+", name_key(name))))


def _collections(model: BaseModel) -> Iterator[tuple[str, tuple[Target, ...]]]:
    for name in type(model).model_fields:
        rows = getattr(model, name)
        if isinstance(rows, tuple):
            yield name, tuple(_targets(name, rows))


def _targets(collection: str, rows: tuple[object, ...]) -> Iterator[Target]:
    for index, row in enumerate(rows):
        identifier = getattr(row, "id", None)
        if isinstance(row, BaseModel) and isinstance(identifier, str):
            yield Target(collection, index, identifier, _names(row), row)


def _names(row: BaseModel) -> tuple[str, ...]:
    values = (getattr(row, field, None) for field in _NAMING_FIELDS)
    return tuple(dict.fromkeys(name for value in values for name in _texts(value)))


def _texts(value: object) -> tuple[str, ...]:
    match value:
        case str() if value:
            return (value,)
        case LocalizedText():
            return tuple(filter(None, (value.fi, value.sv, value.en)))
        case _:
            return ()
