"""A document's core and custom properties, made of given values alone and never from the clock."""

import re
from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from pipeline.render.package import CONTENT_TYPES, RELATIONS

CORE: Final = "docProps/core.xml"
CUSTOM: Final = "docProps/custom.xml"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
#: Each part of properties: the relation's id and type, and the type of its content.
_KINDS: Final = {
    CORE: (
        "rPajaCore",
        f"{_PACKAGE}/relationships/metadata/core-properties",
        "application/vnd.openxmlformats-package.core-properties+xml",
    ),
    CUSTOM: (
        "rPajaCustom",
        f"{_OFFICE}/relationships/custom-properties",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    ),
}
#: LibreOffice has written the core relation under another name too; it means the same part.
_OLD_RELATIONS: Final = {
    CORE: re.compile(r"<Relationship\b[^>]*/metadata/core-properties\"[^>]*/>"),
    CUSTOM: re.compile(r"<Relationship\b[^>]*/custom-properties\"[^>]*/>"),
}
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
    f'xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_CUSTOM_NAMESPACES: Final = (
    f'xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"'
)
#: The format that every custom property has, and the first number that one may have.
_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST: Final = 2
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def declared(parts: Mapping[str, bytes], names: tuple[str, ...]) -> dict[str, bytes]:
    """Return the content types and relations of a package with these parts of properties."""
    types, relations = parts[CONTENT_TYPES].decode(), parts[RELATIONS].decode()
    for name in names:
        types = _with_type(types, name)
        relations = _with_relation(relations, name)
    return {CONTENT_TYPES: types.encode(), RELATIONS: relations.encode()}


def custom_values(values: Mapping[str, str]) -> dict[str, str]:
    """Return the properties that are no core properties, by name."""
    return {key: values[key] for key in sorted(values) if key not in _ELEMENTS}


def core_xml(values: Mapping[str, str]) -> bytes:
    """Return the part of core properties; dates are in ISO form with their zone."""
    elements = "".join(
        f"<{name}{_kind(name)}>{escape(values[key])}</{name}>"
        for key, name in _ELEMENTS.items()
        if values.get(key)
    )
    return (
        f"{_DECLARATION}<cp:coreProperties {_NAMESPACES}>{elements}</cp:coreProperties>"
    ).encode()


def custom_xml(values: Mapping[str, str]) -> bytes:
    """Return the part of custom properties, in the order of their names."""
    elements = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name={quoteattr(key)}>'
        f"<vt:lpwstr>{escape(values[key])}</vt:lpwstr></property>"
        for number, key in enumerate(sorted(values), _FIRST)
    )
    return f"{_DECLARATION}<Properties {_CUSTOM_NAMESPACES}>{elements}</Properties>".encode()


def _kind(name: str) -> str:
    return ' xsi:type="dcterms:W3CDTF"' if name.startswith("dcterms:") else ""


def _with_relation(xml: str, name: str) -> str:
    number, kind, _ = _KINDS[name]
    bare = _OLD_RELATIONS[name].sub("", xml)
    relation = f'<Relationship Id="{number}" Type="{kind}" Target="{name}"/>'
    return bare.replace("</Relationships>", f"{relation}</Relationships>")


def _with_type(xml: str, name: str) -> str:
    if f'"/{name}"' in xml:
        return xml
    override = f'<Override PartName="/{name}" ContentType="{_KINDS[name][2]}"/>'
    return xml.replace("</Types>", f"{override}</Types>")
