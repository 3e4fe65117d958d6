"""The names of a context as a tree, each with what a template's author wants to know of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Final

from pydantic import BaseModel

from pipeline.checks.fields.following import Place, place_of
from pipeline.checks.fields.naming import row_name
from pipeline.checks.fields.origins import Origin, origins, sample_values
from pipeline.checks.names.annotations import fields_of
from pipeline.checks.names.shapes import GAP, Grouped, Kind, Listed, Type
from pipeline.contexts.models import context_model
from pipeline.contexts.subjects import SUBJECTS
from pipeline.core.shape import Leaf
from schemas.msgid import msgid

_TIMING: Final = frozenset({"start", "end", "precision"})
#: The names on the way to a value in a list that stands in a row of another.
_NESTED: Final = 2
_MARK_TITLE: Final = msgid("Mark for what is missing")
_MARK_ABOUT: Final = msgid("Put it in the place of a table or list that is still empty.")


class Presence(StrEnum):
    """Whether a value is there."""

    ALWAYS = "always"
    GAP = "gap"
    OPTIONAL = "optional"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Named:
    """One name of a context; texts are msgids.

    `tag` is how it is written, behind the row's name within a loop. `row` is that name for the
    values of a list. `example` is what the forms' own examples come to.
    """

    path: Place
    tag: str
    kind: Type
    title: str
    about: str
    presence: Presence
    origins: tuple[Origin, ...] = ()
    example: object = None
    row: str | None = None
    inner: tuple["Named", ...] = field(default=())

    @property
    def name(self) -> str:
        """Return the name alone."""
        return self.path[-1]

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """Return the fields of the forms that the value follows."""
        return tuple(each.column.leaf for each in self.origins)

    @property
    def source(self) -> Leaf | None:
        """Return the field that is asked for by the name of the value, or is its only source."""
        return _source(self.name, self.origins)

    @property
    def required_from(self) -> tuple[str, ...]:
        """Return the gates from which it must be there."""
        return self.source.required_from if self.source else ()


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the values of a context by their places."""

    origins: Mapping[Place, tuple[Origin, ...]]
    examples: Mapping[Place, object]
    #: Whether the context is made from forms, so that what has no example is never there.
    is_whole: bool

    def of(self, path: Place) -> tuple[Origin, ...]:
        """Return the origins of a value, with those of the same value in a list of the whole.

        The measures of an objective are those of the context, so that `objectives.measures.name`
        comes from where `measures.name` comes from.
        """
        found = self.origins.get(path, ())
        whole = self.origins.get(path[1:], ()) if len(path) > _NESTED else ()
        return (*found, *(each for each in whole if each not in found))


@dataclass(frozen=True, slots=True)
class _Owner:
    """Where names stand: the way there, how it is written, and the names taken by loops."""

    path: Place = ()
    tag: str = ""
    taken: frozenset[str] = frozenset()

    def tagged(self, name: str) -> str:
        return f"{self.tag}.{name}" if self.tag else name


@cache
def names_of(context: str, language: str) -> tuple[Named, ...]:
    """Return the names that a template with a context can use; examples are in the language.

    Raises:
        LookupError: there is no such context.
    """
    model = context_model(context)
    if model is None:
        raise LookupError(context)
    known = _known(context, language)
    return tuple(_named(model, _Owner(taken=frozenset(fields_of(model))), known))


def every(names: tuple[Named, ...]) -> Iterator[Named]:
    """Yield names and all names within them, in their order."""
    for each in names:
        yield each
        yield from every(each.inner)


def _known(context: str, language: str) -> _Known:
    if context not in SUBJECTS:
        return _Known({}, {}, is_whole=False)
    examples: dict[Place, object] = {}
    for path, value in sample_values(context, language).items():
        if value is not None and value != []:
            examples.setdefault(place_of(path), value)
    return _Known(origins(context, language), examples, is_whole=True)


def _named(model: type[BaseModel], owner: _Owner, known: _Known) -> Iterator[Named]:
    for name, kind in fields_of(model).items():
        path = (*owner.path, name)
        tag = owner.tagged(name)
        listed = _row_model(kind)
        grouped = _group_model(kind)
        row = row_name(path, listed, owner.taken) if listed else None
        inner: tuple[Named, ...] = ()
        if listed is not None and row is not None:
            inner = tuple(_named(listed, _Owner(path, row, owner.taken | {row}), known))
        elif grouped is not None:
            inner = tuple(_named(grouped, _Owner(path, tag, owner.taken), known))
        origin = known.of(path)
        title, about = _meaning((model, name, kind), origin, inner)
        yield Named(
            path=path,
            tag=tag,
            kind=kind,
            title=title,
            about=about,
            presence=_presence(kind, path, inner, known),
            origins=origin,
            example=known.examples.get(path),
            row=row,
            inner=inner,
        )


def _row_model(kind: Type) -> type[BaseModel] | None:
    items = (item for shape in kind if isinstance(shape, Listed) for item in shape.item)
    return next((item.model for item in items if isinstance(item, Grouped)), None)


def _group_model(kind: Type) -> type[BaseModel] | None:
    models = (shape.model for shape in kind if isinstance(shape, Grouped))
    return next((model for model in models if not is_timing(model)), None)


def is_timing(model: type[BaseModel]) -> bool:
    """Tell whether a group of values is one time of whatever precision."""
    return fields_of(model).keys() >= _TIMING


def _presence(kind: Type, path: Place, inner: tuple[Named, ...], known: _Known) -> Presence:
    is_there = path in known.examples or any(each.path in known.examples for each in every(inner))
    if Kind.NOTHING in kind:
        return Presence.OPTIONAL if is_there or not known.is_whole else Presence.NEVER
    return Presence.GAP if Kind.GAP in kind else Presence.ALWAYS


def _meaning(
    field: tuple[type[BaseModel], str, Type], origin: tuple[Origin, ...], inner: tuple[Named, ...]
) -> tuple[str, str]:
    """Return what a name is called and means: in its own words, else in those of the form."""
    model, name, kind = field
    own, source = model.model_fields[name], _source(name, origin)
    about = own.description or (source.about if source and source.name == name else "")
    if own.title:
        return own.title, about
    if kind == GAP:
        return _MARK_TITLE, _MARK_ABOUT
    if source is not None:
        return source.title, source.about
    sheets = [each.sheet for named in every(inner) for each in named.origins]
    sheet = next((each for each in sheets if each.path[-1] == name), None)
    return (sheet.title, sheet.about) if sheet else ("", "")


def _source(name: str, origin: tuple[Origin, ...]) -> Leaf | None:
    named = [each.column.leaf for each in origin if _last(each) == name]
    if named:
        return named[0]
    return origin[0].column.leaf if len(origin) == 1 else None


def _last(origin: Origin) -> str:
    """Return the name of a field of a form, that of a text in several languages without one."""
    path = origin.column.path
    return path[-2] if origin.column.leaf.language else path[-1]
