"""The comments part of a sheet: our notes added, merged with those of people, and taken out."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from pipeline.workbook.marking.cells import Address, name_of, parse
from pipeline.workbook.marking.words import OPENING, without_blocks
from pipeline.workbook.marking.xml import child_of, children, new, root_of, tag, text_element, texts

_AUTHOR: Final = "paja"


def no_comments() -> etree._Element:
    """Return a comments part without a comment."""
    root = root_of("comments")
    new(root, "authors")
    new(root, "commentList")
    return root


def add_comments(root: etree._Element, notes: Mapping[Address, str]) -> set[Address]:
    """Add notes to cells; return those where it is a new one and no addition to a person's own."""
    listed = child_of(root, "commentList")
    if listed is None:
        listed = new(root, "commentList")
    owned = {one.get("ref"): one for one in reversed(list(children(listed, "comment")))}
    added = {address: text for address, text in notes.items() if name_of(address) not in owned}
    for address, text in notes.items():
        if address not in added:
            _append(owned[name_of(address)], f"\n\n{text}")
    author = str(_author(root)) if added else ""
    for address, text in added.items():
        comment = new(listed, "comment", ref=name_of(address), authorId=author, shapeId="0")
        text_element(new(new(comment, "text"), "r"), text)
    return set(added)


def strip_comments(root: etree._Element) -> tuple[set[Address], bool]:
    """Take our notes out; return the cells that have none left, and whether any was found."""
    emptied: set[Address] = set()
    found = False
    for comment in list(root.iter(tag("comment"))):
        held = child_of(comment, "text")
        if held is None or OPENING not in texts(held):
            continue
        found = True
        _strip(held)
        if not texts(held).strip():
            address = parse(comment.get("ref"))
            emptied |= {address} if address else set()
            _remove(comment)
    if found:
        _forget_author(root)
    return emptied, found


def is_empty(root: etree._Element) -> bool:
    """Tell whether no comment is left."""
    return next(root.iter(tag("comment")), None) is None


def _append(comment: etree._Element, text: str) -> None:
    held = child_of(comment, "text")
    if held is None:
        held = new(comment, "text")
    plain = child_of(held, "t")
    if plain is not None:
        run = etree.Element(tag("r"))
        held.replace(plain, run)
        run.append(plain)
    run = etree.Element(tag("r"))
    text_element(run, text)
    runs = list(children(held, "r"))
    held.insert(held.index(runs[-1]) + 1 if runs else 0, run)


def _strip(held: etree._Element) -> None:
    for run in list(children(held, "r")):
        words = texts(run)
        if OPENING in words and not without_blocks(words):
            held.remove(run)
    left = texts(held)
    if OPENING in left:
        # A program has joined or split the runs: what is left of the words goes without formats.
        for child in list(held):
            held.remove(child)
        text_element(held, without_blocks(left))
        return
    runs = list(children(held, "r"))
    if len(runs) == 1 and len(runs[0]) == 1:
        held.replace(runs[0], runs[0][0])


def _author(root: etree._Element) -> int:
    authors = child_of(root, "authors")
    if authors is None:
        authors = etree.Element(tag("authors"))
        root.insert(0, authors)
    names = [one.text for one in authors]
    if _AUTHOR not in names:
        new(authors, "author").text = _AUTHOR
        return len(names)
    return names.index(_AUTHOR)


def _forget_author(root: etree._Element) -> None:
    """Leave our name out if it is the last one and no comment is left that has it."""
    authors = child_of(root, "authors")
    last = None if authors is None or not len(authors) else authors[-1]
    if authors is None or last is None or last.text != _AUTHOR:
        return
    number = str(len(authors) - 1)
    if all(one.get("authorId") != number for one in root.iter(tag("comment"))):
        authors.remove(last)


def _remove(comment: etree._Element) -> None:
    parent = comment.getparent()
    if parent is not None:
        parent.remove(comment)
