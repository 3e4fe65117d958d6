"""The walk over a part's statements: what is set, chosen and repeated where."""

from collections.abc import Iterable, Iterator
from typing import Final

from jinja2 import nodes
from pydantic import BaseModel

from pipeline.checks.names.conditions import behind, read_condition
from pipeline.checks.names.expressions import expression_type
from pipeline.checks.names.lookups import MACRO_NAMES, loop_names
from pipeline.checks.names.naming import path_of, shown, type_name
from pipeline.checks.names.notes import NO_LIST, UNUSED, Note
from pipeline.checks.names.printing import note_raw
from pipeline.checks.names.reader import Macro, Reader
from pipeline.checks.names.scope import Scope, joined
from pipeline.checks.names.shapes import (
    ANYTHING,
    TEXT,
    Kind,
    Listed,
    Type,
    is_known,
    items_of,
)
from pipeline.core.text import Text

#: What macros are given is known once all calls are read; calls in macros need another round.
_ROUNDS: Final = 6


def read_tree(tree: nodes.Template, names: dict[str, Type]) -> tuple[Note, ...]:
    """Return what is wrong with the names and types of a part, given those of its context."""
    return tuple(_read(tree, names).notes)


def used_fields(
    tree: nodes.Template, names: dict[str, Type]
) -> frozenset[tuple[type[BaseModel], str]]:
    """Return the fields of models that a part asks for or prints, but those at the very top."""
    return frozenset(_read(tree, names).used)


def _read(tree: nodes.Template, names: dict[str, Type]) -> Reader:
    macros = {each.name: Macro(each) for each in tree.find_all(nodes.Macro)}
    given: dict[tuple[str, str], Type] = {}
    reader = Reader(expression_type, macros)
    for _ in range(_ROUNDS):
        reader = Reader(expression_type, macros, given=dict(given))
        scope = Scope({**names, "range": ANYTHING})
        _Walk(reader, known_given=given).body(tree.body, scope)
        if reader.given == given:
            break
        given = reader.given
    return reader


class _Walk:
    """One walk over statements, in which macros take what was given to them before."""

    def __init__(self, reader: Reader, *, known_given: dict[tuple[str, str], Type]) -> None:
        self._reader = reader
        self._given = known_given

    def body(self, statements: Iterable[nodes.Node], scope: Scope) -> Scope:
        """Read statements in their order and return what is known behind them."""
        for each in statements:
            scope = self._statement(each, scope)
        return scope

    def _statement(self, node: nodes.Node, scope: Scope) -> Scope:
        match node:
            case nodes.Output(nodes=printed):
                self._printed(printed, scope)
            case nodes.If():
                scope = self._if(node, scope)
            case nodes.For():
                self._for(node, scope)
            case nodes.Assign(target=target, node=value):
                scope = scope.with_names(_bound(target, self._reader.type_of(value, scope)))
            case nodes.AssignBlock(target=target, body=body):
                self.body(body, scope)
                scope = scope.with_names(_bound(target, TEXT))
            case nodes.Macro():
                scope = self._macro(node, scope)
        return scope

    def _printed(self, printed: Iterable[nodes.Node], scope: Scope) -> None:
        for each in printed:
            if not isinstance(each, nodes.TemplateData):
                note_raw(self._reader, each, scope)

    def _if(self, node: nodes.If, scope: Scope) -> Scope:
        ways: list[Scope] = []
        rest = scope
        for branch in (node, *node.elif_):
            read_condition(self._reader, branch.test, rest)
            chosen = behind(self._reader, branch.test, rest, truth=True)
            ways.append(self.body(branch.body, chosen))
            rest = behind(self._reader, branch.test, rest, truth=False)
        ways.append(self.body(node.else_, rest))
        return joined(scope, tuple(ways))

    def _for(self, node: nodes.For, scope: Scope) -> None:
        item = self._item(node, scope)
        bound = _bound(node.target, item)
        inner = scope.with_names({**bound, "loop": loop_names(item)})
        path = path_of(node.iter)
        if path is not None and path.split(".")[0] not in bound:
            inner = inner.knowing(path, truth=True)
        if node.test is not None:
            read_condition(self._reader, node.test, inner)
            inner = behind(self._reader, node.test, inner, truth=True)
        self.body(node.body, inner)
        self.body(node.else_, scope)
        self._unused(node, bound)

    def _item(self, node: nodes.For, scope: Scope) -> Type:
        kind = self._reader.given_value(node.iter, scope)
        others = frozenset(shape for shape in kind if not isinstance(shape, Listed))
        if is_known(kind) and others:
            self._reader.note(
                NO_LIST,
                node.iter,
                Text("A for goes through lists only, and {name} is {kind}.",
                     name=shown(node.iter), kind=type_name(others)),
                Text("Name a list, or put an if around the loop where there may be none."),
            )  # fmt: skip
        return items_of(kind)

    def _unused(self, node: nodes.For, bound: dict[str, Type]) -> None:
        used = set(_used((*node.body, node.test)))
        counts = isinstance(node.iter, nodes.Call) or "loop" in used
        if counts or used & set(bound):
            return
        self._reader.note(
            UNUSED,
            node,
            Text("The loop never uses {name}.", name=", ".join(bound)),
            Text("Use the name of the loop in the tags within it: {tag}",
                 tag=f"{{{{ {next(iter(bound))}… }}}}"),
        )  # fmt: skip

    def _macro(self, node: nodes.Macro, scope: Scope) -> Scope:
        outer = scope.with_names({node.name: frozenset({Kind.MACRO})})
        parameters: dict[str, Type] = {
            each.name: self._given.get((node.name, each.name), frozenset()) for each in node.args
        }
        for each, value in zip(reversed(node.args), reversed(node.defaults), strict=False):
            parameters[each.name] |= self._reader.type_of(value, scope)
        known = {name: kind or ANYTHING for name, kind in parameters.items()}
        plain = Scope(outer.names)
        self.body(node.body, plain.with_names({**MACRO_NAMES, **known}))
        return outer


def _bound(target: nodes.Node, kind: Type) -> dict[str, Type]:
    """Return the types of the names that a target binds; parts of an item may be anything."""
    if isinstance(target, nodes.Name):
        return {target.name: kind}
    return dict.fromkeys((name.name for name in target.find_all(nodes.Name)), ANYTHING)


def _used(statements: Iterable[nodes.Node | None]) -> Iterator[str]:
    for each in statements:
        if isinstance(each, nodes.Name):
            yield each.name
        elif each is not None:
            yield from (name.name for name in each.find_all(nodes.Name) if name.ctx == "load")
