"""The drop-down lists of choices, and the hidden sheet of those that are too long for a cell."""

from typing import Final

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.core.shape import FieldKind, Leaf
from pipeline.language.catalogue import Translator
from pipeline.language.headers import LISTS_SHEET
from schemas.msgid import msgid

#: Excel holds no longer list within the rule itself, and none with a comma or a quotation mark.
_INLINE_LENGTH: Final = 255
_YES_AND_NO: Final = (msgid("yes"), msgid("no"))


class DropDowns:
    """Adds lists to choose from to the sheets of one workbook.

    The lists that a rule cannot hold are written last, by `write_long_lists`.
    """

    def __init__(self, workbook: Workbook, translator: Translator) -> None:
        self._workbook = workbook
        self._translator = translator
        self._names: dict[tuple[str, ...], str] = {}

    def add(self, sheet: Worksheet, leaf: Leaf, cells: str) -> None:
        """Add a list to a range of cells if the field has one; what is typed beside it is refused.

        A field of several values has no list, as a list gives only one.
        """
        labels = self._labels(leaf)
        if not labels or leaf.many:
            return
        rule = DataValidation(
            type="list",
            formula1=self._source(labels),
            allow_blank=True,
            showErrorMessage=True,
            errorTitle=self._translator.text(msgid("Not in the list")),
            error=self._translator.text(msgid("Choose a value from the list.")),
        )
        rule.add(cells)
        sheet.add_data_validation(rule)

    def _labels(self, leaf: Leaf) -> tuple[str, ...]:
        text = self._translator.text
        if leaf.choice is not None:
            return tuple(text(member.label) for member in leaf.choice)
        return tuple(map(text, _YES_AND_NO)) if leaf.kind is FieldKind.YES_NO else ()

    def _source(self, labels: tuple[str, ...]) -> str:
        inline = ",".join(labels)
        if len(inline) <= _INLINE_LENGTH and not any(set(',"') & set(label) for label in labels):
            return f'"{inline}"'
        return self._names.setdefault(labels, f"paja_list_{len(self._names) + 1}")

    def write_long_lists(self) -> None:
        """Write the lists that no rule can hold to a hidden sheet, each in a column of its own."""
        if not self._names:
            return
        sheet: Worksheet = self._workbook.create_sheet(LISTS_SHEET)
        sheet.sheet_state = "hidden"
        for column, (labels, name) in enumerate(self._names.items(), start=1):
            for row, label in enumerate(labels, start=1):
                sheet.cell(row, column, label)
            letter = get_column_letter(column)
            place = f"{quote_sheetname(LISTS_SHEET)}!${letter}$1:${letter}${len(labels)}"
            self._workbook.defined_names[name] = DefinedName(name, attr_text=place)
