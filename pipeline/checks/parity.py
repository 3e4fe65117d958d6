"""Parity of languages: what one language's template of a deliverable has and another's lacks."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from jinja2 import nodes

from pipeline.checks.names.naming import path_of
from pipeline.checks.package import BODY, Package
from pipeline.checks.severities import SEVERITIES
from pipeline.core.finding import Finding
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.inspecting import inspect_template

PARITY: Final = "TE-50"
_HEADING: Final = "Heading"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a template says beside its words: the names that it uses, its loops and headings."""

    file: str
    names: frozenset[str]
    loops: tuple[str, ...]
    headings: tuple[int, ...]


def contents_of(content: bytes, *, file: str) -> Contents:
    """Return what a template says; nothing where it cannot be read."""
    inspection = inspect_template(content)
    names: set[str] = set()
    loops: list[str] = []
    for part in inspection.parts:
        _collect(part.tree, {}, names, loops)
    paragraphs = Package(dict(inspection.package)).paragraphs(BODY)
    levels = (each.style.removeprefix(_HEADING) for each in paragraphs
              if each.style.startswith(_HEADING))  # fmt: skip
    headings = tuple(int(each) for each in levels if each.isdecimal())
    return Contents(file, frozenset(names), tuple(loops), headings)


def parity(templates: Sequence[Contents]) -> Iterator[Finding]:
    """Yield what the templates of one deliverable in several languages do not share."""
    first, *others = templates
    for other in others:
        yield from _names(first, other)
        yield from _names(other, first)
        yield from _loops(first, other)
        if other.headings != first.headings:
            yield _finding(
                other,
                Text("The headings are of the levels {levels}, and in {file} of {others}.",
                     levels=_said(other.headings), file=first.file, others=_said(first.headings)),
                Text("Give both languages the same headings in the same order."),
            )  # fmt: skip


def _names(fuller: Contents, other: Contents) -> Iterator[Finding]:
    for name in sorted(fuller.names - other.names):
        yield _finding(
            other,
            Text("This template never uses {name}, which {file} uses.",
                 name=name, file=fuller.file),
            Text("Add its tag, or take it away from the other language."),
        )  # fmt: skip


def _loops(first: Contents, other: Contents) -> Iterator[Finding]:
    counted = Counter(first.loops), Counter(other.loops)
    for name in sorted({*first.loops, *other.loops}):
        before, now = counted[0][name], counted[1][name]
        if before and now and before != now:
            yield _finding(
                other,
                Text("Loops over {name}: {count} here, and {others} in {file}.",
                     name=name, count=now, others=before, file=first.file),
                Text("Repeat the same things in both languages."),
            )  # fmt: skip


def _collect(node: nodes.Node, known: Mapping[str, str], names: set[str], loops: list[str]) -> None:
    """Collect the names of a tree by their paths in the context, and what its loops run over."""
    if isinstance(node, nodes.For):
        _collect(node.iter, known, names, loops)
        over = _path(node.iter, known) or ""
        loops.append(over)
        known = {**known, **_bound(node.target, over)}
        children: Sequence[nodes.Node] = (*node.body, *node.else_)
    else:
        path = _path(node, known)
        if path is not None:
            names.add(path)
            return
        children = tuple(node.iter_child_nodes())
    for child in children:
        _collect(child, known, names, loops)


def _bound(target: nodes.Node, over: str) -> dict[str, str]:
    found = [target] if isinstance(target, nodes.Name) else list(target.find_all(nodes.Name))
    return {each.name: f"{over}[]" for each in found}


def _path(node: nodes.Node, known: Mapping[str, str]) -> str | None:
    if isinstance(node, nodes.Name) and node.ctx != "load":
        return None
    path = path_of(node)
    if path is None:
        return None
    root, dot, rest = path.partition(".")
    return f"{known.get(root, root)}{dot}{rest}"


def _said(levels: tuple[int, ...]) -> str:
    return " ".join(map(str, levels)) or "–"


def _finding(template: Contents, message: Text, hint: Text) -> Finding:
    return Finding(PARITY, SEVERITIES[PARITY], message, Location(file=template.file), hint)
