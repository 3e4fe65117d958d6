"""Conditions: which are always true or false, and what is certain behind them."""

from collections.abc import Callable, Mapping
from typing import Final

from jinja2 import nodes

from pipeline.checks.names.naming import path_of, shown
from pipeline.checks.names.notes import CONSTANT
from pipeline.checks.names.reader import Reader
from pipeline.checks.names.scope import Scope
from pipeline.checks.names.shapes import (
    Chosen,
    Kind,
    Shape,
    Type,
    is_known,
    is_number,
    is_text,
    verdict,
    with_truth,
)
from pipeline.core.text import Text

#: Tests that ask for shapes alone.
_ASKED: Final[Mapping[str, Callable[[Shape], bool]]] = {
    "none": lambda shape: shape is Kind.NOTHING,
    "gap": lambda shape: shape is Kind.GAP,
    "string": is_text,
    "number": is_number,
}
_TURNED: Final = {"eq": "ne", "ne": "eq", "in": "notin", "notin": "in"}


def read_condition(reader: Reader, node: nodes.Node, scope: Scope) -> None:
    """Look through a condition; note what in it is always true or always false."""
    match node:
        case nodes.Not(node=inner):
            read_condition(reader, inner, scope)
        case nodes.And(left=left, right=right):
            read_condition(reader, left, scope)
            read_condition(reader, right, behind(reader, left, scope, truth=True))
        case nodes.Or(left=left, right=right):
            read_condition(reader, left, scope)
            read_condition(reader, right, behind(reader, left, scope, truth=False))
        case _:
            kind = reader.type_of(node, scope)
            always = _always(reader, node, scope, kind)
            if always is not None:
                _note(reader, node, always=always)


def behind(reader: Reader, node: nodes.Node, scope: Scope, *, truth: bool) -> Scope:
    """Return what is known where a condition has turned out true, or false."""
    match node:
        case nodes.Not(node=inner):
            return behind(reader, inner, scope, truth=not truth)
        case nodes.And(left=left, right=right) if truth:
            return behind(reader, right, behind(reader, left, scope, truth=True), truth=True)
        case nodes.Or(left=left, right=right) if not truth:
            return behind(reader, right, behind(reader, left, scope, truth=False), truth=False)
        case _:
            return _behind_one(reader, node, scope, truth=truth)


def _behind_one(reader: Reader, node: nodes.Node, scope: Scope, *, truth: bool) -> Scope:
    """Return what is known behind a condition that holds no other one."""
    match node:
        case nodes.Test(node=asked, name=name) if name in _ASKED:
            return _asked(
                reader, asked, scope, lambda shape: shape if _ASKED[name](shape) is truth else None
            )
        case nodes.Compare(expr=left, ops=[operand]):
            sign = operand.op if truth else _TURNED.get(operand.op, "")
            return _compared(reader, left, scope, (sign, operand.expr))
        case nodes.Filter(node=inner, name="length") if inner is not None:
            return _believed(reader, inner, scope, truth=truth)
        case _:
            return _believed(reader, node, scope, truth=truth)


def _believed(reader: Reader, node: nodes.Node, scope: Scope, *, truth: bool) -> Scope:
    path = path_of(node)
    if path is None:
        return scope
    kind = with_truth(reader.quiet().type_of(node, scope), truth=truth)
    return scope.knowing(path, kind or None, truth=truth)


def _asked(
    reader: Reader, node: nodes.Node, scope: Scope, left: Callable[[Shape], Shape | None]
) -> Scope:
    """Return the scope in which only what an answer leaves of an expression's shapes is left."""
    path = path_of(node)
    kind = reader.quiet().type_of(node, scope)
    if path is None or not is_known(kind):
        return scope
    rest = frozenset(shape for shape in map(left, kind) if shape is not None)
    return scope.knowing(path, rest or None)


def _compared(
    reader: Reader, left: nodes.Node, scope: Scope, right: tuple[str, nodes.Node]
) -> Scope:
    sign, other = right
    if isinstance(left, nodes.Filter) and left.name == "length" and left.node is not None:
        return _counted(left.node, scope, sign, other)
    values = _constants(other)
    if not values or sign not in {"eq", "ne", "in", "notin"}:
        return scope
    equal = sign in {"eq", "in"}
    return _asked(reader, left, scope, lambda shape: _equal_part(shape, values, equal=equal))


def _counted(listed: nodes.Node, scope: Scope, sign: str, other: nodes.Node) -> Scope:
    path = path_of(listed)
    least = {"gt": 0, "gteq": 1, "ne": 0, "eq": 1}.get(sign)
    value = other.value if isinstance(other, nodes.Const) else None
    if path is None or least is None or not isinstance(value, int):
        return scope
    is_certain = value == 0 if sign == "ne" else value >= least
    return scope.knowing(path, truth=True) if is_certain else scope


def _constants(node: nodes.Node) -> tuple[object, ...]:
    match node:
        case nodes.Const(value=value):
            return (value,)
        case nodes.List(items=items) | nodes.Tuple(items=items):
            each = tuple(_constants(item) for item in items)
            return sum(each, ()) if all(each) else ()
        case _:
            return ()


def _equal_part(shape: Shape, values: tuple[object, ...], *, equal: bool) -> Shape | None:
    """Return what of a shape may be one of some values, or none of them; None for nothing."""
    if isinstance(shape, Chosen):
        left = tuple(each for each in shape.values if (each in values) is equal)
        return Chosen(left) if left else None
    if shape is Kind.NOTHING:
        return shape if (None in values) is equal else None
    return None if shape is Kind.GAP and equal else shape


def _always(reader: Reader, node: nodes.Node, scope: Scope, kind: Type) -> bool | None:
    path = path_of(node)
    if path is not None and path in scope.truths:
        return scope.truths[path]
    match node:
        case nodes.Const(value=value):
            return bool(value)
        case nodes.Test(node=asked, name=name) if name in _ASKED:
            return _test_verdict(reader.quiet().type_of(asked, scope), _ASKED[name])
        case nodes.Name() | nodes.Getattr() | nodes.Getitem():
            return verdict(kind) if is_known(kind) else None
        case _:
            return None


def _test_verdict(kind: Type, asked: Callable[[Shape], bool]) -> bool | None:
    if not is_known(kind):
        return None
    answers = {asked(shape) for shape in kind}
    return answers.pop() if len(answers) == 1 else None


def _note(reader: Reader, node: nodes.Node, *, always: bool) -> None:
    named = shown(node.node) if isinstance(node, nodes.Test) else shown(node)
    reader.note(
        CONSTANT,
        node,
        Text("This condition is always true: {name}.", name=named)
        if always
        else Text("This condition is never true: {name}.", name=named),
        Text("Take the condition away, or ask for what was meant."),
    )
