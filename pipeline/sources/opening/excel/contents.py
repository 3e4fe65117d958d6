"""Which sheets a workbook lists, and the part in which each one stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import Final
from zipfile import ZipInfo

from pipeline.core.text import Text
from pipeline.sources.opening.excel.container import Package
from pipeline.sources.opening.excel.markup import SEPARATOR, scan
from pipeline.sources.opening.excel.part_visitors import ContentsVisitor, Relation, SheetEntry
from pipeline.sources.opening.excel.refusal import RefusedError, damaged
from pipeline.sources.opening.excel.sheet_visitor import MAIN

_STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_TYPES_PART: Final = "[Content_Types].xml"
_USUAL_PART: Final = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class ListedSheet:
    """One sheet of the workbook: its title as written, and its part."""

    title: str
    hidden: bool
    part: str


def listed_sheets(package: Package) -> tuple[ListedSheet, ...]:
    """Return the sheets with cells in the workbook's order; charts on sheets of their own are not.

    Raises:
        RefusedError: the workbook part or a sheet's part is missing or cannot be read, or the
            file is Strict Open XML.
    """
    types = _contents(package, _TYPES_PART)
    if len(types.workbook_parts) > 1:
        raise damaged(_TYPES_PART)
    part = next(iter(types.workbook_parts), _USUAL_PART)
    workbook = _contents(package, part)
    _check_root(workbook.root, part)
    relations = _contents(package, _relations_part(part)).relations
    sheets = tuple(_listed(package, part, relations, workbook.sheets))
    if not sheets:
        raise damaged(part)
    return sheets


def _listed(
    package: Package,
    workbook: str,
    relations: dict[str, Relation],
    entries: list[SheetEntry],
) -> Iterator[ListedSheet]:
    for entry in entries:
        relation = relations.get(entry.relation)
        if relation is None:
            raise damaged(workbook)
        if "chartsheet" in relation.kind:
            continue
        part = _target(workbook, relation.target)
        if part not in package.names:
            raise _missing(entry.title, part)
        yield ListedSheet(entry.title, entry.hidden, part)


def _contents(package: Package, part: str) -> ContentsVisitor:
    visitor = ContentsVisitor()
    scan(package.pieces(_member(package, part)), part, visitor)
    return visitor


def _member(package: Package, part: str) -> ZipInfo:
    for info in package.infos:
        if info.filename == part:
            return info
    raise damaged(part)


def _check_root(root: str, part: str) -> None:
    namespace, _, name = root.rpartition(SEPARATOR)
    if namespace == _STRICT:
        raise RefusedError(
            "FI-06",
            Text("The workbook is saved in the form Strict Open XML, which cannot be read."),
            Text(
                "Save it again in Excel with the file type Excel Workbook (.xlsx), "
                "not Strict Open XML."
            ),
            part=part,
        )
    if (namespace, name) != (MAIN, "workbook"):
        raise damaged(part)


def _missing(title: str, part: str) -> RefusedError:
    refusal = damaged(part)
    return RefusedError(
        refusal.code,
        Text("The file is damaged: the contents of the sheet “{sheet}” are missing.", sheet=title),
        refusal.hint,
        sheet=title,
        part=part,
    )


def _relations_part(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def _target(workbook: str, target: str) -> str:
    if target.startswith("/"):
        return normpath(target).lstrip("/")
    return normpath(join(dirname(workbook), target))
