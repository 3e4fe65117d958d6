"""The paragraphs of a document or template that say something, in their order."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from lxml import etree

from pipeline.checks.places import W, parsed, style_of
from pipeline.checks.tracing.numbered import source_number
from pipeline.core.location import Location
from pipeline.render.inspecting import package_parts

_BLOCK: Final = "{{p"
_HEADING: Final = "Heading"
_BODY: Final = "word/document.xml"
_BESIDE: Final = re.compile(r"word/(?:header|footer|footnotes|endnotes|comments)\d*\.xml")
_TEXT: Final = f"{W}t"
_RUN: Final = f"{W}r"
_BLANKS: Final = (f"{W}tab", f"{W}br", f"{W}cr")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its words and its place.

    `source` is the number of the template's paragraph that it was made from, or `above` that of
    the nearest one before it that says so.
    """

    text: str
    place: Location
    source: int | None = None
    above: int = 0


#: The paragraphs of a template by part and number.
Templates = Mapping[tuple[str, int], Paragraph]


def document_paragraphs(content: bytes) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a document that say something: its body, headers and notes.

    Raises:
        TemplateError: no Word document, or a damaged one.
    """
    parts = package_parts(content)
    beside = sorted(name for name in parts if _BESIDE.fullmatch(name))
    return tuple(each for name in (_BODY, *beside) for each in _paragraphs(name, parts))


def said_sha256(content: bytes) -> str:
    """Return what tells a document from one that says or shows something else.

    Raises:
        TemplateError: no Word document, or a damaged one.
    """
    whole = sha256()
    for name, data in sorted(package_parts(content).items()):
        # The properties tell of the making too; no reader sees them.
        if not name.startswith("docProps/"):
            whole.update(name.encode() + len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()


def template_paragraphs(content: bytes) -> Templates:
    """Return the paragraphs of a template by part and number.

    Raises:
        TemplateError: no Word document, or a damaged one.
    """
    return {
        (each.place.part or "", each.place.paragraph or 0): each
        for each in document_paragraphs(content)
    }


def source_of(paragraph: Paragraph, template: Templates) -> Paragraph | None:
    """Return the template's paragraph that a document's was made from, None if it is not known."""
    part = paragraph.place.part or ""
    if paragraph.source is not None:
        return template.get((part, paragraph.source))
    before = template.get((part, paragraph.above))
    if before is not None and before.text.lstrip().startswith(_BLOCK):
        return before
    blocks = (
        number
        for (where, number), each in template.items()
        if where == part and number > paragraph.above and each.text.lstrip().startswith(_BLOCK)
    )
    return template.get((part, min(blocks, default=0)))


def _paragraphs(name: str, parts: Mapping[str, bytes]) -> Iterator[Paragraph]:
    root = parsed(parts.get(name, b""))
    if root is None:
        return
    tables = {table: number for number, table in enumerate(root.iter(f"{W}tbl"), 1)}
    heading: str | None = None
    above = 0
    for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
        text, source = _text(paragraph), source_number(paragraph)
        above = above if source is None else source
        if style_of(paragraph).startswith(_HEADING):
            heading = text
        if text.strip():
            table, row, column = _cell(paragraph, tables)
            place = Location(
                part=name,
                heading=heading,
                table=table,
                row=row,
                table_column=column,
                paragraph=number,
            )
            yield Paragraph(text, place, source, above)


def _text(paragraph: etree._Element) -> str:
    """Return the words of a paragraph; a tab or a line break stands as a blank."""
    found = (
        (node.text or "") if node.tag == _TEXT else " "
        for node in paragraph.iter(_TEXT, *_BLANKS)
        if node.tag == _TEXT or _is_in_run(node)
    )
    return "".join(found)


def _is_in_run(node: etree._Element) -> bool:
    """Tell that a tab stands among words: others are settings of the paragraph."""
    parent = node.getparent()
    return parent is not None and parent.tag == _RUN


def _cell(
    paragraph: etree._Element, tables: Mapping[etree._Element, int]
) -> tuple[int | None, int | None, int | None]:
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    row = None if cell is None else next(cell.iterancestors(f"{W}tr"), None)
    table = None if row is None else next(row.iterancestors(f"{W}tbl"), None)
    if cell is None or row is None or table is None:
        return None, None, None
    return tables.get(table), _ordinal(row), _ordinal(cell)


def _ordinal(element: etree._Element) -> int:
    return 1 + sum(1 for _ in element.itersiblings(str(element.tag), preceding=True))
