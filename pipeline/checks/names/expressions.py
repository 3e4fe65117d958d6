"""The type of any expression that a template may hold."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from jinja2 import nodes

from pipeline.checks.names.applying import call_type, filter_type, test_type
from pipeline.checks.names.conditions import behind, read_condition
from pipeline.checks.names.lookups import field_type, name_type
from pipeline.checks.names.operators import binary_type, compare_type, unary_type
from pipeline.checks.names.printing import note_raw
from pipeline.checks.names.reader import Reader
from pipeline.checks.names.scope import Scope
from pipeline.checks.names.shapes import (
    ANYTHING,
    FLOAT,
    NOTHING,
    TEXT,
    TRUTH,
    WHOLE,
    Fields,
    Listed,
    Type,
    union,
    with_truth,
)

_CONSTANTS: Final[tuple[tuple[type, Type], ...]] = (
    (bool, TRUTH), (int, WHOLE), (float, FLOAT), (str, TEXT), (type(None), NOTHING),
)  # fmt: skip


def expression_type(reader: Reader, node: nodes.Node, scope: Scope) -> Type:
    """Return the type of an expression; what is wrong with it is noted in the reader."""
    for kind, typing in _TYPINGS.items():
        if isinstance(node, kind):
            return typing(reader, node, scope)
    return ANYTHING


def _constant(_reader: Reader, node: nodes.Const, _scope: Scope) -> Type:
    return next((kind for each, kind in _CONSTANTS if isinstance(node.value, each)), ANYTHING)


def _joined(reader: Reader, node: nodes.Concat, scope: Scope) -> Type:
    for each in node.nodes:
        note_raw(reader, each, scope)
    return TEXT


def _chosen(reader: Reader, node: nodes.CondExpr, scope: Scope) -> Type:
    read_condition(reader, node.test, scope)
    first = reader.type_of(node.expr1, behind(reader, node.test, scope, truth=True))
    if node.expr2 is None:
        return first | NOTHING
    return first | reader.type_of(node.expr2, behind(reader, node.test, scope, truth=False))


def _both(reader: Reader, node: nodes.And, scope: Scope) -> Type:
    return _either_side(reader, node, scope, truth=True)


def _one_of(reader: Reader, node: nodes.Or, scope: Scope) -> Type:
    return _either_side(reader, node, scope, truth=False)


def _either_side(reader: Reader, node: nodes.And | nodes.Or, scope: Scope, *, truth: bool) -> Type:
    """Return the type of the right side, and of the left one where it is the answer."""
    read_condition(reader, node.left, scope)
    left = reader.quiet().type_of(node.left, scope)
    right = reader.type_of(node.right, behind(reader, node.left, scope, truth=truth))
    return with_truth(left, truth=not truth) | right


def _not(reader: Reader, node: nodes.Not, scope: Scope) -> Type:
    read_condition(reader, node.node, scope)
    return TRUTH


def _list(reader: Reader, node: nodes.List | nodes.Tuple, scope: Scope) -> Type:
    return frozenset({Listed(union(reader.type_of(each, scope) for each in node.items))})


def _dict(reader: Reader, node: nodes.Dict, scope: Scope) -> Type:
    pairs = (
        (str(pair.key.value), reader.type_of(pair.value, scope))
        for pair in node.items
        if isinstance(pair.key, nodes.Const)
    )
    return frozenset({Fields(tuple(pairs))})


_TYPINGS: Final[Mapping[type[nodes.Node], Callable[[Reader, Any, Scope], Type]]] = {
    nodes.Name: name_type,
    nodes.Const: _constant,
    nodes.Getattr: field_type,
    nodes.Getitem: field_type,
    nodes.Filter: filter_type,
    nodes.Test: test_type,
    nodes.Compare: compare_type,
    nodes.And: _both,
    nodes.Or: _one_of,
    nodes.Not: _not,
    nodes.CondExpr: _chosen,
    nodes.Concat: _joined,
    nodes.BinExpr: binary_type,
    nodes.UnaryExpr: unary_type,
    nodes.List: _list,
    nodes.Tuple: _list,
    nodes.Dict: _dict,
    nodes.Call: call_type,
}
