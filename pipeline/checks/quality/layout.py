"""What screen readers stumble over in a layout: empty paragraphs, merged cells, text boxes."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from pipeline.checks.package import Package, W, paragraph_text
from pipeline.checks.quality.finding import quality_finding
from pipeline.core.finding import Finding
from pipeline.core.text import Text

EMPTY: Final = "TE-36"
MERGED: Final = "TE-37"
BOXES: Final = "TE-38"
_ROW_TAG: Final = re.compile(r"\s*\{%tr\b")
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: What a paragraph without words may hold and still be empty.
_NOTHING: Final = frozenset(W + name for name in ("pPr", "rPr", "r", "proofErr", "lang"))
_SECTION: Final = f"{W}sectPr"


def layout(package: Package) -> Iterator[Finding]:
    """Yield empty paragraphs in a row, tables with merged cells, and text boxes."""
    yield from _empty(package)
    yield from _merged(package)
    yield from _boxes(package)


def _empty(package: Package) -> Iterator[Finding]:
    for part in package.contents():
        before: etree._Element | None = None
        told = False
        for paragraph in package.paragraphs(part):
            element = paragraph.element
            if paragraph.text or not _is_empty(element):
                before, told = None, False
                continue
            if before is not None and element.getprevious() is before and not told:
                told = True
                yield quality_finding(
                    EMPTY,
                    Text("Empty paragraphs are used for space here."),
                    package.place(part, before),
                    Text("Take them away, and set the space before or after in the style."),
                )
            before = element


def _is_empty(paragraph: etree._Element) -> bool:
    properties = paragraph.find(f"{W}pPr")
    if properties is not None and properties.find(_SECTION) is not None:
        return False
    return all(
        each.tag in _NOTHING
        for each in paragraph.iter("*")
        if each is not paragraph and not _is_property(each)
    )


def _is_property(element: etree._Element) -> bool:
    return next(element.iterancestors(f"{W}pPr", f"{W}rPr"), None) is not None


def _merged(package: Package) -> Iterator[Finding]:
    told: set[etree._Element] = set()
    for name in ("gridSpan", "vMerge", "hMerge"):
        for part, merge in package.elements(name):
            row = next(merge.iterancestors(f"{W}tr"), None)
            table = next(merge.iterancestors(f"{W}tbl"), None)
            if table is None or row is None or table in told or merge.get(f"{W}val") == "1":
                continue
            if any(_ROW_TAG.match(paragraph_text(each)) for each in row.iter(f"{W}p")):
                # A row of tags disappears.
                continue
            told.add(table)
            cell = next(merge.iterancestors(f"{W}tc"))
            first = next(cell.iter(f"{W}p"), cell)
            yield quality_finding(
                MERGED,
                Text("The table has merged cells, which screen readers read in the wrong place."),
                package.place(part, first),
                Text("Split the cells, or make two tables of it."),
            )


def _boxes(package: Package) -> Iterator[Finding]:
    for part, box in package.elements("txbxContent"):
        if next(box.iterancestors(_FALLBACK), None) is not None:
            # The same box once more, for old versions of Word.
            continue
        yield quality_finding(
            BOXES,
            Text("The text “{text}” stands in a text box, which screen readers may pass over.",
                 text=" ".join(paragraph_text(box).split())[:40]),
            package.place(part, box),
            Text("Write it as a paragraph, with a frame or shading from a style."),
        )  # fmt: skip
