"""What readers with a screen reader need: language, title, headings, alternative texts, headers."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from pipeline.checks.places import W, paragraph_text, parsed, style_of
from pipeline.checks.severities import SEVERITIES
from pipeline.core.finding import Finding
from pipeline.core.location import Location
from pipeline.core.text import Text

LANGUAGE: Final = "TE-30"
HEADINGS: Final = "TE-31"
PICTURES: Final = "TE-32"
TABLES: Final = "TE-33"
_STYLES: Final = "word/styles.xml"
_CORE: Final = "docProps/core.xml"
_BODY: Final = "word/document.xml"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_HEADING: Final = re.compile(r"Heading([1-9])")
_ROW_TAG: Final = re.compile(r"\s*\{%tr\b")
_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SHOWN_GRAPHICS: Final = ("/picture", "/chart")


def accessibility(package: Mapping[str, bytes]) -> Iterator[Finding]:
    """Yield what a template's documents would lack for those who do not see them."""
    yield from _language(package)
    root = parsed(package.get(_BODY, b""))
    if root is None:
        return
    numbers = {paragraph: number for number, paragraph in enumerate(root.iter(f"{W}p"), 1)}
    yield from _headings(numbers)
    yield from _pictures(root, numbers)
    yield from _tables(root, numbers)


def _language(package: Mapping[str, bytes]) -> Iterator[Finding]:
    styles = parsed(package.get(_STYLES, b""))
    default = None if styles is None else styles.find(f"{W}docDefaults//{W}lang")
    if default is None or not default.get(f"{W}val"):
        yield _finding(
            LANGUAGE,
            Text("The template does not say in which language it is."),
            Location(part=_STYLES),
            Text("Choose the language of the whole text in Word: Review, Language."),
        )
    core = parsed(package.get(_CORE, b""))
    title = None if core is None else core.findtext(_TITLE)
    if not (title or "").strip():
        yield _finding(
            LANGUAGE,
            Text("The template has no title."),
            Location(part=_CORE),
            Text("Write a title in its properties in Word: File, Info."),
        )


def _headings(numbers: Mapping[etree._Element, int]) -> Iterator[Finding]:
    level = 0
    for paragraph, number in numbers.items():
        found = _HEADING.fullmatch(style_of(paragraph))
        if found is None:
            continue
        if int(found[1]) > level + 1:
            yield _finding(
                HEADINGS,
                Text("The heading “{heading}” is of level {level}, below one of level {before}.",
                     heading=paragraph_text(paragraph), level=found[1], before=level)
                if level
                else Text("The first heading “{heading}” is of level {level}.",
                          heading=paragraph_text(paragraph), level=found[1]),
                Location(part=_BODY, paragraph=number),
                Text("Leave no level out: give it the style Heading {level}.", level=level + 1),
            )  # fmt: skip
        level = int(found[1])


def _pictures(root: etree._Element, numbers: Mapping[etree._Element, int]) -> Iterator[Finding]:
    for drawing in root.iter(f"{W}drawing"):
        named = drawing.find(f"*/{_WP}docPr")
        graphic = drawing.find("*/{*}graphic/{*}graphicData")
        uri = "" if graphic is None else graphic.get("uri", "")
        if named is None or not uri.endswith(_SHOWN_GRAPHICS) or _is_described(named):
            continue
        paragraph = next(drawing.iterancestors(f"{W}p"), None)
        yield _finding(
            PICTURES,
            Text("The picture has no alternative text."),
            Location(part=_BODY, paragraph=None if paragraph is None else numbers[paragraph]),
            Text("Give the picture an alternative text, or say that it is decorative."),
        )


def _is_described(named: etree._Element) -> bool:
    decorative = (each.get("val") for each in named.iter("{*}decorative"))
    return bool(named.get("descr", "").strip()) or "1" in decorative


def _tables(root: etree._Element, numbers: Mapping[etree._Element, int]) -> Iterator[Finding]:
    for table in root.iter(f"{W}tbl"):
        rows = [row for row in table.findall(f"{W}tr") if not _is_tag_row(row)]
        if len(rows) < 2 or rows[0].find(f"{W}trPr/{W}tblHeader") is not None:
            continue
        first = next(rows[0].iter(f"{W}p"), None)
        yield _finding(
            TABLES,
            Text("The table has no header row."),
            Location(part=_BODY, paragraph=None if first is None else numbers[first]),
            Text("Mark its first row in Word: Table Layout, Repeat Header Rows."),
        )


def _is_tag_row(row: etree._Element) -> bool:
    return any(_ROW_TAG.match(paragraph_text(each)) for each in row.iter(f"{W}p"))


def _finding(code: str, message: Text, place: Location, hint: Text) -> Finding:
    return Finding(code, SEVERITIES[code], message, place, hint)
