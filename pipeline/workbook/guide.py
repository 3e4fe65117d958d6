"""The instruction sheet: whose workbook it is, how it is filled in, its colours and its sheets."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, cast

from openpyxl.cell import Cell
from openpyxl.styles import PatternFill
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.core.layout import Sheet
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from pipeline.language.helps import gate_of, needed_from
from pipeline.workbook.pages import place_cursor, protect, set_up_page
from pipeline.workbook.stages import ALWAYS, NEVER, gate_fill, stage_of
from pipeline.workbook.styles import as_heading, as_help, as_link, as_text, as_title, row_height
from schemas.fields import Gate
from schemas.msgid import msgid

#: The widths of the sheet's columns: what, what about it, when.
_WIDTHS: Final = (38, 74, 54)

HOW_TO: Final = (
    msgid("Fill in the sheets from left to right. Many drop-down lists draw on earlier sheets."),
    msgid(
        "On a sheet with columns, row 1 tells what belongs there, row 2 holds the headers and row 3"
        " an example. Leave them as they are and write from row 4 on."
    ),
    msgid(
        "On a sheet with fields one below the other, write into the framed cells of the second"
        " column."
    ),
    msgid(
        "Each row that others refer to has an id of its own, such as HLO1 or P1. Refer to a row by"
        " its id, or by its exact name."
    ),
    msgid("Write several values into one cell with semicolons between them: T1; T2."),
    msgid(
        "Write times as exactly as they are known: 19.10.2021, 1.–22.3.2022, November 2021, spring"
        " 2022 or Q1/2022."
    ),
    msgid("Begin a new line within a cell with Alt+Enter; a line that begins with a hyphen and a"
          " blank becomes an item of a list."),
    msgid(
        "Do not merge cells, and leave the headers as they are. The sheets are protected without a"
        " password, so that the headers stay; the fields are open."
    ),
    msgid("Leave empty what you do not know yet: documents show it as a visible gap."),
    msgid("Save the file as an Excel Workbook (.xlsx) and send it back under its own name."),
)  # fmt: skip


#: The same for a form in YAML, as its first comment.
HOW_TO_YAML: Final = (
    Text(
        "Write each value behind its key, on the same line; leave empty what you do not know yet."
    ),
    Text("A row of a list begins with a hyphen; copy it with its keys to add another."),
    Text(
        "Put a text in quotation marks if it has a colon or a #. A text of several lines begins"
        " with |- and stands under its key, indented."
    ),
)


@dataclass(frozen=True, slots=True)
class Guide:
    """What the instruction sheet says besides the form itself.

    `facts` are labels with what they say, such as the organisation's name; `times` say when a gate
    is; `changes` tell what is different from the form that the answers were taken from;
    `questions` are what a sheet of the form answers by number.
    """

    title: Text
    facts: tuple[tuple[Text, str], ...] = ()
    times: tuple[tuple[Gate, str], ...] = ()
    changes: tuple[Text, ...] = ()
    questions: tuple[tuple[int, str], ...] = ()


class GuideDrawer:
    """Draws the instruction sheet from the top down."""

    def __init__(self, worksheet: Worksheet, words: Translator, process: str) -> None:
        self._worksheet = worksheet
        self._words = words
        self._process = process
        self._row = 0

    def draw(self, guide: Guide, sheets: Iterable[tuple[Sheet, str]], footer: str) -> None:
        """Draw the sheet; `sheets` are those of the form with their titles in the workbook."""
        listed = tuple(sheets)
        for letter, width in zip("ABC", _WIDTHS, strict=True):
            self._worksheet.column_dimensions[letter].width = width
        as_title(self._write(1, self._words.text(guide.title)))
        self._worksheet.row_dimensions[1].height = 30
        self._facts(guide.facts)
        self._steps()
        self._changes(guide.changes)
        self._stages(dict(guide.times), listed)
        self._sheets(listed)
        self._questions(guide.questions)
        set_up_page(self._worksheet, footer)
        place_cursor(self._worksheet, "A1")
        protect(self._worksheet)

    def _facts(self, facts: Iterable[tuple[Text, str]]) -> None:
        for label, value in facts:
            self._line((self._words.text(label), value), bold=True)

    def _steps(self) -> None:
        self._heading(Text("How to fill in"))
        for number, step in enumerate(HOW_TO, start=1):
            self._wide(f"{number}. {self._words.text(step)}")

    def _changes(self, changes: tuple[Text, ...]) -> None:
        if changes:
            self._heading(Text("What has changed since your earlier workbook"))
        for change in changes:
            self._wide(f"– {self._words.text(change)}")

    def _stages(self, times: dict[Gate, str], sheets: tuple[tuple[Sheet, str], ...]) -> None:
        self._heading(Text("Colours of the headers"))
        say = self._words.text
        columns = [column for sheet, _ in sheets for column in sheet.columns]
        used = {stage_of(column, self._process) for column in columns}
        if any(column.leaf.compulsory for column in columns):
            self._coloured(say(Text("Always needed.")), ALWAYS, "")
        for gate in sorted((gate for gate in used if gate is not None), key=lambda one: one.order):
            self._coloured(say(needed_from(gate)).strip(), gate_fill(gate), times.get(gate, ""))
        self._coloured(say(Text("Fill in if you can.")), NEVER, "")

    def _sheets(self, sheets: Iterable[tuple[Sheet, str]]) -> None:
        self._heading(Text("Sheets"))
        for sheet, title in sheets:
            gate = gate_of(sheet.required_from, self._process)
            needed = self._words.text(needed_from(gate)).strip() if gate else ""
            self._line((title, self._words.text(sheet.about), needed))
            cell = self._cell(self._row, 1)
            target = f"{quote_sheetname(title)}!A1"
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target, display=title)
            as_link(cell)

    def _questions(self, questions: Iterable[tuple[int, str]]) -> None:
        for at, (number, text) in enumerate(questions):
            if at == 0:
                self._heading(Text("Questions of the pre-assignment"))
            self._line((self._words.text(Text("Question {number}", number=number)), text))

    def _coloured(self, text: str, fill: str, when: str) -> None:
        self._line((text, when))
        cell = self._cell(self._row, 1)
        cell.fill = PatternFill("solid", fgColor=fill)

    def _heading(self, text: Text) -> None:
        self._row += 1
        as_heading(self._write(1, self._words.text(text)))
        self._worksheet.row_dimensions[self._row].height = 24

    def _wide(self, text: str) -> None:
        """Write a text over the first two columns."""
        cell = self._write(1, text)
        as_text(cell)
        self._worksheet.merge_cells(start_row=self._row, end_row=self._row,
                                    start_column=1, end_column=2)  # fmt: skip
        height = row_height([(text, sum(_WIDTHS[:2]))])
        self._worksheet.row_dimensions[self._row].height = height

    def _line(self, texts: tuple[str, ...], *, bold: bool = False) -> None:
        self._row += 1
        for number, text in enumerate(texts, start=1):
            cell = self._cell(self._row, number)
            cell.value = text or None
            cell.data_type = "s" if text else "n"
            as_text(cell, bold=bold and number == 1)
            if number == 3:
                as_help(cell)
        height = row_height(list(zip(texts, _WIDTHS, strict=False)))
        self._worksheet.row_dimensions[self._row].height = height

    def _write(self, column: int, text: str) -> Cell:
        self._row += 1
        cell = self._cell(self._row, column)
        cell.value = text
        cell.data_type = "s"
        return cell

    def _cell(self, row: int, column: int) -> Cell:
        return cast("Cell", self._worksheet.cell(row, column))
