"""The lists to choose from, and the hidden sheet of those that a rule cannot hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.core.shape import FieldKind, Leaf
from pipeline.language.catalogue import Translator
from pipeline.language.headers import LISTS_SHEET
from pipeline.workbook.entry_rules import Place, entry_rule
from schemas.msgid import msgid

#: Excel holds no longer list within the rule itself, and none with a comma or a quotation mark.
_INLINE_LENGTH: Final = 255
_YES_AND_NO: Final = (msgid("yes"), msgid("no"))


@dataclass(frozen=True, slots=True)
class IdColumn:
    """The cells of a collection's ids, without the header and the example row."""

    title: str
    letter: str
    first: int
    last: int

    @property
    def cells(self) -> str:
        """Return the whole column of ids as a formula names it."""
        return f"{self._sheet}!{self._top}:{self._bottom}"

    @property
    def filled(self) -> str:
        """Return the formula of the ids that are filled in, so that no list ends in blanks."""
        return f"{self._sheet}!{self._top}:INDEX({self.cells},MAX(1,COUNTA({self.cells})))"

    @property
    def rows(self) -> int:
        """Return how many ids there is room for."""
        return self.last - self.first + 1

    @property
    def _sheet(self) -> str:
        return quote_sheetname(self.title)

    @property
    def _top(self) -> str:
        return f"${self.letter}${self.first}"

    @property
    def _bottom(self) -> str:
        return f"${self.letter}${self.last}"


class DropDowns:
    """Adds prompts, checks and lists to choose from to the sheets of one workbook.

    `ids` holds the column of ids of each collection that a reference may point into. The lists
    that a rule cannot hold are written last, by `write_long_lists`.
    """

    def __init__(
        self, workbook: Workbook, translator: Translator, ids: Mapping[str, IdColumn]
    ) -> None:
        self._workbook = workbook
        self._translator = translator
        self._ids = ids
        self._names: dict[tuple[str, ...], str] = {}
        self._joined: dict[tuple[str, ...], str] = {}

    def add(self, sheet: Worksheet, leaf: Leaf, place: Place) -> None:
        """Add what Excel says and checks in the cells of a field."""
        rule = entry_rule(leaf, self._translator, place, self._source(leaf))
        if rule is not None:
            sheet.add_data_validation(rule)

    def _source(self, leaf: Leaf) -> str | None:
        """Return the list of a field; one of several choices has none, as a list gives only one."""
        collections = tuple(each for each in leaf.references if each in self._ids)
        if collections:
            return self._ids_of(collections)
        labels = self._labels(leaf)
        return self._list(labels) if labels and not leaf.many else None

    def _labels(self, leaf: Leaf) -> tuple[str, ...]:
        text = self._translator.text
        if leaf.choice is not None:
            return tuple(text(member.label) for member in leaf.choice)
        return tuple(map(text, _YES_AND_NO)) if leaf.kind is FieldKind.YES_NO else ()

    def _list(self, labels: tuple[str, ...]) -> str:
        inline = ",".join(labels)
        if len(inline) <= _INLINE_LENGTH and not any(set(',"') & set(label) for label in labels):
            return f'"{inline}"'
        return self._names.setdefault(labels, f"paja_list_{len(self._names) + 1}")

    def _ids_of(self, collections: tuple[str, ...]) -> str:
        name = f"paja_ids_{'_'.join(collections)}"
        if len(collections) == 1:
            self._define(name, self._ids[collections[0]].filled)
        else:
            self._joined[collections] = name
        return name

    def write_long_lists(self) -> None:
        """Write the lists that no rule can hold to a hidden sheet, each in a column of its own."""
        if not self._names and not self._joined:
            return
        sheet: Worksheet = self._workbook.create_sheet(LISTS_SHEET)
        sheet.sheet_state = "hidden"
        for column, (labels, name) in enumerate(self._names.items(), start=1):
            for row, label in enumerate(labels, start=1):
                sheet.cell(row, column, label)
            self._define(name, _column(column, len(labels)).cells)
        for column, (collections, name) in enumerate(self._joined.items(), len(self._names) + 1):
            self._join(sheet, column, collections, name)

    def _join(self, sheet: Worksheet, column: int, collections: tuple[str, ...], name: str) -> None:
        """Write the formulas of the ids of several collections, one below the other."""
        ids = [self._ids[each] for each in collections]
        whole = _column(column, sum(each.rows for each in ids))
        for row in range(1, whole.last + 1):
            sheet.cell(row, column, f"={_nth(row, ids)}")
        counts = "+".join(f"COUNTA({each.cells})" for each in ids)
        self._define(name, f"{whole.filled.partition(',MAX')[0]},MAX(1,{counts}))")

    def _define(self, name: str, formula: str) -> None:
        self._workbook.defined_names[name] = DefinedName(name, attr_text=formula)


def _column(number: int, rows: int) -> IdColumn:
    return IdColumn(LISTS_SHEET, get_column_letter(number), 1, rows)


def _nth(number: int, columns: list[IdColumn]) -> str:
    """Return the formula of the id that is the `number`th of all the columns' together."""
    left = str(number)
    formula, closing = "", ""
    for each in columns:
        count = f"COUNTA({each.cells})"
        formula += f"IF({left}<={count},INDEX({each.cells},{left}),"
        closing += ")"
        left = f"{left}-{count}"
    return f'{formula}""{closing}'
