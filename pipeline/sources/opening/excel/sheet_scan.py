"""The facts of a worksheet that its own XML tells."""

from dataclasses import dataclass, field

from pipeline.sources.opening.excel.cell_range import CellRange


@dataclass(slots=True)
class SheetScan:
    """The facts of one worksheet, whatever its `<dimension>` says; cells are (row, column)."""

    filled: set[tuple[int, int]] = field(default_factory=set)
    formulas_without_value: set[tuple[int, int]] = field(default_factory=set)
    error_values: set[tuple[int, int]] = field(default_factory=set)
    numbers: set[tuple[int, int]] = field(default_factory=set)
    merged: list[CellRange] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)

    def column_hidden(self, column: int) -> bool:
        """Tell whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)
