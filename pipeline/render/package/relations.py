"""Relations of a part to others and to the outside, read and written as OPC has them."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from lxml import etree

from pipeline.render.package.soundness import target_of

RELATION_NAMESPACE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATION: Final = f"{{{_PACKAGE}}}Relationship"
_EMPTY: Final = f'<Relationships xmlns="{_PACKAGE}"/>'.encode()
_IMAGE: Final = f"{RELATION_NAMESPACE}/image"
_LINK: Final = f"{RELATION_NAMESPACE}/hyperlink"
_EXTERNAL: Final = "External"
_DIGITS: Final = 16


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation that paja adds; its id follows from what it says, the same in every run."""

    kind: str
    target: str
    is_external: bool

    @property
    def id(self) -> str:
        """Return the id, one for each kind and target."""
        digest = sha256(f"{self.kind} {self.target}".encode()).hexdigest()
        return f"rPaja{digest[:_DIGITS]}"


def image_relation(target: str) -> Relation:
    """Return the relation to a medium of the package."""
    return Relation(_IMAGE, target, is_external=False)


def link_relation(url: str) -> Relation:
    """Return the relation to an address outside."""
    return Relation(_LINK, url, is_external=True)


def link_xml(relation: str, runs: str) -> str:
    """Return the XML of a link around runs; its prefix is declared, for not every part has it."""
    return (
        f'<w:hyperlink xmlns:r="{RELATION_NAMESPACE}" r:id="{relation}" w:history="1">'
        f"{runs}</w:hyperlink>"
    )


def relations_name(part: str) -> str:
    """Return the name of the part that holds a part's relations."""
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def related(content: bytes | None, relations: tuple[Relation, ...]) -> bytes:
    """Return a part's relations with these among them; `content` is None where it has none yet."""
    root = _root(content or _EMPTY)
    ids = {each.id for each in relations}
    for former in root.findall(_RELATION):
        if former.get("Id") in ids:
            # The template is a document of paja's: the id says the same as it does now.
            root.remove(former)
    for each in relations:
        attributes = {"Id": each.id, "Type": each.kind, "Target": each.target}
        if each.is_external:
            attributes["TargetMode"] = _EXTERNAL
        etree.SubElement(root, _RELATION, attributes)
    return _written(root)


def without(content: bytes, ids: frozenset[str]) -> bytes:
    """Return a part's relations without those of these ids."""
    root = _root(content)
    for each in root.findall(_RELATION):
        if each.get("Id") in ids:
            root.remove(each)
    return _written(root)


def targets(name: str, content: bytes) -> dict[str, str]:
    """Return the part that each internal relation leads to, by its id; `name` is that of .rels."""
    found = ((each, target_of(name, each)) for each in _root(content).findall(_RELATION))
    return {each.get("Id", ""): target for each, target in found if target is not None}


def all_targets(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield every part that some relation of a package leads to."""
    for name, content in parts.items():
        if name.endswith(".rels"):
            yield from targets(name, content).values()


def _root(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _written(root: etree._Element) -> bytes:
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return written
