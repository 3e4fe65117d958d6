"""A template taken apart for those who check it: all its faults, and the syntax tree of each part.

Compiling stops at the first stage that has faults; this goes on wherever something can be read.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, TypeVar

from jinja2 import nodes

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.render.compiling import compile_parts, parsed_tree, refusals, refuse_unfilled
from pipeline.render.limits import DEFAULT, Limits
from pipeline.render.package.charts import chart_patterns
from pipeline.render.package.danger import dangers
from pipeline.render.package.plain_texts import PlainTexts
from pipeline.render.package.properties import APP, CORE, CUSTOM
from pipeline.render.package.reading import is_content, unpacked
from pipeline.render.package.soundness import flaws
from pipeline.render.package.template_properties import template_properties
from pipeline.render.sandbox.environment import TemplateEnvironment
from pipeline.render.sandbox.faults import place_of
from pipeline.render.sandbox.tree import all_nodes
from pipeline.render.source.dialect import PartSource, has_tags, lean_source, parse_xml
from pipeline.render.source.positions import TAG, as_written, core_text

T = TypeVar("T")
_SHOWN: Final = 80
#: From here on Python may refuse the code that is made of a part: it is tried. Brackets in a tag
#: nest no deeper than it has letters for.
_DEEP: Final = 12
_LETTERS: Final = 13
_STATEMENT: Final = re.compile(r"\{%[-+]?\s*(end)?(?:if|for|macro|set)\b")


@dataclass(frozen=True, slots=True)
class InspectedPart:
    """A part with tags, or a text outside of paragraphs, and its syntax tree."""

    tree: nodes.Template
    _source: PartSource

    @property
    def name(self) -> str:
        """Return the part's name."""
        return self._source.name

    def place(self, line: int) -> Location:
        """Return the place of what stands on a line of the part's source."""
        return place_in(self._source, line)


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a template says: the parts that could be read, and all that is wrong with it.

    `package` are the package's parts by name; empty where there is no package.
    """

    parts: tuple[InspectedPart, ...] = ()
    faults: tuple[TemplateError, ...] = ()
    package: tuple[tuple[str, bytes], ...] = ()


def inspect_template(
    content: bytes, *, language: str = "fi", limits: Limits = DEFAULT
) -> Inspection:
    """Return the parts of a template and all faults of its package and tags."""
    faults: list[TemplateError] = []
    package = _tried(partial(unpacked, content, limits), faults)
    if package is None:
        return Inspection(faults=tuple(faults))
    held = tuple(package.items())
    faults += dangers(package)
    if not faults:
        faults += flaws(package)
    if faults:
        # What the parts of such a package say cannot be trusted.
        return Inspection(faults=tuple(faults), package=held)
    for name, data in held:
        _tried(partial(refuse_unfilled, {name: data}), faults)
    environment = TemplateEnvironment(language, (), limits)
    parts: list[InspectedPart] = []
    for source in _sources(package, faults):
        tree = _tried(partial(parsed_tree, environment, source), faults)
        if tree is not None:
            parts.append(InspectedPart(tree, source))
            faults += _unfit(environment, source, tree)
    return Inspection(tuple(parts), tuple(faults), held)


def place_in(source: PartSource, line: int) -> Location:
    """Return the place of what stands on a line of a part's source."""
    place = place_of(source, line)
    tag = _tag_at(source.source, line)
    if tag is None or _is_same(tag, place.tag):
        return place
    # A tag in an instruction or an attribute: its paragraph is the one before.
    return replace(place, tag=tag[:_SHOWN])


def package_parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of a document by name.

    Raises:
        TemplateError: no Word document, damaged, protected, or too large.
    """
    return unpacked(content, DEFAULT)


def _unfit(
    environment: TemplateEnvironment, source: PartSource, tree: nodes.Template
) -> tuple[TemplateError, ...]:
    """Return what a part may not use; that it cannot be compiled, only where that may be so."""
    refused = refusals(all_nodes(tree), environment, source)
    if refused or _depth(source.source) < _DEEP:
        return refused
    faults: list[TemplateError] = []
    _tried(partial(compile_parts, environment, (source,)), faults)
    return tuple(faults)


def _depth(source: str) -> int:
    """Return how deep statements stand in one another, or brackets in a tag, at least."""
    deepest = depth = 0
    for found in _STATEMENT.finditer(source):
        depth += -1 if found[1] else 1
        deepest = max(deepest, depth)
    return max(deepest, *(len(tag[0]) // _LETTERS for tag in TAG.finditer(source)), 0)


def _sources(package: dict[str, bytes], faults: list[TemplateError]) -> Iterator[PartSource]:
    for name, data in package.items():
        if not is_content(name):
            continue
        if has_tags(data):
            source = _tried(partial(lean_source, name, data), faults)
            if source is not None:
                yield source
        else:
            _tried(partial(parse_xml, name, data), faults)
    texts = PlainTexts()
    _tried(partial(_add_properties, package, texts), faults)
    _tried(partial(chart_patterns, package, texts), faults)
    yield from texts.all()


def _add_properties(package: dict[str, bytes], texts: PlainTexts) -> None:
    """Add the texts of the properties; parts of them without tags are only read as XML."""
    told: dict[str, bytes] = {
        name: package[name] for name in (CORE, CUSTOM, APP) if name in package
    }
    for name in list(told):
        if not has_tags(told[name]):
            parse_xml(name, told.pop(name))
    template_properties(told, texts)


def _tried(act: Callable[[], T], faults: list[TemplateError]) -> T | None:
    """Return what an act returns; what it raises joins the faults."""
    try:
        return act()
    except TemplateError as fault:
        faults += [fault, *fault.others]
        return None


def _tag_at(source: str, line: int) -> str | None:
    """Return the tag whose words stand on a line."""
    at, end = 1, 0
    for found in TAG.finditer(source):
        at += source.count("\n", end, found.start())
        end = found.start()
        last = at + found[0].count("\n")
        if at < line <= last:
            return " ".join(as_written(found[0]).split())
    return None


def _is_same(tag: str, known: str | None) -> bool:
    return known is not None and core_text(tag).startswith(core_text(known)[:_SHOWN])
