"""What stands in a first template: paragraphs and tables in named styles, without any looks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Some text with a character style or none; `tab` stands before it."""

    text: str
    style: str | None = None
    tab: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with the id of its style, None for plain text."""

    style: str | None
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its header, what a row has in it, and its share of the width."""

    head: str
    cell: tuple[Paragraph, ...]
    share: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose one row is repeated between two tags; caption and text are for listeners."""

    caption: str
    description: str
    columns: tuple[Column, ...]
    opening: str
    closing: str


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Outline:
    """A first template: its title and language, what its header says, and its blocks."""

    title: str
    language: str
    header: str
    blocks: tuple[Block, ...]
