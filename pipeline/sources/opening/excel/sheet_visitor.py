"""What a worksheet's own XML says: filled cells, formulas, merged ranges, what is hidden."""

from typing import Final

from pipeline.sources.opening.excel.cell_range import CellRange, parse_cell, parse_range
from pipeline.sources.opening.excel.markup import SEPARATOR, local
from pipeline.sources.opening.excel.refusal import damaged
from pipeline.sources.opening.excel.sheet_scan import SheetScan
from pipeline.sources.opening.excel.tally import Tally

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TRUE: Final = frozenset({"1", "true"})
#: Elements whose `ref` a reader walks through cell by cell.
_RANGED: Final = frozenset({"mergeCell", "hyperlink", "comment"})


class SheetVisitor:
    """Collect a `SheetScan` from a worksheet part."""

    def __init__(self, part: str, title: str, tally: Tally) -> None:
        self.scan = SheetScan()
        self._part = part
        self._title = title
        self._tally = tally
        self._row = self._column = 0
        self._cell = (0, 0)
        self._kind = ""
        self._in_value = self._filled = self._formula = False
        self._starts = {
            _ROW: self._start_row,
            _CELL: self._start_cell,
            _main("is"): self._ignore,
            _main("f"): self._start_formula,
            _main("col"): self._start_column,
        }

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See an element begin."""
        if name in _VALUES:
            self._in_value = True
        elif name in self._starts:
            self._starts[name](attributes)
        else:
            self._other(name, attributes)

    def end(self, name: str) -> None:
        """See an element end."""
        if name in _VALUES:
            self._in_value = False
        elif name == _CELL:
            self._end_cell()

    def text(self, piece: str) -> None:
        """See a piece of character data."""
        if self._in_value and not piece.isspace():
            self._filled = True

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        self._row = self._row + 1 if number is None else self._number(number)
        self._column = 0
        self._tally.add_row(self._title, self._row)
        if attributes.get("hidden") in _TRUE:
            self.scan.hidden_rows.add(self._row)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        address = attributes.get("r")
        if address is None:
            self._cell = self._row, self._column + 1
        else:
            self._cell = self._address(address)
        self._column = self._cell[1]
        self._kind = attributes.get("t", "n")
        self._filled = self._formula = False
        self._tally.add_cell(self._title, *self._cell)

    def _start_formula(self, _attributes: dict[str, str]) -> None:
        self._formula = True

    def _start_column(self, attributes: dict[str, str]) -> None:
        first, last = (self._number(attributes.get(end, "")) for end in ("min", "max"))
        if attributes.get("hidden") in _TRUE:
            self.scan.hidden_columns.append((first, last))

    def _ignore(self, _attributes: dict[str, str]) -> None:
        """Pass over an element that says nothing of values."""

    def _end_cell(self) -> None:
        cell = self._cell
        if self._filled:
            if cell in self.scan.filled:
                raise damaged(self._part)
            self._tally.add_filled(self._title, *cell)
            self.scan.filled.add(cell)
            self._note_kind(cell)
        elif self._formula and self._kind != "str":
            # Excel stores an empty result as an empty text; nothing at all was never computed.
            self._tally.add_filled(self._title, *cell)
            self.scan.formulas_without_value.add(cell)

    def _note_kind(self, cell: tuple[int, int]) -> None:
        if self._kind == "e":
            self.scan.error_values.add(cell)
        elif self._kind == "n":
            self.scan.numbers.add(cell)

    def _other(self, name: str, attributes: dict[str, str]) -> None:
        self._tally.add_element(self._part)
        covered = range_of(name, attributes, self._part)
        if covered is None:
            return
        self._tally.add_area(self._title, covered)
        if name == _MERGE:
            self.scan.merged.append(covered)

    def _address(self, text: str) -> tuple[int, int]:
        place = parse_cell(text)
        if place is None:
            raise damaged(self._part)
        return place

    def _number(self, text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) < 8):
            raise damaged(self._part)
        return int(text)


def range_of(name: str, attributes: dict[str, str], part: str) -> CellRange | None:
    """Return the range of an element that a reader walks through, None for other elements.

    Raises:
        RefusedError: the range is no range.
    """
    if "ref" not in attributes or local(name) not in _RANGED:
        return None
    covered = parse_range(attributes["ref"])
    if covered is None:
        raise damaged(part)
    return covered


def _main(name: str) -> str:
    return f"{MAIN}{SEPARATOR}{name}"


_ROW, _CELL, _MERGE = _main("row"), _main("c"), _main("mergeCell")
#: The elements in which a cell's value stands.
_VALUES: Final = frozenset({_main("v"), _main("t")})
