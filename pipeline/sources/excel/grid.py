"""One sheet's cells by row and column, as the preflight counted them and openpyxl read them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.sources.excel.cell_range import CellRange, cell_name
from pipeline.sources.excel.contents import ListedSheet
from pipeline.sources.excel.sheet_scan import SheetScan
from schemas.fields import empty_to_none

#: A cell's row and column, from 1.
Address = tuple[int, int]
CellContent = str | int | float | bool | datetime | date | time | timedelta

_CONTENT_TYPES: Final = (str, int, float, datetime, date, time, timedelta)


@dataclass(frozen=True, slots=True)
class GridCell:
    """What openpyxl delivered for one cell."""

    content: CellContent
    number_format: str
    italic: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet by its cells that hold something; a blank text holds nothing.

    `title` is as written; `covered` maps each cell that a merged range hides to that range;
    `taken` are the cells with a value of their own, or with a formula that should have one.
    """

    file: str
    title: str
    hidden: bool
    cells: Mapping[Address, GridCell]
    covered: Mapping[Address, CellRange]
    scan: SheetScan
    taken: frozenset[Address]

    def location(self, address: Address) -> Location:
        """Return the place of a cell."""
        return Location(file=self.file, sheet=self.title, cell=cell_name(*address))

    @property
    def place(self) -> Location:
        """Return the place of the sheet itself."""
        return Location(file=self.file, sheet=self.title)

    def text(self, address: Address) -> str:
        """Return the text of a cell, "" for another kind of value or none."""
        cell = self.cells.get(address)
        return cell.content if cell is not None and isinstance(cell.content, str) else ""


def make_grid(
    worksheet: Worksheet, listed: ListedSheet, scan: SheetScan, file: str
) -> tuple[Grid, tuple[Finding, ...]]:
    """Return a sheet's grid, and an error for each cell that openpyxl did not deliver."""
    covered = _covered(scan.merged)
    cells: dict[Address, GridCell] = {}
    lost: list[Address] = []
    for address in sorted(scan.filled - covered.keys()):
        cell = worksheet.cell(*address)
        content: object = cell.value
        if not isinstance(content, _CONTENT_TYPES):
            lost.append(address)
        elif empty_to_none(content) is not None:
            cells[address] = GridCell(content, cell.number_format, bool(cell.font.italic))
    taken = frozenset(cells) | frozenset(scan.formulas_without_value)
    grid = Grid(file, listed.title, listed.hidden, cells, covered, scan, taken)
    return grid, tuple(_lost(grid, address) for address in lost)


def _covered(merged: Iterable[CellRange]) -> dict[Address, CellRange]:
    return {
        address: block for block in merged for address in block.cells() if address != block.top_left
    }


def _lost(grid: Grid, address: Address) -> Finding:
    return Finding(
        "FI-11",
        Severity.ERROR,
        Text(
            "The value of the cell {cell} is stored in a way that cannot be read.",
            cell=cell_name(*address),
        ),
        grid.location(address),
        Text("Type the value again in Excel and save the workbook."),
    )
