"""The guards that stand in a compiled template where its author wrote none.

Each is a filter put around an expression of the syntax tree: around what a loop runs over, what a
slice copies, what `~` joins, what a macro or a `set` block collects, and what is compared. They
cost nothing for each turn of a loop and nothing for what is printed outside of macros.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, cast

from jinja2 import nodes, pass_context
from jinja2.runtime import Context, Undefined

from pipeline.render.sandbox.budget import Budget, budget_of
from pipeline.render.sandbox.tree import of_kind
from pipeline.render.values.styled import Styled

_COLLECTING: Final = (nodes.Macro, nodes.AssignBlock)
#: Filters whose text may be far longer than what they are given, or is of many texts.
_BUILDING: Final = frozenset({"join_and", "join_comma", "paragraphs"})
#: What a paragraph costs beyond its own text, in characters.
_LINE: Final = 200


class LoopTypeError(TypeError):
    """A loop runs over what is no list; the message names the type."""


def guard(written: tuple[nodes.Node, ...]) -> None:
    """Put the guards into a template's tree, of which `written` are all nodes."""
    for node in written:
        if isinstance(node, _COLLECTING):
            _guard_collected(node)
    for loop in of_kind(written, nodes.For):
        if not _is(loop.iter, "_looped"):
            loop.iter = _filtered(loop.iter, "_looped", nodes.Const(0))
    built = _built_names(written)
    if built:
        _guard_repeated(of_kind(written, nodes.Output), built)
    for node in written:
        _guard_expression(node)
        _guard_building(node, built)


def guards() -> Mapping[str, Callable[..., object]]:
    """Return the filters that `guard` puts into trees, by their private names."""
    return {
        "_looped": _looped,
        "_copied": _copied,
        "_collected": _collected,
        "_compared": _compared,
        "_built": _built,
    }


def _filtered(node: nodes.Node, name: str, *arguments: nodes.Expr) -> nodes.Filter:
    """Return an expression, which Jinja's tree may declare as any node, behind a filter."""
    return nodes.Filter(
        cast("nodes.Expr", node),
        name,
        list(arguments),
        [],
        None,
        None,
        lineno=node.lineno,
        environment=node.environment,
    )


def _is(node: nodes.Node, guard_name: str) -> bool:
    return isinstance(node, nodes.Filter) and node.name == guard_name


def _guard_collected(collecting: nodes.Node) -> None:
    """Charge what is printed in a macro or a `set` block: it grows there before it is shown."""
    for output in collecting.find_all(nodes.Output):
        output.nodes = [
            each
            if isinstance(each, nodes.TemplateData) or _is(each, "_collected")
            else _filtered(each, "_collected")
            for each in output.nodes
        ]
    for loop in collecting.find_all(nodes.For):
        if not _is(loop.iter, "_looped"):
            literal = sum(len(each.data) for each in _said(loop))
            loop.iter = _filtered(loop.iter, "_looped", nodes.Const(literal))


def _said(loop: nodes.For) -> Iterator[nodes.TemplateData]:
    """Yield what a turn of a loop says as it stands; a loop in it charges its own."""
    waiting: list[nodes.Node] = list(loop.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, nodes.TemplateData):
            yield node
        elif not isinstance(node, nodes.For):
            waiting.extend(node.iter_child_nodes())


def _guard_expression(expression: nodes.Node) -> None:
    match expression:
        case nodes.Getitem(arg=nodes.Slice()):
            expression.node = _filtered(expression.node, "_copied")
        case nodes.Concat():
            # Jinja makes a text of anything, unasked; what may not be printed may not be joined.
            expression.nodes = [
                _filtered(_filtered(each, "_joinable"), "_collected") for each in expression.nodes
            ]
        case nodes.Compare():
            _guard_comparison(expression)


def _guard_building(node: nodes.Node, built: set[str]) -> None:
    """Charge what is given to a filter that builds a longer text, unless the context gives it."""
    if not isinstance(node, nodes.Filter) or node.name not in _BUILDING or node.node is None:
        return
    if not _is_given(node.node, built):
        node.node = _filtered(node.node, "_built")


def _built_names(written: tuple[nodes.Node, ...]) -> set[str]:
    """Return the names that a template itself gives to what it may have built."""
    targets = [each.target for each in of_kind(written, nodes.Assign)]
    targets += [each.target for each in of_kind(written, nodes.AssignBlock)]
    targets += [argument for macro in of_kind(written, nodes.Macro) for argument in macro.args]
    built: set[str] = set().union(*map(_names, targets))
    for loop in of_kind(written, nodes.For):
        if loop.iter.find(nodes.List) or built & _names(loop.iter):
            built |= _names(loop.target)
    return built


def _is_given(node: nodes.Node, built: set[str]) -> bool:
    """Tell that an expression is a value of the context as it was given, by its path."""
    while isinstance(node, nodes.Getattr):
        node = node.node
    return isinstance(node, nodes.Name) and node.name not in built


def _guard_repeated(outputs: list[nodes.Output], built: set[str]) -> None:
    """Charge the printing of names that the template gives: a text may be built under one."""
    for output in outputs:
        output.nodes = [
            _filtered(each, "_collected")
            if not _is(each, "_collected") and built & _names(each)
            else each
            for each in output.nodes
        ]


def _names(node: nodes.Node) -> set[str]:
    names = [node] if isinstance(node, nodes.Name) else list(node.find_all(nodes.Name))
    return {name.name for name in names}


def _guard_comparison(comparison: nodes.Compare) -> None:
    """Charge what is compared, unless a side is written out: then it costs next to nothing."""
    sides = [comparison.expr, *(operand.expr for operand in comparison.ops)]
    if not any(isinstance(side, nodes.Const) for side in sides):
        comparison.expr = _filtered(comparison.expr, "_compared")
        for operand in comparison.ops:
            operand.expr = _filtered(operand.expr, "_compared")


@pass_context
def _looped(context: Context, value: object, literal: int) -> object:
    """Charge a loop at its entry.

    Raises:
        LoopTypeError: the value is no list.
    """
    if isinstance(value, Undefined):
        # An unknown name fails in the loop, with a message of its own.
        return value
    if not isinstance(value, list | tuple | range):
        raise LoopTypeError(type(value).__name__)
    budget = budget_of(context)
    budget.step(len(value))
    if literal:
        budget.write(len(value) * literal)
    return value


@pass_context
def _copied(context: Context, value: object) -> object:
    """Charge a slice by the whole list."""
    if isinstance(value, list | tuple):
        budget_of(context).step(len(value))
    return value


@pass_context
def _collected(context: Context, value: object) -> object:
    """Charge a text that is built and not printed yet."""
    if isinstance(value, str):
        budget_of(context).write(len(value))
    elif isinstance(value, Styled):
        budget_of(context).write(len(value.text))
    return value


@pass_context
def _built(context: Context, value: object) -> object:
    """Charge what a filter is about to build of texts: one text of many, or paragraphs of lines."""
    if isinstance(value, str):
        budget_of(context).write(len(value) + _LINE * value.count("\n"))
    elif isinstance(value, list):
        budget_of(context).write(sum(len(each) for each in value if isinstance(each, str)))
    return value


@pass_context
def _compared(context: Context, value: object) -> object:
    """Charge a list by all that it holds: two that are nested doubly take for ever to compare."""
    if isinstance(value, list | tuple | Mapping):
        _walk(budget_of(context), value)
    return value


def _walk(budget: Budget, value: object) -> None:
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Mapping):
            each = list(each.values())
        if isinstance(each, list | tuple):
            budget.step(len(each) + 1)
            waiting.extend(each)
