"""A form sheet: a label, the value to its right, and help that nobody reads back."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.core.finding import Finding
from pipeline.core.layout import FORM_FIRST_ROW, Column
from pipeline.language.helps import help_texts
from pipeline.sources.excel.collecting import Collected, Slot, collect
from pipeline.sources.excel.header_faults import (
    absent_columns,
    beside_the_value,
    doubled_field,
    missing_fields,
    no_header_row,
    outside_values,
    unknown_field,
)
from pipeline.sources.excel.headings import Vocabulary, nearest, translators_of
from pipeline.sources.excel.hidden_parts import hidden_values
from pipeline.sources.excel.sheet_reading import SheetReading
from pipeline.sources.opening.excel.cell_range import Address
from pipeline.sources.opening.excel.grid import Grid


@dataclass(slots=True)
class Labels:
    """The value cell of each field found, by the field's key, and what else stands there."""

    values: dict[str, Address] = field(default_factory=dict)
    doubled: list[tuple[Column, Address, Address]] = field(default_factory=list)
    unknown: list[Address] = field(default_factory=list)
    column: int = 1


def read_form(reading: SheetReading, into: Collected) -> None:
    """Read a form sheet into `into`."""
    grid, sheet = reading.grid, reading.words.sheet
    into.places[sheet.path] = grid.place
    labels = _find_labels(grid, reading.words, reading.claimed)
    if not labels.values:
        into.findings.append(no_header_row(grid, reading.words, reading.language))
        into.unreadable.add(sheet.path)
        return
    into.findings.extend(_label_findings(reading, labels))
    absent = absent_columns(reading.words, labels.values)
    into.unreadable |= {(*sheet.path, *column.path) for column in absent}
    slots = [
        Slot((*sheet.path, *column.path), labels.values[column.key])
        for column in sheet.columns
        if column.key in labels.values
    ]
    collect(grid, slots, FORM_FIRST_ROW, into)
    taken = [slot.address for slot in slots if slot.address in grid.taken]
    into.findings.extend(hidden_values(grid, taken))


def _find_labels(grid: Grid, words: Vocabulary, claimed: Mapping[str, Address]) -> Labels:
    labels = Labels(column=_label_column(grid, words))
    trusted = _trusted(grid, words, claimed)
    labels.values.update({column.key: address for address, column in trusted.items()})
    label_cells: dict[str, Address] = {}
    for address in sorted(cell for cell in grid.cells if cell[1] == labels.column):
        value = address[0], address[1] + 1
        column = trusted.get(value) or words.column(grid.text(address))
        if column is None:
            labels.unknown.append(address)
        elif column.key in label_cells:
            labels.doubled.append((column, label_cells[column.key], address))
        else:
            label_cells[column.key] = address
            labels.values.setdefault(column.key, value)
    return labels


def _label_column(grid: Grid, words: Vocabulary) -> int:
    """Return the column with the most labels, the leftmost of several."""
    matches = Counter(
        address[1] for address in grid.cells if words.column(grid.text(address)) is not None
    )
    return max(matches, key=lambda column: (matches[column], -column), default=1)


def _trusted(
    grid: Grid, words: Vocabulary, claimed: Mapping[str, Address]
) -> dict[Address, Column]:
    """Return the value cells that a defined name points to, unless the label says otherwise."""
    trusted: dict[Address, Column] = {}
    for column in words.sheet.columns:
        address = claimed.get(words.sheet.defined_name(column).casefold())
        if address is None:
            continue
        label = address[0], address[1] - 1
        if label not in grid.cells:
            continue
        titled = words.titled(grid.text(label))
        if titled is None or titled.key == column.key:
            trusted[address] = column
    return trusted


def _label_findings(reading: SheetReading, labels: Labels) -> Iterator[Finding]:
    grid, words, language = reading.grid, reading.words, reading.language
    first = min(labels.values.values())[0]
    unknown = [address for address in labels.unknown if address[0] >= first]
    seen = tuple(grid.text(address) for address in unknown)
    yield from missing_fields(words, labels.values, grid.place, seen=seen, language=language)
    for column, one, other in labels.doubled:
        yield doubled_field(grid, column, (one, other), language)
    free = [column for column in words.sheet.columns if column.key not in labels.values]
    for address in unknown:
        if (address[0], address[1] + 1) in grid.taken:
            yield unknown_field(grid, address, free, language)
    yield from outside_values(grid, _outside(grid, labels, first))
    yield from _written_over_help(reading, labels)


def _written_over_help(reading: SheetReading, labels: Labels) -> Iterator[Finding]:
    """Yield a warning for each value that stands in the help's cell, beside an empty value cell."""
    grid, translators = reading.grid, translators_of(reading.language)
    for column in reading.sheet.columns:
        row, number = labels.values.get(column.key, (0, 0))
        beside = row, number + 1
        if beside not in grid.taken or (row, number) in grid.taken or (row, number) in grid.covered:
            continue
        helps = [text for translator in translators for text in help_texts(column, translator)]
        # The help of an older form is worded otherwise, but not like an answer to it.
        text = grid.text(beside)
        if any(helps) and text not in helps and nearest(text, helps) is None:
            yield beside_the_value(grid, column, beside, reading.language)


def _outside(grid: Grid, labels: Labels, first: int) -> list[Address]:
    """Return values beside no label, and notes to the right of the help."""
    values = set(labels.values.values())
    labelled = {address[0] for address in grid.cells if address[1] == labels.column}
    value_column, help_column = labels.column + 1, labels.column + 2
    return [
        address
        for address in grid.taken
        if address[0] >= first
        and address not in values
        and (
            address[1] > help_column or (address[1] == value_column and address[0] not in labelled)
        )
    ]
