"""The grid of tables whose number of columns depends on the values: counted after printing."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.source.positions import W

GRID_MARK: Final = "paja-grid"
_MARKED: Final = f"<?{GRID_MARK} "
_COLUMN_TAGS: Final = ("{%tc ", "{{tc ", "{#tc ")
_WIDENING: Final = ("colspan", "hm")


def mark_tables(root: etree._Element) -> None:
    """Mark each table whose tags may change its number of columns."""
    for table in root.iter(f"{W}tbl"):
        text = "".join(node.text or "" for node in table.iter(f"{W}t"))
        if _changes_columns(text):
            table.insert(0, etree.ProcessingInstruction(GRID_MARK, "0"))


def _changes_columns(text: str) -> bool:
    if any(tag in text for tag in _COLUMN_TAGS):
        return True
    statements = (piece.split() for piece in text.split("{%")[1:])
    return any(words and words[0].rstrip("%}") in _WIDENING for words in statements)


def fix_grids(xml: str, part: str) -> str:
    """Return a printed part with the grid of each marked table counted anew.

    Raises:
        TemplateError: a cell's width is no number of columns.
    """
    if _MARKED not in xml:
        return xml
    try:
        root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError:
        # What is wrong is told by the check that every part passes.
        return xml
    for mark in list(root.iter(etree.PI)):
        table = mark.getparent()
        if mark.target == GRID_MARK and table is not None:
            table.remove(mark)
            _fix_grid(table, part)
    return etree.tostring(root, encoding="unicode")


def _fix_grid(table: etree._Element, part: str) -> None:
    grid = table.find(f"{W}tblGrid")
    if grid is None:
        return
    rows = [list(_cells(row)) for row in _own(table, "tr")]
    spans = [sum(_span(cell, part) for cell in row) for row in rows]
    _add_columns(grid, max(map(len, rows), default=0))
    if spans:
        _drop_columns(grid, max(spans))


def _own(table: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the rows of a table itself, not of the tables in its cells."""
    for element in table.iter(f"{W}{name}"):
        if next(element.iterancestors(f"{W}tbl")) is table:
            yield element


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for cell in row.iter(f"{W}tc"):
        if next(cell.iterancestors(f"{W}tr")) is row:
            yield cell


def _span(cell: etree._Element, part: str) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    if span is None:
        return 1
    value = span.get(f"{W}val", "")
    if not (value.isascii() and value.isdecimal() and int(value) > 0):
        raise TemplateError(
            Text("A cell cannot be “{value}” columns wide.", value=value),
            hint=Text("The tag colspan needs a whole number from 1 up."),
            location=Location(part=part),
        )
    return int(value)


def _add_columns(grid: etree._Element, needed: int) -> None:
    """Add columns up to the number needed, within the same width of the table."""
    columns = grid.findall(f"{W}gridCol")
    missing = needed - len(columns)
    if missing <= 0:
        return
    width = sum(map(_width, columns))
    average = width / needed
    for column in columns:
        # In the order in which docxtpl multiplies and divides, so that both round alike.
        scaled = _width(column) * average / (width / len(columns)) if width else 0
        column.set(f"{W}w", str(int(scaled)))
    for _ in range(missing):
        etree.SubElement(grid, f"{W}gridCol", {f"{W}w": str(int(average))})


def _drop_columns(grid: etree._Element, needed: int) -> None:
    """Drop the columns that no row reaches, and share their width among the others."""
    columns = grid.findall(f"{W}gridCol")
    dropped = columns[needed:]
    if not dropped:
        return
    for column in dropped:
        grid.remove(column)
    kept = columns[:needed]
    extra = int(sum(map(_width, dropped)) / len(kept)) if kept else 0
    for column in kept:
        column.set(f"{W}w", str(int(_width(column) + extra)))


def _width(column: etree._Element) -> float:
    return float(column.get(f"{W}w") or 0)
