"""Texts of several lines as real paragraphs and real list items, in the tag's own style."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree
from markupsafe import Markup

from pipeline.render.finishing.numbering import NumberedStyle, Numbering
from pipeline.render.source.fragments import fragment
from pipeline.render.source.positions import W, paragraph_style
from pipeline.render.values.marks import escaped, mark_text
from pipeline.render.values.numbered_lines import BULLET, Numbered, numbered_items
from schemas.contexts.gap import Gap

DEFAULT_LIST_STYLE: Final = "ListBullet"
DEFAULT_NUMBER_STYLE: Final = "ListNumber"
_PAGE_BREAK: Final = "<w:pageBreakBefore/>"
_OWN_PAGE_BREAK: Final = re.compile(r"<w:pageBreakBefore\b[^>]*/>")
#: What stands before a page break in the properties of a paragraph.
_LEADING: Final = re.compile(r"<w:pPr>(?:\s*<w:(?:pStyle|keepNext|keepLines)\b[^>]*/>)*")


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """How paragraphs and items look: XML of their paragraph and run properties.

    `numbered` is the style of items of numbered lists; None if the template has none.
    """

    paragraph: str
    item: str
    run: str
    numbered: NumberedStyle | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a block: plain text, a list item, or a gap.

    The text of an item of a numbered list has its typed number; `numbered` is without it.
    """

    text: str | Gap
    is_item: bool = False
    numbered: Numbered | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A text of several lines, or its gap, ready for `{{p … }}`."""

    text: str | Gap
    is_on_new_page: bool = False

    def on_new_page(self) -> "Block":
        """Return the same text with a page break before it."""
        return replace(self, is_on_new_page=True)


def _lines(value: str | Gap) -> Iterator[Line]:
    """Divide a text into paragraphs at line breaks.

    Lines that begin with "- " are list items; `numbered_lines` says which are numbered ones.
    """
    if isinstance(value, Gap):
        yield Line(value)
        return
    lines = [line for line in value.split("\n") if line.strip()]
    numbered = numbered_items(lines) if len(lines) > 1 else {}
    for place, line in enumerate(lines):
        yield _line(line, numbered.get(place))


def _line(text: str, numbered: Numbered | None) -> Line:
    bullet = BULLET.match(text)
    if bullet is None:
        return Line(text, is_item=False, numbered=numbered)
    return Line(text[bullet.end() :], is_item=True, numbered=numbered)


def block_style(
    paragraph: etree._Element, style_ids: frozenset[str], numbering: Numbering
) -> BlockStyle:
    """Return the style of a tag's paragraph.

    Items take the style `<paragraph's style>Bullet` where the template has it, else `ListBullet`;
    items of numbered lists `<paragraph's style>Number` where that is numbered, else `ListNumber`.
    """
    own = paragraph_style(paragraph)
    companion = f"{own}Bullet"
    list_style = companion if companion in style_ids else DEFAULT_LIST_STYLE
    return BlockStyle(
        paragraph=fragment(paragraph.find(f"{W}pPr")),
        item=f'<w:pPr><w:pStyle w:val="{escaped(list_style)}"/></w:pPr>',
        run=fragment(paragraph.find(f"{W}r/{W}rPr")),
        numbered=numbering.first_of(f"{own}Number", DEFAULT_NUMBER_STYLE),
    )


def block_xml(block: Block, style: BlockStyle) -> Markup:
    """Return the paragraphs of a block; without a numbered style, typed numbers stay text."""
    if _is_one_paragraph(block):
        return Markup(_paragraph(style.paragraph, block.text, style))  # noqa: S704 - our own
    printed = [_printed(line, style) for line in _lines(block.text)]
    if block.is_on_new_page:
        printed[:1] = [(_broken(properties), text) for properties, text in printed[:1]]
    return Markup("".join(_paragraph(properties, text, style) for properties, text in printed))  # noqa: S704 - our own


def _is_one_paragraph(block: Block) -> bool:
    """Tell what most texts are: one line, and no item of a list."""
    text = block.text
    return not (
        type(text) is not str
        or block.is_on_new_page
        or "\n" in text
        or text.isspace()
        or not text
        or BULLET.match(text)
    )


def _printed(line: Line, style: BlockStyle) -> tuple[str, str | Gap]:
    """Return the properties of a line's paragraph, and what it says."""
    if line.numbered is not None and style.numbered is not None:
        return style.numbered.properties(line.numbered.start), line.numbered.text
    return style.item if line.is_item else style.paragraph, line.text


def _paragraph(properties: str, text: str | Gap, style: BlockStyle) -> str:
    return (
        f'<w:p>{properties}<w:r>{style.run}<w:t xml:space="preserve">'
        f"{escaped(mark_text(text))}</w:t></w:r></w:p>"
    )


def _broken(properties: str) -> str:
    """Return the properties of a paragraph with a page break before it, at its place in them."""
    own = _OWN_PAGE_BREAK.sub("", properties).replace("<w:pPr/>", "<w:pPr></w:pPr>")
    if not own:
        return f"<w:pPr>{_PAGE_BREAK}</w:pPr>"
    return _LEADING.sub(lambda found: f"{found[0]}{_PAGE_BREAK}", own, count=1)
