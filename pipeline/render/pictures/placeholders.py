"""Placeholder pictures of a template: found by the tag in their alternative text, kept as set."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml import etree

from pipeline.render.package.relations import RELATION_NAMESPACE
from pipeline.render.source.positions import W

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R: Final = f"{{{RELATION_NAMESPACE}}}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WP14: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}"
_PICTURE: Final = f"{A}graphic/{A}graphicData/{PIC}pic"
_ALTERNATIVE: Final = re.compile(r"\s*\{\{-?(?P<expression>[^{}]+?)-?\}\}\s*")
_FILTER: Final = "_picture"
_TEXT: Final = re.compile(
    rf"<w:t(?: xml:space=\"preserve\")?>(\{{\{{\s*\([^{{}}]*\)\|{_FILTER}\(\d+\)\s*\}}\}})</w:t>"
)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A drawing as it is set in Word, without its picture.

    `declared` are the namespaces that the part declares around it; `relations` are the ids that
    the picture taken out of it had.
    """

    xml: str
    declared: tuple[str, ...]
    relations: frozenset[str]


def take_placeholders(root: etree._Element) -> tuple[Placeholder, ...]:
    """Put a tag of text in the place of each placeholder picture, and return the placeholders."""
    found: list[Placeholder] = []
    for drawing in list(root.iter(f"{W}drawing")):
        expression = _expression(drawing)
        holder = _holder(drawing)
        run = holder.getparent()
        if expression is None or run is None or run.tag != f"{W}r":
            continue
        text = etree.Element(f"{W}t")
        text.text = f"{{{{ ({expression})|{_FILTER}({len(found)}) }}}}"
        found.append(_placeholder(drawing, run))
        run.replace(holder, text)
    return tuple(found)


def bare_tags(source: str) -> str:
    """Return patched source in which the tags of pictures stand in their runs, not in texts."""
    return _TEXT.sub(r"\1", source)


def _expression(drawing: etree._Element) -> str | None:
    if drawing.find(f"*/{_PICTURE}") is None:
        return None
    for name in (f"*/{WP}docPr", f"*/{_PICTURE}/{PIC}nvPicPr/{PIC}cNvPr"):
        named = drawing.find(name)
        written = None if named is None else _ALTERNATIVE.fullmatch(named.get("descr", ""))
        if written is not None:
            return written["expression"].strip()
    return None


def _holder(drawing: etree._Element) -> etree._Element:
    """Return what stands in the run: the drawing, or a choice between it and an older form."""
    choice = drawing.getparent()
    if choice is not None and choice.tag == f"{_MC}Choice":
        alternate = choice.getparent()
        return drawing if alternate is None else alternate
    return drawing


def _placeholder(drawing: etree._Element, run: etree._Element) -> Placeholder:
    kept = deepcopy(drawing)
    kept.tail = None
    relations = frozenset(_emptied(kept))
    _strip(kept)
    etree.cleanup_namespaces(kept)
    xml = etree.tostring(kept, encoding="unicode")
    declared = tuple(f' xmlns:{prefix}="{uri}"' for prefix, uri in run.nsmap.items() if prefix)
    return Placeholder(xml, declared, relations)


def _emptied(drawing: etree._Element) -> Iterator[str]:
    """Take out the placeholder's own picture; yield the ids it referred to."""
    for blip in drawing.iter(f"{A}blip"):
        yield str(blip.attrib.pop(f"{R}link", ""))
        yield str(blip.get(f"{R}embed", ""))
        # Left empty, so that its prefix stays.
        blip.set(f"{R}embed", "")
        for extensions in blip.findall(f"{A}extLst"):
            yield from _ids(extensions)
            blip.remove(extensions)


def _strip(drawing: etree._Element) -> None:
    """Take out what fits the placeholder's own picture or this one drawing alone."""
    for name in (f"{A}srcRect", f"{_WP14}sizeRelH", f"{_WP14}sizeRelV"):
        # A crop is the placeholder's own; a size relative to the page would distort the picture.
        for element in list(drawing.iter(name)):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
    for frame in drawing:
        # Marks of one drawing in one editing; a loop prints more than one.
        for name in ("anchorId", "editId"):
            frame.attrib.pop(f"{_WP14}{name}", "")


def _ids(element: etree._Element) -> Iterator[str]:
    for each in element.iter():
        yield from (str(value) for name, value in each.attrib.items() if str(name).startswith(R))
