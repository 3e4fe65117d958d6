"""Names, fields and items: what an expression finds in the context."""

from typing import Final

from jinja2 import nodes

from pipeline.checks.names.annotations import fields_of
from pipeline.checks.names.naming import path_of, shown, type_name
from pipeline.checks.names.notes import NO_LIST, OPTIONAL, UNKNOWN, nearest
from pipeline.checks.names.reader import Reader
from pipeline.checks.names.scope import Scope
from pipeline.checks.names.shapes import (
    ANYTHING,
    TRUTH,
    WHOLE,
    Fields,
    Grouped,
    Keyed,
    Kind,
    Listed,
    Shape,
    Type,
    is_known,
    items_of,
    union,
    without,
)
from pipeline.core.text import Text

_LIST_NAMES: Final = frozenset({"items", "keys", "values", "get"})
_PRIVATE: Final = "_"
#: Names that Jinja gives to a macro's body.
MACRO_NAMES: Final = {"varargs": ANYTHING, "kwargs": ANYTHING, "caller": ANYTHING}


def loop_names(item: Type) -> Type:
    """Return the type of `loop` in a loop over such items."""
    whole = ("index", "index0", "revindex", "revindex0", "length", "depth", "depth0")
    fields = {
        **dict.fromkeys(whole, WHOLE),
        **dict.fromkeys(("first", "last"), TRUTH),
        **dict.fromkeys(("previtem", "nextitem"), item),
        **dict.fromkeys(("cycle", "changed"), ANYTHING),
    }
    return frozenset({Fields(tuple(fields.items()))})


def name_type(reader: Reader, node: nodes.Name, scope: Scope) -> Type:
    """Return the type of a name; note one that does not exist."""
    if node.name in scope.types:
        return scope.types[node.name]
    if node.name.startswith(_PRIVATE):
        return ANYTHING
    if node.name not in scope.names:
        _unknown(reader, node, node.name, tuple(scope.names))
        return ANYTHING
    kind = scope.names[node.name]
    if Kind.UNSET in kind:
        reader.note(
            UNKNOWN,
            node,
            Text("The name {name} is not set on every way to this tag.", name=node.name),
            Text("Set it before the if as well."),
        )
    return without(kind, Kind.UNSET) or ANYTHING


def field_type(reader: Reader, node: nodes.Getattr | nodes.Getitem, scope: Scope) -> Type:
    """Return the type of a field, of an item or of a slice."""
    path = path_of(node)
    if path is not None and path in scope.types:
        # What is before the last dot is sound: it has been asked for.
        return scope.types[path]
    owner = reader.given_value(node.node, scope)
    name = _name_of(node)
    if name is not None:
        return union(_field(reader, node, shape, name) for shape in owner) or ANYTHING
    if not isinstance(node, nodes.Getitem):
        return ANYTHING
    if isinstance(node.arg, nodes.Slice):
        bounds = (node.arg.start, node.arg.stop, node.arg.step)
        reader.all_types((each for each in bounds if each is not None), scope)
        return _sliced(reader, node, owner)
    reader.given_value(node.arg, scope)
    return _item(reader, node, owner, scope)


def _name_of(node: nodes.Getattr | nodes.Getitem) -> str | None:
    if isinstance(node, nodes.Getattr):
        return node.attr
    argument = node.arg
    return (
        argument.value
        if isinstance(argument, nodes.Const) and isinstance(argument.value, str)
        else None
    )


def _field(reader: Reader, node: nodes.Node, shape: Shape, name: str) -> Type:
    if name.startswith(_PRIVATE):
        # Told with what a template may not use.
        return ANYTHING
    match shape:
        case Kind.ANYTHING:
            return ANYTHING
        case Keyed(value=value):
            return value
        case Grouped(model=model):
            fields = fields_of(model)
            reader.used.add((model, name))
        case Fields(items=items):
            fields = dict(items)
        case _:
            _no_fields(reader, node, shape, name)
            return ANYTHING
    if name in fields:
        return fields[name]
    _unknown(reader, node, name, tuple(fields))
    return ANYTHING


def _unknown(reader: Reader, node: nodes.Node, name: str, known: tuple[str, ...]) -> None:
    message = Text("The template uses the name {name}, which does not exist.", name=shown(node))
    reader.note(UNKNOWN, node, message, nearest(name, known))


def _no_fields(reader: Reader, node: nodes.Node, shape: Shape, name: str) -> None:
    kind = type_name(frozenset({shape}))
    hint = (
        Text("Go through the list with for, and name a field of its rows.")
        if isinstance(shape, Listed) and name not in _LIST_NAMES
        else Text("Print the value itself.")
    )
    message = Text("{name} does not exist: before the last dot stands {kind}, which has no names.",
                   name=shown(node), kind=kind)  # fmt: skip
    reader.note(UNKNOWN, node, message, hint)


def _sliced(reader: Reader, node: nodes.Getitem, owner: Type) -> Type:
    lists = frozenset(shape for shape in owner if isinstance(shape, Listed))
    if is_known(owner) and lists != owner:
        _no_list(reader, node, owner - lists)
    return lists or ANYTHING


def _item(reader: Reader, node: nodes.Getitem, owner: Type, scope: Scope) -> Type:
    if not is_known(owner) or any(isinstance(shape, Keyed) for shape in owner):
        return ANYTHING
    others = frozenset(shape for shape in owner if not isinstance(shape, Listed))
    if others:
        _no_list(reader, node, others)
        return ANYTHING
    note_empty(reader, node, node.node, scope)
    return items_of(owner)


def note_empty(reader: Reader, node: nodes.Node, listed: nodes.Node, scope: Scope) -> None:
    """Note the use of an item of a list that may have none."""
    path = path_of(listed)
    if path is None or scope.truths.get(path) is True:
        return
    kind = reader.quiet().type_of(listed, scope)
    if all(isinstance(shape, Listed) and shape.is_filled for shape in kind):
        return
    reader.note(
        OPTIONAL,
        node,
        Text("The list {name} may be empty, and an item of it is used here.", name=path),
        Text("Put an if around it: {tag}", tag=f"{{% if {path} %}}"),
    )


def _no_list(reader: Reader, node: nodes.Getitem, kind: Type) -> None:
    reader.note(
        NO_LIST,
        node,
        Text("Only a list has numbered items, and {name} is {kind}.",
             name=shown(node.node), kind=type_name(kind)),
        Text("Print the value itself."),
    )  # fmt: skip
