"""Where the parts of a YAML text begin and end, leaving out the comments behind them."""

from collections.abc import Mapping
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from pipeline.core.location import Location
from pipeline.sources.opening.yaml.nodes import Scalar
from schemas.blank import empty_to_none


@dataclass(frozen=True, slots=True)
class KeyedNode:
    """One key of a mapping and what it holds."""

    key: ScalarNode
    node: Node


def compose(text: str) -> Node | None:
    """Return the tree of a text that was read without faults, None if it holds nothing."""
    node: Node | None = YAML(typ="safe", pure=True).compose(text)
    return node


def keyed(mapping: MappingNode) -> Mapping[str, KeyedNode]:
    """Return the keys of a mapping by name, in the order of the file."""
    return {key.value: KeyedNode(key, node) for key, node in mapping.value}


def text_of(node: Node) -> str | None:
    """Return the text of a scalar, None if it is blank or no scalar."""
    if not isinstance(node, ScalarNode):
        return None
    if Scalar(node.value, Location(), plain=node.style is None).is_null:
        return None
    return node.value if empty_to_none(node.value) is not None else None


def is_filled(node: Node) -> bool:
    """Tell whether anything within a node has a value."""
    match node:
        case MappingNode():
            return any(is_filled(child) for _, child in node.value)
        case SequenceNode():
            return any(is_filled(child) for child in node.value)
        case _:
            return text_of(node) is not None


def end_of(text: str, node: Node) -> int:
    """Return where the last character of a node's own text ends."""
    match node:
        case MappingNode() if not node.flow_style and node.value:
            key, child = node.value[-1]
            return end_behind(text, KeyedNode(key, child))
        case SequenceNode() if not node.flow_style and node.value:
            return end_of(text, node.value[-1])
        case ScalarNode() if node.style in {"|", ">"}:
            return _end_of_block(text, node)
        case _:
            return int(node.end_mark.index)


def end_behind(text: str, keyed_node: KeyedNode) -> int:
    """Return where that ends which stands behind a key; the colon's end if nothing does."""
    colon = int(keyed_node.key.end_mark.index) + 1
    node = keyed_node.node
    # The parser says that an empty value stands where the next key begins.
    empty = node.start_mark.index == node.end_mark.index
    return colon if empty else max(colon, end_of(text, node))


def line_start(text: str, index: int) -> int:
    """Return where the line of a character begins."""
    return text.rfind("\n", 0, index) + 1


def line_end(text: str, index: int) -> int:
    """Return where the line of a character ends, before its line break."""
    found = text.find("\n", index)
    end = len(text) if found < 0 else found
    return end - 1 if end > index and text[end - 1] == "\r" else end


def _end_of_block(text: str, node: ScalarNode) -> int:
    """Return the end of a block of lines; comments with a smaller margin are not of it."""
    start = int(node.start_mark.index)
    lines = text[start : int(node.end_mark.index)].split("\n")
    first = next((line for line in lines[1:] if line.strip()), "")
    margin = len(first) - len(first.lstrip(" "))
    kept = 1
    for number, line in enumerate(lines[1:], start=2):
        if line.strip() and len(line) - len(line.lstrip(" ")) >= margin > 0:
            kept = number
    return start + len("\n".join(lines[:kept]).rstrip())
