"""Types and presence of values in plain words, and the list of names put into words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pipeline.checks.fields.inputs import Form
from pipeline.checks.fields.origins import Origin
from pipeline.checks.fields.printed import (
    example,
    has_lines,
    is_length,
    is_money,
    printed,
    shape_of,
)
from pipeline.checks.fields.tree import Named, Presence, every, is_timing, names_of
from pipeline.checks.names.shapes import TEXT, Grouped, Kind, Listed, Shape
from pipeline.contexts.subjects import SUBJECTS
from pipeline.core.name_list import FieldOfForm, ListedName, NameList
from pipeline.core.text import Text
from pipeline.language.catalogue import INTERFACES, Translator, translator
from pipeline.language.headers import header_text, sheet_title
from pipeline.language.helps import gate_of, process_of
from pipeline.language.lists import join_comma

_KINDS: Final = {
    Kind.TEXT: Text("a text"),
    Kind.WHOLE: Text("a whole number"),
    Kind.DECIMAL: Text("a number with decimals"),
    Kind.TRUTH: Text("a yes/no value"),
    Kind.DATE: Text("a date"),
    Kind.TIME: Text("a clock time"),
    Kind.GAP: Text("a gap"),
    Kind.PICTURE: Text("a picture"),
}
#: What comes from the deliverable's own description.
_TITLES: Final = frozenset({("document", "kind"), ("document", "title")})
_TIMING: Final = Text("time as exactly as it is known")
_PRESENCES: Final = {
    Presence.GAP: Text("shown as missing until it is given"),
    Presence.OPTIONAL: Text("may be missing: put if around it"),
    Presence.NEVER: Text("always empty in this document"),
}


def name_list(context: str, title: str, language: str, *, whole: bool = True) -> NameList:
    """Return the names of a context in the words of a language.

    Unless it is the `whole`, a list whose rows are like another's has no names of its own.

    Raises:
        LookupError: there is no such context.
    """
    words = translator(language)
    subject = SUBJECTS.get(context)
    process = process_of(subject.model.value) if subject else ""
    tree = names_of(context, words.language)
    first = {} if whole else _first_lists(tree)
    names = tuple(_listed(tree, _Manner(words, process, title, first)))
    return NameList(context, title, words.language, names)


@dataclass(frozen=True, slots=True)
class _Manner:
    """How names are listed; `first` holds the list that others with such rows point at."""

    words: Translator
    process: str
    title: str
    first: Mapping[Shape, Named]

    def example(self, named: Named) -> str:
        """Return what a value looks like; of a document that is named so, its own title."""
        if named.path in _TITLES and not named.origins:
            return self.title
        return example(named, self.words)

    def like(self, named: Named) -> Named | None:
        """Return the list that has told of such rows already."""
        told = self.first.get(shape_of(named)) if named.row else None
        return None if told is None or told.path == named.path else told


def _first_lists(names: tuple[Named, ...]) -> dict[Shape, Named]:
    """Return the first list of each kind of rows, those at the top before those within others."""
    found: dict[Shape, Named] = {}
    for each in sorted(every(names), key=lambda named: len(named.path)):
        if each.row is not None:
            found.setdefault(shape_of(each), each)
    return found


def _listed(names: tuple[Named, ...], manner: _Manner, depth: int = 0) -> Iterator[ListedName]:
    words = manner.words
    for each in names:
        told = manner.like(each)
        yield ListedName(
            path=".".join(each.path),
            tag=each.tag,
            depth=depth,
            kind=_kind(each, words),
            presence=_presence(each, words, manner.process),
            titles={name: translator(name).text(each.title) for name in INTERFACES},
            abouts={name: translator(name).text(each.about) for name in INTERFACES},
            printed=printed(each),
            example=manner.example(each),
            like=told.tag if told else "",
            origins=tuple(_field(origin, words) for origin in _ordered(each)),
        )
        if told is None:
            yield from _listed(each.inner, manner, depth + 1)


def _kind(named: Named, words: Translator) -> str:
    shape = shape_of(named)
    match shape:
        case Listed(item=item):
            return words.text(_list_name(named, is_texts=item == TEXT))
        case Grouped(model=model):
            return words.text(_TIMING if is_timing(model) else Text("group of names"))
        case Kind():
            return words.text(_chosen(named, words) or _refined(named, shape))
        case _:
            return words.text(_KINDS[Kind.TEXT])


def _chosen(named: Named, words: Translator) -> Text | None:
    """Return what a text may be that is chosen from a list, None for another."""
    source = named.source
    if (
        shape_of(named) is not Kind.TEXT
        or len(named.origins) != 1
        or not (source and source.choice)
    ):
        return None
    values = join_comma([words.text(each.label) for each in source.choice])
    return Text("one of: {values}", values=values)


def _refined(named: Named, kind: Kind) -> Text:
    """Return the name of a kind, a closer one where the form tells more."""
    if kind is Kind.TEXT and has_lines(named):
        return Text("text of several lines")
    if kind is Kind.DECIMAL and is_money(named):
        return Text("sum of money")
    if kind is Kind.WHOLE and is_length(named):
        return Text("length in minutes")
    return _KINDS[kind]


def _list_name(named: Named, *, is_texts: bool) -> Text:
    if named.row is not None:
        return Text("list; each row is {name} in a loop", name=named.row)
    return Text("list of texts") if is_texts else Text("list of numbers")


def _presence(named: Named, words: Translator, process: str) -> str:
    gate = gate_of(named.required_from, process)
    if named.presence is Presence.GAP and gate is not None:
        told = Text("needed from gate {gate}, shown as missing until then", gate=gate.value)
        return words.text(told)
    presence = _PRESENCES.get(named.presence)
    if presence is None or shape_of(named) is Kind.GAP:
        return ""
    return words.text(presence)


def _ordered(named: Named) -> list[Origin]:
    """Return the origins: the field of the value's name, those of its own sheet, then others."""

    def rank(origin: Origin) -> tuple[bool, bool]:
        return origin.column.leaf is not named.source, origin.sheet.path[-1] not in named.path

    return sorted(named.origins, key=rank)


def _field(origin: Origin, words: Translator) -> FieldOfForm:
    return FieldOfForm(
        sheet=sheet_title(origin.sheet, words),
        column=header_text(origin.column, words),
        key=origin.key,
        in_programme=origin.form is Form.PROGRAMME,
    )
