"""What readers with a screen reader need: language, title, headings, alternative texts, headers."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from pipeline.checks.package import BODY, Package, Paragraph, W, paragraph_text
from pipeline.checks.quality.finding import quality_finding as _finding
from pipeline.core.finding import Finding
from pipeline.core.location import Location
from pipeline.core.text import Text

LANGUAGE: Final = "TE-30"
HEADINGS: Final = "TE-31"
PICTURES: Final = "TE-32"
TABLES: Final = "TE-33"
_STYLES: Final = "word/styles.xml"
_CORE: Final = "docProps/core.xml"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_HEADING: Final = re.compile(r"Heading([1-9])")
_ROW_TAG: Final = re.compile(r"\s*\{%tr\b")
#: The language of the whole text stands in the defaults, before the first style.
_LANGUAGE: Final = re.compile(
    rb"<w:docDefaults>(?:(?!</w:docDefaults>).)*?<w:lang [^>]*w:val=\"[^\"]+\"", re.DOTALL
)
_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SHOWN_GRAPHICS: Final = ("/picture", "/chart")


def accessibility(package: Package) -> Iterator[Finding]:
    """Yield what a template's documents would lack for those who do not see them."""
    yield from _language(package)
    yield from _headings(package.paragraphs(BODY))
    yield from _pictures(package)
    yield from _tables(package)


def _language(package: Package) -> Iterator[Finding]:
    if not _LANGUAGE.search(package.parts.get(_STYLES, b"")):
        yield _finding(
            LANGUAGE,
            Text("The template does not say in which language it is."),
            Location(part=_STYLES),
            Text("Choose the language of the whole text in Word: Review, Language."),
        )
    core = package.root(_CORE)
    title = None if core is None else core.findtext(_TITLE)
    if not (title or "").strip():
        yield _finding(
            LANGUAGE,
            Text("The template has no title."),
            Location(part=_CORE),
            Text("Write a title in its properties in Word: File, Info."),
        )


def _headings(paragraphs: tuple[Paragraph, ...]) -> Iterator[Finding]:
    level = 0
    for each in paragraphs:
        found = _HEADING.fullmatch(each.style)
        if found is None:
            continue
        if int(found[1]) > level + 1:
            yield _finding(
                HEADINGS,
                Text("The heading “{heading}” is of level {level}, below one of level {before}.",
                     heading=each.text, level=found[1], before=level)
                if level
                else Text("The first heading “{heading}” is of level {level}.",
                          heading=each.text, level=found[1]),
                Location(part=BODY, paragraph=each.number),
                Text("Leave no level out: give it the style Heading {level}.", level=level + 1),
            )  # fmt: skip
        level = int(found[1])


def _pictures(package: Package) -> Iterator[Finding]:
    for part, drawing in package.elements("drawing"):
        named = drawing.find(f"*/{_WP}docPr")
        graphic = drawing.find("*/{*}graphic/{*}graphicData")
        uri = "" if graphic is None else graphic.get("uri", "")
        if named is None or not uri.endswith(_SHOWN_GRAPHICS) or _is_described(named):
            continue
        yield _finding(
            PICTURES,
            Text("The picture has no alternative text."),
            package.place(part, drawing),
            Text("Give the picture an alternative text, or say that it is decorative."),
        )


def _is_described(named: etree._Element) -> bool:
    decorative = (each.get("val") for each in named.iter("{*}decorative"))
    return bool(named.get("descr", "").strip()) or "1" in decorative


def _tables(package: Package) -> Iterator[Finding]:
    for part, table in package.elements("tbl"):
        rows = [row for row in table.findall(f"{W}tr") if not _is_tag_row(row)]
        if len(rows) < 2 or rows[0].find(f"{W}trPr/{W}tblHeader") is not None:
            continue
        first = next(rows[0].iter(f"{W}p"), None)
        yield _finding(
            TABLES,
            Text("The table has no header row."),
            Location(part=part) if first is None else package.place(part, first),
            Text("Mark its first row in Word: Table Layout, Repeat Header Rows."),
        )


def _is_tag_row(row: etree._Element) -> bool:
    return any(_ROW_TAG.match(paragraph_text(each)) for each in row.iter(f"{W}p"))
