"""The form as a YAML file: its values, and on request all empty keys with help as comments."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from textwrap import wrap
from typing import Final

from pydantic import BaseModel

from pipeline.core.finding import Path
from pipeline.core.layout import Column
from pipeline.core.shape import FieldKind, Group, Leaf, Node, Rows, shape
from pipeline.core.text import Text
from pipeline.core.values import row_numbers
from pipeline.core.yaml_text import Written, yaml_value
from pipeline.language.catalogue import Translator, translator
from pipeline.language.headers import REQUIRED_MARK
from pipeline.language.helps import gate_of, help_text, needed_from
from schemas.fields import Choice, Gate

_STEP: Final = 2
_WIDTH: Final = 96


@dataclass(frozen=True, slots=True)
class _Form:
    """What is written, and how: `blank` brings empty keys, `helps` the comments."""

    values: Mapping[Path, Written]
    words: Translator
    process: str
    blank: bool
    helps: bool

    def has(self, path: Path) -> bool:
        """Tell whether anything is written at a path or under it."""
        return any(each[: len(path)] == path for each in self.values)


def yaml_form(
    model: type[BaseModel],
    values: Mapping[Path, Written],
    *,
    language: str,
    process: str = "G",
    head: Iterable[Text] = (),
    blank: bool = True,
    without: Collection[str] = (),
) -> str:
    """Return a form as the text of a YAML file, with `head` as its first comment.

    With `blank` every key stands there with its help; otherwise only what has a value, with the
    titles of its parts. The parts `without` are left out.
    """
    words = translator(language)
    form = _Form(values, words, process, blank, helps=blank)
    lines: list[str] = []
    for text in head:
        lines += _comment(words.text(text), 0)
    for name, node in shape(model).children.items():
        part = [] if name in without else list(_node(form, name, node, ()))
        if part:
            lines += ["", *_title(form, node), *part]
    return "\n".join(lines).strip("\n") + "\n"


def _title(form: _Form, node: Node) -> Iterator[str]:
    if isinstance(node, Leaf):
        return
    title = form.words.text(node.title)
    about = form.words.text(node.about) if form.blank else ""
    gate = gate_of(node.required_from, form.process) if isinstance(node, Rows) else None
    needed = form.words.text(needed_from(gate)).strip() if gate and form.blank else ""
    yield from _comment(f"{title}: {about} {needed}".strip(" :"), 0)


def _node(form: _Form, name: str, node: Node, path: Path) -> Iterator[str]:
    here = (*path, name)
    if not form.blank and not form.has(here):
        return
    margin = _margin(here)
    match node:
        case Leaf():
            yield from _leaf(form, node, here)
        case Rows():
            if path and form.helps:
                yield from _comment(_titled(form, node), len(margin))
            yield f"{margin}{name}:"
            yield from _rows(form, node, here)
        case Group():
            if path and form.helps:
                yield from _group_help(form, node, here)
            yield f"{margin}{name}:"
            inner = replace(form, helps=form.helps and not node.is_localized)
            for child, below in node.children.items():
                yield from _node(inner, child, below, here)


def _rows(form: _Form, rows: Rows, path: Path) -> Iterator[str]:
    numbers = row_numbers(form.values, path) or ([0] if form.blank else [])
    for at, number in enumerate(numbers):
        here = (*path, number)
        inner = replace(form, helps=form.helps and at == 0)
        lines = [
            line for name, node in rows.row.children.items()
            for line in _node(inner, name, node, here)
        ]  # fmt: skip
        yield from _hyphened(lines, len(_margin(here)))


def _hyphened(lines: list[str], margin: int) -> Iterator[str]:
    """Yield an item's lines with the hyphen before its first key, under the comments on it."""
    first = next(at for at, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from (line[_STEP:] for line in lines[:first])
    yield f"{' ' * margin}- {lines[first].lstrip()}"
    yield from lines[first + 1 :]


def _leaf(form: _Form, leaf: Leaf, path: Path) -> Iterator[str]:
    margin = _margin(path)
    if form.helps:
        yield from _comment(_help(form, leaf, str(path[-1])), len(margin))
    value = form.values.get(path)
    behind = "" if value is None else f" {yaml_value(value, len(margin) + _STEP)}"
    yield f"{margin}{path[-1]}:{behind}"


def _help(form: _Form, leaf: Leaf, key: str) -> str:
    say = form.words.text
    needed = leaf.compulsory or gate_of(leaf.required_from, form.process)
    title = say(leaf.title) + (REQUIRED_MARK if needed else "")
    parts = [f"{title}: {help_text(Column((key,), leaf, key), form.words, form.process)}"]
    if leaf.choice is not None:
        members = (each for each in leaf.choice if _is_of(each, form.process))
        choices = "; ".join(say(member.label) for member in members)
        parts.append(say(Text("One of these: {choices}.", choices=choices)))
    elif leaf.kind is FieldKind.YES_NO:
        parts.append(say(Text("One of these: {choices}.", choices=f"{say('yes')}; {say('no')}")))
    if leaf.example and leaf.example != "…" and leaf.choice is None:
        parts.append(say(Text("Example: {example}", example=Text(leaf.example))))
    return " ".join(parts)


def _is_of(member: Choice, process: str) -> bool:
    """Tell whether a choice may be made: a gate only in its own process."""
    return not isinstance(member, Gate) or member.process == process


def _group_help(form: _Form, group: Group, path: Path) -> Iterator[str]:
    """Yield the comment above a group; of a text in several languages that of the text."""
    own = group.children.get(form.words.language)
    if group.is_localized and isinstance(own, Leaf):
        yield from _comment(_help(form, own, str(path[-1])), len(_margin(path)))
    else:
        yield from _comment(_titled(form, group), len(_margin(path)))


def _titled(form: _Form, node: Group | Rows) -> str:
    return f"{form.words.text(node.title)}: {form.words.text(node.about)}"


def _margin(path: Path) -> str:
    """Return the blanks before a key: two for each level, and two for the hyphen of each row."""
    return " " * (_STEP * (len(path) - 1))


def _comment(text: str, margin: int) -> list[str]:
    blanks = " " * margin
    return [f"{blanks}# {line}" for line in wrap(text, _WIDTH - margin)] or [f"{blanks}#"]
