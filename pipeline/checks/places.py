"""Where a fault stands as a Word user finds it: its heading, its cell, and the words around it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from pipeline.checks.package import Cell, Package, Paragraph, W, paragraph_text, parsed, style_of
from pipeline.core.location import Location

__all__ = ["Places", "W", "paragraph_text", "parsed", "style_of"]
_AROUND: Final = 30
_HEADING: Final = "Heading"


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph as it is found in Word."""

    text: str
    heading: str | None
    cell: Cell | None


class Places:
    """The paragraphs of a package's parts, found when they are asked for."""

    def __init__(self, package: Package | Mapping[str, bytes]) -> None:
        self._package = package if isinstance(package, Package) else Package(package)
        self._tables: dict[str, dict[etree._Element, int]] = {}

    def filled(self, location: Location) -> Location:
        """Return a location with the heading and the cell of its paragraph."""
        place = self._at(location)
        if place is None:
            return location
        table, row, column = place.cell or (None, None, None)
        return replace(
            location,
            heading=location.heading or place.heading,
            table=table,
            row=row,
            table_column=column,
        )

    def around(self, location: Location) -> str | None:
        """Return the words around a tag, None where it stands alone or cannot be found."""
        place = self._at(location) if location.tag else None
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
        paragraphs = self._package.paragraphs(location.part)
        if location.paragraph > len(paragraphs):
            return None
        found = paragraphs[location.paragraph - 1]
        cell = cell_of(found.element, self._numbered(location.part))
        return Place(found.text, _heading(paragraphs, location.paragraph), cell)

    def _numbered(self, part: str) -> dict[etree._Element, int]:
        if part not in self._tables:
            root = self._package.root(part)
            tables = () if root is None else root.iter(f"{W}tbl")
            self._tables[part] = {table: number for number, table in enumerate(tables, 1)}
        return self._tables[part]


def _heading(paragraphs: tuple[Paragraph, ...], number: int) -> str | None:
    above = (each for each in reversed(paragraphs[:number]) if each.style.startswith(_HEADING))
    return next((each.text for each in above), None)


def cell_of(paragraph: etree._Element, tables: Mapping[etree._Element, int]) -> Cell | None:
    """Return the table, row and column of a paragraph; None outside tables."""
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    row = None if cell is None else next(cell.iterancestors(f"{W}tr"), None)
    table = None if row is None else next(row.iterancestors(f"{W}tbl"), None)
    if cell is None or row is None or table is None:
        return None
    return tables[table], _ordinal(row), _ordinal(cell)


def _ordinal(element: etree._Element) -> int:
    return 1 + sum(1 for _ in element.itersiblings(str(element.tag), preceding=True))
