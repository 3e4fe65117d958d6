"""Parts of a form as lines of YAML: a key with all under it, and the row of a list."""

from collections.abc import Mapping

from pipeline.core.finding import Path
from pipeline.core.shape import Group, Leaf, Node, Rows
from pipeline.core.values import row_numbers
from pipeline.core.yaml_text import Written, yaml_value

_STEP = 2

Values = Mapping[Path, Written]


def has_values(values: Values, path: Path) -> bool:
    """Tell whether anything is written at a path or under it."""
    return any(each[: len(path)] == path for each in values)


def key_lines(node: Node, path: Path, values: Values, margin: int) -> list[str]:
    """Return the lines of one key, the last step of `path`, with what is written under it."""
    key = f"{' ' * margin}{path[-1]}:"
    match node:
        case Leaf():
            return f"{key} {yaml_value(values[path], margin + _STEP)}".split("\n")
        case Rows():
            return [key, *rows_lines(node, path, values, margin + _STEP)]
        case Group():
            return [key, *group_lines(node, path, values, margin + _STEP)]


def group_lines(group: Group, path: Path, values: Values, margin: int) -> list[str]:
    """Return the lines of the keys of a group that have values."""
    return [
        line
        for name, child in group.children.items()
        if has_values(values, (*path, name))
        for line in key_lines(child, (*path, name), values, margin)
    ]


def rows_lines(rows: Rows, path: Path, values: Values, margin: int) -> list[str]:
    """Return the lines of all rows of a list."""
    return [
        line
        for number in row_numbers(values, path)
        for line in row_lines(rows, (*path, number), values, margin)
    ]


def row_lines(rows: Rows, path: Path, values: Values, margin: int) -> list[str]:
    """Return the lines of one row, its hyphen in the column `margin`."""
    first, *others = group_lines(rows.row, path, values, margin + _STEP)
    return [f"{' ' * margin}- {first.lstrip()}", *others]


def in_brackets(node: Node, path: Path, values: Values) -> str:
    """Return what stands behind a key on one line, in brackets where it is more than a text."""
    match node:
        case Leaf():
            return yaml_value(values[path], 0, in_brackets=True)
        case Rows():
            items = (
                in_brackets(node.row, (*path, number), values)
                for number in row_numbers(values, path)
            )
            return f"[{', '.join(items)}]"
        case Group():
            parts = (
                f"{name}: {in_brackets(child, (*path, name), values)}"
                for name, child in node.children.items()
                if has_values(values, (*path, name))
            )
            return f"{{{', '.join(parts)}}}"
