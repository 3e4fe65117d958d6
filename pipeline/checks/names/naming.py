"""How types and expressions are called in messages."""

from collections.abc import Mapping
from typing import Final

from jinja2 import nodes

from pipeline.checks.names.shapes import Chosen, Fields, Grouped, Keyed, Kind, Listed, Shape, Type
from pipeline.core.text import Text

_KINDS: Final[Mapping[Kind, Text]] = {
    Kind.TEXT: Text("a text"),
    Kind.WHOLE: Text("a whole number"),
    Kind.DECIMAL: Text("a number with decimals"),
    Kind.FLOAT: Text("a number with decimals"),
    Kind.TRUTH: Text("a yes/no value"),
    Kind.DATE: Text("a date"),
    Kind.TIME: Text("a clock time"),
    Kind.NOTHING: Text("an empty value"),
    Kind.GAP: Text("a gap"),
    Kind.PICTURE: Text("a picture"),
    Kind.BLOCK: Text("text of several lines"),
    Kind.STYLED: Text("a text"),
    Kind.MACRO: Text("a macro"),
    Kind.UNSET: Text("an empty value"),
    Kind.ANYTHING: Text("some value"),
}
#: Stands for what is worked out, and has no name.
UNNAMED: Final = "(…)"
#: Which shape of a type a message names first: what is in the way of most uses.
_ORDER: Final = (Listed, Grouped, Keyed, Fields, Kind, Chosen)


def shape_name(shape: Shape) -> Text:
    """Return what a person calls a shape."""
    match shape:
        case Listed():
            return Text("a list")
        case Chosen(values=values):
            return _KINDS[Kind.TEXT if isinstance(values[0], str) else Kind.WHOLE]
        case Kind():
            return _KINDS[shape]
        case _:
            return Text("a group of values")


def type_name(kind: Type) -> Text:
    """Return what a person calls a type: the name of one of its shapes that is no gap."""
    said = kind - {Kind.GAP, Kind.NOTHING} or kind
    first = min(said, key=lambda shape: (_rank(shape), str(shape)), default=Kind.ANYTHING)
    return shape_name(first)


def _rank(shape: Shape) -> int:
    return next(rank for rank, kind in enumerate(_ORDER) if isinstance(shape, kind))


def path_of(node: nodes.Node | None) -> str | None:
    """Return the dotted name that an expression is, None for what is worked out."""
    match node:
        case nodes.Name(name=name):
            return str(name)
        case nodes.Getattr(node=owner, attr=attribute):
            path = path_of(owner)
            return None if path is None else f"{path}.{attribute}"
        case nodes.Getitem(node=owner, arg=nodes.Const(value=str() as key)):
            path = path_of(owner)
            return None if path is None else f"{path}.{key}"
        case _:
            return None


def shown(node: nodes.Node | None) -> str:
    """Return an expression as a message names it."""
    path = path_of(node)
    if path is not None:
        return path
    match node:
        case nodes.Filter(node=inner, name=name) if inner is not None:
            return f"{shown(inner)}|{name}"
        case nodes.Const(value=value):
            return f'"{value}"' if isinstance(value, str) else str(value).lower()
        case nodes.Getattr(node=owner) | nodes.Getitem(node=owner):
            return f"{shown(owner)}{_step(node)}"
        case nodes.Call(node=called):
            return f"{shown(called)}(…)"
        case _:
            return UNNAMED


def _step(node: nodes.Getattr | nodes.Getitem) -> str:
    if isinstance(node, nodes.Getattr):
        return f".{node.attr}"
    return f"[{node.arg.value}]" if isinstance(node.arg, nodes.Const) else "[…]"
