"""How large the box of a note is, and over which rows and columns it lies."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from pipeline.workbook.marking.cells import Address
from pipeline.workbook.marking.shapes import Anchor
from pipeline.workbook.marking.xml import child_of, children, columns_of, whole

_WIDTH: Final = 340
_LINE: Final = 17
_CHARACTERS: Final = 46
_LEAST, _MOST = 80, 460
_GAP: Final = 12
_COLUMN_WIDTH: Final = 8.43
_ROW_HEIGHT: Final = 15.0
#: Characters or points: more than any row or column has.
_LARGEST: Final = 1_000


class Sizes:
    """The widths of a sheet's columns and the heights of its rows, in pixels."""

    def __init__(self, root: etree._Element) -> None:
        form = child_of(root, "sheetFormatPr")
        width, height = (
            None if form is None else form.get(name)
            for name in ("defaultColWidth", "defaultRowHeight")
        )
        self._width = _pixels(_float(width, _COLUMN_WIDTH))
        self._height = _points(_float(height, _ROW_HEIGHT))
        self._widths: dict[int, int] = {}
        self._heights: dict[int, int] = {}
        self._read(root)

    def anchor(self, address: Address, text: str) -> Anchor:
        """Return where a note's box stands: to the right of its cell, as high as its text."""
        lines = sum(1 + len(line) // _CHARACTERS for line in text.split("\n"))
        height = min(max(lines * _LINE + _GAP, _LEAST), _MOST)
        row, column = address[0] - 1, address[1]
        top = max(row - 1, 0)
        right = _walk(self._widths, self._width, column, _GAP + _WIDTH)
        bottom = _walk(self._heights, self._height, top, height)
        return (column, _GAP, top, 2, *right, *bottom)

    def _read(self, root: etree._Element) -> None:
        for one in columns_of(root):
            width = _pixels(_float(one.get("width"), _COLUMN_WIDTH))
            first, last = (whole(one.get(end)) for end in ("min", "max"))
            for number in range(first, min(last, first + 1_000) + 1):
                self._widths[number - 1] = 0 if _is_true(one.get("hidden")) else width
        data = child_of(root, "sheetData")
        for row in () if data is None else tuple(children(data, "row")):
            if row.get("ht") is not None:
                number = whole(row.get("r"))
                self._heights[number - 1] = _points(_float(row.get("ht"), _ROW_HEIGHT))


def _walk(sizes: Mapping[int, int], usual: int, start: int, length: int) -> tuple[int, int]:
    """Return the column or row, and the offset in it, that lies a length from a start."""
    at = start
    while length > (size := sizes.get(at, usual)) and at < start + 200:
        length -= size
        at += 1
    return at, length


def _pixels(characters: float) -> int:
    return int(characters * 7 + 5)


def _points(points: float) -> int:
    return int(points * 4 / 3)


def _float(text: str | None, usual: float) -> float:
    try:
        number = float(text) if text else usual
    except ValueError:
        return usual
    return number if 0 <= number <= _LARGEST else usual


def _is_true(text: str | None) -> bool:
    return text in {"1", "true"}
