"""Traces of those who made a template, which nobody has written: names, counts, marks of saving."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from pipeline.checks.mending.mends import Mend
from pipeline.checks.mending.open_parts import OpenParts, remove
from pipeline.checks.places import W
from pipeline.core.location import Location
from pipeline.core.text import Text

_CORE: Final = "docProps/core.xml"
_APP: Final = "docProps/app.xml"
_SETTINGS: Final = "word/settings.xml"
_PEOPLE: Final = "word/people.xml"
_PROPERTIES: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_NAMES: Final = (
    "{http://purl.org/dc/elements/1.1/}creator",
    f"{_PROPERTIES}lastModifiedBy",
)
#: What the templates of paja themselves say.
_NOBODY: Final = frozenset({"", "paja"})
_TAG_SIGNS: Final = ("{{", "{%")
_MARK: Final = f"{W}rsid"


def mended_traces(parts: OpenParts) -> Iterator[Mend]:
    """Yield what was taken out; comments and tracked changes stay, for people wrote them."""
    yield from _names(parts)
    yield from _counts(parts)
    yield from _marks_of_saving(parts)
    yield from _accounts(parts)


def _names(parts: OpenParts) -> Iterator[Mend]:
    core = parts.root(_CORE)
    for element in () if core is None else core.iter(*_NAMES):
        name = (element.text or "").strip()
        if name in _NOBODY or any(sign in name for sign in _TAG_SIGNS):
            continue
        element.text = ""
        parts.touch(_CORE)
        yield Mend(
            Text("The name {name} was taken out of the properties.", name=name),
            Location(part=_CORE),
        )


def _counts(parts: OpenParts) -> Iterator[Mend]:
    set_back = [
        part
        for part, name, zero in ((_CORE, f"{_PROPERTIES}revision", "1"), (_APP, "TotalTime", "0"))
        if _is_set_back(parts.root(part), name, zero)
    ]
    for part in set_back:
        parts.touch(part)
        yield Mend(
            Text("The count of savings, or of minutes of editing, was set back."),
            Location(part=part),
        )


def _is_set_back(root: etree._Element | None, name: str, zero: str) -> bool:
    wanted = name if name.startswith("{") else f"{{*}}{name}"
    element = None if root is None else root.find(wanted)
    if element is None or (element.text or "").strip() in {"", zero}:
        return False
    element.text = zero
    return True


def _marks_of_saving(parts: OpenParts) -> Iterator[Mend]:
    """Take out the numbers by which Word tells what was written before which saving."""
    marked = [name for name in parts if name.startswith("word/") and name.endswith(".xml")]
    changed = [name for name in marked if parts.holds(name, b"rsid") and _is_unmarked(parts, name)]
    if changed:
        part = _SETTINGS if _SETTINGS in changed else changed[0]
        yield Mend(
            Text("Word's marks of when what was edited were taken out."), Location(part=part)
        )


def _is_unmarked(parts: OpenParts, name: str) -> bool:
    root = parts.root(name)
    if root is None:
        return False
    lists = list(root.iter(f"{W}rsids", _MARK))
    for each in lists:
        remove(each)
    marks = [
        (element, attribute)
        for element in root.iter("{*}*")
        for attribute in map(str, element.keys())
        if attribute.startswith(_MARK)
    ]
    for element, attribute in marks:
        del element.attrib[attribute]
    if lists or marks:
        parts.touch(name)
    return bool(lists or marks)


def _accounts(parts: OpenParts) -> Iterator[Mend]:
    """Take out the list of authors with their accounts; Word makes it anew when it needs it."""
    people = parts.root(_PEOPLE)
    listed = [] if people is None else list(people.iterfind("{*}person"))
    for each in listed:
        remove(each)
    if listed:
        parts.touch(_PEOPLE)
        yield Mend(
            Text("The list of those who commented was taken out; what they wrote stays."),
            Location(part=_PEOPLE),
        )
