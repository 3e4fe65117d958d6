"""YL-17: what a gate demands has been filled in."""

from collections.abc import Iterator
from typing import Final, get_args

from pydantic import BaseModel

from pipeline.core.finding import Path, Severity
from pipeline.core.text import Text
from pipeline.language.helps import needed_from
from pipeline.rules.rule import Example, Hit, Rule, Severities, always
from pipeline.rules.subject import Seen
from pipeline.rules.walk import Spot
from schemas.fields import Gate, LocalizedText, RequiredFrom
from schemas.msgid import msgid


def is_missing(value: object) -> bool:
    """Tell whether a field is empty: nothing, a blank text, no rows, no text in any language."""
    match value:
        case None | () | "":
            return True
        case LocalizedText():
            return not value
        case _:
            return False


def _check(subject: Seen) -> Iterator[Hit]:
    for spot in subject.form.spots:
        for mark in spot.marks(RequiredFrom):
            if is_missing(spot.value):
                yield _hit(spot, Gate(mark.gate), subject.form.languages)


def _hit(spot: Spot, gate: Gate, languages: tuple[str, ...]) -> Hit:
    hint = needed_from(gate, spot.field.description or "")
    return Hit(_message(spot), _path(spot, languages), hint, _severities(gate))


def _message(spot: Spot) -> Text:
    if any(issubclass(kind, BaseModel) for kind in _kinds(spot) if kind is not LocalizedText):
        return Text("“{field}” has no rows yet.", field=spot.title)
    if spot.row:
        return Text("{row}: “{field}” is missing.", row=spot.row, field=spot.title)
    return Text("“{field}” is missing.", field=spot.title)


def _path(spot: Spot, languages: tuple[str, ...]) -> Path:
    """Return the path of the empty cell; a text of several languages has a cell for each."""
    if LocalizedText in (*_kinds(spot), spot.field.annotation):
        return (*spot.path, *languages[:1])
    return spot.path


def _kinds(spot: Spot) -> tuple[type, ...]:
    return tuple(kind for kind in get_args(spot.field.annotation) if isinstance(kind, type))


def _severities(gate: Gate) -> Severities:
    first = Gate(f"{gate.process}0")
    return (first, Severity.WARNING), (gate, Severity.ERROR)


MISSING: Final[Rule[Seen]] = Rule(
    id="YL-17",
    about=msgid(
        "What a gate demands is filled in by then, and missing is an error from that gate on;"
        " before it, a document shows the gap and this rule reminds of it."
    ),
    severities=always(Severity.WARNING),
    check=_check,
    example=Example(
        wrong=msgid("Summary: (empty) at gate G3"),
        right=msgid("Summary: the plan in ten lines"),
    ),
)
