"""From the XML of a part to Jinja source: docxtpl's dialect, and paja's block paragraphs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from docxtpl import DocxTemplate
from lxml import etree

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.blocks import BlockStyle, block_style
from pipeline.render.positions import TAG, W, locate_lines, paragraph_text, positions, unclosed

#: Stands for the contents list until the headings of the rendered document are known.
CONTENTS_MARK: Final = "paja-contents"
_TAGGED: Final = re.compile(rb"\{[^{}]*?[{%#]|\{\{|\{%")
_BLOCK: Final = re.compile(r"^\s*\{\{p\s+(?P<expression>.*\|\s*paragraphs)\s*\}\}\s*$", re.DOTALL)
_CONTENTS: Final = re.compile(r"^\s*\{\{p\s+contents\s*\}\}\s*$")
_OPENING: Final = re.compile(r"(\{\{-?|\{%-?)(?=[^}])")


@dataclass(frozen=True, slots=True)
class PartSource:
    """A part as Jinja source, with the place of the tag on each of its lines.

    `unclosed` are the places where a tag is opened and not closed in its paragraph.
    """

    name: str
    source: str
    places: Mapping[int, Location]
    unclosed: tuple[Location, ...] = ()


class BlockStyles:
    """The styles of the paragraphs that block tags stand in, numbered as tags name them."""

    def __init__(self, style_ids: frozenset[str]) -> None:
        self._style_ids = style_ids
        self._styles: list[BlockStyle] = []

    def add(self, paragraph: etree._Element) -> int:
        """Keep the style of a paragraph and return its number."""
        self._styles.append(block_style(paragraph, self._style_ids))
        return len(self._styles) - 1

    def all(self) -> tuple[BlockStyle, ...]:
        """Return the styles in the order of their numbers."""
        return tuple(self._styles)


def has_tags(content: bytes) -> bool:
    """Tell whether a part may carry tags, also ones that Word has split over runs."""
    return _TAGGED.search(content) is not None


def parse_xml(name: str, content: bytes) -> etree._Element:
    """Return the root of a part.

    Raises:
        TemplateError: not well-formed, or with a document type declaration.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as fault:
        raise TemplateError(
            Text("The template's part {part} is damaged: {reason}", part=name, reason=str(fault)),
            hint=Text("Open the template in Word and save it again."),
        ) from fault
    if b"<!DOCTYPE" in content:
        raise TemplateError(
            Text(
                "The template's part {part} declares a document type, which is refused.", part=name
            )
        )
    return root


def part_source(name: str, content: bytes, styles: BlockStyles) -> PartSource:
    """Return the Jinja source of one part; block and contents tags are prepared on the way."""
    root = parse_xml(name, content)
    known = positions(root, name)
    open_tags = unclosed(root, name)
    for paragraph in list(root.iter(f"{W}p")):
        _prepare(paragraph, styles)
    xml = etree.tostring(root, encoding="unicode")
    patched = DocxTemplate.patch_xml(_NO_TEMPLATE, xml)
    # docxtpl leaves this one escaped, and "R & D" in a tag would be another text.
    plain = TAG.sub(lambda tag: tag[0].replace("&amp;", "&"), patched)
    source = _OPENING.sub("\\1\n", plain)
    return PartSource(name, source, locate_lines(source, known), open_tags)


#: patch_xml needs no template of its own; it only reads the text it is given.
_NO_TEMPLATE: Final = DocxTemplate.__new__(DocxTemplate)


def _prepare(paragraph: etree._Element, styles: BlockStyles) -> None:
    text = paragraph_text(paragraph)
    block = _BLOCK.match(text)
    if block is not None:
        number = styles.add(paragraph)
        _replace_text(paragraph, f"{{{{p {block['expression']}|_block({number}) }}}}")
    elif _CONTENTS.match(text):
        mark = etree.ProcessingInstruction(CONTENTS_MARK, str(styles.add(paragraph)))
        parent = paragraph.getparent()
        if parent is not None:
            parent.replace(paragraph, mark)


def _replace_text(paragraph: etree._Element, text: str) -> None:
    for child in list(paragraph):
        paragraph.remove(child)
    run = etree.SubElement(paragraph, f"{W}r")
    etree.SubElement(run, f"{W}t").text = text
