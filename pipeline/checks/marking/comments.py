"""Comments put into a Word document: their part, and the marks where they stand."""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Final

from lxml import etree

from pipeline.checks.mending.open_parts import written
from pipeline.checks.places import W, parsed
from pipeline.render.package.danger import kind_of, relations
from pipeline.render.package.parsing import PARSER
from pipeline.render.package.reading import CONTENT_TYPES
from pipeline.render.package.relations import RELATION_NAMESPACE, Relation, related
from pipeline.render.package.soundness import target_of

BODY: Final = "word/document.xml"
_RELATIONS: Final = "word/_rels/document.xml.rels"
_KIND: Final = "comments"
_PART: Final = "word/comments.xml"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_AUTHOR: Final = "paja"
_START: Final = f"{W}commentRangeStart"


class Comments:
    """The comments of a document's body, to which new ones are added; they bear no date."""

    def __init__(self, package: Mapping[str, bytes], body: etree._Element) -> None:
        self._package = package
        self._body = body
        self._part = next(_known(package), None)
        self._root = _root(package, self._part)
        taken = [each.get(f"{W}id", "") for each in self._root.iter(f"{W}comment")]
        last = max((int(number) for number in taken if number.isdecimal()), default=-1)
        self._numbers = count(last + 1)

    def add(self, paragraph: etree._Element, lines: tuple[str, ...]) -> None:
        """Put a comment on a paragraph of the body; each line is a paragraph of its own."""
        number = str(next(self._numbers))
        comment = etree.SubElement(
            self._root,
            f"{W}comment",
            {f"{W}id": number, f"{W}author": _AUTHOR, f"{W}initials": _AUTHOR},
        )
        for line in lines:
            run = etree.SubElement(etree.SubElement(comment, f"{W}p"), f"{W}r")
            etree.SubElement(run, f"{W}t").text = line
        start = etree.Element(_START, {f"{W}id": number})
        paragraph.insert(_beginning(paragraph), start)
        etree.SubElement(paragraph, f"{W}commentRangeEnd", {f"{W}id": number})
        reference = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(reference, f"{W}commentReference", {f"{W}id": number})

    def changed(self) -> dict[str, bytes]:
        """Return the parts of the package that have changed."""
        parts = {BODY: written(self._body), self._part or _PART: written(self._root)}
        if self._part is not None:
            return parts
        relation = Relation(f"{RELATION_NAMESPACE}/{_KIND}", "comments.xml", is_external=False)
        return {
            **parts,
            CONTENT_TYPES: _typed(self._package[CONTENT_TYPES]),
            _RELATIONS: related(self._package.get(_RELATIONS), (relation,)),
        }


def _beginning(paragraph: etree._Element) -> int:
    """Return the place behind a paragraph's properties and the comments that begin there."""
    before = (f"{W}pPr", _START)
    return next((at for at, each in enumerate(paragraph) if each.tag not in before), len(paragraph))


def _known(package: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the part of the comments, where there is one."""
    for each in relations(package.get(_RELATIONS, b"<none/>")):
        target = target_of(_RELATIONS, each)
        if kind_of(each) == _KIND and target in package and target is not None:
            yield target


def _root(package: Mapping[str, bytes], part: str | None) -> etree._Element:
    known = None if part is None else parsed(package[part])
    return etree.Element(f"{W}comments", nsmap={"w": W[1:-1]}) if known is None else known


def _typed(content: bytes) -> bytes:
    root = etree.fromstring(content, PARSER)
    named = {each.get("PartName", "").lower() for each in root.iter(f"{_TYPES}Override")}
    if f"/{_PART}" not in named:
        attributes = {"PartName": f"/{_PART}", "ContentType": _TYPE}
        etree.SubElement(root, f"{_TYPES}Override", attributes)
    return written(root)
