"""Whether the texts of a part stand where Word shows them, told once of all that it can print.

The tree of the tags is laid flat: every branch of every `if`, the body of every loop once, and that
of a macro wherever it is printed. If that is whole, and each branch and body begins and ends inside
of elements of the same names, then each text has elements of the same names around it however often
they are printed. What cannot be told so, such as a macro that is printed by way of a name, is
looked for in every document.
"""

from collections.abc import Iterable, Iterator
from typing import Final
from xml.parsers import expat

from jinja2 import nodes

from pipeline.render.finishing.structure import CONTAINERS
from pipeline.render.sandbox.tree import of_kind

#: Stands for a value, which is text: what it says of itself is escaped, or stays in its run.
_VALUE: Final = "\ue000"
_EDGE: Final = "paja-edge"
#: A flat text may be longer than its source, as macros are repeated, but not without end.
_LONGEST: Final = 10_000_000
#: The filter of a block tag: it prints whole paragraphs in the place of the tag's own.
_PARAGRAPHS: Final = "_block"


class _UntoldError(Exception):
    """The tree prints in a way that is not looked into here."""


class _Reading:
    """The names of the elements that the parser is in, and of those at the edges of each choice."""

    def __init__(self) -> None:
        self.held = True
        self._open = [""]
        self._edges: dict[str, list[str]] = {}

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        self._open.append(name)

    def end(self, _name: str) -> None:
        self._open.pop()

    def text(self, text: str) -> None:
        if self._open[-1] in CONTAINERS and text.strip():
            self.held = False

    def instruction(self, target: str, data: str) -> None:
        if target == _EDGE and self._edges.setdefault(data, [*self._open]) != self._open:
            self.held = False


def holds_texts(tree: nodes.Template, written: tuple[nodes.Node, ...]) -> bool:
    """Tell that nothing printed of a part's tree can put a text outside of every run.

    `written` are all nodes of the tree. False says nothing: the part's documents may be sound all
    the same.
    """
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.ProcessingInstructionHandler = reading.instruction
    try:
        parser.Parse("".join(_Laying(written).flat(tree.body)).encode(), True)
    except (_UntoldError, expat.ExpatError, UnicodeEncodeError, RecursionError):
        return False
    return reading.held


class _Laying:
    """Lays a tree flat; `_left` is how many characters more it may be."""

    def __init__(self, written: tuple[nodes.Node, ...]) -> None:
        macros = of_kind(written, nodes.Macro)
        self._macros = {macro.name: macro for macro in macros}
        self._left = _LONGEST
        self._edges = 0
        printed = {id(node) for output in of_kind(written, nodes.Output) for node in output.nodes}
        calls = (call for call in written if self._called(call) is not None)
        if len(macros) > len(self._macros) or any(id(call) not in printed for call in calls):
            raise _UntoldError

    def flat(self, body: Iterable[nodes.Node]) -> Iterator[str]:
        """Yield the texts of all that a body may print, with a mark at the edges of each choice.

        Raises:
            _UntoldError: it prints in a way that is not looked into here, or too much.
        """
        for node in body:
            match node:
                case nodes.Output():
                    for each in node.nodes:
                        yield from self._printed(each)
                case nodes.If():
                    yield from self._edged((node.body, node.elif_, node.else_))
                case nodes.For():
                    yield from self._edged((node.body, node.else_))
                case nodes.Assign() | nodes.Macro():
                    pass
                case _:
                    raise _UntoldError

    def _edged(self, bodies: Iterable[Iterable[nodes.Node]]) -> Iterator[str]:
        self._edges += 1
        edge = f"<?{_EDGE} {self._edges}?>"
        yield self._laid(edge)
        for body in bodies:
            yield from self.flat(body)
            yield self._laid(edge)

    def _printed(self, node: nodes.Expr) -> Iterator[str]:
        macro = self._called(node)
        if macro is not None:
            yield from self._edged((macro.body,))
        elif isinstance(node, nodes.TemplateData):
            yield self._laid(node.data)
        elif not isinstance(node, nodes.Filter) or node.name != _PARAGRAPHS:
            yield _VALUE

    def _laid(self, text: str) -> str:
        self._left -= len(text)
        if self._left < 0:
            raise _UntoldError
        return text

    def _called(self, node: nodes.Node) -> nodes.Macro | None:
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
            return self._macros.get(node.node.name)
        return None
