"""From the cells that openpyxl read to a sheet's grid, and what it lost on the way."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final

from pipeline.core.finding import Finding, Severity
from pipeline.core.text import Text
from pipeline.sources.opening.excel.cell_range import Address, CellRange, cell_name
from pipeline.sources.opening.excel.cell_reader import LoadedCells, Look
from pipeline.sources.opening.excel.contents import ListedSheet
from pipeline.sources.opening.excel.grid import TOP_ROWS, CellContent, Grid
from pipeline.sources.opening.excel.number_format import ShownUnit, shown_unit
from pipeline.sources.opening.excel.sheet_scan import SheetScan
from schemas.blank import empty_to_none

_CONTENT_TYPES: Final = (str, int, float, datetime, date, time, timedelta)
_NUMBERS: Final = (int, float)
_NONE: Final = (None, None)


def make_grid(
    loaded: LoadedCells, listed: ListedSheet, scan: SheetScan, file: str
) -> tuple[Grid, tuple[Finding, ...]]:
    """Return a sheet's grid, and an error for each cell that openpyxl did not deliver."""
    covered = _covered(scan.merged)
    cells, lost = _contents(loaded, scan.filled - covered.keys())
    looks = {address: loaded[address][1] for address in cells}
    grid = Grid(
        file,
        listed.title,
        listed.hidden,
        cells=cells,
        covered=covered,
        scan=scan,
        taken=frozenset(cells) | frozenset(scan.formulas_without_value),
        units=_units(looks, cells),
        italics=frozenset(
            each for each, look in looks.items() if each[0] <= TOP_ROWS and look.italic
        ),
        struck=frozenset(each for each, look in looks.items() if look.struck),
    )
    return grid, tuple(_lost(grid, address) for address in lost)


def _contents(
    loaded: LoadedCells, filled: Iterable[Address]
) -> tuple[dict[Address, CellContent], list[Address]]:
    """Return what the filled cells hold, blanks left out, and those that openpyxl lost."""
    cells: dict[Address, CellContent] = {}
    lost: list[Address] = []
    for address in sorted(filled):
        content, _ = loaded.get(address, _NONE)
        if not isinstance(content, _CONTENT_TYPES):
            lost.append(address)
        elif empty_to_none(content) is not None:
            cells[address] = content
    return cells, lost


def _units(
    looks: Mapping[Address, Look], cells: Mapping[Address, CellContent]
) -> dict[Address, ShownUnit]:
    return {
        address: unit
        for address, content in cells.items()
        if isinstance(content, _NUMBERS)
        and (unit := shown_unit(looks[address].number_format)) is not None
    }


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
