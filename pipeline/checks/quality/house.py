"""The house style: styles, fonts and formatting that a template has beside it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from pipeline.checks.package import Package, Paragraph, W
from pipeline.checks.quality.finding import quality_finding
from pipeline.core.finding import Finding
from pipeline.core.location import Location
from pipeline.core.text import Text

HOUSE: Final = "TE-40"
_STYLES: Final = "word/styles.xml"
_THEME: Final = "word/theme/theme1.xml"
_STYLE_ID: Final = re.compile(rb"<w:style\b[^>]*?w:styleId=\"([^\"]*)\"")
_FONT: Final = re.compile(rb"w:(?:ascii|hAnsi)=\"([^\"]*)\"")
_THEME_FONT: Final = re.compile(rb"<a:latin typeface=\"([^\"]+)\"")
_USES: Final = ("pStyle", "rStyle", "tblStyle")
#: What a run or paragraph may say by itself is left to its style, but for these.
_RUN: Final[Mapping[str, Text]] = {
    f"{W}sz": Text("its size"),
    f"{W}color": Text("its colour"),
    f"{W}highlight": Text("its marking colour"),
    f"{W}shd": Text("its background"),
    f"{W}u": Text("its underlining"),
    f"{W}spacing": Text("its spacing"),
}
_PARAGRAPH: Final[Mapping[str, Text]] = {
    f"{W}jc": Text("its alignment"),
    f"{W}ind": Text("its indents"),
    f"{W}spacing": Text("its spacing"),
    f"{W}shd": Text("its background"),
    f"{W}pBdr": Text("its borders"),
}


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The ids of the styles that templates may use, and the names of their fonts."""

    styles: frozenset[str]
    fonts: frozenset[str]


def house_style_of(parts: Mapping[str, bytes]) -> HouseStyle:
    """Return the house style that a document's parts declare."""
    styles = parts.get(_STYLES, b"")
    fonts = (*_FONT.findall(styles), *_THEME_FONT.findall(parts.get(_THEME, b"")))
    return HouseStyle(
        frozenset(each.decode() for each in _STYLE_ID.findall(styles)),
        frozenset(each.decode() for each in fonts),
    )


def house_style(package: Package, house: HouseStyle) -> Iterator[Finding]:
    """Yield the styles, fonts and direct formatting that are not of the house style."""
    yield from _styles(package, house)
    for part in package.contents():
        for paragraph in package.paragraphs(part):
            said = _said(paragraph, house)
            if said is not None:
                place = Location(part=part, paragraph=paragraph.number)
                hint = Text("Choose a style of the house style, and clear the formatting in Word:"
                            " Ctrl+space for text, Ctrl+Q for paragraphs.")  # fmt: skip
                yield quality_finding(HOUSE, said, place, hint)


def _styles(package: Package, house: HouseStyle) -> Iterator[Finding]:
    told: set[str] = set()
    for name in _USES:
        for part, use in package.elements(name):
            style = use.get(f"{W}val", "")
            if style in house.styles or style in told:
                continue
            told.add(style)
            yield quality_finding(
                HOUSE,
                Text("The style {name} is not in the house style.", name=style),
                _place(package, part, use),
                Text("Choose a style that house-style.docx has."),
            )


def _place(package: Package, part: str, use: etree._Element) -> Location:
    table = next(use.iterancestors(f"{W}tblPr"), None)
    if table is None:
        return package.place(part, use)
    first = next(table.itersiblings(f"{W}tr"), table)
    return package.place(part, next(first.iter(f"{W}p"), first))


def _said(paragraph: Paragraph, house: HouseStyle) -> Text | None:
    """Return what a paragraph or its runs say by themselves, the first of it."""
    for properties in paragraph.element.iterfind(f"{W}r/{W}rPr"):
        font = _font(properties)
        if font is not None and font not in house.fonts:
            return Text("The font {name} is not in the house style.", name=font)
        if font is not None:
            return _formatted(Text("its font"), paragraph)
        for each in properties:
            if each.tag in _RUN:
                return _formatted(_RUN[str(each.tag)], paragraph)
    for each in paragraph.element.iterfind(f"{W}pPr/*"):
        if each.tag in _PARAGRAPH:
            return _formatted(_PARAGRAPH[str(each.tag)], paragraph)
    return None


def _font(properties: etree._Element) -> str | None:
    fonts = properties.find(f"{W}rFonts")
    return None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")


def _formatted(what: Text, paragraph: Paragraph) -> Text:
    return Text("The paragraph “{text}” has {what} from outside of its style.",
                text=" ".join(paragraph.text.split())[:40], what=what)  # fmt: skip
