"""The header row of a table sheet, and which of its cells heads which column."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.core.layout import Column
from pipeline.sources.excel.headings import Vocabulary
from pipeline.sources.opening.excel.cell_range import Address
from pipeline.sources.opening.excel.grid import TOP_ROWS, Grid


@dataclass(frozen=True, slots=True)
class Headers:
    """The header row of a sheet: the cell of each column found, by the column's key.

    `doubled` lists (column, cell used, other cell); `unknown` the headers that mean no column.
    """

    row: int
    cells: Mapping[str, Address]
    doubled: tuple[tuple[Column, Address, Address], ...]
    unknown: tuple[Address, ...]


def find_headers(grid: Grid, words: Vocabulary, claimed: Mapping[str, Address]) -> Headers | None:
    """Return the header row of a table sheet, None if no row holds any of its headers."""
    trusted = _trusted(grid, words, claimed)
    rows: dict[int, int] = {}
    for address in grid.cells:
        if address[0] < TOP_ROWS or address in trusted:
            known = address in trusted or words.column(grid.text(address)) is not None
            rows[address[0]] = rows.get(address[0], 0) + known
    best = max(rows, key=lambda row: (rows[row], -row), default=0)
    if not rows.get(best):
        return None
    return _headers(grid, words, (best, trusted))


def _headers(
    grid: Grid, words: Vocabulary, within: tuple[int, Mapping[Address, Column]]
) -> Headers:
    row, trusted = within
    found: dict[str, Address] = {}
    doubled: list[tuple[Column, Address, Address]] = []
    unknown: list[Address] = []
    for address in sorted(_in_row(grid, row), key=lambda one: (one not in trusted, one)):
        column = trusted.get(address) or words.column(grid.text(address))
        if column is None:
            unknown.append(address)
        elif column.key in found:
            doubled.append((column, found[column.key], address))
        else:
            found[column.key] = address
    return Headers(row, found, tuple(doubled), tuple(sorted(unknown)))


def _in_row(grid: Grid, row: int) -> Iterator[Address]:
    return (address for address in grid.cells if address[0] == row)


def _trusted(
    grid: Grid, words: Vocabulary, claimed: Mapping[str, Address]
) -> dict[Address, Column]:
    """Return the header cells that a defined name points to, unless their text says otherwise.

    A text that is another column's title says nothing where that column stands elsewhere by its own
    name: then the title has come to mean another field since the form was sent out.
    """
    named = {
        address: column
        for column in words.sheet.columns
        if (address := claimed.get(words.sheet.defined_name(column).casefold())) in grid.cells
        and address is not None
    }
    titled = {address: words.titled(grid.text(address)) for address in named}
    sure = {
        column.key
        for address, column in named.items()
        if (other := titled[address]) is None or other.key == column.key
    }
    return {
        address: column
        for address, column in named.items()
        if column.key in sure or ((other := titled[address]) is not None and other.key in sure)
    }
