"""The values, places and findings of a sheet's fields, gathered cell by cell."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.core.finding import Finding, Path, Severity
from pipeline.core.location import Location
from pipeline.core.record import RawValue
from pipeline.core.text import Text
from pipeline.sources.excel.cells import Reading, read_cell
from pipeline.sources.opening.excel.cell_range import Address, CellRange, cell_name
from pipeline.sources.opening.excel.grid import Grid


@dataclass(frozen=True, slots=True)
class Slot:
    """A field's cell. `unique` when no two rows may share its value."""

    path: Path
    address: Address
    unique: bool = False


@dataclass(slots=True)
class Collected:
    """What the sheets read so far have given; readers of sheets add to it.

    `told` are the merged ranges, with their sheet, that a finding has named already.
    """

    values: dict[Path, RawValue] = field(default_factory=dict)
    places: dict[Path, Location] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    unreadable: set[Path] = field(default_factory=set)
    told: set[tuple[str, CellRange]] = field(default_factory=set)


def collect(grid: Grid, slots: Iterable[Slot], first_row: int, into: Collected) -> None:
    """Read the cells of fields into `into`; data cannot stand above `first_row`."""
    for slot in slots:
        place = into.places[slot.path] = grid.location(slot.address)
        block = grid.covered.get(slot.address)
        if block is None:
            _take(read_cell(grid, slot.address, slot.path, place), slot, into)
        else:
            _take_covered(grid, slot, (block, first_row), into)
            if (grid.title, block) not in into.told:
                into.told.add((grid.title, block))
                into.findings.extend(_merge_findings(grid, slot, block, first_row))


def _take(reading: Reading, slot: Slot, into: Collected) -> None:
    if reading.value is not None:
        into.values[slot.path] = reading.value
    if reading.fault is not None:
        into.findings.append(reading.fault)
        into.unreadable.add(slot.path)


def _take_covered(grid: Grid, slot: Slot, within: tuple[CellRange, int], into: Collected) -> None:
    block, first_row = within
    if slot.address in grid.scan.filled:
        into.findings.append(_hidden_value(grid, slot, block))
    if not _has_value(grid, block):
        return
    if not _may_fill(slot, block, first_row):
        into.unreadable.add(slot.path)
        return
    reading = read_cell(grid, block.top_left, slot.path, into.places[slot.path])
    if reading.value is None:
        into.unreadable.add(slot.path)
    else:
        into.values[slot.path] = reading.value


def _has_value(grid: Grid, block: CellRange) -> bool:
    return block.top_left in grid.taken


def _may_fill(slot: Slot, block: CellRange, first_row: int) -> bool:
    return block.one_column and not slot.unique and block.first_row >= first_row


def _merge_findings(grid: Grid, slot: Slot, block: CellRange, first_row: int) -> Iterable[Finding]:
    if not _has_value(grid, block):
        return
    place = grid.location(slot.address)
    if _may_fill(slot, block, first_row):
        message = Text(
            "The cells {range} are merged; the value of {cell} was taken for all of them.",
            range=str(block),
            cell=cell_name(*block.top_left),
        )
        hint = Text("Unmerge the cells and fill in each one, so that nothing is left to guess.")
        yield Finding("YL-04", Severity.WARNING, message, place, hint, slot.path)
        return
    message = Text(
        "The cells {range} are merged, so the value of {cell} is missing.",
        range=str(block),
        cell=cell_name(*slot.address),
    )
    hint = Text("Unmerge the cells (Home, Merge & Center) and fill in each one.")
    yield Finding("YL-04", Severity.ERROR, message, place, hint, slot.path)


def _hidden_value(grid: Grid, slot: Slot, block: CellRange) -> Finding:
    return Finding(
        "YL-04",
        Severity.WARNING,
        Text(
            "The cell {cell} holds a value that the merged cells {range} hide; it was left out.",
            cell=cell_name(*slot.address),
            range=str(block),
        ),
        grid.location(slot.address),
        Text("Unmerge the cells and check what they hold."),
        slot.path,
    )
