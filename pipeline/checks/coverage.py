"""Coverage: what a programme asks for as required and none of its templates shows."""

from collections.abc import Iterator, Sequence
from typing import Final

from jinja2 import nodes
from pydantic import BaseModel

from pipeline.checks.names.annotations import fields_of
from pipeline.checks.names.shapes import Grouped, Keyed, Kind, Listed, Type
from pipeline.checks.names.statements import used_fields
from pipeline.checks.severities import SEVERITIES
from pipeline.core.finding import Finding
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.inspecting import inspect_template

COVERAGE: Final = "TE-51"
Field = tuple[type[BaseModel], str]


def fields_used(content: bytes, model: type[BaseModel]) -> frozenset[Field]:
    """Return the fields of a context and its parts that a template asks for or prints."""
    inspection = inspect_template(content)
    fields = fields_of(model)
    used: set[Field] = set()
    for part in inspection.parts:
        used |= used_fields(part.tree, fields)
        names = (each.name for each in part.tree.find_all(nodes.Name) if each.ctx == "load")
        used |= {(model, name) for name in names if name in fields}
    return frozenset(used)


def coverage(
    programme: str, models: Sequence[type[BaseModel]], used: frozenset[Field]
) -> Iterator[Finding]:
    """Yield the required values of a programme's contexts that no template of it uses.

    A value is required where a gap stands in its place while it is missing. What one context shows
    under some path is not missed in another one, nor what a fuller view of the same thing shows.
    """
    fields = [each for model in dict.fromkeys(models) for each in _fields(model)]
    shown = {path for owner, name, path in fields if _is_shown(owner, name, used)}
    required = {path for owner, name, path in fields if _is_required(fields_of(owner)[name])}
    for path in sorted(required - shown):
        yield Finding(
            COVERAGE,
            SEVERITIES[COVERAGE],
            Text("No template of the programme shows {name}, which has to be given.", name=path),
            Location(file=programme),
            Text("Show it in a document, or ask for it no more."),
        )


def _is_shown(owner: type[BaseModel], name: str, used: frozenset[Field]) -> bool:
    """Tell that a field is used, or that of a fuller view of the same thing."""
    own = fields_of(owner).keys()
    return any(field == name and own <= fields_of(model).keys() for model, field in used)


def _is_required(kind: Type) -> bool:
    return Kind.GAP in kind and kind != frozenset({Kind.GAP})


def _fields(model: type[BaseModel]) -> Iterator[tuple[type[BaseModel], str, str]]:
    """Yield the fields of a context and of its parts, each part once, with their paths."""
    seen = {model}
    waiting = [(model, "")]
    while waiting:
        owner, path = waiting.pop(0)
        for name, kind in fields_of(owner).items():
            yield owner, name, f"{path}{name}"
            for inner, step in _inner(kind):
                if inner not in seen:
                    seen.add(inner)
                    waiting.append((inner, f"{path}{name}{step}."))


def _inner(kind: Type) -> Iterator[tuple[type[BaseModel], str]]:
    for shape in kind:
        match shape:
            case Grouped(model=model):
                yield model, ""
            case Listed(item=inner) | Keyed(value=inner):
                yield from ((model, "[]") for model, _step in _inner(inner))
            case _:
                pass
