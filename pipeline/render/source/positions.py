"""Where each tag of a template stands, as a person finds it in Word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from pipeline.core.location import Location

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
#: A tag that stood in the alternative text of a placeholder picture.
_OF_PICTURE: Final = re.compile(r"\((.*)\)\|_picture\(\d+\)", re.DOTALL)
_PREFIX: Final = re.compile(
    # In a statement, the letters of a scope may stand on the next line, or behind a blank.
    r"^(?:\{%\s*(?:p|tr|tc|r)\s|\{[{%](?:[-+]|p |tr |tc |r )?)\s*(?:(?:cellbg|colspan)\s)?\s*"
    r"|\s*-?([}%]\})$"
)
_COMMENT: Final = re.compile(r"\{#.*?#\}", re.DOTALL)
_OPENING: Final = re.compile(r"\{\{|\{%")
_SHOWN: Final = 40
_QUOTES: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True, slots=True)
class Position:
    """One tag of the template: its text in one form for all spellings, and its place."""

    core: str
    location: Location


def core_text(tag: str) -> str:
    """Return what a tag says without its kind, blanks and curly quotes, for comparing."""
    return re.sub(r"\s+", "", _PREFIX.sub("", straight_quotes(tag)))


def straight_quotes(tag: str) -> str:
    """Return a tag with the quotes that Jinja reads, in the place of a word processor's."""
    return tag.translate(_QUOTES)


def as_written(tag: str) -> str:
    """Return a tag as its author wrote it, without what paja puts around those of pictures."""
    return _OF_PICTURE.sub(r"\1", tag)


def positions(root: etree._Element, part: str) -> tuple[Position, ...]:
    """List the tags of a part in their order."""
    return tuple(_walk(root, part))


def _walk(root: etree._Element, part: str) -> Iterator[Position]:
    heading: str | None = None
    tables = {table: number for number, table in enumerate(root.iter(f"{W}tbl"), 1)}
    for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
        text = paragraph_text(paragraph)
        if _is_heading(paragraph):
            heading = text
        for tag in TAG.findall(text):
            place = _cell(paragraph, tables)
            where = Location(
                part=part,
                heading=heading,
                paragraph=number,
                tag=as_written(tag),
                table=place[0],
                row=place[1],
                table_column=place[2],
            )
            yield Position(core_text(tag), where)


def unclosed(root: etree._Element, part: str) -> tuple[Location, ...]:
    """Return the paragraphs in which a tag is opened and not closed again."""
    found = []
    for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
        words = opened(paragraph_text(paragraph))
        if words is not None:
            found.append(Location(part=part, paragraph=number, tag=words))
    return tuple(found)


def opened(text: str) -> str | None:
    """Return the beginning of a tag that a text opens and does not close again."""
    rest = _COMMENT.sub("", TAG.sub("", text))
    opening = _OPENING.search(rest)
    return None if opening is None else rest[opening.start() : opening.start() + _SHOWN]


def paragraph_text(paragraph: etree._Element) -> str:
    """Return the text of a paragraph's own runs."""
    return "".join(node.text or "" for node in paragraph.iter(f"{W}t"))


def paragraph_style(paragraph: etree._Element) -> str:
    """Return the id of a paragraph's style, empty for the default."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


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
