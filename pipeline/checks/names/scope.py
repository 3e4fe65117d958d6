"""What is known at one place of a template: its names, and what the conditions around it say."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pipeline.checks.names.shapes import Kind, Type, union


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that can be used, and what is certain of expressions by their dotted names.

    `types` are narrower than what the names declare; `truths` say what has been asked already.
    """

    names: Mapping[str, Type]
    types: Mapping[str, Type] = field(default_factory=dict)
    truths: Mapping[str, bool] = field(default_factory=dict)

    def with_names(self, new: Mapping[str, Type]) -> "Scope":
        """Return the scope with names set anew; what was known of older ones is forgotten."""
        roots = set(new)
        return Scope(
            {**self.names, **new},
            {path: each for path, each in self.types.items() if path.split(".")[0] not in roots},
            {path: each for path, each in self.truths.items() if path.split(".")[0] not in roots},
        )

    def knowing(self, path: str, kind: Type | None = None, *, truth: bool | None = None) -> "Scope":
        """Return the scope in which more is known of an expression."""
        types = self.types if kind is None else {**self.types, path: kind}
        truths = self.truths if truth is None else {**self.truths, path: truth}
        return replace(self, types=types, truths=truths)


def joined(before: Scope, ways: tuple[Scope, ...]) -> Scope:
    """Return what is known after ways have come together again: names that were set on the way."""
    changed = {
        name for way in ways for name in way.names if way.names.get(name) != before.names.get(name)
    }
    unset: Type = frozenset({Kind.UNSET})
    merged = {name: union(way.names.get(name, unset) for way in ways) for name in changed}
    return before.with_names(merged)
