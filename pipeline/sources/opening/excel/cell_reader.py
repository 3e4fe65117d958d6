"""What openpyxl reads of a workbook for us: cells, their looks, names and properties, no more.

openpyxl's own `load_workbook` builds drop-downs, formats, links and page set-ups as well, which
takes most of its time and is where odd files break it; nothing here needs them. Its classes are
taken apart here alone, so its version is pinned exactly.
"""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any, Final
from xml.etree.ElementTree import Element

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.workbook import Workbook
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

from pipeline.sources.opening.excel.cell_range import Address

_MAIN: Final = f"{{{SHEET_MAIN_NS}}}"
_ROW, _STRING, _TEXT, _RUN = (f"{_MAIN}{name}" for name in ("row", "si", "t", "r"))
#: What may stand in a text beside what is read of it: formats, and how East Asian texts sound.
_BESIDE: Final = frozenset(f"{_MAIN}{name}" for name in ("rPr", "rPh", "phoneticPr"))
#: What a sheet may have much of and we do not read; it is let go of as soon as it was parsed.
_UNREAD: Final = frozenset(
    f"{_MAIN}{name}"
    for name in ("dataValidations", "conditionalFormatting", "hyperlinks", "mergeCells", "extLst")
)


@dataclass(frozen=True, slots=True)
class Look:
    """What a cell's style says of its content."""

    italic: bool
    struck: bool
    number_format: str


#: A sheet's cells as openpyxl gives them, each with its look.
LoadedCells = Mapping[Address, tuple[object, Look]]


@dataclass(frozen=True, slots=True)
class LoadedWorkbook:
    """A workbook's names and properties, without sheets, and the cells of each part of sheets."""

    workbook: Workbook
    cells: Mapping[str, LoadedCells]


class CellReader(ExcelReader):
    """Reads the cells of the sheets in some parts; formulas give their stored values."""

    def __init__(self, content: bytes, parts: tuple[str, ...]) -> None:
        super().__init__(BytesIO(content), data_only=True, keep_links=False)
        self._parts = parts
        self._cells: dict[str, LoadedCells] = {}

    def loaded(self) -> LoadedWorkbook:
        """Read all that is wanted; lets out whatever openpyxl raises."""
        self.read()
        return LoadedWorkbook(self.wb, self._cells)

    def read_properties(self) -> None:
        """Leave out who wrote the file when."""

    def read_theme(self) -> None:
        """Leave out the colours."""

    def read_strings(self) -> None:
        """Read the workbook's store of texts."""
        part = self.package.find(SHARED_STRINGS)  # type: ignore[no-untyped-call] # the stubs' gap
        if part is not None:
            with self.archive.open(str(part.PartName)[1:]) as source:
                self.shared_strings = list(_strings(source))

    def read_worksheets(self) -> None:
        """Read the cells of all sheets."""
        looks = _Looks(self.wb)
        for part in self._parts:
            with self.archive.open(part) as source:
                self._cells[part] = {
                    (cell["row"], cell["column"]): (cell["value"], looks[cell["style_id"]])
                    for _, row in self._parser(source).parse()
                    for cell in row
                }

    def _parser(self, source: IO[bytes]) -> WorkSheetParser:
        styles = vars(self.wb)
        return _RowParser(
            source,
            self.shared_strings,
            data_only=True,
            epoch=self.wb.epoch,
            date_formats=styles["_date_formats"],
            timedelta_formats=styles["_timedelta_formats"],
        )


class _RowParser(WorkSheetParser):
    def parse(self) -> Generator[Any, None, None]:  # as the stubs have it
        for _, element in iterparse(self.source):
            if element.tag == _ROW:
                yield self.parse_row(element)
                element.clear()
            elif element.tag in _UNREAD:
                element.clear()


class _Looks(dict[int, Look]):
    """The looks by the number of a style, worked out once each: few cells look differently."""

    def __init__(self, workbook: Workbook) -> None:
        super().__init__()
        self._styles = vars(workbook)

    def __missing__(self, number: int) -> Look:
        style = self._styles["_cell_styles"][number]
        font = self._styles["_fonts"][style.fontId]
        code = BUILTIN_FORMATS.get(style.numFmtId, "General")
        if style.numFmtId >= BUILTIN_FORMATS_MAX_SIZE:
            code = self._styles["_number_formats"][style.numFmtId - BUILTIN_FORMATS_MAX_SIZE]
        look = self[number] = Look(bool(font.italic), bool(font.strike), code)
        return look


def _strings(source: IO[bytes]) -> Iterator[str]:
    for _, element in iterparse(source):
        if element.tag == _STRING:
            yield "".join(_pieces(element)).replace("x005F_", "")
            element.clear()


def _pieces(element: Element) -> Iterator[str]:
    """Yield the pieces of a text.

    Raises:
        ValueError: it holds something unknown, in which more text could be.
    """
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag == _RUN:
            yield from _pieces(child)
        elif child.tag not in _BESIDE:
            raise ValueError(child.tag)
