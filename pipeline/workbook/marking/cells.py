"""The cells of one sheet's XML: found or made, and given another format."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree
from openpyxl.utils.cell import column_index_from_string, get_column_letter

from pipeline.workbook.marking.xml import child_of, children, columns_of, tag, whole

_ADDRESS: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
#: A cell's row and column, from 1.
Address = tuple[int, int]


def parse(address: str | None) -> Address | None:
    """Return the row and column of an address such as F7; of a range, its first cell."""
    found = _ADDRESS.match(address or "")
    return (int(found[2]), column_index_from_string(found[1])) if found else None


def name_of(address: Address) -> str:
    """Return the name of a cell."""
    return f"{get_column_letter(address[1])}{address[0]}"


class Cells:
    """The cells of a sheet; `created` names those, and the rows, that `format` had to make."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        found = child_of(root, "sheetData")
        self._data = etree.SubElement(root, tag("sheetData")) if found is None else found
        self._rows = dict(_numbered_rows(self._data))
        self._tops = dict(_merged(root))
        self._columns = columns_of(root)
        self._styles: dict[int, int] = {}
        self._held: dict[int, dict[int, etree._Element]] = {}
        self.created: list[str] = []

    def visible_at(self, address: Address) -> Address:
        """Return the cell that shows at an address: the first one of a merged range."""
        return self._tops.get(address, address)

    def style(self, address: Address) -> int:
        """Return the number of a cell's format: its own, or that of its row or column."""
        row = self._rows.get(address[0])
        cell = None if row is None else _cells(row).get(address[1])
        if cell is not None:
            return whole(cell.get("s"))
        return self._default_style(row, address[1])

    def format(self, address: Address, style: int) -> None:
        """Give a cell a format; one that is not there is made."""
        row = self._rows.get(address[0])
        if row is None:
            row = self._new_row(address[0])
        cell = _cells(row).get(address[1])
        if cell is None:
            cell = self._new_cell(row, address)
        cell.set("s", str(style))

    def remove(self, name: str) -> None:
        """Take out an empty cell, or an empty row by its number, that we had made."""
        row = self._rows.get(whole(name))
        if row is not None and len(row) == 0:
            self._data.remove(row)
        address = parse(name)
        row = self._rows.get(address[0]) if address else None
        if address is None or row is None:
            return
        if address[0] not in self._held:
            self._held[address[0]] = _cells(row)
        cell = self._held[address[0]].get(address[1])
        if cell is not None and len(cell) == 0:
            row.remove(cell)
            del self._held[address[0]][address[1]]

    def _default_style(self, row: etree._Element | None, column: int) -> int:
        if row is not None and row.get("customFormat") in {"1", "true"}:
            return whole(row.get("s"))
        if column not in self._styles:
            at = (one for one in self._columns if _covers(one, column))
            found = next(at, None)
            self._styles[column] = 0 if found is None else whole(found.get("style"))
        return self._styles[column]

    def _new_row(self, number: int) -> etree._Element:
        row = etree.Element(tag("row"), {"r": str(number)})
        after = sum(other < number for other in self._rows)
        self._data.insert(after, row)
        self._rows = dict(sorted({**self._rows, number: row}.items()))
        self.created.append(str(number))
        return row

    def _new_cell(self, row: etree._Element, address: Address) -> etree._Element:
        cell = etree.Element(tag("c"), {"r": name_of(address)})
        cells = _cells(row)
        for column, other in cells.items():
            # A cell without an address stands behind the one before it, which may now be another.
            other.set("r", name_of((address[0], column)))
        row.insert(sum(column < address[1] for column in cells), cell)
        _widen(row, address[1])
        self.created.append(name_of(address))
        return cell


def _numbered_rows(data: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    number = 0
    for row in children(data, "row"):
        number = whole(row.get("r")) or number + 1
        row.set("r", str(number))
        yield number, row


def _cells(row: etree._Element) -> dict[int, etree._Element]:
    found: dict[int, etree._Element] = {}
    column = 0
    for cell in children(row, "c"):
        address = parse(cell.get("r"))
        column = address[1] if address else column + 1
        found[column] = cell
    return found


def _covers(columns: etree._Element, number: int) -> bool:
    return whole(columns.get("min")) <= number <= whole(columns.get("max"))


def _widen(row: etree._Element, column: int) -> None:
    """Let the row's own note of its columns reach a new one."""
    first, colon, last = (row.get("spans") or "").partition(":")
    if colon and whole(first) and whole(last):
        row.set("spans", f"{min(whole(first), column)}:{max(whole(last), column)}")


def _merged(root: etree._Element) -> Iterator[tuple[Address, Address]]:
    merged = child_of(root, "mergeCells")
    for one in [] if merged is None else children(merged, "mergeCell"):
        first, _, last = (one.get("ref") or "").partition(":")
        top, end = parse(first), parse(last)
        for row in range(top[0], end[0] + 1) if top and end else ():
            for column in range(top[1], end[1] + 1) if top and end else ():
                yield (row, column), top or (row, column)
