"""Findings of cells that no document shows: a sheet or column of which nothing is shown, once."""

from collections.abc import Iterator, Sequence
from typing import Final

from pydantic import BaseModel

from pipeline.core.finding import Finding, Path, Severity
from pipeline.core.layout import Sheet, layout
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.core.trace import Field

CODE: Final = "IN-06"


def unused_findings(
    unused: Sequence[Field], filled: Sequence[Field], model: type[BaseModel]
) -> Iterator[Finding]:
    """Yield the findings of the unused among the filled fields of a file, in their order."""
    left = {each.path for each in unused}
    told: set[Path] = set()
    columns: dict[Path, list[Field]] = {}
    for each in filled:
        columns.setdefault(each.column, []).append(each)
    sheets = {column: _sheet(column, model) for column in columns}
    rows: dict[Path, list[Field]] = {}
    for each in filled:
        rows.setdefault(_row(each) or (), []).append(each)
    for each in unused:
        row = _row(each)
        sheet, column = sheets[each.column], columns[each.column]
        whole = [cell for name, cells in columns.items() if sheets[name] == sheet for cell in cells]
        key = each.path
        if sheet is not None and len(whole) > 1 and _all_in(whole, left):
            key, finding = sheet.path, _of_sheet(sheet, whole)
        elif len(column) > 1 and _all_in(column, left):
            key, finding = each.column, _of_column(column)
        elif row is not None and len(rows[row]) > 1 and _all_in(rows[row], left):
            key, finding = row, _of_row(rows[row])
        else:
            finding = _of_cell(each)
        if key not in told:
            told.add(key)
            yield finding


def _sheet(column: Path, model: type[BaseModel]) -> Sheet | None:
    """Return the sheet that a column is of: the one whose path goes furthest along with it."""
    own = [each for each in layout(model) if column[: len(each.path)] == each.path]
    return max(own, key=lambda each: len(each.path), default=None)


def _all_in(fields: Sequence[Field], paths: set[Path]) -> bool:
    return all(each.path in paths for each in fields)


def _of_sheet(sheet: Sheet, fields: Sequence[Field]) -> Finding:
    message = Text(
        "No document shows anything of “{sheet}”; {count} cells are filled in.",
        sheet=Text(sheet.title),
        count=len(fields),
    )
    place = fields[0].place
    where = Location(file=place.file, sheet=place.sheet, line=place.line, column=place.column)
    return _finding(message, where, sheet.path)


def _row(field: Field) -> Path | None:
    """Return the path of a field's row, None where it is in no table."""
    numbers = [at for at, step in enumerate(field.path) if isinstance(step, int)]
    return field.path[: numbers[-1] + 1] if numbers else None


def _of_row(fields: Sequence[Field]) -> Finding:
    message = Text(
        "No document shows anything of this row; {count} cells are filled in.", count=len(fields)
    )
    return _finding(message, fields[0].place, fields[0].path)


def _of_column(fields: Sequence[Field]) -> Finding:
    message = Text(
        "No document shows the column “{field}”; {count} cells are filled in.",
        field=Text(fields[0].leaf.title),
        count=len(fields),
    )
    return _finding(message, fields[0].place, fields[0].path)


def _of_cell(field: Field) -> Finding:
    message = Text("No document shows this cell: {field}.", field=Text(field.leaf.title))
    return _finding(message, field.place, field.path)


def _finding(message: Text, place: Location, path: Path) -> Finding:
    hint = Text("If readers need it, add it to a template; if not, all is well.")
    return Finding(CODE, Severity.WARNING, message, place, hint, path)
