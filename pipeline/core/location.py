"""Where something stands: in an input file, or in a Word template."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Location:
    """A place that a person can find again.

    `file` with (`sheet`, `cell`) for a workbook, (`line`, `column`, both from 1) for YAML, or
    (`part`, `heading`, `table`, `row`, `table_column`, `paragraph`, `tag`) for a template.
    """

    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    line: int | None = None
    column: int | None = None
    part: str | None = None
    heading: str | None = None
    table: int | None = None
    row: int | None = None
    table_column: int | None = None
    paragraph: int | None = None
    tag: str | None = None

    def __reduce__(self) -> tuple[type[Self], tuple[str | int | None, ...]]:
        """Pickle as a call with what is given: thousands of places go from process to process."""
        given = tuple(getattr(self, each) for each in self.__slots__)
        while given and given[-1] is None:
            given = given[:-1]
        return type(self), given

    def __str__(self) -> str:
        """Return the short form, such as `esimerkkila.xlsx[Toimenpiteet!F7]`."""
        place = self._place()
        return f"{self.file or ''}[{place}]" if place else (self.file or "")

    def _place(self) -> str:
        if self.sheet is not None:
            return f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        if self.line is not None:
            return f"{self.line}:{self.column}" if self.column is not None else str(self.line)
        return self._template_place()

    def _template_place(self) -> str:
        parts = [self.part or ""]
        if self.table is not None:
            parts.append(f"T{self.table} R{self.row} C{self.table_column}")
        if self.paragraph is not None:
            parts.append(f"P{self.paragraph}")
        if self.tag:
            parts.append(self.tag)
        return " ".join(part for part in parts if part)
