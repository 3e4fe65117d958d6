"""The language and the title that a screen reader tells of a document."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from pipeline.checks.mending.mends import Mend
from pipeline.checks.mending.open_parts import OpenParts
from pipeline.checks.places import W
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.language.locales import LANGUAGE_TAGS

_STYLES: Final = "word/styles.xml"
_CORE: Final = "docProps/core.xml"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
#: What stands behind the language among the properties of a run.
_BEHIND: Final = tuple(f"{W}{name}" for name in ("eastAsianLayout", "specVanish", "oMath"))


def mended_language(parts: OpenParts, language: str) -> Iterator[Mend]:
    """Yield the language of the whole text, where the template told none or another."""
    styles = parts.root(_STYLES)
    tag = LANGUAGE_TAGS.get(language)
    if styles is None or tag is None:
        return
    marked = styles.find(f"{W}docDefaults//{W}lang")
    given = "" if marked is None else marked.get(f"{W}val", "")
    if given.split("-")[0].lower() == language:
        return
    if marked is None:
        marked = _new_mark(styles)
    marked.set(f"{W}val", tag)
    parts.touch(_STYLES)
    yield Mend(
        Text("The language of the text was set to {language}; it was {before}.",
             language=tag, before=given)
        if given
        else Text("The language of the text was set to {language}.", language=tag),
        Location(part=_STYLES),
    )  # fmt: skip


def mended_title(parts: OpenParts, title: str) -> Iterator[Mend]:
    """Yield the title, where the template had none."""
    core = parts.root(_CORE)
    if core is None:
        return
    element = core.find(_TITLE)
    if element is not None and "".join(map(str, element.itertext())).strip():
        return
    if element is None:
        element = etree.SubElement(core, _TITLE)
    element.text = title
    parts.touch(_CORE)
    yield Mend(
        Text("The title was set to “{title}”, as the deliverable is called.", title=title),
        Location(part=_CORE),
    )


def _new_mark(styles: etree._Element) -> etree._Element:
    defaults = _first(styles, f"{W}docDefaults")
    properties = _first(_first(defaults, f"{W}rPrDefault"), f"{W}rPr")
    marked = etree.Element(f"{W}lang")
    behind = (at for at, each in enumerate(properties) if each.tag in _BEHIND)
    properties.insert(next(behind, len(properties)), marked)
    return marked


def _first(parent: etree._Element, name: str) -> etree._Element:
    """Return the child of a name, which is put before the others where there is none."""
    found = parent.find(name)
    if found is None:
        found = etree.Element(name)
        parent.insert(0, found)
    return found
