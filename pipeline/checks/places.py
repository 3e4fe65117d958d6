"""Where a fault stands as a Word user finds it: its heading, its cell, and the words around it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from pipeline.core.location import Location

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_AROUND: Final = 30
_HEADING: Final = "Heading"


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph as it is found in Word."""

    text: str
    heading: str | None
    table: int | None = None
    row: int | None = None
    table_column: int | None = None


class Places:
    """The paragraphs of a package's parts, read when they are first asked for."""

    def __init__(self, package: Mapping[str, bytes]) -> None:
        self._package = package
        self._read: dict[str, tuple[Place, ...]] = {}

    def filled(self, location: Location) -> Location:
        """Return a location with the heading and the cell of its paragraph."""
        place = self._at(location)
        if place is None:
            return location
        return replace(
            location,
            heading=location.heading or place.heading,
            table=place.table,
            row=place.row,
            table_column=place.table_column,
        )

    def around(self, location: Location) -> str | None:
        """Return the words around a tag, None where it stands alone or cannot be found."""
        place = self._at(location)
        if place is None or not location.tag:
            return None
        before, found, after = place.text.partition(location.tag)
        if not found or not (before.strip() or after.strip()):
            return None
        start = f"…{before[-_AROUND:]}" if len(before) > _AROUND else before
        end = f"{after[:_AROUND]}…" if len(after) > _AROUND else after
        return " ".join(f"{start}{found}{end}".split())

    def _at(self, location: Location) -> Place | None:
        if location.part is None or location.paragraph is None:
            return None
        places = self._of(location.part)
        return places[location.paragraph - 1] if location.paragraph <= len(places) else None

    def _of(self, part: str) -> tuple[Place, ...]:
        if part not in self._read:
            self._read[part] = _places(self._package.get(part, b""))
        return self._read[part]


def parsed(content: bytes) -> etree._Element | None:
    """Return the root of a part, None for one that is damaged or no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def paragraph_text(paragraph: etree._Element) -> str:
    """Return the text of a paragraph's runs."""
    return "".join(node.text or "" for node in paragraph.iter(f"{W}t"))


def style_of(paragraph: etree._Element) -> str:
    """Return the id of a paragraph's style, empty for the default."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def _places(content: bytes) -> tuple[Place, ...]:
    root = parsed(content)
    if root is None:
        return ()
    tables = {table: number for number, table in enumerate(root.iter(f"{W}tbl"), 1)}
    heading: str | None = None
    places: list[Place] = []
    for paragraph in root.iter(f"{W}p"):
        text = paragraph_text(paragraph)
        if style_of(paragraph).startswith(_HEADING):
            heading = text
        places.append(Place(text, heading, *_cell(paragraph, tables)))
    return tuple(places)


def _cell(
    paragraph: etree._Element, tables: Mapping[etree._Element, int]
) -> tuple[int | None, int | None, int | None]:
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    row = None if cell is None else next(cell.iterancestors(f"{W}tr"), None)
    table = None if row is None else next(row.iterancestors(f"{W}tbl"), None)
    if cell is None or row is None or table is None:
        return None, None, None
    return tables.get(table), _ordinal(row), _ordinal(cell)


def _ordinal(element: etree._Element) -> int:
    return 1 + sum(1 for _ in element.itersiblings(str(element.tag), preceding=True))
