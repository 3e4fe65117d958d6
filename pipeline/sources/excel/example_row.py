"""The example row under a table's header: skipped while unchanged, read as data otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from pipeline.core.finding import Finding, Severity
from pipeline.core.layout import Sheet
from pipeline.core.text import Text
from pipeline.language.headers import Translating, example_texts
from pipeline.sources.excel.headings import plain, translators_of
from pipeline.sources.opening.excel.cell_range import Address
from pipeline.sources.opening.excel.grid import CellContent, Grid
from schemas.fields.scalar import shown_moment


class ExampleState(Enum):
    """What the row under the header is."""

    UNCHANGED = "the example"
    OVERWRITTEN = "data written over the example"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """A row under a header, and the columns found in that header by key."""

    grid: Grid
    row: int
    columns: Mapping[str, Address]

    def contents(self, sheet: Sheet) -> tuple[CellContent | None, ...]:
        """Return what the row holds in the columns of the sheet, in their order."""
        return tuple(self._content(column.key) for column in sheet.columns)

    def italic(self) -> bool:
        """Tell whether the row still looks like the example row of a workbook of ours."""
        cells = [(self.row, header[1]) for header in self.columns.values()]
        filled = [cell for cell in cells if cell in self.grid.cells]
        return all(cell in self.grid.italics for cell in filled)

    def _content(self, key: str) -> CellContent | None:
        header = self.columns.get(key)
        return self.grid.cells.get((self.row, header[1])) if header else None


def example_state(row: ExampleRow, sheet: Sheet, language: str) -> ExampleState:
    """Tell what stands in the row under the header of a sheet."""
    contents = row.contents(sheet)
    for translator in translators_of(language):
        if _unchanged(contents, sheet, row.columns, translator):
            return ExampleState.UNCHANGED
    if all(content is None for content in contents):
        return ExampleState.DATA
    return ExampleState.OVERWRITTEN if row.italic() else ExampleState.DATA


def overwritten(row: ExampleRow) -> Finding:
    """Return the warning of an example row that holds data."""
    first = min(row.columns.values())
    return Finding(
        "IN-04",
        Severity.WARNING,
        Text("The example row {row} was written over; it is read as data.", row=row.row),
        row.grid.location((row.row, first[1])),
        Text("Check that nothing of the example is left in it, or empty the row."),
    )


def _unchanged(
    contents: tuple[CellContent | None, ...],
    sheet: Sheet,
    columns: Mapping[str, Address],
    translator: Translating,
) -> bool:
    examples = example_texts(sheet, translator)
    pairs = [
        (content, example)
        for content, example, column in zip(contents, examples, sheet.columns, strict=True)
        if column.key in columns
    ]
    return any(example for _, example in pairs) and all(_same(*pair) for pair in pairs)


def _same(content: CellContent | None, example: str) -> bool:
    match content:
        case None:
            return not example
        case str():
            return plain(content) == plain(example)
        case date() | time():
            return shown_moment(content) == example.strip()
        case int() | float():
            return bool(_digits(example)) and _digits(f"{content:g}") == _digits(example)
        case _:
            return False


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdecimal())
