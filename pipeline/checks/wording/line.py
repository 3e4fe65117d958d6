"""What a document's text consists of: lines, and the paragraphs that they hold."""

from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.core.location import Location


class Kind(StrEnum):
    """What a line is of."""

    PROPERTY = "property"
    PART = "part"
    SECTION = "section"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one paragraph, without marks; `style` is what Word calls its style.

    `place` is its part, heading and number, with table, row and column where it is in a cell.
    """

    text: str
    style: str = ""
    place: Location = field(default_factory=Location)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `text` as it is printed, with the paragraphs that it holds.

    A row of a table holds those of all its cells, a table what it says of itself to screen readers;
    a part and a section hold none. `level` is a heading's, from 1.
    """

    kind: Kind
    text: str
    place: Location
    paragraphs: tuple[Words, ...] = ()
    level: int | None = None
