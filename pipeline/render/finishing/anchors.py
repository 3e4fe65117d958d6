"""Bookmarks and comments that a loop repeats: an id, and a bookmark's name, may stand only once."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

_ANCHOR: Final = re.compile(
    r"<w:(?P<kind>bookmarkStart|bookmarkEnd|hyperlink|commentRangeStart|commentRangeEnd"
    r"|commentReference)\b[^>]*>"
)
_ID: Final = re.compile(r'(?<= w:id=")[^"]*')
_NAME: Final = re.compile(r'(?<= w:name=")[^"]*')
_TARGET: Final = re.compile(r'(?<= w:anchor=")[^"]*')
_BOOKMARK_ID: Final = re.compile(r'<w:bookmarkStart\b[^>]* w:id="(\d+)"')
#: Word takes no longer name of a bookmark; a number has room behind it.
_KEPT: Final = 32


def part_anchors(xml: str) -> str:
    """Return a printed part in which repeated bookmarks differ and comments stand once.

    A link leads to the last bookmark of its name before it, so that one inside of a loop stays
    with its own turn.
    """
    if "<w:bookmarkStart" not in xml and "<w:commentR" not in xml:
        return xml
    parting = _Parting(_free_ids(xml))
    return _ANCHOR.sub(parting.parted, xml)


def _free_ids(xml: str) -> Iterator[int]:
    return itertools.count(max(map(int, _BOOKMARK_ID.findall(xml)), default=0) + 1)


@dataclass(slots=True)
class _Parting:
    """What has been used up to a place in the part: ids and names of bookmarks, and comments."""

    free_ids: Iterator[int]
    _ids: dict[str, str] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _comments: set[tuple[str, str]] = field(default_factory=set)

    def parted(self, found: re.Match[str]) -> str:
        match found["kind"]:
            case "bookmarkStart":
                named = _NAME.sub(lambda name: self._new_name(name[0]), found[0])
                return _ID.sub(lambda number: self._new_id(number[0]), named)
            case "bookmarkEnd":
                return _ID.sub(lambda number: self._ids.get(number[0], number[0]), found[0])
            case "hyperlink":
                return _TARGET.sub(lambda name: self._names.get(name[0], name[0]), found[0])
            case kind:
                return self._once(kind, found[0])

    def _new_id(self, number: str) -> str:
        self._ids[number] = str(next(self.free_ids)) if number in self._ids else number
        return self._ids[number]

    def _new_name(self, name: str) -> str:
        numbers = itertools.count(2)
        new = name
        while new in self._taken:
            new = f"{name[:_KEPT]}_{next(numbers)}"
        self._taken.add(new)
        self._names[name] = new
        return new

    def _once(self, kind: str, tag: str) -> str:
        number = _ID.search(tag)
        key = kind, number[0] if number else ""
        if key in self._comments:
            return ""
        self._comments.add(key)
        return tag
