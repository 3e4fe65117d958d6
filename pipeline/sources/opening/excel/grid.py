"""One sheet's cells by row and column, as the preflight counted them and openpyxl read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from pipeline.core.location import Location
from pipeline.sources.opening.excel.cell_range import Address, CellRange, cell_name
from pipeline.sources.opening.excel.number_format import ShownUnit
from pipeline.sources.opening.excel.sheet_scan import SheetScan

CellContent = str | int | float | bool | datetime | date | time | timedelta

#: Headers and the example row under them stand within these rows.
TOP_ROWS: Final = 21


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
