"""The numbers of lists that are printed from values: each list has a numbering of its own.

Items are printed with a mark in the place of their numbering's id. Where a part has such marks,
each list is given an instance of its style's numbering that starts anew, counted over the document.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from pipeline.render.finishing.numbered_styles import INSTANCE, START, NumberedStyles
from pipeline.render.source.positions import W
from pipeline.render.values.marks import escaped

NUMBERING: Final = "word/numbering.xml"
_STYLES: Final = "word/styles.xml"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: Quotes are escaped in values, so that none of them can be taken for such a mark.
_MARK: Final = "paja-list"
_MARKED: Final = f'<w:numId w:val="{_MARK}'.encode()
_NUMBER: Final = re.compile(rf'(?<=<w:numId w:val="){_MARK}-(\d+)(?:-(\d+))?(?=")'.encode())
_BORDER: Final = "<?paja-border 0?>"
#: Stands behind the instances of numberings.
_CLEANUP: Final = f"{W}numIdMacAtCleanup"


@dataclass(frozen=True, slots=True)
class NumberedStyle:
    """A style that numbers lists; `place` is its place in the template's `Numbering`."""

    place: int
    style: str
    level: str
    indent: str

    def properties(self, start: int | None) -> str:
        """Return the properties of an item's paragraph; `start` is given for a list's first."""
        mark = f"{_MARK}-{self.place}" if start is None else f"{_MARK}-{self.place}-{start}"
        return (
            f'<w:pPr><w:pStyle w:val="{escaped(self.style)}"/>'
            f'<w:numPr><w:ilvl w:val="{self.level}"/><w:numId w:val="{mark}"/></w:numPr>'
            f"{self.indent}</w:pPr>"
        )


@dataclass(frozen=True, slots=True)
class Numbering:
    """The template's part of numberings, and the styles that number lists by it.

    `before` and `behind` are the part's XML around the place of new instances, `instances` the XML
    of one for each style, and `used` is the greatest id of those that the part has.
    """

    styles: Mapping[str, NumberedStyle]
    instances: tuple[str, ...] = ()
    before: str = ""
    behind: str = ""
    used: int = 0

    def first_of(self, *styles: str) -> NumberedStyle | None:
        """Return the first of these styles that numbers lists."""
        return next((self.styles[name] for name in styles if name in self.styles), None)

    def part(self, lists: list[tuple[int, str]]) -> bytes:
        """Return the part with an instance for each list, given by its style and first number."""
        instances = (
            self.instances[place].replace(INSTANCE, str(number)).replace(START, start)
            for number, (place, start) in enumerate(lists, self.used + 1)
        )
        return f"{_DECLARATION}{self.before}{''.join(instances)}{self.behind}".encode()


def numbering_of(parts: Mapping[str, bytes]) -> Numbering:
    """Return the numberings of a template; none if it lacks them or they cannot be read."""
    styles, root = _root(parts.get(_STYLES)), _root(parts.get(NUMBERING))
    if styles is None or root is None:
        return Numbering({})
    found = tuple(NumberedStyles(styles, root).all())
    numbers = (each.get(f"{W}numId", "") for each in root.iterfind(f"{W}num"))
    used = max((int(number) for number in numbers if number.isdecimal()), default=0)
    cleanup = root.find(_CLEANUP)
    place = len(root) if cleanup is None else root.index(cleanup)
    root.insert(place, etree.PI("paja-border", "0"))
    for *_, instance in reversed(found):
        root.insert(place, instance)
        root.insert(place, etree.PI("paja-border", "0"))
    before, *instances, behind = etree.tostring(root, encoding="unicode").split(_BORDER)
    known = {
        name: NumberedStyle(number, name, level, indent)
        for number, (name, level, indent, _) in enumerate(found)
    }
    return Numbering(known, tuple(instances), before, behind, used)


def number_lists(printed: Mapping[str, bytes], numbering: Numbering) -> Mapping[str, bytes]:
    """Return the printed parts with the numberings of their lists, and the part of these."""
    marked = [name for name, content in printed.items() if _MARKED in content]
    if not marked:
        return printed
    lists: list[tuple[int, str]] = []

    def number(found: re.Match[bytes]) -> bytes:
        if found[2] is not None:
            lists.append((int(found[1]), found[2].decode()))
        return str(numbering.used + len(lists)).encode()

    numbered = {name: _NUMBER.sub(number, printed[name]) for name in marked}
    return {**printed, **numbered, NUMBERING: numbering.part(lists)}


def _root(content: bytes | None) -> etree._Element | None:
    if content is None:
        return None
    try:
        return etree.fromstring(
            content,
            etree.XMLParser(
                resolve_entities=False, no_network=True, remove_pis=True, remove_comments=True
            ),
        )
    except etree.XMLSyntaxError:
        return None
