"""Records of filled-in forms, drawn from what the models say of their fields."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from pathlib import Path as File

from hypothesis import strategies as st
from pydantic import BaseModel

from pipeline.app.reading import read_file
from pipeline.core.finding import Path
from pipeline.core.location import Location
from pipeline.core.record import RawRecord, RawValue, Scalar, ValueKind
from pipeline.core.shape import FieldKind, Group, Leaf, Rows, shape

ROWS = 3
"""Rows of a collection that may be written to, beyond those that the example has."""

_IDS = [
    f"{prefix}{number}"
    for prefix in ("V", "T", "H", "P", "N", "R", "HLO", "TEH")
    for number in (1, 2, 9)
]
_TIMINGS = [
    "19.10.2021", "la 20.11.2021", "1.–22.3.2022", "22.3.", "marraskuu 2021", "talvi 2022",
    "Q1/2022", "alkuvuosi 2022", "2022–2023", "ei vielä sovittu", "24.6.2022", "31.12.2100",
    "1.1.2000", "01/03/2022", "30.2.2022", "5.4.2022–1.2.2022",
]  # fmt: skip
_NUMBERS = [
    "0",
    "1",
    "5",
    "-3",
    "12,5",
    "93 %",
    "1.234",
    "10 000",
    "999999999999",
    "n. 46",
    "0,0000001",
]
_TEXTS = [
    "…",
    "x",
    "Malli Mallinen",
    "Outo Oudonen",
    "P1; P2; P1",
    "a\nb",
    "=1+1",
    "\u202eabc",
    "ä" * 300,
    "12 500 €",
    "{name}",
    "%s",
]
_BY_KIND: Mapping[FieldKind, list[str]] = {
    FieldKind.TIMING: _TIMINGS,
    FieldKind.DATE: _TIMINGS,
    FieldKind.NUMBER: _NUMBERS,
    FieldKind.WHOLE_NUMBER: _NUMBERS,
    FieldKind.MONEY: ["12 500 €", "0", "12500,50", "1.234", "12,5 t€", "999 999 999 999", "-1"],
    FieldKind.CLOCK: ["9.00", "klo 13", "23.59", "24.00", "9.75", "3.30"],
    FieldKind.DURATION: ["2 h", "45 min", "1 h 30 min", "1:30", "99999 h", "0 min"],
    FieldKind.YES_NO: ["kyllä", "ei", "x", "ehkä"],
    FieldKind.TEXT: [*_TEXTS, *_IDS],
}  # fmt: skip
_TYPED = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.booleans(),
)
_KINDS: Mapping[type, ValueKind] = {
    str: ValueKind.TEXT,
    Decimal: ValueKind.NUMBER,
    date: ValueKind.DATE,
    datetime: ValueKind.DATE,
    time: ValueKind.TIME,
    bool: ValueKind.BOOLEAN,
}


@cache
def fields(model: type[BaseModel]) -> tuple[tuple[Path, Leaf], ...]:
    """Return every field of a model with its path, those of collections once for each row."""
    return tuple(_fields(shape(model), ()))


def _fields(group: Group, path: Path) -> list[tuple[Path, Leaf]]:
    found: list[tuple[Path, Leaf]] = []
    for name, node in group.children.items():
        match node:
            case Leaf():
                found.append(((*path, name), node))
            case Group():
                found += _fields(node, (*path, name))
            case Rows():
                for row in range(ROWS):
                    found += _fields(node.row, (*path, name, row))
    return found


def values_of(leaf: Leaf) -> st.SearchStrategy[Scalar]:
    """Draw what people write into a field: mostly what fits, and now and then anything at all."""
    fitting = [*([leaf.example] if leaf.example else []), *_BY_KIND.get(leaf.kind, [])]
    if leaf.choice is not None:
        fitting += [text for member in leaf.choice for text in (member.value, member.label)]
    if leaf.references:
        fitting += _IDS
    usual: st.SearchStrategy[Scalar] = st.sampled_from(fitting or _TEXTS)
    unusual: st.SearchStrategy[Scalar] = st.one_of(_TYPED, st.text(max_size=40))
    return st.one_of(usual, usual, usual, unusual)


@st.composite
def changed_records(
    draw: Callable[[st.SearchStrategy[object]], object], example: RawRecord, model: type[BaseModel]
) -> RawRecord:
    """Draw a record: the example or nothing, with fields emptied and fields written anew."""
    whole = bool(draw(st.booleans()))
    values = dict(example.values) if whole else {}
    known = sorted(example.values, key=str)
    for index in _list(draw(st.lists(st.integers(0, len(known) - 1), max_size=25))):
        values.pop(known[index], None)
    for path, value in _list(draw(st.lists(_written(model), max_size=25))):
        values[path] = RawValue(value, _KINDS[type(value)], _place(path))
    places = {**example.places, **{path: raw.location for path, raw in values.items()}}
    return replace(example, values=values, places=places, findings=())


def _list(drawn: object) -> list:  # type: ignore[type-arg]  # what draw() gave, of any element
    assert isinstance(drawn, list)
    return drawn


@cache
def _written(model: type[BaseModel]) -> st.SearchStrategy[tuple[Path, Scalar]]:
    written = [st.tuples(st.just(path), values_of(leaf)) for path, leaf in fields(model)]
    return st.one_of(st.sampled_from(written).flatmap(lambda strategy: strategy))


def _place(path: Path) -> Location:
    return Location(file="generated.xlsx", sheet=str(path[0]), cell=f"A{len(path)}")


@cache
def example(file: File, model: type[BaseModel]) -> RawRecord:
    """Return the record of an example."""
    return read_file(file, model, language="fi").record
