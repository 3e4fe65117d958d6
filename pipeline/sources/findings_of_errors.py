"""What Pydantic says of a record's values, as findings with the place of each value."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pipeline.core.finding import Finding, Path, Severity
from pipeline.core.record import RawRecord
from pipeline.core.shape import Group, Leaf, Node, Rows, shape
from pipeline.core.text import Text
from schemas.fields import FAULTS
from schemas.fields.fault import quoted
from schemas.fields.scalar import shown
from schemas.msgid import msgid

_MISSING: Final = "missing"
_WITH_FIELD: Final = msgid("{field}: {what}")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One fault of one value, and the path of what cannot be used because of it."""

    path: Path
    finding: Finding
    left_out: Path


def mistakes(exc: ValidationError, record: RawRecord, model: type[BaseModel]) -> Iterator[Mistake]:
    """Yield what a failed validation of the record's values says, in the order of the fields."""
    root = shape(model)
    for error in exc.errors(include_url=False):
        path, node = _resolved(error["loc"], root, record)
        if error["type"] == _MISSING:
            yield from _missing(path, node, record)
        else:
            yield _faulty(error, path, node, record)


def _resolved(loc: tuple[str | int, ...], root: Group, record: RawRecord) -> tuple[Path, Node]:
    """Return the path and the field that an error is about.

    Steps that name a branch of a union or a validator are no part of a path.
    """
    path: Path = ()
    node: Node = root
    for step in loc:
        match node:
            case Group() if step in node.children:
                path, node = (*path, step), node.children[str(step)]
            case Rows() if isinstance(step, int):
                path, node = (*path, step), node.row
            case Leaf() if (*path, step) in record.values:
                path = (*path, step)
            case _:
                continue
    return path, node


def _missing(path: Path, node: Node, record: RawRecord) -> Iterator[Mistake]:
    """Yield one fault for each compulsory field that is not there; its row is left out."""
    if isinstance(node, Group) and not node.is_localized:
        for name, child in node.children.items():
            if _is_compulsory(child):
                yield from _missing((*path, name), child, record)
        return
    words = Text("{field} is missing.", field=Text(node.title)), Text(node.about)
    rows = [length for length, step in enumerate(path, start=1) if isinstance(step, int)]
    yield Mistake(path, _finding("CE-06", words, path, record), path[: rows[-1]] if rows else ())


def _faulty(error: ErrorDetails, path: Path, node: Node, record: RawRecord) -> Mistake:
    """Return the fault of a value; with one of a list the whole list is left out."""
    fault = FAULTS.get(error["type"])
    if fault is None:
        what = Text("“{text}” cannot be used here.", text=quoted(shown(error["input"])))
        code, words = "CE-07", (_named(what, node), Text(node.about))
    else:
        parameters = _parameters(error)
        what = Text(fault.message, **parameters)
        code, words = fault.code, (_named(what, node), Text(fault.hint, **parameters))
    is_part = isinstance(node, Leaf) and isinstance(path[-1], int)
    return Mistake(path, _finding(code, words, path, record), path[:-1] if is_part else path)


def _parameters(error: ErrorDetails) -> dict[str, str | int]:
    context = error.get("ctx", {})
    return {
        name: value if isinstance(value, int) else str(value) for name, value in context.items()
    }


def _named(what: Text, node: Node) -> Text:
    """Return the fault with the title of its field before it."""
    return Text(_WITH_FIELD, field=Text(node.title), what=what) if node.title else what


def _is_compulsory(node: Node) -> bool:
    match node:
        case Leaf():
            return node.compulsory
        case Group():
            return any(_is_compulsory(child) for child in node.children.values())
        case _:
            return False


def _finding(code: str, words: tuple[Text, Text], path: Path, record: RawRecord) -> Finding:
    message, hint = words
    place = record.places.get((*path, "fi")) or record.location(path)
    return Finding(code, Severity.ERROR, message, place, hint if hint.message else None, path)
