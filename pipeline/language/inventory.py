"""All texts that people see: those of the models, and the marked literals of the source code."""

import ast
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

import pipeline
import schemas
from pipeline.language.labels import choices, models

#: The calls whose first argument is a msgid.
MARKERS: Final = frozenset({"msgid", "Text"})
#: The call whose two arguments are a msgid and its plural.
PLURAL_MARKER: Final = "plural"
_EXTRA_TEXTS: Final = ("example", "synonyms")


def msgids() -> frozenset[str]:
    """Return every text that a person can meet, in English.

    Reads the source of `pipeline` and `schemas`: for building the catalogues, not for run time.
    """
    labels = {member.label for choice in choices() for member in choice}
    forms = {form for pair in plurals() for form in pair}
    return frozenset({*model_texts(models()), *labels, *_source_texts(), *forms} - {""})


def plurals() -> frozenset[tuple[str, str]]:
    """Return the texts, among all, that gettext chooses by a number: those for one and for many."""
    return frozenset(
        pair for path in sources() for pair in plural_literals(path.read_text(encoding="utf-8"))
    )


def model_texts(models: Iterable[type[BaseModel]]) -> frozenset[str]:
    """Return the titles, helps, examples and synonyms of the models and of all models in them."""
    return frozenset(text for model in reachable(models) for text in _field_texts(model) if text)


def reachable(models: Iterable[type[BaseModel]]) -> tuple[type[BaseModel], ...]:
    """Return the models and all models that their fields hold, each once."""
    found: dict[type[BaseModel], None] = {}
    waiting = list(models)
    while waiting:
        model = waiting.pop()
        if model not in found:
            found[model] = None
            fields = model.model_fields.values()
            waiting += [held for field in fields for held in held_models(field.annotation)]
    return tuple(found)


def held_models(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the models inside an annotation such as `tuple[Measure, ...]` or `Place | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from held_models(argument)


def declared(field: FieldInfo, key: str) -> str:
    """Return what a field's declaration says under a key of its own, "" if nothing."""
    known = field.json_schema_extra
    return str(known.get(key, "")) if isinstance(known, dict) else ""


def literals(source: str) -> Iterator[str]:
    """Yield the msgids that stand as literals in calls of the markers."""
    for argument in _marked(source):
        yield from _strings(argument)


def plural_literals(source: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of literals that stand in calls of the plural marker."""
    for call in _calls(source, {PLURAL_MARKER}):
        match call.args:
            case [ast.Constant(value=str() as one), ast.Constant(value=str() as many)]:
                yield one, many


def unreadable(source: str) -> Iterator[str]:
    """Yield what stands in a marker's call and can never be found in a catalogue.

    That is a text put together from parts, as `f"{x} missing"` or `"missing " + x`.
    """
    for argument in _marked(source):
        if isinstance(argument, ast.JoinedStr | ast.BinOp):
            yield ast.get_source_segment(source, argument) or ""


def sources() -> Iterator[Path]:
    """Yield the source files of both packages."""
    for package in (pipeline, schemas):
        for folder in package.__path__:
            yield from sorted(Path(folder).rglob("*.py"))


def _marked(source: str) -> Iterator[ast.expr]:
    for call in _calls(source, MARKERS):
        yield call.args[0]


def _calls(source: str, names: Collection[str]) -> Iterator[ast.Call]:
    if not any(f"{name}(" in source for name in names):
        return  # reading all sources takes seconds; most have none
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in names:
            yield node


def _strings(argument: ast.expr) -> Iterator[str]:
    match argument:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from _strings(body)
            yield from _strings(orelse)


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _source_texts() -> Iterator[str]:
    for path in sources():
        yield from literals(path.read_text(encoding="utf-8"))


def _field_texts(model: type[BaseModel]) -> Iterator[str]:
    for field in model.model_fields.values():
        yield field.title or ""
        yield field.description or ""
        yield from (declared(field, key) for key in _EXTRA_TEXTS)
