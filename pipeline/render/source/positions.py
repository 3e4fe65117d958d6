"""Where each tag of a template stands, as a person finds it in Word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from pipeline.core.location import Location

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
#: A tag that stood in the alternative text of a placeholder picture.
_PICTURE: Final = "|_picture("
_OF_PICTURE: Final = re.compile(r"\((.*)\)\|_picture\(\d+\)", re.DOTALL)
_PREFIX: Final = re.compile(
    # In a statement, the letters of a scope may stand on the next line, or behind a blank.
    r"^(?:\{%\s*(?:p|tr|tc|r)\s|\{[{%](?:[-+]|p |tr |tc |r )?)\s*(?:(?:cellbg|colspan)\s)?\s*"
    r"|\s*-?([}%]\})$"
)
_COMMENT: Final = re.compile(r"\{#.*?#\}", re.DOTALL)
_OPENING: Final = re.compile(r"\{\{|\{%")
_SHOWN: Final = 40
_PARAGRAPH: Final = f"{W}p"
_TEXT: Final = f"{W}t"
_PROPERTIES: Final = f"{W}pPr"
_STYLE: Final = f"{W}pStyle"
_QUOTES: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True, slots=True)
class Position:
    """One tag of the template: its text in one form for all spellings, and its place."""

    core: str
    location: Location


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A paragraph with a bracket of a tag: its number in the part, and the heading above it."""

    element: etree._Element
    number: int
    text: str
    heading: str | None


def core_text(tag: str) -> str:
    """Return what a tag says without its kind, blanks and curly quotes, for comparing."""
    return "".join(_PREFIX.sub("", straight_quotes(tag)).split())


def straight_quotes(tag: str) -> str:
    """Return a tag with the quotes that Jinja reads, in the place of a word processor's."""
    return tag.translate(_QUOTES)


def as_written(tag: str) -> str:
    """Return a tag as its author wrote it, without what paja puts around those of pictures."""
    return _OF_PICTURE.sub(r"\1", tag) if _PICTURE in tag else tag


def bracketed(root: etree._Element) -> tuple[Bracketed, ...]:
    """List the paragraphs of a part that hold a bracket of a tag."""
    return tuple(_bracketed(root))


def _bracketed(root: etree._Element) -> Iterator[Bracketed]:
    heading: str | None = None
    for number, paragraph in enumerate(root.iter(_PARAGRAPH), 1):
        text = paragraph_text(paragraph)
        if _is_heading(paragraph):
            heading = text
        if "{" in text:
            yield Bracketed(paragraph, number, text, heading)


def positions(
    root: etree._Element, paragraphs: Iterable[Bracketed], part: str
) -> tuple[Position, ...]:
    """List the tags of a part's paragraphs in their order."""
    tables = {table: number for number, table in enumerate(root.iter(f"{W}tbl"), 1)}
    return tuple(position for each in paragraphs for position in _of_paragraph(each, tables, part))


def _of_paragraph(
    paragraph: Bracketed, tables: dict[etree._Element, int], part: str
) -> Iterator[Position]:
    tags = TAG.findall(paragraph.text)
    table, row, column = _cell(paragraph.element, tables) if tags else (None, None, None)
    for tag in tags:
        where = Location(
            part=part,
            heading=paragraph.heading,
            paragraph=paragraph.number,
            tag=as_written(tag),
            table=table,
            row=row,
            table_column=column,
        )
        yield Position(core_text(tag), where)


def unclosed(paragraphs: Iterable[Bracketed], part: str) -> tuple[Location, ...]:
    """Return the places of the paragraphs in which a tag is opened and not closed again."""
    found = ((each, opened(each.text)) for each in paragraphs)
    return tuple(
        Location(part=part, paragraph=each.number, tag=words)
        for each, words in found
        if words is not None
    )


def opened(text: str) -> str | None:
    """Return the beginning of a tag that a text opens and does not close again."""
    if "{" not in text:
        return None
    rest = _COMMENT.sub("", TAG.sub("", text))
    opening = _OPENING.search(rest)
    return None if opening is None else rest[opening.start() : opening.start() + _SHOWN]


def paragraph_text(paragraph: etree._Element) -> str:
    """Return the text of a paragraph's own runs."""
    return "".join([node.text or "" for node in paragraph.iter(_TEXT)])


def paragraph_style(paragraph: etree._Element) -> str:
    """Return the id of a paragraph's style, empty for the default."""
    for properties in paragraph.iterchildren(_PROPERTIES):
        for style in properties.iterchildren(_STYLE):
            return style.get(f"{W}val", "")
    return ""


def _is_heading(paragraph: etree._Element) -> bool:
    return paragraph_style(paragraph).startswith("Heading")


def _cell(
    paragraph: etree._Element, tables: dict[etree._Element, int]
) -> tuple[int | None, int | None, int | None]:
    """Return the table, row and column of a paragraph, from 1; all None outside tables."""
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    row = None if cell is None else cell.getparent()
    table = None if row is None else row.getparent()
    if cell is None or row is None or table is None:
        return None, None, None
    return tables.get(table), _ordinal(row, "tr"), _ordinal(cell, "tc")


def _ordinal(element: etree._Element, name: str) -> int:
    return 1 + sum(1 for _ in element.itersiblings(f"{W}{name}", preceding=True))


def locate_lines(source: str, known: tuple[Position, ...]) -> dict[int, Location]:
    """Return the place of the tag on each line of a Jinja source, one tag a line.

    docxtpl's patching keeps the order of tags but may add its own; those take the place before.
    """
    places: dict[int, Location] = {}
    upcoming = 0
    line = 1
    end = 0
    for found in TAG.finditer(source):
        line += source.count("\n", end, found.start())
        end = found.start()
        upcoming = _next_index(core_text(found[0]), known, upcoming)
        if upcoming:
            # A tag's words begin on the line after its brackets, where the next tag may open.
            places[line + 1] = known[upcoming - 1].location
    return places


def _next_index(core: str, known: tuple[Position, ...], upcoming: int) -> int:
    """Return the number of known tags that are used up once this one is placed."""
    for index in range(upcoming, len(known)):
        if known[index].core == core or core.startswith(known[index].core):
            return index + 1
    return upcoming
