"""The part that lists a workbook's sheets: our sheet put first, and taken out again."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree
from openpyxl.utils import quote_sheetname
from openpyxl.utils.cell import get_column_letter

from pipeline.core.own_names import FIELD_PREFIX, MARKS_NAME
from pipeline.workbook.marking.list_sheet import HEADER_ROW, RECORD_COLUMN
from pipeline.workbook.marking.package import RELATED, ContentTypes, Relations, workbook_part
from pipeline.workbook.marking.parts import Parts, cannot_mark
from pipeline.workbook.marking.xml import (
    child_of,
    children,
    drop_attribute,
    insert_after,
    new,
    root_of,
    tag,
    whole,
)

_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_RELATION: Final = f"{{{RELATED}}}id"
_TITLE_LENGTH: Final = 31
#: What Excel calls the rows of a sheet that it prints on each page.
_PRINTED_AGAIN: Final = "_xlnm.Print_Titles"
#: What the schema wants before the views and before the defined names.
_BEFORE_VIEWS: Final = frozenset(
    {"fileVersion", "fileSharing", "workbookPr", "AlternateContent", "revisionPtr", "absPath"}
    | {"workbookProtection"}
)
_BEFORE_NAMES: Final = frozenset({"sheets", "functionGroups", "externalReferences"})


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet with its title and its part."""

    title: str
    part: str


class Contents:
    """The list of a workbook's sheets; `save` writes it back."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._part = workbook_part(parts)
        self._root = parts.xml(self._part)
        self._relations = Relations(parts, self._part)

    @property
    def sheets(self) -> tuple[SheetPart, ...]:
        """Return the sheets with cells that can be read, in order."""
        return tuple(self._listed())

    def record_cell(self) -> tuple[str, str] | None:
        """Return the title and the address where our record begins, None without one."""
        names = self._named(MARKS_NAME)
        if not names:
            return None
        title, address = _split(names[0])
        # What is filled in is never our list, whoever has given it the name of our record.
        filled = {_split(name)[0] for name in self._named() if name not in names}
        return None if title in filled else (title, address)

    def add_first(self, title: str, part: str, types: ContentTypes) -> None:
        """Put a sheet of ours before all others; names tell its record and its header row."""
        free = self._free_title(title)
        ids = [whole(one.get("sheetId")) for one in self._sheets()]
        sheet = etree.Element(tag("sheet"), nsmap={"r": RELATED})
        sheet.set("name", free)
        sheet.set("sheetId", str(max(ids, default=0) + 1))
        sheet.set(_RELATION, self._relations.add("worksheet", part))
        types.add(part, _SHEET)
        self._sheets().insert(0, sheet)
        self._move_names(1)
        self._activate(1, shift=True)
        self.forget_record()
        name = new(self._names(), "definedName", name=MARKS_NAME)
        name.text = f"{quote_sheetname(free)}!${get_column_letter(RECORD_COLUMN)}$1"
        titles = new(self._names(), "definedName", name=_PRINTED_AGAIN, localSheetId="0")
        titles.text = f"{quote_sheetname(free)}!${HEADER_ROW}:${HEADER_ROW}"

    def open_at(self, number: int | None) -> None:
        """Let the workbook open at a sheet, by its number from 0; None says nothing of it."""
        self._activate(number or 0, shift=False)
        views = child_of(self._root, "bookViews")
        for view in [] if views is None or number is not None else list(views):
            drop_attribute(view, "activeTab")

    @property
    def active(self) -> int | None:
        """Return the number of the sheet at which the workbook opens, None where it is not said."""
        views = child_of(self._root, "bookViews")
        first = None if views is None else child_of(views, "workbookView")
        number = whole(None if first is None else first.get("activeTab"), -1)
        return number if number >= 0 else None

    def remove(self, title: str, types: ContentTypes) -> bool:
        """Take a sheet of ours out with its part; tell whether the workbook opened at it."""
        at = [one.get("name") for one in self._sheets()].index(title)
        sheet = self._sheets()[at]
        part = self._relations.target(sheet.get(_RELATION))
        self._sheets().remove(sheet)
        if part is not None and part not in {each.part for each in self._listed()}:
            self._relations.remove(part)
            types.remove(part)
            self._parts.drop(part)
            self._parts.drop(Relations(self._parts, part).name)
        active = self.active or 0
        if active >= at:
            self._activate(max(active - 1, 0), shift=False)
        self._move_names(-1, behind=at)
        return active == at

    def forget_record(self) -> None:
        """Take out the name of our record, however often it stands there."""
        names = child_of(self._root, "definedNames")
        found = self._named(MARKS_NAME)
        if names is None or not found:
            return
        for name in found:
            names.remove(name)
        if not len(names):
            self._root.remove(names)

    def save(self) -> None:
        """Write the list and its relationships."""
        self._parts.put_xml(self._part, self._root)
        self._relations.save()

    def _listed(self) -> Iterator[SheetPart]:
        for one in self._sheets():
            part = self._relations.target(one.get(_RELATION))
            if part is not None and self._parts.get(part) is not None and "chartsheet" not in part:
                yield SheetPart(one.get("name") or "", part)

    def _sheets(self) -> etree._Element:
        found = child_of(self._root, "sheets")
        if found is None:
            raise cannot_mark(self._part)
        return found

    def _names(self) -> etree._Element:
        found = child_of(self._root, "definedNames")
        if found is None:
            found = root_of("definedNames")
            insert_after(self._root, found, _BEFORE_NAMES)
        return found

    def _named(self, name: str | None = None) -> list[etree._Element]:
        """Return the defined names of ours, or those of one name."""
        names = child_of(self._root, "definedNames")
        listed = () if names is None else children(names, "definedName")
        ours = (one for one in listed if (one.get("name") or "").startswith(FIELD_PREFIX))
        return [one for one in ours if name is None or one.get("name") == name]

    def _move_names(self, step: int, *, behind: int = -1) -> None:
        """Keep names that belong to a sheet with it, now that its number is another."""
        names = child_of(self._root, "definedNames")
        for one in [] if names is None else list(names):
            number = whole(one.get("localSheetId"), -1)
            if number > behind:
                one.set("localSheetId", str(number + step))
            elif number == behind >= 0:
                names.remove(one)  # type: ignore[union-attr] # one of its children is at hand

    def _activate(self, number: int, *, shift: bool) -> None:
        views = child_of(self._root, "bookViews")
        if views is None:
            views = root_of("bookViews")
            new(views, "workbookView")
            insert_after(self._root, views, _BEFORE_VIEWS)
        for view in children(views, "workbookView"):
            wanted = whole(view.get("activeTab")) + number if shift else number
            view.set("activeTab", str(min(max(wanted, 0), len(self._sheets()) - 1)))

    def _free_title(self, title: str) -> str:
        taken = {(one.get("name") or "").casefold() for one in self._sheets()}
        number = 2
        free = title[:_TITLE_LENGTH]
        while free.casefold() in taken:
            free = f"{title[: _TITLE_LENGTH - 4]} {number}"
            number += 1
        return free


def _split(name: etree._Element) -> tuple[str, str]:
    """Return the title of the sheet, and the address in it, that a defined name leads to."""
    title, _, address = (name.text or "").rpartition("!")
    plain = title[1:-1].replace("''", "'") if title[:1] == "'" else title
    return plain, address.replace("$", "")
