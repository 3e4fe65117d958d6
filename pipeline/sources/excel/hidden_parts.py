"""Warnings about data that a person may not see or not mean: hidden, or struck through."""

from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.sources.opening.excel.cell_range import Address, cell_name, column_name
from pipeline.sources.opening.excel.grid import Grid

_SHOWN: Final = 10


def hidden_values(grid: Grid, addresses: Iterable[Address]) -> Iterator[Finding]:
    """Yield a warning for each kind of such places among the cells whose values were read."""
    cells = sorted(addresses)
    if not cells:
        return
    if grid.hidden:
        message = Text("The sheet “{sheet}” is hidden; its values were read.", sheet=grid.title)
        yield _warning(message, grid.place)
    rows = [address for address in cells if address[0] in grid.scan.hidden_rows]
    if rows:
        message = Text(
            "Hidden rows hold values, which were read: {rows}.",
            rows=_listed(str(row) for row, _ in rows),
        )
        yield _warning(message, grid.location(rows[0]))
    columns = [address for address in cells if grid.scan.column_hidden(address[1])]
    if columns:
        message = Text(
            "Hidden columns hold values, which were read: {columns}.",
            columns=_listed(column_name(column) for column in sorted({one[1] for one in columns})),
        )
        yield _warning(message, grid.location(columns[0]))
    struck = [address for address in cells if address in grid.struck]
    if struck:
        message = Text(
            "Struck-through cells hold values, which were read: {cells}.",
            cells=_listed(cell_name(*each) for each in struck),
        )
        hint = Text("Empty the cells that are no longer meant; lift the line from the others.")
        yield Finding("IN-03", Severity.WARNING, message, grid.location(struck[0]), hint)


def _listed(names: Iterable[str]) -> str:
    unique = list(dict.fromkeys(names))
    return ", ".join(unique[:_SHOWN]) + ("…" if len(unique) > _SHOWN else "")


def _warning(message: Text, place: Location) -> Finding:
    hint = Text("Unhide them and check that the values belong to the form.")
    return Finding("IN-03", Severity.WARNING, message, place, hint)
