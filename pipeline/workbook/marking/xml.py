"""Names and order of the elements of a workbook's XML, as marks need them."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml import etree

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#: More digits than these no number of a workbook has.
_WHOLE: Final = re.compile("[0-9]{1,9}")
_COLUMNS: Final = 1_000
_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def tag(name: str) -> str:
    """Return the full name of an element of a workbook, sheet or style part."""
    return f"{{{MAIN}}}{name}"


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace, "" for a comment."""
    name: object = element.tag  # of a comment it is a function
    return etree.QName(name).localname if isinstance(name, str) else ""


def root_of(name: str) -> etree._Element:
    """Return a new root."""
    return etree.Element(tag(name), nsmap={None: MAIN})  # type: ignore[dict-item] # the stubs lack it


def new(parent: etree._Element, name: str, /, **attributes: str) -> etree._Element:
    """Add a child at the end of an element."""
    return etree.SubElement(parent, tag(name), attributes)


def text_element(parent: etree._Element, text: str) -> etree._Element:
    """Add a text in which every blank counts."""
    element = new(parent, "t")
    preserved(element, text)
    return element


def preserved(element: etree._Element, text: str) -> None:
    """Give an element a text in which every blank counts."""
    element.text = text
    element.set(_XML_SPACE, "preserve")


def insert_after(root: etree._Element, child: etree._Element, before: frozenset[str]) -> None:
    """Insert a child behind the last one of those that the schema wants before it."""
    places = [at for at, other in enumerate(root) if local(other) in before]
    root.insert(places[-1] + 1 if places else 0, child)


def child_of(root: etree._Element, name: str) -> etree._Element | None:
    """Return the first child of a name, None without one."""
    return root.find(tag(name))


def children(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the children of a name."""
    return root.iterchildren(tag(name))


def texts(element: etree._Element) -> str:
    """Return the text of a rich or plain text, phonetic readings left out."""
    found = element.iter(tag("t"))
    return "".join(
        one.text or ""
        for one in found
        if (parent := one.getparent()) is None or local(parent) != "rPh"
    )


def whole(text: str | None, usual: int = 0) -> int:
    """Return a number from 0 that an attribute gives, `usual` where it gives none."""
    return int(text) if text and _WHOLE.fullmatch(text) else usual


def columns_of(root: etree._Element) -> tuple[etree._Element, ...]:
    """Return what a sheet says of its columns; no more than a sheet that is read can have."""
    held = child_of(root, "cols")
    return () if held is None else tuple(islice(children(held, "col"), _COLUMNS))


def drop_attribute(element: etree._Element, name: str) -> None:
    """Take an attribute out, if it is there."""
    if element.get(name) is not None:
        del element.attrib[name]


def count_anew(section: etree._Element) -> None:
    """Bring an element's count of its children up to date, if it has one."""
    if section.get("count") is not None:
        section.set("count", str(len(section)))
