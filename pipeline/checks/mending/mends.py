"""What a mending has done, and where."""

from dataclasses import dataclass

from pipeline.core.location import Location
from pipeline.core.text import Text


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing that was mended, as its reader is told."""

    message: Text
    place: Location
