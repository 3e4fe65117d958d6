"""From nodes to values: the tree of a file laid beside the tree of its model."""

from dataclasses import dataclass, field

from pipeline.core.finding import Finding, Path, Severity
from pipeline.core.location import Location
from pipeline.core.record import RawValue, ValueKind
from pipeline.core.shape import Group, Leaf, Rows
from pipeline.core.text import Text
from pipeline.sources.opening.yaml.nodes import Entry, Mapping, Node, Scalar, Sequence
from pipeline.sources.yaml.keys import nearest_key
from schemas.blank import empty_to_none
from schemas.msgid import msgid

_LIST_HINT = msgid("Write each item under the key, beginning with a hyphen and a blank.")
_TEXT_HINT = msgid("Write one text behind the key; put it in quotation marks if it has brackets.")
_GROUP_HINT = msgid("Write the keys of this part under it, indented by two blanks: {keys}.")


@dataclass(slots=True)
class Walk:
    """Collects the values of one file with their places, and what was noticed on the way."""

    values: dict[Path, RawValue] = field(default_factory=dict)
    places: dict[Path, Location] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    unreadable: set[Path] = field(default_factory=set)

    def group(self, node: Node, group: Group, path: Path) -> None:
        """Take in a mapping of the group's fields; a text alone is the Finnish one of several."""
        if isinstance(node, Scalar) and node.is_null:
            return
        if isinstance(node, Scalar) and group.is_localized:
            self.leaf(node, (*path, "fi"))
        elif isinstance(node, Mapping):
            self._children(node, group, path)
        else:
            hint = Text(_GROUP_HINT, keys=", ".join(group.children))
            self._misplaced(node, path, Text("Keys with values are expected here."), hint)

    def rows(self, node: Node, rows: Rows, path: Path) -> None:
        """Take in a list of mappings; items without any value are left out, as blank rows are."""
        if isinstance(node, Scalar) and node.is_null:
            return
        if not isinstance(node, Sequence):
            message = Text("A list of rows is expected here, each beginning with a hyphen.")
            self._misplaced(node, path, message, Text(_LIST_HINT))
            return
        number = 0
        for item in node.items:
            if _is_filled(item):
                here = (*path, number)
                self.places[here] = item.place
                self.group(item, rows.row, here)
                number += 1

    def leaf(self, node: Scalar, path: Path) -> None:
        """Take in one text, unless it is blank."""
        text = None if node.is_null else empty_to_none(node.text)
        if not isinstance(text, str):
            return
        self.places[path] = node.place
        self.values[path] = RawValue(text, ValueKind.TEXT, node.place)
        if node.comment:
            self.findings.append(_lost(node, path))

    def _children(self, mapping: Mapping, group: Group, path: Path) -> None:
        for name in group.children:
            self.places[*path, name] = mapping.place
        for entry in mapping.entries:
            child = group.children.get(entry.key.text)
            if child is None:
                self.findings.append(_unknown(entry, group, path))
            else:
                self._child(entry, child, (*path, entry.key.text))

    def _child(self, entry: Entry, child: Leaf | Group | Rows, path: Path) -> None:
        self.places[path] = entry.key.place
        match child:
            case Group():
                self.group(entry.node, child, path)
            case Rows():
                self.rows(entry.node, child, path)
            case _ if child.many and isinstance(entry.node, Sequence):
                self._parts(entry.node, path)
            case _:
                self._text(entry.node, path)

    def _text(self, node: Node, path: Path) -> None:
        if isinstance(node, Scalar):
            self.leaf(node, path)
        else:
            message = Text("One text is expected here, not a list or keys.")
            self._misplaced(node, path, message, Text(_TEXT_HINT))

    def _parts(self, node: Sequence, path: Path) -> None:
        filled = [item for item in node.items if _is_filled(item)]
        for number, item in enumerate(filled):
            self._text(item, (*path, number))

    def _misplaced(self, node: Node, path: Path, message: Text, hint: Text) -> None:
        self.unreadable.add(path)
        self.findings.append(Finding("HE-21", Severity.ERROR, message, node.place, hint, path))


def _is_filled(node: Node) -> bool:
    match node:
        case Scalar():
            return not node.is_null and empty_to_none(node.text) is not None
        case Mapping():
            return any(_is_filled(entry.node) for entry in node.entries)
        case _:
            return any(_is_filled(item) for item in node.items)


def _unknown(entry: Entry, group: Group, path: Path) -> Finding:
    key = entry.key
    message = Text("There is no key “{key}” here.", key=key.text)
    near = nearest_key(key.text, group)
    known = ", ".join(group.children)
    hint = (
        Text("Did you mean “{suggestion}”?", suggestion=near)
        if near
        else Text("These keys are known here: {keys}.", keys=known)
    )
    return Finding("HE-20", Severity.ERROR, message, key.place, hint, path)


def _lost(node: Scalar, path: Path) -> Finding:
    message = Text(
        "Only “{value}” is read; “{comment}” behind it is taken for a comment.",
        value=node.text,
        comment=node.comment,
    )
    hint = Text(
        'If it belongs to the text, put all of it in quotation marks: "{whole}"; if it is a'
        " comment, leave two blanks before it and one after #.",
        whole=f"{node.text} {node.comment}",
    )
    return Finding("IN-20", Severity.WARNING, message, node.place, hint, path)
