"""Where the workbook's own defined names say that each field stands."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pipeline.core.own_names import FIELD_PREFIX
from pipeline.sources.opening.excel.cell_range import Address, parse_range

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.workbook.defined_name import DefinedName

#: For a sheet's title as written: each of our defined names that points into it, and its cell.
Claims = Mapping[str, Mapping[str, Address]]


def claims(workbook: "Workbook") -> Claims:
    """Return the cells that our defined names point to; names that lost their cell are left out."""
    found: dict[str, dict[str, Address]] = {}
    for name, defined in workbook.defined_names.items():
        if name.casefold().startswith(FIELD_PREFIX):
            for title, address in _target(defined):
                found.setdefault(title, {})[name.casefold()] = address
    return found


def _target(defined: "DefinedName") -> Iterator[tuple[str, Address]]:
    text = defined.attr_text or ""
    title, mark, reference = text.rpartition("!")
    block = parse_range(reference) if mark else None
    if block is not None:
        yield _unquoted(title), block.top_left


def _unquoted(title: str) -> str:
    if len(title) > 1 and title[0] == title[-1] == "'":
        return title[1:-1].replace("''", "'")
    return title
