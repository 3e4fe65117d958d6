"""Texts of several lines as real paragraphs and real list items, in the tag's own style."""

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree
from markupsafe import Markup, escape

from pipeline.render.marks import mark_text
from pipeline.render.positions import W, paragraph_style
from schemas.contexts import Gap

DEFAULT_LIST_STYLE: Final = "ListBullet"
_ITEM: Final = re.compile(r"^\s*[-–•]\s+")
_NAMESPACE: Final = re.compile(r'\sxmlns:\w+="[^"]*"')


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """How paragraphs and items look: XML of their paragraph and run properties."""

    paragraph: str
    item: str
    run: str


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a block: plain text, a list item, or a gap."""

    text: str | Gap
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A text of several lines, ready for `{{p … }}`."""

    lines: tuple[Line, ...]


def block_of(value: str | Gap) -> Block:
    """Divide a text into paragraphs at line breaks; lines that begin with "- " are list items."""
    if isinstance(value, Gap):
        return Block((Line(value),))
    lines = [line for line in value.split("\n") if line.strip()]
    return Block(tuple(_line(line) for line in lines))


def _line(text: str) -> Line:
    plain = _ITEM.sub("", text)
    return Line(plain, is_item=plain != text)


def block_style(paragraph: etree._Element, style_ids: frozenset[str]) -> BlockStyle:
    """Return the style of a tag's paragraph.

    Items take the style `<paragraph's style>Bullet` where the template has it, else `ListBullet`.
    """
    companion = f"{paragraph_style(paragraph)}Bullet"
    list_style = companion if companion in style_ids else DEFAULT_LIST_STYLE
    properties = paragraph.find(f"{W}pPr")
    run = paragraph.find(f"{W}r/{W}rPr")
    return BlockStyle(
        paragraph=_xml(properties),
        item=f'<w:pPr><w:pStyle w:val="{list_style}"/></w:pPr>',
        run=_xml(run),
    )


def block_xml(block: Block, style: BlockStyle) -> Markup:
    """Return the paragraphs of a block."""
    return Markup("".join(_paragraph(line, style) for line in block.lines))  # noqa: S704 - our own


def _paragraph(line: Line, style: BlockStyle) -> str:
    properties = style.item if line.is_item else style.paragraph
    text = escape(mark_text(line.text))
    opening = f'<w:p>{properties}<w:r>{style.run}<w:t xml:space="preserve">'
    return f"{opening}{text}</w:t></w:r></w:p>"


def _xml(element: etree._Element | None) -> str:
    if element is None:
        return ""
    tail, element.tail = element.tail, None
    text = etree.tostring(element, encoding="unicode")
    element.tail = tail
    # The prefixes are declared at the part's root already.
    return _NAMESPACE.sub("", text)
