"""Values by path, and the fields of a model that they belong to."""

from collections import defaultdict
from collections.abc import Mapping

from pydantic import BaseModel

from pipeline.core.finding import Path
from pipeline.core.shape import Group, Leaf, Node, Rows, shape


def gathered(values: Mapping[Path, object]) -> dict[Path, object]:
    """Return the values with the items of each list, whose paths end in a number, as one tuple."""
    whole: dict[Path, object] = {}
    parts: defaultdict[Path, dict[int, object]] = defaultdict(dict)
    for path, value in values.items():
        last = path[-1]
        if isinstance(last, int):
            parts[path[:-1]][last] = value
        else:
            whole[path] = value
    lists = {path: tuple(items[n] for n in sorted(items)) for path, items in parts.items()}
    return whole | lists


def leaf_at(model: type[BaseModel], path: Path) -> Leaf | None:
    """Return the field that a path leads to, None if it leads to none."""
    node: Node | None = shape(model)
    for step in path:
        match node:
            case Rows() if isinstance(step, int):
                node = node.row
            case Group() if isinstance(step, str):
                node = node.children.get(step)
            case _:
                return None
    return node if isinstance(node, Leaf) else None


def row_numbers(values: Mapping[Path, object], path: Path) -> list[int]:
    """Return the numbers of the rows under a path that have values, in order."""
    length = len(path)
    found = {
        step
        for each in values
        if each[:length] == path and len(each) > length and isinstance(step := each[length], int)
    }
    return sorted(found)
