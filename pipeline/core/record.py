"""What a reader brings from a file: every value as it was written, with its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from pipeline.core.finding import Finding, Path
from pipeline.core.location import Location

#: What a cell or scalar holds once read: text, or Excel's own number, date, time or truth value.
Scalar = str | Decimal | date | datetime | time | bool


class ValueKind(StrEnum):
    """How a value stood in its file."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    BOOLEAN = "boolean"
    FORMULA = "formula without value"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class RawValue:
    """One value with the place it stands in."""

    value: Scalar
    kind: ValueKind
    location: Location


@dataclass(frozen=True, slots=True)
class RawRecord:
    """All values of one file by their field's path, and the place of every field, empty or not.

    A path is like `("measures", 0, "name")`; an empty collection has the place of its sheet or key.
    `findings` holds what was noticed while reading (file, header and cell stages).
    `identity` is the custom property that a workbook of ours carries, None without one.
    """

    file: str
    values: Mapping[Path, RawValue]
    places: Mapping[Path, Location]
    findings: tuple[Finding, ...] = ()
    identity: str | None = None
    unreadable: frozenset[Path] = field(default_factory=frozenset)

    def location(self, path: Path) -> Location:
        """Return where a field stands, or the nearest place that encloses it."""
        for length in range(len(path), 0, -1):
            place = self.places.get(path[:length])
            if place is not None:
                return place
        return Location(file=self.file)
