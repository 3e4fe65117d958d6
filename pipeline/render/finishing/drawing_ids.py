"""One id for each drawing of a document, also when a loop repeats a drawing."""

import itertools
import re
from typing import Final

_DRAWING: Final = re.compile(r"(<wp:docPr\b[^>]*?\sid=\")[^\"]*(\")")
_PART: Final = re.compile(r"word/([a-z]+)(\d*)\.xml")
_KINDS: Final = ("document", "header", "footer", "footnotes", "endnotes", "comments")
#: The body is numbered from here, as docxtpl does; each further part has numbers of its own.
_FIRST: Final = 1001
_ROOM: Final = 100_000
_PARTS: Final = 100


def number_drawings(xml: str, part: str) -> str:
    """Return a printed part with its drawings numbered in their order."""
    if "<wp:docPr" not in xml:
        return xml
    numbers = itertools.count(_first(part))
    return _DRAWING.sub(lambda found: f"{found[1]}{next(numbers)}{found[2]}", xml)


def _first(part: str) -> int:
    found = _PART.fullmatch(part)
    if found is None or found[1] not in _KINDS:
        return _FIRST
    return _FIRST + _ROOM * (_PARTS * _KINDS.index(found[1]) + int(found[2] or 0))
