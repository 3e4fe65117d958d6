"""The order in which findings are read: by file and sheet, the gravest first."""

import re
from collections.abc import Iterable
from typing import Final, TypeVar

from pydantic import BaseModel

from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from schemas.programme import Programme
from schemas.submissions import SUBMISSIONS

_GRAVITY: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def _fields() -> dict[str, int]:
    """Return the order of the sheets of submissions and programme files, by their fields.

    A form that is not loaded has no findings.
    """
    forms = (form for model in SUBMISSIONS if (form := SUBMISSIONS.loaded(model)) is not None)
    return {name: rank for rank, name in enumerate(_merged((*forms, Programme)))}


def _merged(forms: Iterable[type[BaseModel]]) -> list[str]:
    """Return the fields of all forms in one order that is also the order of each of them."""
    names: list[str] = []
    for form in forms:
        place = 0
        for name in form.model_fields:
            if name in names:
                place = names.index(name) + 1
            else:
                names.insert(place, name)
                place += 1
    return names


_T = TypeVar("_T")
_CELL: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings by file, then sheet (or template part), then severity, then place.

    Files come in the order in which they first appear, sheets in the order of filling in.
    """
    found = tuple(findings)
    files = _ranks(finding.location.file for finding in found)
    by_field = _by_field(found)
    sheets = _ranks(_sheet(finding.location) for finding in by_field)

    def key(finding: Finding) -> tuple[int, int, int, tuple[int, ...]]:
        place = finding.location
        return (
            files[place.file],
            sheets[_sheet(place)],
            _GRAVITY[finding.severity],
            _place(place),
        )

    return tuple(sorted(found, key=key))


def _by_field(findings: tuple[Finding, ...]) -> list[Finding]:
    """Sort findings by the sheet that they are about: a whole file first, unknown last."""
    ranks = _fields()

    def rank(finding: Finding) -> int:
        if finding.location.sheet is None:
            return -1
        return ranks.get(str(finding.path[0]), len(ranks)) if finding.path else len(ranks)

    return sorted(findings, key=rank)


def _ranks(values: Iterable[_T]) -> dict[_T, int]:
    return {value: rank for rank, value in enumerate(dict.fromkeys(values))}


def _sheet(place: Location) -> tuple[str | None, str | None]:
    return place.file, place.sheet if place.sheet is not None else place.part


def _place(place: Location) -> tuple[int, ...]:
    """Return row before column; a whole sheet or file comes before its cells and lines."""
    if place.cell is not None:
        return _cell(place.cell)
    numbers = (place.line, place.column, place.table, place.row, place.table_column)
    return (*(number or 0 for number in numbers), place.paragraph or 0)


def _cell(address: str) -> tuple[int, ...]:
    match = _CELL.match(address)
    if match is None:
        return (0, 0)
    column = 0
    for letter in match.group(1):
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match.group(2)), column
