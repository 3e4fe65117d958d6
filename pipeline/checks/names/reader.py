"""One reading of a part's syntax tree: what was noticed, and what macros were given."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from jinja2 import nodes
from pydantic import BaseModel

from pipeline.checks.names.naming import UNNAMED, shown, type_name
from pipeline.checks.names.notes import OF_GAP, OPTIONAL, Note
from pipeline.checks.names.scope import Scope
from pipeline.checks.names.shapes import Kind, Type, is_number, without
from pipeline.core.text import Text

Typing = Callable[["Reader", nodes.Node, Scope], Type]


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro of the template, and the names of what it is given."""

    node: nodes.Macro

    @property
    def parameters(self) -> tuple[str, ...]:
        """Return the names of what it is given, in order."""
        return tuple(each.name for each in self.node.args)

    @property
    def required(self) -> int:
        """Return how many of them have no value of their own."""
        return len(self.node.args) - len(self.node.defaults)


@dataclass(frozen=True, slots=True)
class Reader:
    """Types expressions, and collects what is wrong with them.

    `given` is what the calls of macros gave to their parameters, by macro and name; `used` are the
    fields of models that expressions name.
    """

    typing: Typing
    macros: dict[str, Macro] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    given: dict[tuple[str, str], Type] = field(default_factory=dict)
    used: set[tuple[type[BaseModel], str]] = field(default_factory=set)

    def type_of(self, node: nodes.Node, scope: Scope) -> Type:
        """Return the type of an expression; what is wrong with it is noted."""
        return self.typing(self, node, scope)

    def quiet(self) -> "Reader":
        """Return a reader whose notes nobody reads."""
        return replace(self, notes=[], given={})

    def note(self, code: str, node: nodes.Node, message: Text, hint: Text | None = None) -> None:
        """Note what is wrong with an expression, once."""
        note = Note(code, node.lineno, message, hint)
        if note not in self.notes:
            self.notes.append(note)

    def present(self, node: nodes.Node, scope: Scope) -> Type:
        """Return the type of an expression that must be there; note one that may be missing."""
        kind = self.type_of(node, scope)
        if Kind.NOTHING in kind:
            # Zero is false, and is not missing.
            asked = " is not none" if any(map(is_number, kind)) else ""
            self.note(
                OPTIONAL,
                node,
                Text("{name} may be missing, and is used here as if it were always there.",
                     name=shown(node)),
                Text("Ask for it in an if before, or write another value behind an or.")
                if UNNAMED in shown(node)
                else Text("Put an if around it: {tag}", tag=f"{{% if {shown(node)}{asked} %}}"),
            )  # fmt: skip
        return without(kind, Kind.NOTHING)

    def given_value(self, node: nodes.Node, scope: Scope) -> Type:
        """Return the type of an expression that must be there and no gap."""
        kind = self.present(node, scope)
        if Kind.GAP in kind:
            rest = without(kind, Kind.GAP)
            message = (
                Text("{name} is {kind} or a gap, and a gap can only be printed.",
                     name=shown(node), kind=type_name(rest))
                if rest
                else Text("{name} is a gap, which can only be printed.", name=shown(node))
            )  # fmt: skip
            hint = Text("Ask first: {tag}", tag=f"{{% if {shown(node)} is not gap %}}")
            self.note(OF_GAP, node, message, hint)
        return without(kind, Kind.GAP)

    def all_types(self, expressions: Iterable[nodes.Node], scope: Scope) -> None:
        """Look through expressions whose types do not matter."""
        for each in expressions:
            self.type_of(each, scope)
