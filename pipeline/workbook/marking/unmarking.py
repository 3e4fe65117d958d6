"""Taking marks off: our sheet, our notes and our fills, also after another program's saving."""

import re
from collections import defaultdict
from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from lxml import etree

from pipeline.workbook.marking.cells import Cells, parse
from pipeline.workbook.marking.contents import Contents
from pipeline.workbook.marking.fills import restore_fills
from pipeline.workbook.marking.notes import Notes
from pipeline.workbook.marking.package import ContentTypes, Relations, workbook_part
from pipeline.workbook.marking.parts import Parts
from pipeline.workbook.marking.record import Record
from pipeline.workbook.marking.styles import Styles
from pipeline.workbook.marking.xml import child_of, children, drop_attribute, tag, texts

_STYLE: Final = re.compile(rb"""\b(?:s|style)\s*=\s*["']([0-9]+)["']""")


def unmark(parts: Parts) -> bool:
    """Take all marks off a workbook; tell whether there were any."""
    types = ContentTypes(parts)
    contents = Contents(parts)
    place = contents.record_cell()
    record = _read_record(parts, contents, place) if place else None
    notes = Notes(parts, types)
    stripped = [notes.strip(sheet.part) for sheet in contents.sheets]
    if place is None and not any(stripped):
        return False
    if record is not None and place is not None:
        _remove_list(parts, contents, types, (record, place[0]))
    contents.forget_record()
    contents.save()
    _restore_styles(parts, contents, record or Record())
    if record is not None and record.vml and not any(each.endswith(".vml") for each in parts.names):
        types.remove_ending("vml")
    types.save()
    return True


def show_selected(root: etree._Element, *, selected: bool) -> None:
    """Say in each view of a sheet whether it is one of those that are shown."""
    views = child_of(root, "sheetViews")
    for view in [] if views is None else list(children(views, "sheetView")):
        if selected:
            view.set("tabSelected", "1")
        else:
            drop_attribute(view, "tabSelected")


def _read_record(parts: Parts, contents: Contents, place: tuple[str, str]) -> Record | None:
    """Return the record that the name leads to, None where no record of ours stands."""
    title, address = place
    part = next((one.part for one in contents.sheets if one.title == title), None)
    start = parse(address)
    if part is None or start is None:
        return None
    shared = _shared_texts(parts)
    found: dict[int, str] = {}
    for cell in parts.xml(part).iter(tag("c")):
        at = parse(cell.get("r"))
        if at is not None and at[1] == start[1] and at[0] >= start[0]:
            found[at[0]] = _text(cell, shared)
    return Record.of("".join(text for _, text in sorted(found.items())))


def _shared_texts(parts: Parts) -> list[str]:
    part = Relations(parts, workbook_part(parts)).of_kind("/sharedStrings")
    if part is None or parts.get(part) is None:
        return []
    return [texts(one) for one in children(parts.xml(part), "si")]


def _text(cell: etree._Element, shared: list[str]) -> str:
    value = child_of(cell, "v")
    if value is None or cell.get("t") != "s":
        return texts(cell) if value is None else value.text or ""
    number = value.text or ""
    return shared[int(number)] if number.isdecimal() and int(number) < len(shared) else ""


def _remove_list(
    parts: Parts, contents: Contents, types: ContentTypes, known: tuple[Record, str]
) -> None:
    record, title = known
    if not contents.remove(title, types):
        return
    for sheet in contents.sheets:
        if sheet.title in record.selected:
            root = parts.xml(sheet.part)
            show_selected(root, selected=True)
            parts.put_xml(sheet.part, root)
    contents.open_at(record.active)


def _restore_styles(parts: Parts, contents: Contents, record: Record) -> None:
    styles = Styles(parts)
    as_left = sha256(parts.get(styles.part) or b"").hexdigest() == record.styles
    if not as_left or not record.fits(styles.counts):
        if restore_fills(styles, record.colours):
            styles.save()
        return
    created: defaultdict[str, list[str]] = defaultdict(list)
    for place in record.created:
        title, _, name = place.rpartition("!")
        created[title].append(name)
    for sheet in contents.sheets:
        _restore_cells(parts, sheet.part, record.origins, created[sheet.title])
    styles.cut(record.counts)
    styles.save()


def _restore_cells(parts: Parts, part: str, origins: Mapping[str, int], created: list[str]) -> None:
    content = parts.get(part) or b""
    used = {number.decode() for number in _STYLE.findall(content)}
    if not created and not used & origins.keys():
        return
    root = parts.xml(part)
    for name, attribute in (("c", "s"), ("row", "s"), ("col", "style")):
        for one in root.iter(tag(name)):
            _restore(one, attribute, origins)
    cells = Cells(root)
    for place in reversed(created):
        cells.remove(place)
    parts.put_xml(part, root)


def _restore(element: etree._Element, attribute: str, origins: Mapping[str, int]) -> None:
    origin = origins.get(element.get(attribute) or "")
    if origin:
        element.set(attribute, str(origin))
    elif origin == 0:
        del element.attrib[attribute]
