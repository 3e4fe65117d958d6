"""The field that a person means: a cell, a line of a YAML file, or a path such as `measures.P3`."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pipeline.core.errors import UsageError
from pipeline.core.finding import Path
from pipeline.core.text import Text
from pipeline.core.trace import Field

_CELL: Final = re.compile(r"(?:'(?P<quoted>.+)'|(?P<plain>[^'!]+))!\$?(?P<cell>[A-Za-z]+\$?\d+)")
_STEP: Final = re.compile(r"[^.\[\]\s]+")
_NEAR: Final = 3
_SIMILAR: Final = 0.5


def fields_meant(text: str, fields: Sequence[Field]) -> tuple[Field, ...]:
    """Return the fields that a text means: one, or all that are filled in of a row or column.

    Raises:
        UsageError: there is no such cell, line or path; it names the nearest.
    """
    cell = _CELL.fullmatch(text.strip())
    if cell is not None:
        return _of_cell(cell["quoted"] or cell["plain"], cell["cell"].replace("$", ""), fields)
    if text.strip().isdecimal():
        return _of_line(int(text), fields)
    return _of_path(text, fields)


def spelled(field: Field) -> str:
    """Return the path as a person writes it, such as `measures[2].accountable`."""
    kept = len(field.path) - (2 if field.leaf.language else 1)
    steps = [
        step for at, step in enumerate(field.path) if at == 0 or at >= kept or isinstance(step, int)
    ]
    return "".join(
        f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps
    ).removeprefix(".")


def _of_cell(sheet: str, cell: str, fields: Sequence[Field]) -> tuple[Field, ...]:
    titles = {each.place.sheet.casefold(): each.place.sheet for each in fields if each.place.sheet}
    if not titles:
        raise UsageError(
            Text("This file has no cells."),
            hint=Text("Name the field by its path or line, such as {example}.",
                      example=_example(fields)),
        )  # fmt: skip
    title = titles.get(sheet.strip().casefold())
    if title is None:
        raise UsageError(Text("There is no sheet “{name}”.", name=sheet),
                         hint=_nearest(sheet, list(titles.values())))  # fmt: skip
    own = [each for each in fields if each.place.sheet == title]
    found = tuple(each for each in own if (each.place.cell or "").upper() == cell.upper())
    if not found:
        cells = [each.place.cell or "" for each in own]
        raise UsageError(
            Text("The cell {cell} of the sheet “{sheet}” is no field.",
                 cell=cell.upper(), sheet=title),
            hint=Text("The fields of the sheet are in the cells {cells}.",
                      cells=_ranges(cells)),
        )  # fmt: skip
    return found


def _ranges(cells: Sequence[str]) -> str:
    """Return the least and greatest cell of some, such as A4–N13."""
    parts = [re.fullmatch(r"([A-Z]+)(\d+)", cell) for cell in cells]
    columns = sorted({part[1] for part in parts if part}, key=lambda each: (len(each), each))
    rows = sorted({int(part[2]) for part in parts if part})
    return f"{columns[0]}{rows[0]}–{columns[-1]}{rows[-1]}" if rows else ""


def _of_line(line: int, fields: Sequence[Field]) -> tuple[Field, ...]:
    found = tuple(each for each in fields if each.place.line == line and each.value)
    if not found:
        raise UsageError(
            Text("No field is filled in on line {line}.", line=line),
            hint=Text("Give the line on which the value begins, or the path of the field."),
        )
    return found


def _of_path(text: str, fields: Sequence[Field]) -> tuple[Field, ...]:
    steps = [each.casefold() for each in _STEP.findall(text)]
    ids = {each.path[:-1]: each.value for each in fields if each.is_identifier}
    ways = [(_skipped(steps, each.path, ids), each) for each in fields if steps]
    nearest = min((skipped for skipped, _ in ways if skipped is not None), default=None)
    meant = [each for skipped, each in ways if skipped is not None and skipped == nearest]
    filled = tuple(each for each in meant if each.value)
    exact = tuple(each for each in meant if str(each.path[-1]).casefold() == steps[-1])
    if not meant:
        names = [name for each in fields for name in _names(each, ids)]
        raise UsageError(Text("There is no field “{name}”.", name=text),
                         hint=_nearest(text, names))  # fmt: skip
    return filled or exact or tuple(meant[:1])


def _skipped(steps: Sequence[str], path: Path, ids: Mapping[Path, str]) -> int | None:
    """Return how many parts of a path a person left out; None where it does not lead there.

    It begins with the first step and has the others in their order, rows by number or by id.
    """
    at = left_out = 0
    for length, part in enumerate(path):
        known = {str(part).casefold(), ids.get(path[: length + 1], "").casefold()}
        if at < len(steps) and steps[at] in known:
            at += 1
        elif at == 0:
            return None
        elif at < len(steps):
            left_out += 1
    return left_out if at == len(steps) else None


def _names(field: Field, ids: Mapping[Path, str]) -> Iterator[str]:
    yield spelled(field)
    for length, step in enumerate(field.path):
        own = ids.get(field.path[: length + 1])
        if isinstance(step, int) and own:
            yield spelled(field).replace(f"[{step}]", f".{own}", 1)
            return


def _nearest(text: str, names: Sequence[str]) -> Text:
    known = {each.casefold(): each for each in names}
    near = difflib.get_close_matches(text.casefold(), list(known), _NEAR, _SIMILAR)
    found = ", ".join(known[each] for each in near) or ", ".join(list(known.values())[:_NEAR])
    return Text("The nearest are: {names}.", names=found)


def _example(fields: Sequence[Field]) -> str:
    return spelled(fields[-1]) if fields else "organisation.name"
