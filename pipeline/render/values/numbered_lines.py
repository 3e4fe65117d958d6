"""Which lines of a text are items of numbered lists, and which only begin with a number.

A number that a writer has typed is never lost and never changed:

- an item begins with a whole number up to 999, a full stop or a closing bracket, and a blank:
  "1. ", "2) "; years, "12.5." and numbers with leading zeros are text, and so is a date such as
  "30. 1. kokous";
- lines that stand one after another, with at most "- " lines or empty lines between them, are
  judged together: a list counts up by one from any number, keeps its sign and its indentation,
  and has at least two items; a new list may follow only if it begins with 1;
- if one of the lines does not fit, all of them stay text. So does a line that stands alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

#: Lines that begin like this are items of bullet lists.
BULLET: Final = re.compile(r"^\s*[-–•]\s+")
_NUMBERED: Final = re.compile(
    r"(?P<indent>\s*)(?P<number>0|[1-9][0-9]{0,2})(?P<sign>[.)])\s+(?![0-9]{1,2}\.)(?=\S)"
)
_SHORTEST: Final = 2
_USUAL_START: Final = 1


@dataclass(frozen=True, slots=True)
class Numbered:
    """An item of a numbered list: its text without the number, and the list's first number.

    `start` is None for the items behind the first.
    """

    text: str
    start: int | None


@dataclass(frozen=True, slots=True)
class _Item:
    line: int
    number: int
    look: tuple[str, str]
    text: str


def numbered_items(lines: Sequence[str]) -> dict[int, Numbered]:
    """Return the items of numbered lists by the index of their line."""
    found: dict[int, Numbered] = {}
    for group in _groups(lines):
        lists = _lists(group)
        if all(map(_is_list, lists)) and all(_begins(each) for each in lists[1:]):
            found |= {item.line: _numbered(item, each) for each in lists for item in each}
    return found


def _groups(lines: Sequence[str]) -> Iterator[list[_Item]]:
    """Yield the lines with numbers that no other text divides."""
    group: list[_Item] = []
    for line, text in enumerate(lines):
        match = _NUMBERED.match(text)
        if match is not None:
            look = match["indent"], match["sign"]
            group.append(_Item(line, int(match["number"]), look, text[match.end() :]))
        elif group and BULLET.match(text) is None:
            yield group
            group = []
    if group:
        yield group


def _lists(group: Sequence[_Item]) -> list[list[_Item]]:
    """Divide a group wherever the numbers do not go on in the same look."""
    lists: list[list[_Item]] = []
    for item in group:
        if lists and _goes_on(lists[-1][-1], item):
            lists[-1].append(item)
        else:
            lists.append([item])
    return lists


def _goes_on(before: _Item, item: _Item) -> bool:
    return (item.number, item.look) == (before.number + 1, before.look)


def _is_list(items: Sequence[_Item]) -> bool:
    return len(items) >= _SHORTEST


def _begins(items: Sequence[_Item]) -> bool:
    return items[0].number == _USUAL_START


def _numbered(item: _Item, items: Sequence[_Item]) -> Numbered:
    return Numbered(item.text, items[0].number if item is items[0] else None)
