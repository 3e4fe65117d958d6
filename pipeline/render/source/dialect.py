"""From the XML of a part to Jinja source: docxtpl's dialect, and paja's block paragraphs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

from docxtpl import DocxTemplate
from lxml import etree

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.finishing.grids import mark_tables
from pipeline.render.finishing.numbering import Numbering
from pipeline.render.finishing.structure import UNKNOWN, Writing, writing_of
from pipeline.render.package.parsing import PARSER
from pipeline.render.pictures.placeholders import Placeholder, bare_tags, take_placeholders
from pipeline.render.source.cell_marks import guard_colours, order_cells, prepare_cells
from pipeline.render.source.controls import free_controls
from pipeline.render.source.endless import refuse_endless
from pipeline.render.source.leaning import leaned
from pipeline.render.source.own_filters import refuse_own_filters
from pipeline.render.source.positions import (
    TAG,
    Position,
    W,
    bracketed,
    locate_lines,
    positions,
    unclosed,
)
from pipeline.render.values.blocks import BlockStyle, block_style

#: Stands for the contents list until the headings of the rendered document are known.
CONTENTS_MARK: Final = "paja-contents"
_TAGGED: Final = re.compile(rb"\{[^{}]*?[{%#]")
_BLOCK: Final = re.compile(
    r"^\s*\{\{p\s+(?P<expression>.*\|\s*paragraphs(?:\s*\|\s*on_new_page)?)\s*\}\}\s*$", re.DOTALL
)
_CONTENTS: Final = re.compile(r"^\s*\{\{p\s+contents\s*\}\}\s*$")
_RAW: Final = r"(?P<raw>\{%[-+]?\s*raw\s*-?%\}.*?\{%[-+]?\s*endraw\s*[-+]?%\})"
_OPENING: Final = re.compile(r"(?P<opening>\{[{%][-+]?)(?=[^}])")
_OPENING_OR_RAW: Final = re.compile(rf"{_RAW}|{_OPENING.pattern}", re.DOTALL)
#: How an author writes the signs of a tag that are to be read as such, and what they stand for.
_SIGNS: Final = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
#: Those that stand for the beginning of a tag look like one themselves.
_CLOSING_SIGNS: Final = (b"}_}", b"%_}")
_SIGN: Final = re.compile(
    rf"{_RAW}|\{{\{{.*?\}}\}}|\{{%.*?%\}}|\{{#.*?#\}}"
    r"|(?P<sign>\{_\{|\}_\}|\{_%|%_\})",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class PartSource:
    """A part as Jinja source, with the place of the tag on each of its lines.

    `unclosed` are the places where a tag is opened and not closed in its paragraph; `plain` says
    that whatever is printed of the source needs only a quick look at its structure;
    `placeholders` are the pictures whose alternative text is a tag.
    """

    name: str
    source: str
    places: Mapping[int, Location]
    unclosed: tuple[Location, ...] = ()
    writing: Writing = UNKNOWN
    placeholders: tuple[Placeholder, ...] = ()


class BlockStyles:
    """The styles of the paragraphs that block tags stand in, numbered as tags name them."""

    def __init__(self, style_ids: frozenset[str], numbering: Numbering) -> None:
        self._style_ids = style_ids
        self._numbering = numbering
        self._styles: list[BlockStyle] = []

    def add(self, paragraph: etree._Element) -> int:
        """Keep the style of a paragraph and return its number."""
        self._styles.append(block_style(paragraph, self._style_ids, self._numbering))
        return len(self._styles) - 1

    def all(self) -> tuple[BlockStyle, ...]:
        """Return the styles in the order of their numbers."""
        return tuple(self._styles)


def has_tags(content: bytes) -> bool:
    """Tell whether a part may carry tags, also ones that Word has split over runs."""
    if b"{" in content and _TAGGED.search(content) is not None:
        return True
    return b"}" in content and any(sign in content for sign in _CLOSING_SIGNS)


def parse_xml(name: str, content: bytes) -> etree._Element:
    """Return the root of a part.

    Raises:
        TemplateError: not well-formed, or with a document type declaration.
    """
    try:
        root = etree.fromstring(content, PARSER)
    except etree.XMLSyntaxError as fault:
        raise TemplateError(
            Text("The template's part {part} is damaged: {reason}", part=name, reason=str(fault)),
            hint=Text("Open the template in Word and save it again."),
        ) from fault
    if b"!" in content and b"<!DOCTYPE" in content:
        raise TemplateError(
            Text(
                "The template's part {part} declares a document type, which is refused.", part=name
            )
        )
    return root


def part_source(name: str, content: bytes, styles: BlockStyles) -> PartSource:
    """Return the Jinja source of one part; block and contents tags are prepared on the way."""
    tagged = _tagged(name, content, styles)
    mark_tables(tagged.root)
    source = _jinja(name, etree.tostring(tagged.root, encoding="unicode"))
    return tagged.part(name, source, writing_of(source))


def lean_source(name: str, content: bytes) -> PartSource:
    """Return the source of a part as `part_source` does, for reading only.

    Most of what stands between the tags is left out, so that it is read several times faster.
    """
    tagged = _tagged(name, content, BlockStyles(frozenset(), Numbering({})))
    xml = leaned(etree.tostring(tagged.root, encoding="unicode"))
    return tagged.part(name, _jinja(name, xml), UNKNOWN)


@dataclass(frozen=True, slots=True)
class _Tagged:
    """A part that is ready to be made into source, and what is known of its tags."""

    root: etree._Element
    known: tuple[Position, ...]
    unclosed: tuple[Location, ...]
    placeholders: tuple[Placeholder, ...]

    def part(self, name: str, source: str, writing: Writing) -> PartSource:
        """Return the part's source with the places of its tags."""
        places = locate_lines(source, self.known)
        printed = bare_tags(print_signs(guard_colours(source)))
        return PartSource(name, printed, places, self.unclosed, writing, self.placeholders)


def _tagged(name: str, content: bytes, styles: BlockStyles) -> _Tagged:
    refuse_endless(name, content)
    root = parse_xml(name, content)
    placeholders = take_placeholders(root)
    paragraphs = bracketed(root)
    known = positions(root, paragraphs, name)
    refuse_own_filters(known)
    open_tags = unclosed(paragraphs, name)
    for each in paragraphs:
        _prepare(each.element, each.text, styles)
    prepare_cells(root)
    free_controls(root)
    return _Tagged(root, known, open_tags, placeholders)


def _jinja(name: str, xml: str) -> str:
    """Return the source that the XML of a part is, the words of each tag beginning a line."""
    patched = _patched(name, xml)
    # docxtpl leaves this one escaped, and "R & D" in a tag would be another text.
    plain = TAG.sub(lambda tag: tag[0].replace("&amp;", "&"), order_cells(patched))
    return one_tag_a_line(plain)


def one_tag_a_line(source: str) -> str:
    """Return Jinja source in which the words of each tag begin a line."""
    if "raw" not in source:
        return _OPENING.sub("\\g<opening>\n", source)
    return _OPENING_OR_RAW.sub(lambda found: found["raw"] or f"{found['opening']}\n", source)


def print_signs(source: str) -> str:
    """Return Jinja source that prints the signs which an author writes with `{_{` and the like."""
    if not any(sign in source for sign in _SIGNS):
        return source
    return _SIGN.sub(_printed_sign, source)


def _patched(name: str, xml: str) -> str:
    try:
        return cast("str", DocxTemplate.patch_xml(_NO_TEMPLATE, xml))
    except re.error as fault:
        # docxtpl puts what these tags say into a pattern's replacement.
        raise TemplateError(
            Text("The tags cellbg and colspan cannot hold a backslash."),
            location=Location(part=name),
        ) from fault


def _printed_sign(found: re.Match[str]) -> str:
    return f"{{{{ '{_SIGNS[found['sign']]}' }}}}" if found["sign"] else found[0]


#: patch_xml needs no template of its own; it only reads the text it is given.
_NO_TEMPLATE: Final = DocxTemplate.__new__(DocxTemplate)


def _prepare(paragraph: etree._Element, text: str, styles: BlockStyles) -> None:
    if next(paragraph.iterdescendants(f"{W}p"), None) is not None:
        # It holds a text box: the tag stands in the box's own paragraph.
        return
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
