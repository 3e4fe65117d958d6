"""The mark of a header row, on tables whose first row plainly is one."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from pipeline.checks.mending.mends import Mend
from pipeline.checks.mending.open_parts import OpenParts
from pipeline.checks.places import W, paragraph_text
from pipeline.core.location import Location
from pipeline.core.text import Text

_BODY: Final = "word/document.xml"
_ROW_TAG: Final = "{%tr"
_SIGNS: Final = ("{{", "{%", "{#")
_ROW_PROPERTIES: Final = f"{W}trPr"
_OFF: Final = frozenset({"0", "false", "off"})


def mended_headers(parts: OpenParts) -> Iterator[Mend]:
    """Yield the tables whose first row was marked as their header."""
    root = parts.root(_BODY)
    if root is None:
        return
    numbers = {paragraph: number for number, paragraph in enumerate(root.iter(f"{W}p"), 1)}
    for table in root.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        if len(rows) < 2 or not _is_unmarked(rows) or not _is_header(rows[0], rows[1]):
            continue
        _mark(rows[0])
        parts.touch(_BODY)
        first = next(rows[0].iter(f"{W}p"), None)
        place = Location(part=_BODY, paragraph=None if first is None else numbers[first])
        yield Mend(Text("The first row of the table was marked as its header."), place)


def _is_unmarked(rows: list[etree._Element]) -> bool:
    return all(row.find(f"{_ROW_PROPERTIES}/{W}tblHeader") is None for row in rows)


def _is_header(row: etree._Element, following: etree._Element) -> bool:
    """Tell that a row names the columns: words alone, and below it rows to fill in, or in bold."""
    titles = _cells(row)
    if len(titles) < 2 or not all(titles) or any(map(_has_tag, titles)):
        return False
    below = _cells(following)
    return any(_ROW_TAG in each for each in below) or all(map(_has_tag, below)) or _is_bold(row)


def _cells(row: etree._Element) -> list[str]:
    cells = row.findall(f"{W}tc")
    return [" ".join(map(paragraph_text, cell.iter(f"{W}p"))).strip() for cell in cells]


def _has_tag(text: str) -> bool:
    return any(sign in text for sign in _SIGNS)


def _is_bold(row: etree._Element) -> bool:
    runs = [run for run in row.iter(f"{W}r") if (run.findtext(f"{W}t") or "").strip()]
    bold = [run.find(f"{W}rPr/{W}b") for run in runs]
    return bool(runs) and all(b is not None and b.get(f"{W}val") not in _OFF for b in bold)


def _mark(row: etree._Element) -> None:
    properties = row.find(_ROW_PROPERTIES)
    if properties is None:
        properties = etree.Element(_ROW_PROPERTIES)
        exceptions = row.find(f"{W}tblPrEx")
        row.insert(0 if exceptions is None else row.index(exceptions) + 1, properties)
    properties.insert(0, etree.Element(f"{W}tblHeader"))
