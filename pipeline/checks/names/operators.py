"""Signs between values: comparing, counting and joining."""

from typing import Final

from jinja2 import nodes

from pipeline.checks.names.naming import shown, type_name
from pipeline.checks.names.notes import OPERAND, UNEQUAL, nearest
from pipeline.checks.names.reader import Reader
from pipeline.checks.names.scope import Scope
from pipeline.checks.names.shapes import (
    DECIMAL,
    FLOAT,
    TEXT,
    TRUTH,
    WHOLE,
    Chosen,
    Kind,
    Listed,
    Shape,
    Type,
    is_known,
    is_number,
    is_text,
    items_of,
    union,
)
from pipeline.core.text import Text

_SIGNS: Final = {
    "eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "in": "in",
    "notin": "not in",
}  # fmt: skip
_ORDERED: Final = ({Kind.DATE}, {Kind.TIME})


def compare_type(reader: Reader, node: nodes.Compare, scope: Scope) -> Type:
    """Return the type of a comparison; note one that can never hold or cannot be made."""
    left = node.expr
    for operand in node.ops:
        if operand.op in {"eq", "ne"}:
            sides = (reader.type_of(left, scope), reader.type_of(operand.expr, scope))
            _equal(reader, (left, operand.expr), sides)
        elif operand.op in {"in", "notin"}:
            _contained(reader, (left, operand.expr), scope)
        else:
            _ordered(reader, (left, operand), scope)
        left = operand.expr
    return TRUTH


def _equal(
    reader: Reader, expressions: tuple[nodes.Node, nodes.Node], sides: tuple[Type, Type]
) -> None:
    if not all(map(is_known, sides)):
        return
    families = [{_family(shape) for shape in side} for side in sides]
    left, right = expressions
    if families[0].isdisjoint(families[1]):
        reader.note(
            UNEQUAL,
            left,
            Text("{left} is {kind}, and {right} is {other}: they are never equal.",
                 left=shown(left), kind=type_name(sides[0]),
                 right=shown(right), other=type_name(sides[1])),
            Text("Compare it with a value of its own kind."),
        )  # fmt: skip
        return
    _chosen(reader, (left, right), sides)
    _chosen(reader, (right, left), (sides[1], sides[0]))


def _chosen(
    reader: Reader, expressions: tuple[nodes.Node, nodes.Node], sides: tuple[Type, Type]
) -> None:
    """Note a written value that is none of those that the other side can have."""
    known = [shape for shape in sides[0] if isinstance(shape, Chosen)]
    possible = {value for shape in known for value in shape.values}
    written = expressions[1].value if isinstance(expressions[1], nodes.Const) else None
    if not known or not isinstance(written, str | int) or written in possible:
        return
    if any(not isinstance(s, Chosen) and _family(s) == _family_of(written) for s in sides[0]):
        return
    reader.note(
        UNEQUAL,
        expressions[1],
        Text("{name} is never “{value}”.", name=shown(expressions[0]), value=str(written)),
        nearest(str(written), map(str, possible)),
    )


def _family_of(value: str | int) -> str:
    return "text" if isinstance(value, str) else "number"


def _family(shape: Shape) -> str:
    """Return what kind of values a shape can be equal to."""
    if is_text(shape) or shape is Kind.STYLED:
        return "text"
    if is_number(shape) or shape is Kind.TRUTH:
        return "number"
    return str(shape) if isinstance(shape, Kind) else type(shape).__name__


def _contained(reader: Reader, expressions: tuple[nodes.Node, nodes.Node], scope: Scope) -> None:
    item, holder = expressions
    kind, inside = reader.type_of(item, scope), reader.given_value(holder, scope)
    if not is_known(inside):
        return
    if isinstance(holder, nodes.List | nodes.Tuple):
        for each in holder.items:
            _chosen(reader, (item, each), (kind, reader.type_of(each, scope)))
    if any(isinstance(shape, Listed) for shape in inside):
        items = items_of(inside)
        if is_known(kind) and is_known(items):
            _share(reader, (item, holder), (kind, items))
    elif all(map(is_text, inside)):
        _needs_text(reader, (item, holder), kind)
    elif all(isinstance(shape, Kind) for shape in inside):
        _refuse(reader, item, "in", (kind, inside))


def _share(
    reader: Reader, expressions: tuple[nodes.Node, nodes.Node], sides: tuple[Type, Type]
) -> None:
    families = [{_family(shape) for shape in side} for side in sides]
    if families[0].isdisjoint(families[1]):
        reader.note(
            UNEQUAL,
            expressions[0],
            Text("{left} is {kind}, and {right} holds {other}: it is never in it.",
                 left=shown(expressions[0]), kind=type_name(sides[0]),
                 right=shown(expressions[1]), other=type_name(sides[1])),
            Text("Compare it with a value of its own kind."),
        )  # fmt: skip


def _needs_text(reader: Reader, expressions: tuple[nodes.Node, nodes.Node], kind: Type) -> None:
    if is_known(kind) and not all(map(is_text, kind)):
        _refuse(reader, expressions[0], "in", (kind, TEXT))


def _ordered(reader: Reader, comparison: tuple[nodes.Node, nodes.Operand], scope: Scope) -> None:
    left, operand = comparison
    sides = (reader.given_value(left, scope), reader.given_value(operand.expr, scope))
    if not all(map(is_known, sides)):
        return
    both = union(sides)
    same = all(map(is_number, both)) or all(map(is_text, both)) or both in _ORDERED
    if not same:
        _refuse(reader, left, _SIGNS[operand.op], sides)


def binary_type(reader: Reader, node: nodes.BinExpr, scope: Scope) -> Type:
    """Return the type of a sum, difference and the like."""
    sides = (reader.given_value(node.left, scope), reader.given_value(node.right, scope))
    sign = str(node.operator)
    if not all(map(is_known, sides)):
        return union(sides) if all(sides) else TEXT
    both = union(sides)
    if sign == "+" and all(map(is_text, both)):
        return TEXT
    if not all(map(is_number, both)):
        hint = Text("Count with numbers only, and join texts with {sign}.", sign="~")
        _refuse(reader, node.left, sign, sides, hint=hint)
        return frozenset({Kind.ANYTHING})
    return _number(both, sign)


def _number(both: Type, sign: str) -> Type:
    if Kind.FLOAT in both or (sign == "/" and Kind.DECIMAL not in both):
        return FLOAT
    return DECIMAL if Kind.DECIMAL in both else WHOLE


def unary_type(reader: Reader, node: nodes.UnaryExpr, scope: Scope) -> Type:
    """Return the type of a number with a sign."""
    kind = reader.given_value(node.node, scope)
    if is_known(kind) and not all(map(is_number, kind)):
        _refuse(reader, node.node, str(node.operator), (WHOLE, kind))
    return kind


def _refuse(
    reader: Reader,
    node: nodes.Node,
    sign: str,
    sides: tuple[Type, Type],
    *,
    hint: Text | None = None,
) -> None:
    reader.note(
        OPERAND,
        node,
        Text("The sign {sign} cannot stand between {left} and {right}.",
             sign=sign, left=type_name(sides[0]), right=type_name(sides[1])),
        hint or Text("Compare it with a value of its own kind."),
    )  # fmt: skip
