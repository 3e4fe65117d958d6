"""From values by path to nested data, and records with some of their values left out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Self, cast

from pipeline.core.finding import Path
from pipeline.core.record import RawRecord, RawValue

_Numbers = Mapping[Path, Mapping[int, int]]
_Tree = dict[str | int, object]


def nested(values: Mapping[Path, RawValue]) -> dict[str, object]:
    """Return the values as mappings and lists, as models take them in.

    The rows of each collection must be numbered from 0 without gaps, as `without` leaves them.
    """
    root: _Tree = {}
    for path, raw in values.items():
        branch = root
        for step in path[:-1]:
            branch = cast("_Tree", branch.setdefault(step, {}))
        branch[path[-1]] = raw.value
    return cast("dict[str, object]", _listed(root))


def without(record: RawRecord, left_out: Iterable[Path] = ()) -> RawRecord:
    """Return the record without the values at or under some paths, its rows numbered anew.

    The paths left out join `unreadable`; for a row without any value left its collection does.
    Findings keep the row numbers of the record as it was read.
    """
    gone = frozenset(left_out)
    kept = {
        path: raw for path, raw in record.values.items() if not gone or not is_within(path, gone)
    }
    numbers = _numbers(kept)
    new = _Renumbering(numbers)
    places = ((new[path], place) for path, place in record.places.items())
    return replace(
        record,
        values={cast("Path", new[path]): raw for path, raw in kept.items()},
        places={path: place for path, place in places if path is not None},
        unreadable=frozenset(_nearest(path, new) for path in record.unreadable | gone),
    )


def is_within(path: Path, others: AbstractSet[Path]) -> bool:
    """Tell whether a path is one of the others or leads on from one of them."""
    return any(path[:length] in others for length in range(len(path) + 1))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Values that were left out, by their paths, and the collections and forms that lack them."""

    paths: frozenset[Path]
    lacking: frozenset[Path]

    @classmethod
    def of(cls, paths: Iterable[Path]) -> Self:
        """Return what is asked about when values at or under these paths were left out."""
        known = frozenset(paths)
        above = (path[:length] for path in known for length in range(1, len(path) + 1))
        return cls(known, frozenset(above))

    def concerns(self, path: Path) -> bool:
        """Tell whether what is said of a path may follow from the values that were left out.

        It does for the values themselves, and for a collection or form that lacks one of them.
        """
        return path in self.lacking or is_within(path, self.paths)


def _listed(node: object) -> object:
    if not isinstance(node, dict):
        return node
    if any(isinstance(step, int) for step in node):
        return [_listed(child) for _, child in sorted(node.items())]
    return {step: _listed(child) for step, child in node.items()}


def _numbers(paths: Iterable[Path]) -> _Numbers:
    """Return for each collection the new numbers of the rows that have a value."""
    rows: defaultdict[Path, set[int]] = defaultdict(set)
    for path in paths:
        for length, step in enumerate(path):
            if isinstance(step, int):
                rows[path[:length]].add(step)
    return {
        collection: {old: new for new, old in enumerate(sorted(numbers))}
        for collection, numbers in rows.items()
    }


class _Renumbering(dict[Path, Path | None]):
    """Paths by the new numbers, None for those of a row that has no value; worked out once each."""

    def __init__(self, numbers: _Numbers) -> None:
        super().__init__({(): ()})
        self._numbers = numbers

    def __missing__(self, path: Path) -> Path | None:
        *_, step = path
        above = self[path[:-1]]
        new = self._numbers.get(path[:-1], {}).get(step) if isinstance(step, int) else step
        found = self[path] = None if above is None or new is None else (*above, new)
        return found


def _nearest(path: Path, new: _Renumbering) -> Path:
    """Return the path by the new numbers, or that of the collection whose row has gone."""
    for length in range(len(path), 0, -1):
        found = new[path[:length]]
        if found is not None:
            return found
    return ()
