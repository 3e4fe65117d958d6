"""One difference between two documents or templates, told apart by what it is about."""

from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.core.location import Location
from pipeline.core.text import Text


class Matter(StrEnum):
    """What a difference is about."""

    WORDING = "wording"
    STRUCTURE = "structure"
    TAGS = "tags"


class Act(StrEnum):
    """What was done."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    """What was and what is; `what` tells it in words where the two do not tell it themselves.

    `place` is in what is new, or in what was where nothing has come in its place.
    """

    matter: Matter
    act: Act
    before: str | None = None
    after: str | None = None
    what: Text | None = None
    place: Location = field(default_factory=Location)
