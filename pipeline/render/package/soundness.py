"""Whether a package holds together: relations lead to parts, parts have types, ids are unique."""

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from lxml import etree

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.package.danger import is_external, kind_of, relations, types

_CONTENT_TYPES: Final = "[Content_Types].xml"
_ROOT: Final = "_rels/.rels"
_DOCUMENT: Final = "word/document.xml"
_MAIN: Final = "wordprocessingml.document.main+xml"


def flaws(parts: Mapping[str, bytes]) -> Iterator[TemplateError]:
    """Yield what does not hold together in a template's package."""
    for name, data in parts.items():
        if name.endswith(".rels"):
            yield from _relation_flaws(name, data, parts)
    types = _types(parts[_CONTENT_TYPES])
    for name in parts:
        if name != _CONTENT_TYPES and _type_of(name, types) is None:
            yield _fault(name, Text("The template's part {part} has no type.", part=name))
    yield from _document_flaws(parts, types)


def _relation_flaws(name: str, data: bytes, parts: Mapping[str, bytes]) -> Iterator[TemplateError]:
    related = list(relations(data))
    for number, times in Counter(each.get("Id") for each in related).items():
        if times > 1:
            yield _fault(
                name,
                Text("The template's part {part} uses the id {id} twice.",
                     part=name, id=number or ""),
            )  # fmt: skip
    for each in related:
        target = target_of(name, each)
        if target is not None and target not in parts:
            yield _fault(
                name,
                Text("The template's part {part} leads to {target}, which is not there.",
                     part=name, target=target),
            )  # fmt: skip


def target_of(name: str, relation: etree._Element) -> str | None:
    """Return the part that a relation leads to; None for another place. `name` is that of .rels."""
    target = relation.get("Target", "").split("#")[0]
    if is_external(relation) or not target:
        return None
    return _resolved(name, target)


@lru_cache(maxsize=512)
def _resolved(name: str, target: str) -> str:
    """Return the part that a target is; most templates have the same ones."""
    folder = posixpath.dirname(posixpath.dirname(name))
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")


def _document_flaws(
    parts: Mapping[str, bytes], types: Mapping[str, str]
) -> Iterator[TemplateError]:
    of_kind = Counter((kind_of(each), target_of(_ROOT, each)) for each in relations(parts[_ROOT]))
    documents = [target for kind, target in of_kind if kind == "officedocument"]
    if documents != [_DOCUMENT] or sum(kind == "core-properties" for kind, _ in of_kind) > 1:
        yield _fault(_ROOT, Text("The template does not say which one part is its document."))
    kind = _type_of(_DOCUMENT, types) or ""
    if not kind.endswith(_MAIN):
        yield _fault(
            _DOCUMENT,
            Text("The template is of another kind than a Word document: {kind}", kind=kind),
        )


def _types(data: bytes) -> dict[str, str]:
    """Return the types of parts, by name or by "*." and extension, both in lower case."""
    named: dict[str, str] = {}
    extended: dict[str, str] = {}
    for each in types(data):
        kind = each.get("ContentType", "")
        if etree.QName(each).localname == "Override":
            named[each.get("PartName", "").lstrip("/").lower()] = kind
        else:
            extended[f"*.{each.get('Extension', '').lower()}"] = kind
    return {**extended, **named}


def _type_of(name: str, types: Mapping[str, str]) -> str | None:
    extension = name.rsplit(".", 1)[-1].lower()
    return types.get(name.lower()) or types.get(f"*.{extension}")


def _fault(name: str, message: Text) -> TemplateError:
    hint = Text("Open it in Word and save it again as a Word document (.docx).")
    return TemplateError(message, hint=hint, location=Location(part=name))
