"""What of a document's package its template fixes: deflated once, copied into each document."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from pipeline.render.package.members import Member, member, write_members
from pipeline.render.package.properties import (
    CORE,
    CUSTOM,
    DocumentProperties,
    core_xml,
    custom_xml,
    declared,
)
from pipeline.render.package.reading import is_content

#: The custom property that tells an edited document from one that stands as it was made.
CONTENT_HASH = "paja.content"


@dataclass(frozen=True, slots=True)
class SealedParts:
    """The members of a template, and the hashes of its parts with content.

    `with_custom` holds the members that differ once a document has custom properties.
    """

    members: Mapping[str, Member]
    with_custom: Mapping[str, Member]
    hashes: Mapping[str, str]

    def document(self, printed: Mapping[str, bytes], properties: DocumentProperties) -> bytes:
        """Return the package with these parts in place of the template's own."""
        custom = dict(properties.custom)
        changed = {**printed, CORE: core_xml(properties.core)}
        members = dict(self.members)
        if custom:
            hashes = {**self.hashes, **_hashes(printed)}
            members |= self.with_custom
            custom[CONTENT_HASH] = _joined(hashes)
        if custom or CUSTOM in members:
            changed[CUSTOM] = custom_xml(custom, properties.own)
        members |= {name: member(name, content) for name, content in changed.items()}
        return write_members(members.values())


def seal(parts: Mapping[str, bytes], changing: frozenset[str]) -> SealedParts:
    """Deflate the parts of a template but those that change; they keep their places."""
    whole = {**parts, CORE: b"", **declared(parts, (CORE,))}
    fixed = {name: b"" if name in changing else content for name, content in whole.items()}
    return SealedParts(
        members=_members(fixed),
        with_custom=_members(declared(parts, (CORE, CUSTOM))),
        hashes=_hashes({name: parts[name] for name in parts if name not in changing}),
    )


def content_hash(parts: Mapping[str, bytes]) -> str:
    """Return the SHA-256 over the parts that carry a document's content."""
    return _joined(_hashes(parts))


def _members(parts: Mapping[str, bytes]) -> dict[str, Member]:
    return {name: member(name, content) for name, content in parts.items()}


def _hashes(parts: Mapping[str, bytes]) -> dict[str, str]:
    return {name: sha256(data).hexdigest() for name, data in parts.items() if is_content(name)}


def _joined(hashes: Mapping[str, str]) -> str:
    lines = "".join(f"{name} {hashes[name]}\n" for name in sorted(hashes))
    return sha256(lines.encode()).hexdigest()
