"""Visitors of the parts that hold no cells: texts, styles, relationships, the list of sheets."""

from dataclasses import dataclass, field
from typing import Final

from pipeline.sources.opening.excel.markup import SEPARATOR, local
from pipeline.sources.opening.excel.refusal import damaged
from pipeline.sources.opening.excel.sheet_visitor import MAIN, range_of
from pipeline.sources.opening.excel.tally import Tally

_RELATED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DEPTH: Final = 200
_STRING, _TEXT = f"{SEPARATOR}si", f"{SEPARATOR}t"


class PlainVisitor:
    """Count the elements of a part, and keep it from nesting too deep for a reader."""

    def __init__(self, part: str, tally: Tally) -> None:
        self._part = part
        self._tally = tally
        self._depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See an element begin."""
        self._depth += 1
        if self._depth > _DEPTH:
            raise damaged(self._part)
        self._tally.add_element(self._part)
        covered = range_of(name, attributes, self._part)
        if covered is not None:
            self._tally.add_area(None, covered)

    def end(self, _name: str) -> None:
        """See an element end."""
        self._depth -= 1

    def text(self, _piece: str) -> None:
        """See a piece of character data."""


class TextsVisitor:
    """Count the workbook's store of texts."""

    def __init__(self, part: str, tally: Tally) -> None:
        self._part = part
        self._tally = tally

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        """See an element begin."""
        if name.endswith(_STRING):
            self._tally.add_string(self._part)
        elif not name.endswith(_TEXT):
            self._tally.add_element(self._part)

    def end(self, _name: str) -> None:
        """See an element end."""

    def text(self, _piece: str) -> None:
        """See a piece of character data."""


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One sheet as the workbook part lists it."""

    title: str
    hidden: bool
    relation: str


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship of the workbook part."""

    kind: str
    target: str


@dataclass(slots=True)
class ContentsVisitor:
    """Collect what the three parts say that lead to the sheets: types, workbook, relationships."""

    root: str = ""
    workbook_parts: list[str] = field(default_factory=list)
    sheets: list[SheetEntry] = field(default_factory=list)
    relations: dict[str, Relation] = field(default_factory=dict)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See an element begin."""
        self.root = self.root or name
        match local(name):
            case "Override" if attributes.get("ContentType", "").endswith(".main+xml"):
                self._add_part(attributes)
            case "sheet" if name.startswith(MAIN):
                self._add_sheet(attributes)
            case "Relationship":
                relation = Relation(attributes.get("Type", ""), attributes.get("Target", ""))
                self.relations[attributes.get("Id", "")] = relation

    def end(self, _name: str) -> None:
        """See an element end."""

    def text(self, _piece: str) -> None:
        """See a piece of character data."""

    def _add_part(self, attributes: dict[str, str]) -> None:
        kind = attributes["ContentType"]
        if "spreadsheetml" in kind or "ms-excel" in kind:
            self.workbook_parts.append(attributes.get("PartName", "").lstrip("/"))

    def _add_sheet(self, attributes: dict[str, str]) -> None:
        relation = attributes.get(f"{_RELATED}{SEPARATOR}id", "")
        hidden = attributes.get("state", "visible") != "visible"
        self.sheets.append(SheetEntry(attributes.get("name", ""), hidden, relation))
