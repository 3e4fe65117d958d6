"""The static contents list: a link to each first-level heading, made after rendering."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.render.source.dialect import CONTENTS_MARK
from pipeline.render.values.blocks import BlockStyle

_MARKED: Final = f"<?{CONTENTS_MARK} "
_HEADING: Final = '<w:pStyle w:val="Heading1"/>'
_PIECE: Final = re.compile(r"(?<=>)[^<>]+(?=</w:t>)|<w:br/>|<w:tab/>")
_TEXT_BREAK: Final = re.compile(r"<[^>]+>")
_BOOKMARK_ID: Final = re.compile(r'<w:bookmarkStart [^>]*w:id="(\d+)"')


def fill_contents(xml: str, styles: tuple[BlockStyle, ...]) -> str:
    """Return the document with its contents list in the place of the mark, if it has one."""
    if _MARKED not in xml:
        return xml
    pieces, titles = _bookmarked_headings(xml)
    return "".join(
        _with_links(piece, titles, styles) if _MARKED in piece else piece for piece in pieces
    )


def _with_links(xml: str, titles: list[str], styles: tuple[BlockStyle, ...]) -> str:
    before, *rest = xml.split(_MARKED)
    pieces = [before]
    for piece in rest:
        style, _, after = piece.partition("?>")
        pieces += [*_links(titles, styles[int(style)]), after]
    return "".join(pieces)


def _links(titles: list[str], style: BlockStyle) -> Iterator[str]:
    return (_link(title, number, style) for number, title in enumerate(titles, 1))


def _bookmarked_headings(xml: str) -> tuple[list[str], list[str]]:
    """Return a document's pieces, with bookmarks around the headings, and the titles, escaped."""
    pieces: list[str] = []
    titles: list[str] = []
    numbers = _BOOKMARK_ID.findall(xml) if "<w:bookmarkStart" in xml else ()
    used = max(map(int, numbers), default=0)
    end = 0
    while (at := xml.find(_HEADING, end)) >= 0:
        inner = xml.index("</w:pPr>", at) + len("</w:pPr>")
        close = xml.index("</w:p>", inner)
        titles.append(_TEXT_BREAK.sub(" ", "".join(_PIECE.findall(xml, inner, close))))
        number = len(titles)
        start = f'<w:bookmarkStart w:id="{used + number}" w:name="{_anchor(number)}"/>'
        pieces += [
            xml[end:inner],
            start,
            xml[inner:close],
            f'<w:bookmarkEnd w:id="{used + number}"/>',
        ]
        end = close
    return [*pieces, xml[end:]], titles


def _link(title: str, number: int, style: BlockStyle) -> str:
    return (
        f'<w:p>{style.paragraph}<w:hyperlink w:anchor="{_anchor(number)}" w:history="1">'
        f'<w:r>{style.run}<w:t xml:space="preserve">{title}</w:t></w:r></w:hyperlink></w:p>'
    )


def _anchor(number: int) -> str:
    return f"_paja_{number}"
