"""The cells of a made-up form: a value for each row of each field, and what changes with one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from pydantic import BaseModel

from pipeline.checks.fields.filling import made_value, of_row, other_values
from pipeline.core.layout import Column, Sheet, SheetShape, layout
from pipeline.core.shape import FieldKind

#: How many rows a table has at most; those of `_LONG` have so many, others one less.
ROWS: Final = 3
#: Tables of which documents take one row, and its neighbours, or all of some type.
_LONG: Final = frozenset({
    "people",
    "posts",
    "organisations",
    "workshops",
    "blocks",
    "methods",
    "stages",
    "costs",
    "kick_off.blocks",
    "kick_off.checklist",
    "sparring_blocks",
    "checklist",
    "between_tasks",
    "memos",
})
_CODE: Final = re.compile(r"([A-Z]+)(\d+)")
_RENAMED: Final = 100
_ID_KEY: Final = "id"

#: What makes one row differ from another, where documents go by it: a value for each row.
_STEERING: Final[Mapping[str, tuple[str, ...]]] = {
    "programme.languages": ("fi; sv; en",),
    "organisations.languages": ("fi; sv; en",) * ROWS,
    "stages.number": ("1", "2", "3"),
    "stages.type": ("kick_off", "sparring", "sparring"),
    "stages.timing": ("19.10.2021", "16.11.2021", "8.2.2022"),
    "questions.number": ("1", "2", "3"),
    "sparrings.number": ("1", "2", "3"),
    "sparring_blocks.sparring": ("1",) * ROWS,
    "sparring_blocks.type": ("opening", "break", "closing"),
    "kick_off.blocks.type": ("opening", "break", "closing"),
    "kick_off.checklist.days": ("-14", "-1", "3"),
    "checklist.days": ("-14", "-1", "3"),
    "management_links.months": ("9; 10", "1", "5"),
    "management_links.not_applicable": ("no", "no", "no"),
    "costs.funding": ("in_budget", "proposed", "external"),
    "indicators.kind": ("quantitative",) * ROWS,
    "kick_off.expected": ("30",),
    "kick_off.group_size": ("6",),
    "settings.high_risk": ("12",),
    "organisations.role": ("client", "organiser", "partner"),
    "workshops.number": ("1", "2", "3"),
    "workshops.timing": ("10.2.2022", "10.3.2022", "7.4.2022"),
    "blocks.workshop": ("2", "2", "2"),
    "blocks.type": ("preparation", "group", "break"),
    "blocks.duration": ("0 min", "45 min", "10 min"),
    "materials.workshop": ("2", "2", "2"),
    "memos.workshop": ("1", "2", "3"),
    "between_tasks.workshop": ("1", "2", "2"),
    "versions.date": ("1.3.2022", "2.3.2022", "3.3.2022"),
    "process.facilitators": ("HLO2",),
    "process.names_confirmed": ("yes",),
    "versions.author": ("Malli Mallinen",) * ROWS,
    "blocks.lead": ("HLO3",) * ROWS,
    "blocks.method": ("M1", "M2", "M3"),
}
#: Texts that name a row of another table if they can, by the tables.
_NAMING: Final[Mapping[str, tuple[str, ...]]] = {"materials.bringer": ("people",)}
#: Fields that name a row of another table by its number.
_NUMBERED: Final[Mapping[str, str]] = {
    "workshops.number": "workshops",
    "blocks.workshop": "workshops",
    "materials.workshop": "workshops",
    "memos.workshop": "workshops",
    "between_tasks.workshop": "workshops",
    "sparrings.number": "sparrings",
    "sparring_blocks.sparring": "sparrings",
}


@dataclass(frozen=True, slots=True)
class Change:
    """Which field has other values than usual: the `number`-th of them, in the `form`-th way."""

    key: str
    number: int = 0
    form: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """One field of a form; `tables` are those whose rows it names."""

    key: str
    sheet: Sheet
    column: Column
    tables: tuple[str, ...]

    @property
    def rows(self) -> range:
        """Return the numbers of the rows that its sheet has, from 0."""
        if self.sheet.shape is SheetShape.FORM:
            return range(1)
        return range(ROWS if self.sheet.key in _LONG else ROWS - 1)

    @property
    def is_id(self) -> bool:
        """Tell whether it is what other fields name the row by."""
        return self.column.key == _ID_KEY

    @property
    def names_rows(self) -> bool:
        """Tell whether it says by a number which row of another table is meant."""
        return self.key in _NUMBERED and not self.key.endswith(".number")

    def follows(self, change: Change) -> bool:
        """Tell whether its values change: it is the field, or names rows by it."""
        return change.key in {
            self.key,
            f"{_NUMBERED.get(self.key)}.number",
            *(f"{table}.{_ID_KEY}" for table in self.tables),
        }


@cache
def asked(model: type[BaseModel]) -> tuple[Asked, ...]:
    """Return the fields of a form in its order."""
    return tuple(
        Asked(key, sheet, column, column.leaf.references or _NAMING.get(key, ()))
        for sheet in layout(model)
        for column in sheet.columns
        if (key := f"{sheet.key}.{column.key}")
    )


@cache
def usual_cells(
    model: type[BaseModel], language: str, *, alike: bool = False
) -> Mapping[str, tuple[str, ...]]:
    """Return the usual values of every field of a form, one for each row.

    The texts of rows differ, so that it shows which row is printed; `alike` ones read better.
    """
    fields = asked(model)
    ids = {each.key: _ids(each, 0) for each in fields if each.is_id}
    return {each.key: _usual(each, ids, language, alike=alike) for each in fields}


def changed_cells(
    field: Asked, usual: Mapping[str, tuple[str, ...]], change: Change
) -> tuple[str, ...]:
    """Return the values of a field that follows a change."""
    values = usual[field.key]
    if field.tables:
        further = 1 if change.key == field.key else 0
        return tuple(_named(value, field, usual, (change, further)) for value in values)
    if field.is_id:
        return _ids(field, _RENAMED)
    if change.key == f"{_NUMBERED.get(field.key)}.number":
        return tuple(str(int(value) + ROWS) for value in values)
    leaf = field.column.leaf
    others = [list(other_values(leaf, value)) for value in values]
    step = 1 if leaf.kind is FieldKind.CHOICE else 0
    return tuple(
        each[(change.number + step * row) % len(each)][change.form]
        for row, each in enumerate(others)
    )


def _usual(
    field: Asked, ids: Mapping[str, tuple[str, ...]], language: str, *, alike: bool
) -> tuple[str, ...]:
    if field.is_id:
        return ids[field.key]
    if field.key in _STEERING:
        return _STEERING[field.key][: len(field.rows)]
    if field.tables:
        return tuple(_known(field, ids) for _row in field.rows)
    value = made_value(field.column, language)
    return tuple(value if alike else of_row(field.column, value, row) for row in field.rows)


def _ids(field: Asked, further: int) -> tuple[str, ...]:
    stem = field.column.leaf.example
    found = _CODE.fullmatch(stem)
    numbers = [row + 1 + further for row in field.rows]
    if found:
        return tuple(f"{found[1]}{number}" for number in numbers)
    return tuple(stem if number == 1 else f"{stem}-{number}" for number in numbers)


def _known(field: Asked, ids: Mapping[str, tuple[str, ...]]) -> str:
    """Return what the example of a field names, or the first row where there is no such row."""
    known = [each for table in field.tables for each in ids[f"{table}.{_ID_KEY}"]]
    parts = [part.strip() for part in field.column.leaf.example.split(";")]
    return "; ".join(part if part in known else known[0] for part in parts)


def _named(
    value: str,
    field: Asked,
    usual: Mapping[str, tuple[str, ...]],
    change: tuple[Change, int],
) -> str:
    """Return the rows that a field names after a change: others, or the same under other ids."""
    made, further = change
    parts = []
    for part in value.split("; "):
        table = next(each for each in field.tables if part in usual[f"{each}.{_ID_KEY}"])
        key = f"{table}.{_ID_KEY}"
        row = (usual[key].index(part) + further) % len(usual[key])
        parts.append(_renamed(usual[key][row], row) if made.key == key else usual[key][row])
    return "; ".join(parts)


def _renamed(name: str, row: int) -> str:
    number = row + 1 + _RENAMED
    found = _CODE.fullmatch(name)
    return f"{found[1]}{number}" if found else f"{name}-{number}"
