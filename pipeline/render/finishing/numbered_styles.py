"""The numbered paragraph styles of a template, as lists that are printed from values need them.

A style numbers such lists if its name ends in "Number", and if its numbering prints the numbers
that a writer types: decimal ones, of one level. Others, such as letters, would say something else.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml import etree

from pipeline.render.source.fragments import fragment
from pipeline.render.source.positions import W

#: Stand in an instance of a numbering for its id and for its list's first number.
INSTANCE: Final = "paja-instance"
START: Final = "paja-start"
_SUFFIX: Final = "Number"
_DECIMAL: Final = "decimal"
#: The id that takes a style out of its parent's numbering.
_NONE: Final = "0"


@dataclass(frozen=True, slots=True)
class _Reference:
    """Where a style's numbering is: its id, its level, and the indents that the style sets."""

    number: str
    level: str | None
    indent: str


class NumberedStyles:
    """The styles of a template, with their numberings."""

    def __init__(self, styles: etree._Element, numbering: etree._Element) -> None:
        self._styles = {each.get(f"{W}styleId", ""): each for each in styles.iter(f"{W}style")}
        self._instances = {each.get(f"{W}numId"): each for each in numbering.findall(f"{W}num")}
        self._definitions = {
            each.get(f"{W}abstractNumId"): each for each in numbering.findall(f"{W}abstractNum")
        }

    def all(self) -> Iterator[tuple[str, str, str, etree._Element]]:
        """Yield the id, level and indents of each style that numbers lists, and an instance."""
        for name in self._styles:
            reference = self._reference(name) if name.endswith(_SUFFIX) else None
            instance = None if reference is None else self._instances.get(reference.number)
            if reference is None or instance is None:
                continue
            definition = self._definition(instance)
            if definition is None:
                continue
            level = reference.level or _level_of(definition, name)
            if _prints_what_is_typed(instance, definition, level):
                yield name, level, reference.indent, _restarted(instance, definition, level)

    def _reference(self, name: str) -> _Reference | None:
        """Return the numbering that a style sets or inherits."""
        level, indent = None, ""
        for style in self._chain(name):
            properties = style.find(f"{W}pPr")
            if properties is None:
                continue
            indent = indent or fragment(properties.find(f"{W}ind"))
            level = level or _value(properties.find(f"{W}numPr/{W}ilvl"))
            number = _value(properties.find(f"{W}numPr/{W}numId"))
            if number is not None:
                return None if number == _NONE else _Reference(number, level, indent)
        return None

    def _chain(self, name: str | None) -> Iterator[etree._Element]:
        """Yield a style and those that it is based on, each once."""
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = _value(self._styles[name].find(f"{W}basedOn"))

    def _definition(self, instance: etree._Element) -> etree._Element | None:
        """Return the definition of an instance, or that of the list style which it names."""
        definition = self._definitions.get(_value(instance.find(f"{W}abstractNumId")))
        link = None if definition is None else _value(definition.find(f"{W}numStyleLink"))
        if link is None:
            return definition
        reference = self._reference(link)
        linked = None if reference is None else self._instances.get(reference.number)
        if linked is None:
            return None
        return self._definitions.get(_value(linked.find(f"{W}abstractNumId")))


def _level_of(definition: etree._Element, style: str) -> str:
    """Return the level that a definition gives to a style, else the first one."""
    for level in definition.findall(f"{W}lvl"):
        if _value(level.find(f"{W}pStyle")) == style:
            return level.get(f"{W}ilvl", "0")
    return "0"


def _prints_what_is_typed(instance: etree._Element, definition: etree._Element, level: str) -> bool:
    if not level.isdecimal():
        return False
    own = instance.find(f"{W}lvlOverride[@{W}ilvl='{level}']/{W}lvl")
    printed = definition.find(f"{W}lvl[@{W}ilvl='{level}']") if own is None else own
    if printed is None:
        return False
    form = _value(printed.find(f"{W}numFmt")) or _DECIMAL
    text = _value(printed.find(f"{W}lvlText")) or ""
    return form == _DECIMAL and text.count("%") == 1 and f"%{int(level) + 1}" in text


def _restarted(instance: etree._Element, definition: etree._Element, level: str) -> etree._Element:
    """Return a copy of an instance with places for its id and for its first number."""
    copy = deepcopy(instance)
    copy.tail = None
    copy.attrib.clear()
    copy.set(f"{W}numId", INSTANCE)
    target = copy.find(f"{W}abstractNumId")
    if target is not None:
        target.set(f"{W}val", definition.get(f"{W}abstractNumId", ""))
    override = copy.find(f"{W}lvlOverride[@{W}ilvl='{level}']")
    if override is None:
        override = etree.SubElement(copy, f"{W}lvlOverride", {f"{W}ilvl": level})
    for former in override.findall(f"{W}startOverride"):
        override.remove(former)
    override.insert(0, etree.Element(f"{W}startOverride", {f"{W}val": START}))
    return copy


def _value(element: etree._Element | None) -> str | None:
    return None if element is None else element.get(f"{W}val")
