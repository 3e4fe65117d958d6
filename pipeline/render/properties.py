"""A document's core properties: title, author, language and dates, never from the clock."""

import re
from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape

CORE: Final = "docProps/core.xml"
_RELATIONS: Final = "_rels/.rels"
_TYPES: Final = "[Content_Types].xml"
_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION: Final = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
#: LibreOffice has written the relation under this name too; it means the same part.
_ANY_CORE_RELATION: Final = re.compile(r"<Relationship\b[^>]*/metadata/core-properties\"[^>]*/>")
_ELEMENTS: Final = {
    "title": "dc:title",
    "subject": "dc:subject",
    "author": "dc:creator",
    "description": "dc:description",
    "language": "dc:language",
    "keywords": "cp:keywords",
    "version": "cp:version",
    "status": "cp:contentStatus",
    "created": "dcterms:created",
    "modified": "dcterms:modified",
}
_NAMESPACES: Final = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def with_core_properties(parts: Mapping[str, bytes], values: Mapping[str, str]) -> dict[str, bytes]:
    """Return the parts with core properties made of `values` alone.

    `values` maps the names of `_ELEMENTS` to texts; dates are in ISO form with their zone.
    """
    return {
        **parts,
        CORE: _core_xml(values).encode(),
        _RELATIONS: _with_relation(parts[_RELATIONS].decode()).encode(),
        _TYPES: _with_type(parts[_TYPES].decode()).encode(),
    }


def _core_xml(values: Mapping[str, str]) -> str:
    elements = "".join(
        f"<{name}{_kind(name)}>{escape(values[key])}</{name}>"
        for key, name in _ELEMENTS.items()
        if values.get(key)
    )
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{declaration}<cp:coreProperties {_NAMESPACES}>{elements}</cp:coreProperties>"


def _kind(name: str) -> str:
    return ' xsi:type="dcterms:W3CDTF"' if name.startswith("dcterms:") else ""


def _with_relation(xml: str) -> str:
    bare = _ANY_CORE_RELATION.sub("", xml)
    relation = f'<Relationship Id="rPajaCore" Type="{_CORE_RELATION}" Target="{CORE}"/>'
    return bare.replace("</Relationships>", f"{relation}</Relationships>")


def _with_type(xml: str) -> str:
    if f'"/{CORE}"' in xml:
        return xml
    override = f'<Override PartName="/{CORE}" ContentType="{_CORE_TYPE}"/>'
    return xml.replace("</Types>", f"{override}</Types>")
