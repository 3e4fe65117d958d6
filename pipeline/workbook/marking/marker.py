"""A copy of a filled-in workbook in which each faulty cell is marked; nothing else changes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from lxml import etree

from pipeline.core.duty import Duty
from pipeline.core.finding import Severity
from pipeline.language.catalogue import Translator
from pipeline.workbook.marking.cells import Address, Cells, parse
from pipeline.workbook.marking.contents import Contents, SheetPart
from pipeline.workbook.marking.fills import Fills
from pipeline.workbook.marking.list_sheet import ListSheet
from pipeline.workbook.marking.list_styles import add_list_styles
from pipeline.workbook.marking.notes import Notes
from pipeline.workbook.marking.package import ContentTypes
from pipeline.workbook.marking.parts import Parts
from pipeline.workbook.marking.record import Record
from pipeline.workbook.marking.styles import Styles
from pipeline.workbook.marking.unmarking import show_selected, unmark
from pipeline.workbook.marking.words import note_text
from schemas.msgid import msgid

#: The title of the list of what is wrong.
LIST_SHEET: Final = msgid("Gaps to mend")
#: More notes than this would make the workbook too heavy to be read again; fills go on.
NOTED: Final = 1_000
_MARKED: Final = frozenset({Severity.ERROR, Severity.WARNING})
_SELECTED: Final = re.compile(rb"""\btabSelected\s*=\s*["'](?:1|true)["']""")


def mark_workbook(content: bytes, duties: Iterable[Duty], translator: Translator) -> bytes:
    """Return a workbook with a fill and a note on each faulty cell, and a first sheet of all.

    Marks of an earlier run are taken off first; without errors and warnings none are put on, and
    a workbook that has none comes back byte for byte. The bytes must have passed the preflight.

    Raises:
        CannotMarkError: the workbook is put together in a way that marks cannot be added to.
    """
    parts = Parts(content)
    changed = unmark(parts)
    wanted = [duty for duty in duties if duty.finding.severity in _MARKED]
    if wanted:
        _Marking(parts, translator).mark(wanted)
    return parts.packed() if wanted or changed else content


@dataclass(slots=True)
class _Marking:
    """The marking of one workbook under way."""

    parts: Parts
    translator: Translator
    created: list[str] = field(default_factory=list)
    noted: int = 0

    def mark(self, duties: Sequence[Duty]) -> None:
        styles = Styles(self.parts)
        counts = styles.counts
        fills = Fills(styles)
        contents = Contents(self.parts)
        types = ContentTypes(self.parts)
        notes = Notes(self.parts, types)
        by_sheet = _by_sheet(duties)
        touched = [sheet for sheet in contents.sheets if sheet.title in by_sheet]
        selected = self._selected(contents.sheets)
        # To open at our list, others must cease to be shown: done only if they change anyway.
        opens = set(selected) <= {sheet.title for sheet in touched}
        for sheet in touched:
            self._mark_sheet(sheet, by_sheet[sheet.title], (fills, notes), opens=opens)
        looks = add_list_styles(styles)
        styles.save()
        record = Record(
            styles=sha256(self.parts.get(styles.part) or b"").hexdigest(),
            counts=counts,
            origins=fills.origins,
            colours=fills.colours,
            created=tuple(self.created),
            selected=tuple(selected) if opens else (),
            active=contents.active,
            vml=notes.added_ending,
        )
        titles = frozenset(sheet.title for sheet in contents.sheets)
        listed = ListSheet(self.translator, looks, titles.__contains__)
        part = self.parts.free_name("xl/worksheets/pajaMarks{}.xml")
        self.parts.put_xml(part, listed.root(duties, record.chunks(), active=opens))
        contents.add_first(self.translator.text(LIST_SHEET), part, types)
        if opens:
            contents.open_at(0)
        contents.save()
        types.save()

    def _mark_sheet(
        self,
        sheet: SheetPart,
        duties: Mapping[Address, list[Duty]],
        tools: tuple[Fills, Notes],
        *,
        opens: bool,
    ) -> None:
        fills, notes = tools
        root = self.parts.xml(sheet.part)
        if opens:
            show_selected(root, selected=False)
        cells = Cells(root)
        shown: defaultdict[Address, list[Duty]] = defaultdict(list)
        for address, found in duties.items():
            shown[cells.visible_at(address)] += found
        for address, found in shown.items():
            cells.format(address, fills.marked(cells.style(address), _worst(found)))
        self.created += [f"{sheet.title}!{name}" for name in cells.created]
        self._add_notes(sheet, root, shown, notes)
        self.parts.put_xml(sheet.part, root)

    def _add_notes(
        self,
        sheet: SheetPart,
        root: etree._Element,
        shown: Mapping[Address, list[Duty]],
        notes: Notes,
    ) -> None:
        room = NOTED - self.noted
        chosen = dict(sorted(shown.items())[:room])
        self.noted += len(chosen)
        if chosen:
            words = {place: note_text(found, self.translator) for place, found in chosen.items()}
            notes.add(sheet.part, root, words)

    def _selected(self, sheets: Iterable[SheetPart]) -> list[str]:
        return [
            sheet.title for sheet in sheets if _SELECTED.search(self.parts.get(sheet.part) or b"")
        ]


def _by_sheet(duties: Iterable[Duty]) -> dict[str, dict[Address, list[Duty]]]:
    """Return the duties that concern a cell by sheet and cell."""
    found: defaultdict[str, dict[Address, list[Duty]]] = defaultdict(dict)
    for duty in duties:
        place = duty.finding.location
        address = parse(place.cell)
        if place.sheet is not None and address is not None:
            found[place.sheet].setdefault(address, []).append(duty)
    return dict(found)


def _worst(duties: Iterable[Duty]) -> Severity:
    errors = any(duty.finding.severity is Severity.ERROR for duty in duties)
    return Severity.ERROR if errors else Severity.WARNING
