"""The lines of a document's properties: what it is called, by whom, in which language."""

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from pipeline.checks.package import W, parsed
from pipeline.checks.wording.line import Kind, Line, Words
from pipeline.core.location import Location
from pipeline.core.visible import visible

_CORE: Final = "docProps/core.xml"
_APP: Final = "docProps/app.xml"
_CUSTOM: Final = "docProps/custom.xml"
_STYLES: Final = "word/styles.xml"
#: Not the moments and the names of saving: a text must not change with every one.
_SHOWN: Final = (
    *((_CORE, name) for name in ("title", "subject", "creator", "keywords", "description")),
    *((_CORE, name) for name in ("category", "contentStatus", "version", "language")),
    *((_APP, name) for name in ("Company", "Manager", "Template")),
)
#: What paja writes of a document's making: it differs where nothing else does.
_OWN: Final = "paja."


def property_lines(parts: Mapping[str, bytes]) -> Iterator[Line]:
    """Yield a line for each property that says something."""
    roots = {part: parsed(parts.get(part, b"")) for part in (_CORE, _APP)}
    for part, name in _SHOWN:
        root = roots[part]
        yield from _line(part, name, None if root is None else root.findtext(f"{{*}}{name}"))
    styles = parsed(parts.get(_STYLES, b""))
    language = None if styles is None else styles.find(f"{W}docDefaults//{W}lang")
    said = None if language is None else language.get(f"{W}val")
    yield from _line(_STYLES, "language of the text", said)
    custom = parsed(parts.get(_CUSTOM, b""))
    for each in () if custom is None else custom.iter("{*}property"):
        name = each.get("name", "")
        if not name.startswith(_OWN):
            yield from _line(_CUSTOM, name, _all_text(each))


def _line(part: str, name: str, value: str | None) -> Iterator[Line]:
    text = visible(" ".join((value or "").split()))
    if text:
        place = Location(part=part)
        yield Line(Kind.PROPERTY, f"{visible(name)}: {text}", place, (Words(text, place=place),))


def _all_text(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())
