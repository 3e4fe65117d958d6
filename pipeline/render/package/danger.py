"""What a template's package may not hold: parts that run, are opened, or fetch from outside."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from lxml import etree

from pipeline.core.errors import TemplateError
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.render.package.fields import fetching_fields
from pipeline.render.package.parsing import PARSER

_CONTENT_TYPES: Final = "[Content_Types].xml"
_XML_NAMES: Final = (".xml", ".rels", ".vml")
_DECLARED: Final = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([^\"']*)"
)
_ENCODINGS: Final = (b"utf-8", b"us-ascii", b"ascii")
#: Last words of the types of relations, and of content types, in lower case.
_MACROS: Final = ("vbaproject", "wordvbadata", "macroenabled", "extensibility")
_OBJECTS: Final = frozenset(
    {"oleobject", "package", "control", "activexcontrolbinary", "ctrlprop", "afchunk"}
    | {"subdocument", "attachedtemplate", "frame", "transform", "webextension"}
    | {"webextensiontaskpanes", "mailmergesource", "mailmergeheadersource"}
)
_OBJECT_FOLDERS: Final = ("word/embeddings/", "word/activex/", "word/afchunk")
_OBJECT_CONTENTS: Final = ("oleobject", "activex", "ms-office.webextension")
_CHARTS: Final = "word/charts/_rels/"
_WORKBOOK: Final = ".xlsx"
_LINK: Final = "hyperlink"
_SAFE_LINK: Final = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)
_SHAPES_NAME: Final = b"urn:schemas-microsoft-com:vml"
_SHAPES: Final = f"{{{_SHAPES_NAME.decode()}}}"
_FETCHING: Final = frozenset({"src", "althref"})
#: Elements and attributes that are looked into; most parts have none, and are not parsed for it.
_SIGNS: Final = (b"nstr", b"mailMerge")
_SHAPES_PREFIX: Final = re.compile(rb"xmlns(?::([^\s=]+))?\s*=\s*[\"']" + _SHAPES_NAME)


def dangers(parts: Mapping[str, bytes]) -> Iterator[TemplateError]:
    """Yield what must not be in a template; its parts are read as XML only once they are plain."""
    odd = tuple(each for name, data in parts.items() for each in _odd_xml(name, data))
    yield from odd
    if odd:
        return
    workbooks = frozenset(_chart_workbooks(parts))
    for name, data in parts.items():
        yield from _named(name, workbooks)
        if name.lower().endswith(".rels"):
            yield from _relations(name, data)
        elif name == _CONTENT_TYPES:
            yield from _contents(data, workbooks)
        elif _is_xml(name, data) and _is_to_be_looked_into(data):
            yield from _elements(name, data)


@lru_cache(maxsize=32)
def relations(data: bytes) -> tuple[etree._Element, ...]:
    """Return the relations of a `.rels` part, however it is written."""
    root = parsed(data)
    return () if root is None else tuple(root.iter("{*}Relationship"))


@lru_cache(maxsize=2)
def types(data: bytes) -> tuple[etree._Element, ...]:
    """Return what `[Content_Types].xml` says of parts and of extensions, however it is written."""
    root = parsed(data)
    return () if root is None else tuple(root.iter("{*}Override", "{*}Default"))


def kind_of(relation: etree._Element) -> str:
    """Return the last word of a relation's type, in lower case."""
    return relation.get("Type", "").rstrip("/").rsplit("/", 1)[-1].lower()


def is_external(relation: etree._Element) -> bool:
    """Tell that a relation leads out of the package."""
    return relation.get("TargetMode", "").strip().lower() == "external"


def _is_xml(name: str, data: bytes) -> bool:
    return name.lower().endswith(_XML_NAMES) or data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def parsed(data: bytes) -> etree._Element | None:
    """Return the root of a part; None if it is damaged, which others tell."""
    try:
        return etree.fromstring(data, PARSER)
    except etree.XMLSyntaxError:
        return None


def _is_to_be_looked_into(data: bytes) -> bool:
    if any(sign in data for sign in _SIGNS):
        return True
    if _SHAPES_NAME not in data:
        return False
    # Word declares the prefix of old drawings in every part, and has hardly any.
    prefixes = (found[1] for found in _SHAPES_PREFIX.finditer(data))
    return any(each is None or b"<" + each + b":" in data for each in prefixes)


def _odd_xml(name: str, data: bytes) -> Iterator[TemplateError]:
    """Yield what would let a part say other things to Word than it says here."""
    if not _is_xml(name, data):
        return
    declared = _DECLARED.match(data)
    other = declared is not None and declared[1].lower() not in _ENCODINGS
    if other or b"\0" in data[:256]:
        yield _fault(
            name,
            Text("The template's part {part} is not written in UTF-8.", part=name),
            Text("Open the template in Word and save it again."),
        )
    if b"!" in data and (b"<!DOCTYPE" in data or b"<!ENTITY" in data):
        yield _fault(
            name,
            Text(
                "The template's part {part} declares a document type, which is refused.", part=name
            ),
            Text("Open the template in Word and save it again."),
        )


def _chart_workbooks(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the names of the workbooks that charts keep their figures in."""
    for name, data in parts.items():
        if name.startswith(_CHARTS):
            for relation in relations(data):
                target = relation.get("Target", "")
                if kind_of(relation) == "package" and not is_external(relation):
                    yield "word/embeddings/" + target.rsplit("/", 1)[-1].lower()


def _named(name: str, workbooks: frozenset[str]) -> Iterator[TemplateError]:
    lower = name.lower()
    if lower.endswith(("vbaproject.bin", "vbadata.xml")):
        yield _macros(name)
    elif lower.startswith(_OBJECT_FOLDERS) and not _is_workbook(lower, workbooks):
        yield _object(name, name.rsplit("/", 1)[-1])


def _is_workbook(lower: str, workbooks: frozenset[str]) -> bool:
    return lower in workbooks and lower.endswith(_WORKBOOK)


def _relations(name: str, data: bytes) -> Iterator[TemplateError]:
    for relation in relations(data):
        kind, target = kind_of(relation), relation.get("Target", "")
        workbook = kind == "package" and name.startswith(_CHARTS) and target.endswith(_WORKBOOK)
        if kind.startswith(_MACROS):
            yield _macros(name)
        elif is_external(relation):
            yield from _outside(name, kind, target)
        elif kind in _OBJECTS and not workbook:
            yield _object(name, kind)


def _outside(name: str, kind: str, target: str) -> Iterator[TemplateError]:
    if kind != _LINK:
        yield _fetches(name, target)
    elif not _SAFE_LINK.match(target):
        yield _unsafe_link(name, target)


def _contents(data: bytes, workbooks: frozenset[str]) -> Iterator[TemplateError]:
    for each in types(data):
        content = each.get("ContentType", "").lower()
        part = each.get("PartName", "*." + each.get("Extension", "")).lstrip("/")
        if any(sign in content for sign in _MACROS):
            yield _macros(part)
        elif _is_object(content) and part.lower() not in workbooks:
            yield _object(part, content)


def _is_object(content: str) -> bool:
    return any(sign in content for sign in _OBJECT_CONTENTS)


def _elements(name: str, data: bytes) -> Iterator[TemplateError]:
    root = parsed(data)
    if root is None:
        return
    for code in fetching_fields(root):
        yield _fault(
            name,
            Text("The template's part {part} has a field that fetches or runs something: {field}",
                 part=name, field=code),
            Text("Choose the field in Word, press Ctrl+Shift+F9, and save: its text stays."),
        )  # fmt: skip
    yield from _shapes(name, root)
    if next(root.iter("{*}mailMerge"), None) is not None:
        yield _object(name, "mailMerge")


def _shapes(name: str, root: etree._Element) -> Iterator[TemplateError]:
    """Yield what old drawings fetch by an address of their own, without a relation."""
    for element in root.iter(f"{_SHAPES}*"):
        for attribute in map(str, element.keys()):
            plain, value = etree.QName(attribute).localname, element.get(attribute, "")
            if plain in _FETCHING and value:
                yield _fetches(name, value)
            elif plain == "href" and not _SAFE_LINK.match(value):
                yield _unsafe_link(name, value)


def _macros(name: str) -> TemplateError:
    hint = Text("Save it as a Word document without macros (.docx).")
    return _fault(name, Text("The template has macros."), hint)


def _object(name: str, what: str) -> TemplateError:
    return _fault(
        name,
        Text("The template's part {part} holds what Word would open or run: {what}",
             part=name, what=what),
        Text("Take it out in Word, or put a picture or its text in its place."),
    )  # fmt: skip


def _fetches(name: str, target: str) -> TemplateError:
    return _fault(
        name,
        Text("{part} fetches something from outside: {target}", part=name, target=target),
        Text("Put the picture or text into the template itself."),
    )


def _unsafe_link(name: str, target: str) -> TemplateError:
    return _fault(
        name,
        Text("The template's part {part} links to “{target}”.", part=name, target=target),
        Text("A link may begin with https://, http:// or mailto: only."),
    )


def _fault(name: str, message: Text, hint: Text) -> TemplateError:
    return TemplateError(message, hint=hint, location=Location(part=name))
