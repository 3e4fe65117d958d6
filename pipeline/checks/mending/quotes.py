"""Straight quotes in tags, where a word processor has made them curly."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from pipeline.checks.mending.mends import Mend
from pipeline.checks.mending.open_parts import OpenParts
from pipeline.checks.places import W
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.package.reading import is_content
from pipeline.render.source.positions import TAG, straight_quotes

_CURLY: Final = tuple(sign.encode() for sign in "“”‘’")
_NUMBERED: Final = tuple(sign.format(ord(each)).encode() for each in "“”‘’"
                         for sign in ("&#{};", "&#x{:X};", "&#x{:x};"))  # fmt: skip
_SHOWN: Final = 80


def mended_quotes(parts: OpenParts) -> Iterator[Mend]:
    """Yield the tags whose quotes are made straight: the printed value stays the same."""
    for name in parts:
        if is_content(name) and parts.holds(name, *_CURLY, *_NUMBERED):
            yield from _part(parts, name)


def _part(parts: OpenParts, name: str) -> Iterator[Mend]:
    root = parts.root(name)
    if root is None:
        return
    for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
        for tag in (*_texts(paragraph), *_alternatives(paragraph)):
            parts.touch(name)
            place = Location(part=name, paragraph=number, tag=straight_quotes(tag)[:_SHOWN])
            yield Mend(Text("The quotes in this tag were made straight."), place)


def _texts(paragraph: etree._Element) -> Iterator[str]:
    """Straighten the tags of a paragraph's own texts, also those over several runs."""
    nodes = [node for node in paragraph.iter(f"{W}t") if _owner(node) is paragraph]
    text = "".join(node.text or "" for node in nodes)
    changed = [found[0] for found in TAG.finditer(text) if straight_quotes(found[0]) != found[0]]
    if not changed:
        return
    straight = TAG.sub(lambda found: straight_quotes(found[0]), text)
    at = 0
    for node in nodes:
        # Each sign gives way to one sign, so that every run keeps its length.
        length = len(node.text or "")
        node.text = straight[at : at + length]
        at += length
    yield from changed


def _alternatives(paragraph: etree._Element) -> Iterator[str]:
    """Straighten the tags in the alternative texts of a paragraph's pictures."""
    for named in paragraph.iter("{*}docPr"):
        given = named.get("descr", "")
        straight = TAG.sub(lambda found: straight_quotes(found[0]), given)
        if straight != given and _owner(named) is paragraph:
            named.set("descr", straight)
            yield straight


def _owner(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(f"{W}p"), None)
