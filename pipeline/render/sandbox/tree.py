"""All nodes of a syntax tree, found in one walk; Jinja's own search walks anew each time."""

from typing import TypeVar

from jinja2 import nodes

N = TypeVar("N", bound=nodes.Node)


def all_nodes(tree: nodes.Node) -> tuple[nodes.Node, ...]:
    """Return every node below a tree's root, each before its children, in the order of the text."""
    found: list[nodes.Node] = []
    waiting = _children(tree)
    waiting.reverse()
    while waiting:
        node = waiting.pop()
        found.append(node)
        if node.fields:
            children = _children(node)
            children.reverse()
            waiting += children
    return tuple(found)


def of_kind(found: tuple[nodes.Node, ...], kind: type[N]) -> list[N]:
    """Return those of the nodes that are of a kind."""
    return [node for node in found if isinstance(node, kind)]


def _children(node: nodes.Node) -> list[nodes.Node]:
    children: list[nodes.Node] = []
    for name in node.fields:
        value = getattr(node, name, None)
        if isinstance(value, nodes.Node):
            children.append(value)
        elif isinstance(value, list):
            children += (each for each in value if isinstance(each, nodes.Node))
    return children
