"""One cell's content as a raw value, or the finding that says why there is none."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import Final

from pipeline.core.finding import Finding, Path, Severity
from pipeline.core.location import Location
from pipeline.core.record import RawValue, Scalar, ValueKind
from pipeline.core.text import Text
from pipeline.sources.opening.excel.cell_range import Address, cell_name
from pipeline.sources.opening.excel.grid import CellContent, Grid
from pipeline.sources.opening.excel.number_format import ShownUnit
from schemas.blank import EDGES

#: The digits that Excel itself keeps and shows; those behind them are noise of its arithmetic.
_DIGITS: Final = ".15g"
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one cell gave: a value, a finding, or neither when it is blank."""

    value: RawValue | None = None
    fault: Finding | None = None


_BLANK: Final = Reading()


def read_cell(grid: Grid, address: Address, path: Path, place: Location) -> Reading:
    """Read the cell of a field; `place` is where its value or fault is said to stand."""
    if address in grid.scan.formulas_without_value:
        return Reading(fault=_without_value(grid, address, path))
    content = grid.cells.get(address)
    if content is None:
        return _BLANK
    if address in grid.scan.error_values:
        return Reading(fault=_error_value(grid, address, path))
    if _impossible_date(content, grid, address):
        return Reading(fault=_out_of_calendar(grid, address, path))
    value, kind = _scalar(content, grid.units.get(address))
    return Reading(RawValue(value, kind, place))


def _scalar(content: CellContent, unit: ShownUnit | None) -> tuple[Scalar, ValueKind]:
    match content:
        case bool():
            return content, ValueKind.BOOLEAN
        case str():
            return content.strip(EDGES), ValueKind.TEXT
        case int() | float():
            return _number(content, unit)
        case _:
            return _moment(content)


def _number(content: float, unit: ShownUnit | None) -> tuple[Scalar, ValueKind]:
    if unit is not None:
        # A cell that shows 15 % may store 0.15; what the person saw is what they meant.
        number = Decimal(format(content * (100 if unit.hundredfold else 1), _DIGITS))
        return f"{number:f}".replace(".", ",") + f" {unit.sign}", ValueKind.TEXT
    text = str(content) if isinstance(content, int) else format(content, _DIGITS)
    return Decimal(text), ValueKind.NUMBER


def _moment(content: datetime | date | time | timedelta) -> tuple[Scalar, ValueKind]:
    match content:
        case datetime() if content.time() == time():
            return content.date(), ValueKind.DATE
        case date():
            return content, ValueKind.DATE
        case time():
            return content, ValueKind.TIME
        case timedelta() if timedelta() <= content < _DAY:
            return _clock(content), ValueKind.TIME
        case timedelta():
            minutes = int(content.total_seconds()) // 60
            return f"{minutes // 60} h {minutes % 60} min", ValueKind.TEXT


def _clock(length: timedelta) -> time:
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    return time(minutes // 60, minutes % 60, seconds)


def _impossible_date(content: CellContent, grid: Grid, address: Address) -> bool:
    """Tell whether the cell is a number that is too large for a date or for any number."""
    if isinstance(content, float):
        return not isfinite(content)
    return content == "#VALUE!" and address in grid.scan.numbers


def _without_value(grid: Grid, address: Address, path: Path) -> Finding:
    return Finding(
        "CE-11",
        Severity.ERROR,
        Text("The formula in {cell} has no stored value.", cell=cell_name(*address)),
        grid.location(address),
        Text("Open the workbook in Excel and save it again, or type the value itself."),
        path,
    )


def _error_value(grid: Grid, address: Address, path: Path) -> Finding:
    return Finding(
        "CE-10",
        Severity.ERROR,
        Text(
            "The formula in {cell} gives the error {error}.",
            cell=cell_name(*address),
            error=grid.text(address),
        ),
        grid.location(address),
        Text("Mend the formula, or type the value itself."),
        path,
    )


def _out_of_calendar(grid: Grid, address: Address, path: Path) -> Finding:
    return Finding(
        "CE-12",
        Severity.ERROR,
        Text("The number in {cell} is too large for a date.", cell=cell_name(*address)),
        grid.location(address),
        Text("Write the date as 19.10.2021."),
        path,
    )
