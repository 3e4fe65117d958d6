"""Cell addresses and ranges as Excel writes them, without a library's limits."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_CELL: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})", re.ASCII)
_ALPHABET: Final = 26


#: A cell's row and column, from 1.
Address = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CellRange:
    """A rectangle of cells, both ends within it, rows and columns from 1."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def area(self) -> int:
        """Return how many cells it covers."""
        return (self.last_row - self.first_row + 1) * (self.last_column - self.first_column + 1)

    @property
    def one_column(self) -> bool:
        """Tell whether it stays within one column."""
        return self.first_column == self.last_column

    @property
    def top_left(self) -> tuple[int, int]:
        """Return the row and column of the cell whose value the range shows."""
        return self.first_row, self.first_column

    def cells(self) -> list[tuple[int, int]]:
        """Return every cell as (row, column), row by row."""
        return [
            (row, column)
            for row in range(self.first_row, self.last_row + 1)
            for column in range(self.first_column, self.last_column + 1)
        ]

    def __str__(self) -> str:
        start = cell_name(self.first_row, self.first_column)
        end = cell_name(self.last_row, self.last_column)
        return start if start == end else f"{start}:{end}"


def cell_name(row: int, column: int) -> str:
    """Return the address of a cell, such as F7."""
    return f"{column_name(column)}{row}"


@lru_cache(maxsize=1024)
def column_name(column: int) -> str:
    """Return the letters of a column, counted from 1."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, _ALPHABET)
        letters = chr(ord("A") + rest) + letters
    return letters


@lru_cache(maxsize=8192)
def parse_cell(address: str) -> tuple[int, int] | None:
    """Return row and column of an address such as F7 or $F$7, None if it is none."""
    found = _CELL.fullmatch(address)
    if found is None or int(found[2]) == 0:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * _ALPHABET + ord(letter) - ord("A") + 1
    return int(found[2]), column


def parse_range(address: str) -> CellRange | None:
    """Return the range of an address such as B4:D9, also of one cell, None if it is none."""
    first, _, last = address.partition(":")
    start, end = parse_cell(first), parse_cell(last or first)
    if start is None or end is None:
        return None
    rows, columns = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return CellRange(rows[0], columns[0], rows[1], columns[1])
