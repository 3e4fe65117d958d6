"""The first sheet of a marked workbook: what is wrong, by the person who must answer."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree
from openpyxl.utils import get_column_letter, quote_sheetname

from pipeline.core.duty import Duty, by_person
from pipeline.core.finding import Severity
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from pipeline.language.severities import severity_name
from pipeline.workbook.marking.cells import name_of, parse
from pipeline.workbook.marking.list_styles import ListStyles
from pipeline.workbook.marking.words import shown
from pipeline.workbook.marking.xml import new, preserved, root_of
from schemas.msgid import msgid

#: More than this nobody mends from one list; the rest is found on the next run.
LISTED: Final = 2_000
#: The cell of the list where the record begins, in a hidden column.
RECORD_COLUMN: Final = 8
HEADER_ROW: Final = 4
_WIDTHS: Final = (28, 26, 14, 60, 60, 10)
_HEADERS: Final = (
    msgid("Who must answer"),
    msgid("Where"),
    msgid("Severity"),
    msgid("What is wrong"),
    msgid("What to do"),
    msgid("Code"),
)
#: Points: of one line, and of the highest row that Excel allows.
_LINE, _HIGHEST = 15.0, 400.0
_TAB: Final = "FFC0504D"


@dataclass(frozen=True, slots=True)
class ListSheet:
    """What the list is written with: words, formats, and which of the cells a place shows in.

    `has_sheet` tells whether the workbook has a sheet of a title, to which alone can be linked.
    """

    translator: Translator
    styles: ListStyles
    has_sheet: Callable[[str], bool]

    def root(
        self, duties: Sequence[Duty], record: Iterable[str], *, active: bool
    ) -> etree._Element:
        """Return the sheet's XML; `record` is what the hidden column remembers."""
        root = root_of("worksheet")
        about = new(root, "sheetPr")
        new(about, "tabColor", rgb=_TAB)
        new(about, "pageSetUpPr", fitToPage="1")
        _view(root, active=active)
        _columns(root)
        listed = [duty for _, group in by_person(duties) for duty in group]
        rows = [*self._top(duties), *(self._row(duty) for duty in listed[:LISTED])]
        if len(listed) > LISTED:
            rest = Text("… and {count} more.", count=len(listed) - LISTED)
            rows.append([(self.translator.text(rest), self.styles.text)])
        _write(root, rows, tuple(record), self.styles.text)
        self._links(root, listed[:LISTED])
        new(root, "pageMargins", left="0.5", right="0.5", top="0.6", bottom="0.6", header="0.3",
            footer="0.3")  # fmt: skip
        new(root, "pageSetup", paperSize="9", orientation="landscape", fitToHeight="0")
        return root

    def _top(self, duties: Sequence[Duty]) -> Iterator[list[tuple[str, int]]]:
        errors = sum(duty.finding.severity is Severity.ERROR for duty in duties)
        count = Text(
            "Gaps of this workbook: errors {errors}, warnings {warnings}",
            errors=errors,
            warnings=len(duties) - errors,
        )
        about = Text(
            "The link leads to the cell, which is filled in and has a note. This sheet is not read;"
            " it goes away by itself when the workbook is checked again."
        )
        yield [(self.translator.text(count), self.styles.title)]
        yield [(self.translator.text(about), self.styles.help)]
        yield []
        yield [(self.translator.text(header), self.styles.header) for header in _HEADERS]

    def _row(self, duty: Duty) -> list[tuple[str, int]]:
        finding, styles, words = duty.finding, self.styles, self.translator
        name = duty.answerer.name if duty.answerer else words.text(NOBODY)
        place = _shown_place(finding.location)
        linked = finding.location.sheet is not None and self.has_sheet(finding.location.sheet)
        return [
            (shown(name), styles.text),
            (shown(place), styles.link if linked else styles.text),
            (severity_name(finding.severity, words), styles.text),
            (shown(words.text(finding.message)), styles.text),
            (shown(words.text(finding.hint)) if finding.hint else "", styles.text),
            (finding.code, styles.text),
        ]

    def _links(self, root: etree._Element, duties: Sequence[Duty]) -> None:
        links = root_of("hyperlinks")
        for row, duty in enumerate(duties, start=HEADER_ROW + 1):
            place = duty.finding.location
            if place.sheet is None or not self.has_sheet(place.sheet):
                continue
            address = parse(place.cell)
            cell = name_of(address) if address else "A1"
            target = f"{quote_sheetname(place.sheet)}!{cell}"
            new(
                links,
                "hyperlink",
                ref=f"B{row}",
                location=target,
                display=shown(_shown_place(place)),
            )
        if len(links):
            root.append(links)


#: Who answers when the submission names nobody.
NOBODY: Final = Text("The contact person (not named)")


def _shown_place(place: Location) -> str:
    if place.sheet is None:
        return place.file or ""
    return f"{place.sheet}!{place.cell}" if place.cell else place.sheet


def _view(root: etree._Element, *, active: bool) -> None:
    selected = {"tabSelected": "1"} if active else {}
    view = new(
        new(root, "sheetViews"), "sheetView", showGridLines="0", **selected, workbookViewId="0"
    )
    new(view, "pane", ySplit=str(HEADER_ROW), topLeftCell=f"A{HEADER_ROW + 1}",
        activePane="bottomLeft", state="frozen")  # fmt: skip
    new(view, "selection", pane="bottomLeft", activeCell=f"A{HEADER_ROW + 1}",
        sqref=f"A{HEADER_ROW + 1}")  # fmt: skip
    new(root, "sheetFormatPr", defaultRowHeight="15")


def _columns(root: etree._Element) -> None:
    columns = new(root, "cols")
    for number, width in enumerate(_WIDTHS, start=1):
        new(columns, "col", min=str(number), max=str(number), width=str(width), customWidth="1")
    place = str(RECORD_COLUMN)
    new(columns, "col", min=place, max=place, width="4", hidden="1", customWidth="1")


def _write(
    root: etree._Element, rows: Sequence[list[tuple[str, int]]], record: tuple[str, ...], style: int
) -> None:
    data = new(root, "sheetData")
    for number in range(1, max(len(rows), len(record)) + 1):
        cells = rows[number - 1] if number <= len(rows) else []
        row = new(data, "row", r=str(number), ht=str(_height(cells)), customHeight="1")
        for column, (text, look) in enumerate(cells):
            _cell(row, f"{get_column_letter(column + 1)}{number}", text, look)
        if number <= len(record):
            _cell(row, f"{get_column_letter(RECORD_COLUMN)}{number}", record[number - 1], style)


def _height(cells: Sequence[tuple[str, int]]) -> float:
    """Return the height of a row that shows its longest text whole; programs do not all fit it."""
    if len(cells) < 2:
        return _LINE * 1.5
    rows = (
        sum(1 + len(line) // (width - 4) for line in text.split("\n"))
        for (text, _), width in zip(cells, _WIDTHS, strict=True)
    )
    return min(_LINE * max(rows) + 3, _HIGHEST)


def _cell(row: etree._Element, name: str, text: str, style: int) -> None:
    cell = new(row, "c", r=name, s=str(style))
    if text:
        # Neither the shared texts nor a part of our own need to change for a text in its cell.
        cell.set("t", "str")
        preserved(new(cell, "v"), text)
