"""What has been met in all parts of a workbook so far, held against the limits."""

from dataclasses import dataclass, field

from pipeline.core.limits import Limits
from pipeline.core.text import Text
from pipeline.sources.opening.excel.cell_range import CellRange, cell_name
from pipeline.sources.opening.excel.refusal import printable, too_much


@dataclass(slots=True)
class Tally:
    """Counts of one workbook; each method raises `RefusedError` past its limit."""

    limits: Limits
    cells: int = field(default=0)
    filled: int = field(default=0)
    rows: int = field(default=0)
    strings: int = field(default=0)
    area: int = field(default=0)
    elements: int = field(default=0)

    def add_row(self, sheet: str, row: int) -> None:
        """Count a row, empty or not."""
        self.rows += 1
        if self.rows > self.limits.rows:
            raise too_much(
                Text(
                    "The workbook has more than {limit} rows, most of them empty but formatted.",
                    limit=self.limits.rows,
                ),
                sheet=sheet,
                cell=f"A{row}",
            )

    def add_cell(self, sheet: str, row: int, column: int) -> None:
        """Count a cell, empty or not."""
        self.cells += 1
        if self.cells > self.limits.cells:
            raise too_much(
                Text(
                    "The workbook has more than {limit} cells, empty but formatted ones included.",
                    limit=self.limits.cells,
                ),
                sheet=sheet,
                cell=cell_name(row, column),
            )

    def add_filled(self, sheet: str, row: int, column: int) -> None:
        """Count a cell that holds something."""
        self.filled += 1
        if self.filled > self.limits.filled_cells:
            message = Text(
                "The workbook has more than {limit} filled cells.", limit=self.limits.filled_cells
            )
            raise too_much(message, sheet=sheet, cell=cell_name(row, column))
        if row > self.limits.last_row or column > self.limits.last_column:
            cell = cell_name(row, column)
            message = Text(
                "The cell {cell} is filled, far outside the form; rows are read to {rows} "
                "and columns to {columns}.",
                cell=cell,
                rows=self.limits.last_row,
                columns=self.limits.last_column,
            )
            raise too_much(message, sheet=sheet, cell=cell)

    def add_string(self, part: str) -> None:
        """Count a text of the workbook's store of texts."""
        self.strings += 1
        if self.strings > self.limits.strings:
            message = Text(
                "The workbook has more than {limit} different texts.", limit=self.limits.strings
            )
            raise too_much(message, part=printable(part))

    def add_area(self, sheet: str | None, covered: CellRange) -> None:
        """Count the cells of a merged or linked range."""
        self.area += covered.area
        if self.area > self.limits.range_area:
            message = Text(
                "The merged or linked range {range} is too large: such ranges may cover {limit} "
                "cells in all.",
                range=str(covered),
                limit=self.limits.range_area,
            )
            raise too_much(message, sheet=sheet, cell=str(covered))

    def add_element(self, part: str) -> None:
        """Count an element that is neither row, cell nor text."""
        self.elements += 1
        if self.elements > self.limits.elements:
            message = Text(
                "The workbook's formatting (part {part}) is too large: more than {limit} elements.",
                part=printable(part),
                limit=self.limits.elements,
            )
            raise too_much(message, part=printable(part))
