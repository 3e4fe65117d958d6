"""What placeholder pictures change in a template's package, once and for all its documents."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from pipeline.render.package.reading import CONTENT_TYPES
from pipeline.render.package.relations import all_targets, relations_name, targets, without
from pipeline.render.source.dialect import PartSource

_MEDIA: Final = "word/media/"
_NAMESPACE: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
#: The kinds of media that a document may come to hold, by the ending of their names.
_TYPES: Final = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}


def with_pictures(parts: Mapping[str, bytes], sources: tuple[PartSource, ...]) -> dict[str, bytes]:
    """Return the parts without the placeholders' own pictures, ready for those of documents."""
    tagged = [source for source in sources if source.placeholders]
    if not tagged:
        return dict(parts)
    kept = dict(parts)
    freed: set[str] = set()
    for source in tagged:
        name = relations_name(source.name)
        unused = _unused(source)
        if name in kept and unused:
            freed |= {each for key, each in targets(name, kept[name]).items() if key in unused}
            kept[name] = without(kept[name], unused)
    for name in freed.difference(all_targets(kept)):
        # What a type names singly stays, for the type would name nothing.
        if name.startswith(_MEDIA) and f'"/{name}"'.encode() not in kept[CONTENT_TYPES]:
            kept.pop(name, None)
    return {**kept, CONTENT_TYPES: _with_types(kept[CONTENT_TYPES])}


def _unused(source: PartSource) -> frozenset[str]:
    """Return the ids that only the placeholders' own pictures had."""
    ids = {key for each in source.placeholders for key in each.relations if key}
    rest = [source.source, *(each.xml for each in source.placeholders)]
    return frozenset(key for key in ids if not any(f'"{key}"' in text for text in rest))


def _with_types(content: bytes) -> bytes:
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    known = {each.get("Extension", "").lower() for each in root.iter(f"{_NAMESPACE}Default")}
    missing = [ending for ending in _TYPES if ending not in known]
    for place, ending in enumerate(missing):
        attributes = {"Extension": ending, "ContentType": _TYPES[ending]}
        root.insert(place, etree.Element(f"{_NAMESPACE}Default", attributes))
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return written
