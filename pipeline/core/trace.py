"""What stands where: the fields of inputs, and the paragraphs of documents that show them."""

from dataclasses import dataclass

from pipeline.core.finding import Path
from pipeline.core.location import Location
from pipeline.core.shape import Leaf


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a file: its path, its place, and what was written, empty for nothing."""

    path: Path
    leaf: Leaf
    place: Location
    value: str

    @property
    def column(self) -> Path:
        """Return the path without the numbers of rows: what all cells of a column share."""
        return tuple(step for step in self.path if isinstance(step, str))

    @property
    def is_identifier(self) -> bool:
        """Tell that the field names its row for others to refer to."""
        return self.path[-1] == "id"


@dataclass(frozen=True, slots=True)
class TracedDocument:
    """One document that is made of the inputs.

    `organisation` is None for the organisers' own; `title` is what kind of document it is.
    """

    organisation: str | None
    deliverable: str
    title: str
    language: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A paragraph that a field has to do with, and the tags of the template that print it there.

    `shows` is false where the field does not stand in the paragraph itself, but decides that it is
    there at all.
    """

    place: Location
    text: str
    tags: tuple[Location, ...] = ()
    shows: bool = True


@dataclass(frozen=True, slots=True)
class DocumentTrace:
    """What one document shows of the fields that were asked about."""

    document: TracedDocument
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class FieldTrace:
    """Where a field stands; `looked_at` is how many documents were made to see it."""

    field: Field
    documents: tuple[DocumentTrace, ...]
    looked_at: int


@dataclass(frozen=True, slots=True)
class Reason:
    """What stands behind a paragraph: fields that it shows, and fields that decide about it."""

    document: TracedDocument
    standing: Standing
    shown: tuple[Field, ...]
    deciding: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class WordsTrace:
    """The paragraphs with some words in them; `left_out` counts those that were not followed."""

    words: str
    reasons: tuple[Reason, ...]
    left_out: int = 0
