"""The notes of one sheet: its comments and their boxes, kept in step."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from pipeline.workbook.marking.anchors import Sizes
from pipeline.workbook.marking.cells import Address
from pipeline.workbook.marking.comments import add_comments, is_empty, no_comments, strip_comments
from pipeline.workbook.marking.package import RELATED, ContentTypes, Relations
from pipeline.workbook.marking.parts import Parts
from pipeline.workbook.marking.shapes import add_shapes, has_shapes, no_shapes, without_shapes
from pipeline.workbook.marking.words import OPENING
from pipeline.workbook.marking.xml import child_of, insert_after, tag

_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_RELATION: Final = f"{{{RELATED}}}id"
#: What the schema wants before the drawing of notes.
_BEFORE: Final = frozenset({
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData"),
    *("sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter"),
    *("sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr"),
    *("conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins"),
    *("pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties"),
    *("cellWatches", "ignoredErrors", "smartTags", "drawing"),
})


@dataclass(slots=True)
class Notes:
    """The notes of the sheets of one workbook; `save` of `types` is the caller's."""

    parts: Parts
    types: ContentTypes
    added_ending: bool = False

    def add(self, sheet: str, root: etree._Element, notes: Mapping[Address, str]) -> None:
        """Add notes to the cells of a sheet, whose root gains the relation to their drawing."""
        relations = Relations(self.parts, sheet)
        comments = relations.of_kind("/comments") or self._new_comments(relations)
        listed = self.parts.xml_of(comments, "comments")
        sizes = Sizes(root)
        drawing = self._drawing(relations, root)
        added = add_comments(listed, notes)
        new = {
            address: sizes.anchor(address, text)
            for address, text in notes.items()
            if address in added
        }
        self.parts.put_xml(comments, listed)
        self.parts.put(drawing, add_shapes(self.parts.get(drawing) or no_shapes(), new))
        relations.save()

    def strip(self, sheet: str) -> bool:
        """Take our notes off a sheet; tell whether there were any.

        The sheet's part is written only if it has no drawing of notes any more.
        """
        relations = Relations(self.parts, sheet)
        part = relations.of_kind("/comments")
        content = self.parts.get(part) if part else None
        if part is None or content is None or not _may_hold_ours(content):
            return False
        listed = self.parts.xml(part)
        emptied, found = strip_comments(listed)
        if not found:
            return False
        self._put_comments(relations, part, listed)
        if emptied:
            self._remove_shapes(relations, sheet, emptied)
        relations.save()
        return True

    def _put_comments(self, relations: Relations, part: str, listed: etree._Element) -> None:
        if is_empty(listed):
            self._drop(relations, part)
        else:
            self.parts.put_xml(part, listed)

    def _remove_shapes(self, relations: Relations, sheet: str, emptied: set[Address]) -> None:
        root = self.parts.xml(sheet)
        held = child_of(root, "legacyDrawing")
        drawing = None if held is None else relations.target(held.get(_RELATION))
        content = self.parts.get(drawing) if drawing else None
        if held is None or drawing is None or content is None:
            return
        left = without_shapes(content, emptied)
        if has_shapes(left):
            self.parts.put(drawing, left)
            return
        self._drop(relations, drawing)
        root.remove(held)
        self.parts.put_xml(sheet, root)

    def _drop(self, relations: Relations, part: str) -> None:
        relations.remove(part)
        self.types.remove(part)
        self.parts.drop(part)

    def _new_comments(self, relations: Relations) -> str:
        part = self.parts.free_name("xl/pajaComments{}.xml")
        self.parts.put_xml(part, no_comments())
        relations.add("comments", part)
        self.types.add(part, _COMMENTS)
        return part

    def _drawing(self, relations: Relations, root: etree._Element) -> str:
        held = child_of(root, "legacyDrawing")
        known = None if held is None else relations.target(held.get(_RELATION))
        if known is not None and self.parts.get(known) is not None:
            return known
        part = self.parts.free_name("xl/drawings/pajaNotes{}.vml")
        self.parts.put(part, no_shapes())
        if held is None:
            held = etree.Element(tag("legacyDrawing"), nsmap={"r": RELATED})
            insert_after(root, held, _BEFORE)
        held.set(_RELATION, relations.add("vmlDrawing", part))
        self.added_ending |= self.types.add_ending("vml", _DRAWING)
        return part


def _may_hold_ours(content: bytes) -> bool:
    sign = OPENING[0]
    forms = (sign.encode(), f"&#{ord(sign)};".encode(), f"&#x{ord(sign):x};".encode())
    return any(form in content.lower() for form in forms) or content[:2] in {
        b"\xff\xfe",
        b"\xfe\xff",
    }
