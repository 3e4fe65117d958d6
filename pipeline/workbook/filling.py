"""Values by path, laid out by the sheets that they belong to."""

from collections.abc import Iterator, Mapping

from pipeline.core.errors import UsageError
from pipeline.core.finding import Path
from pipeline.core.layout import Column, Sheet
from pipeline.core.text import Text
from pipeline.core.values import gathered, row_numbers


class Filling:
    """The values of one workbook; remembers which have found their cell.

    Items of a list, whose paths end in a number, stand together as one value of several parts.
    """

    def __init__(self, values: Mapping[Path, object]) -> None:
        self._values = gathered(values)
        self._left = set(self._values)

    def row_numbers(self, sheet: Sheet) -> list[int]:
        """Return the numbers of the sheet's rows that have values, in order."""
        return row_numbers(self._values, sheet.path)

    def take(self, path: Path) -> object | None:
        """Return the value at a path, None if there is none."""
        self._left.discard(path)
        return self._values.get(path)

    def take_row(self, sheet: Sheet, number: int) -> Iterator[tuple[Column, object]]:
        """Yield the values of one row of a table with their columns."""
        for column in sheet.columns:
            value = self.take((*sheet.path, number, *column.path))
            if value is not None:
                yield column, value

    def check_all_taken(self) -> None:
        """Check that every value has found its cell.

        Raises:
            UsageError: the workbook has no cell for some value.
        """
        if self._left:
            path = ".".join(str(step) for step in min(self._left, key=str))
            raise UsageError(Text("The workbook has no cell for the value of {path}.", path=path))
