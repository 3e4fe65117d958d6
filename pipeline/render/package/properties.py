"""A document's core and custom properties, never made from the clock."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.package.reading import CONTENT_TYPES, RELATIONS
from pipeline.render.values.marks import unprintable

CORE: Final = "docProps/core.xml"
CUSTOM: Final = "docProps/custom.xml"
APP: Final = "docProps/app.xml"
#: Custom properties of such names are paja's own, whoever else sets them.
RESERVED: Final = "paja."
#: Stands in a custom property of the template for its number.
NUMBER_PLACE: Final = "paja-pid"
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
    "category": "cp:category",
    "version": "cp:version",
    "status": "cp:contentStatus",
    "created": "dcterms:created",
    "modified": "dcterms:modified",
}
#: Word cuts these off behind so many characters.
_SHORT: Final = ("title", "subject", "author", "keywords", "category")
_LONGEST: Final = 255
_URIS: Final = {
    "cp": f"{_PACKAGE}/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
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


def core_values(values: Mapping[str, str]) -> dict[str, str]:
    """Return the properties that are core properties and not empty."""
    return {key: values[key] for key in _ELEMENTS if values.get(key)}


def custom_values(values: Mapping[str, str]) -> dict[str, str]:
    """Return the properties that are no core properties, by name."""
    return {key: values[key] for key in sorted(values) if key not in _ELEMENTS}


@dataclass(frozen=True, slots=True)
class DocumentProperties:
    """The properties of one document; `own` is the XML of custom ones that the template brings."""

    core: Mapping[str, str]
    custom: Mapping[str, str]
    own: tuple[str, ...] = ()


def core_names() -> dict[str, str]:
    """Return the name of each core property by its element, as lxml names it."""
    parted = ((key, *element.split(":")) for key, element in _ELEMENTS.items())
    return {f"{{{_URIS[prefix]}}}{local}": key for key, prefix, local in parted}


def check_properties(values: Mapping[str, str]) -> None:
    """Refuse what no property can hold.

    Raises:
        TemplateError: a character that XML lacks, or a text that Word would cut off.
    """
    for name, text in values.items():
        place = Location(part=f"{CORE if name in _ELEMENTS else CUSTOM}#{name}")
        character = unprintable(name) or unprintable(text)
        if character is not None:
            raise TemplateError(
                Text("The property {name} holds the character {character}, which Word cannot.",
                     name=name, character=character),
                location=place,
            )  # fmt: skip
        if name in _SHORT and len(text) > _LONGEST:
            raise TemplateError(
                Text("The property {name} is longer than {limit} characters.",
                     name=name, limit=_LONGEST),
                location=place,
            )  # fmt: skip


def core_xml(values: Mapping[str, str]) -> bytes:
    """Return the part of core properties; dates are in ISO form with their zone."""
    elements = "".join(
        f"<{_ELEMENTS[key]}{_kind(_ELEMENTS[key])}>{escape(text)}</{_ELEMENTS[key]}>"
        for key, text in core_values(values).items()
    )
    return (
        f"{_DECLARATION}<cp:coreProperties {_NAMESPACES}>{elements}</cp:coreProperties>"
    ).encode()


def custom_xml(values: Mapping[str, str], own: Sequence[str] = ()) -> bytes:
    """Return the part of custom properties: the template's own as XML, then by their names."""
    place = f'pid="{NUMBER_PLACE}"'
    given = (
        f'<property fmtid="{_FORMAT}" {place} name={quoteattr(key)}>'
        f"<vt:lpwstr>{escape(values[key])}</vt:lpwstr></property>"
        for key in sorted(values)
    )
    elements = "".join(
        each.replace(place, f'pid="{number}"', 1)
        for number, each in enumerate([*own, *given], _FIRST)
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
