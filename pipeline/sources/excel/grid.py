"""One sheet's cells by row and column, as the preflight counted them and openpyxl read them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.sources.excel.cell_range import Address, CellRange, cell_name
from pipeline.sources.excel.contents import ListedSheet
from pipeline.sources.excel.number_format import ShownUnit, shown_unit
from pipeline.sources.excel.opened import LoadedCells, Look
from pipeline.sources.excel.sheet_scan import SheetScan
from schemas.fields import empty_to_none

CellContent = str | int | float | bool | datetime | date | time | timedelta

#: Headers and the example row under them stand within these rows.
TOP_ROWS: Final = 21
_CONTENT_TYPES: Final = (str, int, float, datetime, date, time, timedelta)
_NUMBERS: Final = (int, float)
_NONE: Final = (None, None)


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet by its cells that hold something; a blank text holds nothing.

    `title` is as written; `covered` maps each cell that a merged range hides to that range;
    `taken` are the cells with a value of their own, or with a formula that should have one;
    `units` the units that formats show beside numbers, `italics` what is italic near the top,
    `struck` what is struck through.
    """

    file: str
    title: str
    hidden: bool
    cells: Mapping[Address, CellContent]
    covered: Mapping[Address, CellRange]
    scan: SheetScan
    taken: frozenset[Address]
    units: Mapping[Address, ShownUnit]
    italics: frozenset[Address]
    struck: frozenset[Address]

    def location(self, address: Address) -> Location:
        """Return the place of a cell."""
        return Location(file=self.file, sheet=self.title, cell=cell_name(*address))

    @property
    def place(self) -> Location:
        """Return the place of the sheet itself."""
        return Location(file=self.file, sheet=self.title)

    def text(self, address: Address) -> str:
        """Return the text of a cell, "" for another kind of value or none."""
        content = self.cells.get(address)
        return content if isinstance(content, str) else ""


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
