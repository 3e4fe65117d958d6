"""Which parts of Jinja's language a template may use."""

from collections.abc import Iterator
from typing import Final

from jinja2 import Environment, nodes

from pipeline.render.sandbox.tree import of_kind

#: Statements and expressions that print, choose, repeat and name; everything else is refused.
ALLOWED: Final = frozenset(
    {
        nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const,
        nodes.For, nodes.If, nodes.Assign, nodes.AssignBlock, nodes.Macro, nodes.Getattr,
        nodes.Getitem, nodes.Slice, nodes.Filter, nodes.Test, nodes.CondExpr, nodes.Compare,
        nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Add, nodes.Sub, nodes.Mul,
        nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos, nodes.Concat, nodes.List,
        nodes.Tuple, nodes.Dict, nodes.Pair, nodes.Keyword, nodes.Call,
    }
)  # fmt: skip


#: What Jinja's tree calls otherwise than its language does.
_STATEMENTS: Final = {"scopedevalcontextmodifier": "autoescape", "filterblock": "filter"}


def refused(written: tuple[nodes.Node, ...]) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of each construct, of a tree's nodes, that is not allowed."""
    macros = {macro.name for macro in of_kind(written, nodes.Macro)}
    for node in written:
        name = _refusal(node, macros)
        if name is not None:
            yield _line(node), name


def unknown(written: tuple[nodes.Node, ...], environment: Environment) -> Iterator[tuple[int, str]]:
    """Yield the line of each filter and test that does not exist, and what Jinja says of it.

    Jinja itself leaves those inside of an `if` to be found when they are printed.
    """
    for node in written:
        if not isinstance(node, nodes.Filter | nodes.Test):
            continue
        kind = "filter" if isinstance(node, nodes.Filter) else "test"
        known = environment.filters if kind == "filter" else environment.tests
        if node.name not in known:
            yield node.lineno, f"No {kind} named {node.name!r}."


def _line(node: nodes.Node) -> int:
    """Return the line of what is refused: of what is printed, not of the text before it."""
    if isinstance(node, nodes.Output):
        return next((each.lineno for each in node.nodes if not _is_printable(each)), node.lineno)
    return node.lineno


def _refusal(node: nodes.Node, macros: set[str]) -> str | None:
    if isinstance(node, nodes.Scope):
        # Jinja puts it around autoescape, which is refused by itself.
        return None
    if type(node) not in ALLOWED:
        name = type(node).__name__.lower()
        return _STATEMENTS.get(name, name)
    if isinstance(node, nodes.Call):
        return None if _is_allowed_call(node, macros) else "call"
    return _misuse(node)


def _misuse(node: nodes.Node) -> str | None:
    """Return what is wrong with the use of a node that is allowed as such."""
    match node:
        case nodes.Name(name=name) | nodes.Getattr(attr=name) if name.startswith("_"):
            return name
        case nodes.Mod(left=nodes.Const(value=str())):
            return "% on text"
        case nodes.Dict(items=pairs) if not all(isinstance(p.key, nodes.Const) for p in pairs):
            return "a key that is worked out"
        case nodes.Output(nodes=printed) if not all(map(_is_printable, printed)):
            return "print of a constant"
        case _:
            return None


def _is_allowed_call(call: nodes.Call, macros: set[str]) -> bool:
    match call.node:
        case nodes.Name(name=name):
            return name in macros or (name == "range" and _is_literal(call))
        case nodes.Getattr(node=nodes.Name(name="loop"), attr="cycle"):
            return True
        case _:
            return False


def _is_literal(call: nodes.Call) -> bool:
    unnamed = not (call.kwargs or call.dyn_args or call.dyn_kwargs)
    return unnamed and all(isinstance(each, nodes.Const) for each in call.args)


def _is_printable(node: nodes.Expr) -> bool:
    """Tell that a node is no constant, or one that has a text; Jinja prints others unasked."""
    if isinstance(node, nodes.TemplateData):
        return True
    try:
        value = node.as_const()
    except nodes.Impossible:
        return True
    return isinstance(value, str | int) and not isinstance(value, bool)
