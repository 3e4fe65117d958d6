"""A table sheet: one row of headers, and every row under it that holds something."""

from collections.abc import Iterator

from pipeline.core.finding import Finding, Path
from pipeline.core.layout import Sheet
from pipeline.core.location import Location
from pipeline.sources.excel.collecting import Collected, Slot, collect
from pipeline.sources.excel.columns import Headers, find_headers
from pipeline.sources.excel.example_row import (
    ExampleRow,
    ExampleState,
    example_state,
    overwritten,
)
from pipeline.sources.excel.header_faults import (
    absent_columns,
    doubled_field,
    missing_fields,
    no_header_row,
    outside_values,
    unknown_field,
)
from pipeline.sources.excel.hidden_parts import hidden_values
from pipeline.sources.excel.sheet_reading import SheetReading
from pipeline.sources.opening.excel.cell_range import Address, cell_name
from pipeline.sources.opening.excel.grid import Grid


def read_table(reading: SheetReading, into: Collected) -> None:
    """Read a table sheet into `into`; rows keep their own A1 places, blank ones are left out."""
    grid, sheet = reading.grid, reading.sheet
    headers = find_headers(grid, reading.words, reading.claimed)
    if headers is None:
        into.places[sheet.path] = grid.place
        into.findings.append(no_header_row(grid, reading.words, reading.language))
        into.unreadable.add(sheet.path)
        return
    into.findings.extend(_header_findings(reading, headers))
    first = _first_row(reading, headers, into)
    rows = _data_rows(grid, headers, first)
    into.places[sheet.path] = _place_of_all(grid, headers, first, rows)
    absent = absent_columns(reading.words, headers.cells)
    read: list[Address] = []
    for index, row in enumerate(rows):
        into.unreadable |= {(*sheet.path, index, *column.path) for column in absent}
        slots = list(_slots(sheet, headers, index, row))
        into.places[*sheet.path, index] = grid.location(min(slot.address for slot in slots))
        collect(grid, slots, headers.row + 1, into)
        read.extend(slot.address for slot in slots if slot.address in grid.taken)
    into.findings.extend(hidden_values(grid, read))


def _slots(sheet: Sheet, headers: Headers, index: int, row: int) -> Iterator[Slot]:
    for column in sheet.columns:
        header = headers.cells.get(column.key)
        if header is not None:
            path: Path = (*sheet.path, index, *column.path)
            yield Slot(path, (row, header[1]), unique=column.path == ("id",))


def _data_rows(grid: Grid, headers: Headers, first: int) -> list[int]:
    known = {address[1] for address in headers.cells.values()}
    return sorted({row for row, column in grid.taken if row >= first and column in known})


def _first_row(reading: SheetReading, headers: Headers, into: Collected) -> int:
    """Return the first row that may hold data."""
    under = ExampleRow(reading.grid, headers.row + 1, headers.cells)
    match example_state(under, reading.sheet, reading.language):
        case ExampleState.UNCHANGED:
            return headers.row + 2
        case ExampleState.OVERWRITTEN:
            into.findings.append(overwritten(under))
        case ExampleState.DATA:
            pass
    return headers.row + 1


def _place_of_all(grid: Grid, headers: Headers, first: int, rows: list[int]) -> Location:
    row, column = min(headers.cells.values())
    if rows:
        return grid.location((row, column))
    return grid.location((first, column))


def _header_findings(reading: SheetReading, headers: Headers) -> Iterator[Finding]:
    grid, words, language = reading.grid, reading.words, reading.language
    unknown = {address[1]: address for address in headers.unknown}
    known = {address[1] for address in headers.cells.values()}
    known |= {other[1] for _, _, other in headers.doubled}
    below = [address for address in sorted(grid.taken) if address[0] > headers.row]
    seen = tuple(grid.text(address) for address in headers.unknown)
    place = Location(grid.file, grid.title, cell_name(headers.row, 1))
    yield from missing_fields(words, headers.cells, place, seen=seen, language=language)
    for column, first, second in headers.doubled:
        yield doubled_field(grid, column, (first, second), language)
    free = [column for column in words.sheet.columns if column.key not in headers.cells]
    for column_number, address in unknown.items():
        if any(cell[1] == column_number for cell in below):
            yield unknown_field(grid, address, free, language)
    yield from outside_values(
        grid, [cell for cell in below if cell[1] not in known and cell[1] not in unknown]
    )
