"""Registries whose values are imported only when they are asked for."""

import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TypeVar, cast

K = TypeVar("K")
V = TypeVar("V")


class LazyRegistry(Mapping[K, V]):
    """Values by their keys, each imported from its place, `package.module:name`, when asked for.

    What a run has no use for is not loaded: one programme's models while another's are checked.
    """

    def __init__(self, places: Mapping[K, str]) -> None:
        self._places = dict(places)

    def __getitem__(self, key: K) -> V:
        """Return a value, importing it if it is not there yet."""
        module, _, name = self._places[key].partition(":")
        return cast("V", getattr(import_module(module), name))

    def __iter__(self) -> Iterator[K]:
        """Yield the keys; nothing is imported for that."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._places)

    def __contains__(self, key: object) -> bool:
        """Tell whether there is such a key; nothing is imported for that."""
        return key in self._places

    def loaded(self, key: K) -> V | None:
        """Return a value if it has been imported, None while nobody can have met it."""
        module, _, _name = self._places[key].partition(":")
        return self[key] if module in sys.modules else None
