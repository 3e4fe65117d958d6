"""What a YAML file consists of once read: texts, mappings and lists, each with its place.

They have no slots, as all of them are pickled, and what has slots pickles slowly.
"""

from dataclasses import dataclass
from typing import Final

from pipeline.core.location import Location

#: How an unquoted scalar says that there is no value.
_NULL_FORMS: Final = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True)
class Scalar:
    """One text as it was written; `comment` is what stands behind it as if by accident."""

    text: str
    place: Location
    plain: bool = True
    comment: str = ""

    @property
    def is_null(self) -> bool:
        """Tell whether this says that there is no value, as `~` does without quotes."""
        return self.plain and self.text in _NULL_FORMS


@dataclass(frozen=True)
class Entry:
    """One key of a mapping with what it holds."""

    key: Scalar
    node: "Node"


@dataclass(frozen=True)
class Mapping:
    """Keys and what they hold, in the order of the file; no key stands twice."""

    entries: tuple[Entry, ...]
    place: Location


@dataclass(frozen=True)
class Sequence:
    """A list; its items begin with "- " or stand in square brackets."""

    items: tuple["Node", ...]
    place: Location


Node = Scalar | Mapping | Sequence
