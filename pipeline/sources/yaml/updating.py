"""A YAML file brought up to date: what has changed is written anew, all else stays as it is."""

from dataclasses import dataclass, field

from pydantic import BaseModel
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from pipeline.core.finding import Path
from pipeline.core.shape import Group, Leaf, Rows, shape
from pipeline.core.shape import Node as Field
from pipeline.core.values import row_numbers
from pipeline.core.yaml_lines import (
    Values,
    group_lines,
    has_values,
    in_brackets,
    key_lines,
    row_lines,
    rows_lines,
)
from pipeline.core.yaml_text import Written, yaml_value
from pipeline.language.written import meaning
from pipeline.sources.yaml.matching import Match, matched_rows
from pipeline.sources.yaml.spans import (
    KeyedNode,
    compose,
    end_behind,
    end_of,
    is_filled,
    keyed,
    line_end,
    line_start,
    text_of,
)

_STEP = 2
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Updated:
    """The new bytes of a file, and the paths of what was written anew, added or emptied."""

    content: bytes
    changed: tuple[Path, ...]


def updated_yaml(
    content: bytes, model: type[BaseModel], values: Values, *, language: str
) -> Updated:
    """Return a YAML file with other values; its comments and its order stay.

    `content` was read without faults. `values` are all that the file is to hold, as
    `pipeline.language.written` gives them; keys without a value are emptied, rows taken out.
    """
    whole = content.decode("utf-8")
    text = whole.removeprefix(_BOM)
    update = _Update(text, values, language)
    root = compose(text)
    if isinstance(root, MappingNode):
        update.group(root, shape(model), ())
    else:
        lines = group_lines(shape(model), (), values, 0)
        update.patch(len(text), len(text), "\n".join(["", *lines, ""]), ())
    mark = _BOM if whole.startswith(_BOM) else ""
    return Updated((mark + update.result()).encode("utf-8"), tuple(update.changed))


@dataclass(slots=True)
class _Update:
    """Gathers the pieces of a text that are to be replaced."""

    text: str
    values: Values
    language: str
    changed: list[Path] = field(default_factory=list)
    _patches: list[tuple[int, int, str]] = field(default_factory=list)

    def result(self) -> str:
        """Return the text with every piece replaced, in the file's own line breaks."""
        parts: list[str] = []
        at = 0
        for start, end, new in sorted(self._patches, key=lambda patch: patch[:2]):
            parts += [self.text[at:start], self._broken(new)]
            at = max(at, end)
        return "".join([*parts, self.text[at:]])

    def patch(self, start: int, end: int, new: str, path: Path) -> None:
        """Replace a piece of the text, for the sake of a field."""
        self._patches.append((start, end, new))
        self.changed.append(path)

    def group(self, mapping: MappingNode, group: Group, path: Path) -> None:
        """Bring the keys of a mapping up to date, and add those that it lacks."""
        present = keyed(mapping)
        if mapping.flow_style:
            if not self._same(mapping, group, path):
                new = in_brackets(group, path, self.values)
                self.patch(_start(mapping), end_of(self.text, mapping), new, path)
            return
        before: KeyedNode | None = None
        for name, child in group.children.items():
            here = (*path, name)
            if name in present:
                before = present[name]
                self._child(before, child, here)
            elif has_values(self.values, here):
                self._add_key(mapping, before, child, here)

    def _child(self, keyed_node: KeyedNode, child: Field, path: Path) -> None:
        node = keyed_node.node
        if self._same(node, child, path):
            return
        match child, node:
            case Group(), MappingNode():
                self.group(node, child, path)
            case Rows(), SequenceNode() if not node.flow_style:
                self._rows(node, child, path)
            case _:
                self._behind(keyed_node, child, path)

    def _behind(self, keyed_node: KeyedNode, child: Field, path: Path) -> None:
        """Write anew all that stands behind a key."""
        start = int(keyed_node.key.end_mark.index)
        end = end_behind(self.text, keyed_node)
        margin = int(keyed_node.key.start_mark.column) + _STEP
        rest = self.text[end : line_end(self.text, end)].strip()
        self.patch(start, end, f":{self._new(child, path, margin, one_line=bool(rest))}", path)

    def _new(self, child: Field, path: Path, margin: int, *, one_line: bool) -> str:
        if not has_values(self.values, path):
            return ""
        match child:
            case Leaf():
                return f" {yaml_value(self.values[path], margin, in_brackets=one_line)}"
            case _ if one_line:
                return f" {in_brackets(child, path, self.values)}"
            case Rows():
                return "\n" + "\n".join(rows_lines(child, path, self.values, margin))
            case Group():
                return "\n" + "\n".join(group_lines(child, path, self.values, margin))

    def _add_key(
        self, mapping: MappingNode, before: KeyedNode | None, child: Field, path: Path
    ) -> None:
        margin = int(mapping.start_mark.column)
        lines = key_lines(child, path, self.values, margin)
        if before is None:
            start = _start(mapping)
            new = "\n".join(lines).lstrip() + "\n" + " " * margin
        else:
            start = line_end(self.text, end_behind(self.text, before))
            new = "".join(f"\n{line}" for line in lines)
        self.patch(start, start, new, path)

    def _rows(self, sequence: SequenceNode, rows: Rows, path: Path) -> None:
        items = list(sequence.value)
        matched = matched_rows(items, self.values, path)
        margin = int(sequence.start_mark.column)
        if matched is None:
            end = end_of(self.text, sequence)
            new = "\n".join(rows_lines(rows, path, self.values, margin)).lstrip()
            self.patch(_start(sequence), end, new, path)
            return
        at = line_start(self.text, _start(sequence))
        for match in matched:
            at = self._row(match, rows, (path, margin, at))

    def _row(self, match: Match, rows: Rows, within: tuple[Path, int, int]) -> int:
        """Bring one row up to date, add it or take it out; return where the next may be added."""
        path, margin, at = within
        if match.item is None:
            here = (*path, match.number or 0)
            lines = row_lines(rows, here, self.values, margin)
            self.patch(at, at, "".join(f"{line}\n" for line in lines), here)
            return at
        end = _next_line(self.text, line_end(self.text, end_of(self.text, match.item)))
        if match.number is not None and isinstance(match.item, MappingNode):
            self.group(match.item, rows.row, (*path, match.number))
        else:
            hyphen = self.text.rfind("-", 0, _start(match.item))
            self.patch(line_start(self.text, hyphen), end, "", path)
        return end

    def _same(self, node: Node, child: Field, path: Path) -> bool:
        """Tell whether a node already says what is wanted."""
        match child, node:
            case Leaf(), _:
                return self._same_leaf(node, child, path)
            case Group(), MappingNode():
                present = keyed(node)
                return all(
                    self._same(present[name].node, below, (*path, name))
                    if name in present
                    else not has_values(self.values, (*path, name))
                    for name, below in child.children.items()
                )
            case Group(), _ if child.is_localized and is_filled(node):
                spoken = [name for name in child.children if (*path, name) in self.values]
                finnish = child.children["fi"]
                return spoken == ["fi"] and self._same(node, finnish, (*path, "fi"))
            case Rows(), SequenceNode():
                filled = [item for item in node.value if is_filled(item)]
                return row_numbers(self.values, path) == list(range(len(filled))) and all(
                    self._same(item, child.row, (*path, number))
                    for number, item in enumerate(filled)
                )
            case _:
                return not is_filled(node) and not has_values(self.values, path)

    def _same_leaf(self, node: Node, leaf: Leaf, path: Path) -> bool:
        have: Written | None = text_of(node)
        if isinstance(node, SequenceNode):
            have = tuple(filter(None, map(text_of, node.value))) or None
        want = self.values.get(path)
        if have is None or want is None:
            return have is want
        return meaning(leaf, have, self.language) == meaning(leaf, want, self.language)

    def _broken(self, new: str) -> str:
        return new.replace("\n", "\r\n") if "\r\n" in self.text else new


def _start(node: Node) -> int:
    return int(node.start_mark.index)


def _next_line(text: str, end: int) -> int:
    found = text.find("\n", end)
    return len(text) if found < 0 else found + 1
