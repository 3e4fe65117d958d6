"""What the styles and numberings of a document make of its paragraphs: headings, items, names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from pipeline.checks.package import W, parsed, style_of

_STYLES: Final = "word/styles.xml"
_NUMBERING: Final = "word/numbering.xml"
_HEADING: Final = re.compile(r"heading ([1-9])", re.IGNORECASE)
#: More styles than one can be based on by reason; beyond that they go in a circle.
_DEEP: Final = 20
_NO_LIST: Final = "0"
_BULLET: Final = "bullet"


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; `heading` is its level from 1, `numbering` its list's id and level."""

    name: str
    heading: int | None = None
    numbering: tuple[str, int] | None = None
    default: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """The place of a paragraph in lists: the list, the level from 0, and whether it is counted."""

    numbering: str
    level: int
    counted: bool


class StyleBook:
    """The paragraph styles of a document by their ids, and its numberings."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._styles = _styles(parsed(parts.get(_STYLES, b"")))
        self._bullets = _bullets(parsed(parts.get(_NUMBERING, b"")))
        default = (style for style in self._styles.values() if style.default)
        self._default = next(default, Style("", default=True))

    def style(self, paragraph: etree._Element) -> Style:
        """Return a paragraph's style; one that the document does not have is told by a `?`."""
        identity = style_of(paragraph)
        if not identity:
            return self._default
        return self._styles.get(identity) or Style(f"{identity}?")

    def item(self, paragraph: etree._Element) -> Item | None:
        """Return a paragraph's place in a list, None outside of lists."""
        inherited = self.style(paragraph).numbering
        found = _numbering(paragraph, inherited)
        if found is None or found[0] == _NO_LIST:
            return None
        return Item(*found, counted=found not in self._bullets)


def _styles(root: etree._Element | None) -> dict[str, Style]:
    if root is None:
        return {}
    elements = {
        each.get(f"{W}styleId", ""): each
        for each in root.iter(f"{W}style")
        if each.get(f"{W}type", "paragraph") == "paragraph"
    }
    return {name: _style(each, elements) for name, each in elements.items()}


def _style(element: etree._Element, elements: Mapping[str, etree._Element]) -> Style:
    line = tuple(_ancestry(element, elements))
    levels = (level for each in line if (level := _heading(each)) is not None)
    level = next(levels, 0)
    numberings = (found for each in line if (found := _numbering(each, None)) is not None)
    return Style(
        name=_value(element, "name") or element.get(f"{W}styleId", ""),
        heading=level or None,
        numbering=next(numberings, None),
        default=element.get(f"{W}default") in {"1", "true"},
    )


def _ancestry(
    element: etree._Element, elements: Mapping[str, etree._Element]
) -> Iterator[etree._Element]:
    """Yield a style and those that it is based on."""
    current: etree._Element | None = element
    for _ in range(_DEEP):
        if current is None:
            return
        yield current
        current = elements.get(_value(current, "basedOn"))


def _heading(style: etree._Element) -> int | None:
    """Return the level that a style says of itself: from 1, 0 for body text, None for nothing."""
    named = _HEADING.fullmatch(_value(style, "name"))
    if named is not None:
        return int(named[1])
    outline = _value(style, f"pPr/{W}outlineLvl")
    if not outline.isdecimal():
        return None
    return int(outline) + 1 if int(outline) < 9 else 0


def _numbering(
    element: etree._Element, inherited: tuple[str, int] | None
) -> tuple[str, int] | None:
    """Return the list and level of a paragraph or style; what it does not say is inherited."""
    own = _value(element, f"pPr/{W}numPr/{W}numId")
    level = _value(element, f"pPr/{W}numPr/{W}ilvl")
    above = inherited or ("", 0)
    identity = own or above[0]
    return (identity, int(level) if level.isdecimal() else above[1]) if identity else None


def _bullets(root: etree._Element | None) -> frozenset[tuple[str, int]]:
    """Return the lists and levels whose items have a bullet in the place of a number."""
    if root is None:
        return frozenset()
    kinds = {
        each.get(f"{W}abstractNumId", ""): tuple(_bullet_levels(each))
        for each in root.iter(f"{W}abstractNum")
    }
    return frozenset(
        (each.get(f"{W}numId", ""), level)
        for each in root.iter(f"{W}num")
        for level in kinds.get(_value(each, "abstractNumId"), ())
    )


def _bullet_levels(kind: etree._Element) -> Iterator[int]:
    for each in kind.iter(f"{W}lvl"):
        level = each.get(f"{W}ilvl", "")
        if _value(each, "numFmt") == _BULLET and level.isdecimal():
            yield int(level)


def _value(element: etree._Element, path: str) -> str:
    found = element.find(f"{W}{path}")
    return "" if found is None else found.get(f"{W}val", "")
