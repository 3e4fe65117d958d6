"""Sheets, columns, help and order of a workbook, derived from the schemas to read and write by."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from hashlib import sha256

from pydantic import BaseModel

from pipeline.core.shape import Group, Leaf, Rows, leaves, shape

#: Rows of a table sheet, from 1: help, header, the example row, then data.
HELP_ROW, HEADER_ROW, EXAMPLE_ROW, FIRST_ROW = 1, 2, 3, 4
#: Columns of a form sheet, from 1: label, value, help.
LABEL_COLUMN, VALUE_COLUMN, HELP_COLUMN = 1, 2, 3
#: The first row of a form sheet that holds a field; above it stands the sheet's own help.
FORM_FIRST_ROW = 2


class SheetShape(StrEnum):
    """How a sheet is filled in."""

    FORM = "form"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a sheet: a column of a table, or a row of a form.

    `path` leads to it from the row or form; `key` names it in the workbook's defined names.
    """

    path: tuple[str, ...]
    leaf: Leaf
    key: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `path` leads to the collection or group that it holds; texts are msgids.

    A workbook that lacks an `optional` sheet is whole; `required_from` holds the gates from which
    a table must have a row.
    """

    path: tuple[str, ...]
    title: str
    about: str
    shape: SheetShape
    columns: tuple[Column, ...]
    optional: bool = False
    required_from: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Return the name of the sheet in defined names, like `measures` or `kick_off.blocks`."""
        return ".".join(self.path)

    def defined_name(self, column: Column) -> str:
        """Return the defined name that identifies a field, such as `paja.measures.accountable`."""
        return f"paja.{self.key}.{column.key}"


@cache
def layout(model: type[BaseModel]) -> tuple[Sheet, ...]:
    """Return the sheets of a model's workbook in the order in which they are filled in."""
    return tuple(_sheets(shape(model), ()))


@cache
def form_sha256(model: type[BaseModel]) -> str:
    """Return what tells one version of a form from another: the hash of its fields and demands."""
    fields = (
        f"{sheet.defined_name(column)} {column.leaf.kind} {column.leaf.many}"
        f" {column.leaf.compulsory} {','.join(column.leaf.required_from)}"
        for sheet in layout(model)
        for column in sheet.columns
    )
    return sha256("\n".join(fields).encode()).hexdigest()


def _sheets(group: Group, path: tuple[str, ...]) -> Iterator[Sheet]:
    for name, node in group.children.items():
        here = (*path, name)
        match node:
            case Rows():
                sheet = _sheet(here, node.row, SheetShape.TABLE, (node.title, node.about))
                gates = node.required_from
                yield replace(sheet, optional=node.optional, required_from=gates)
            case Group() if len(here) == 1:
                sheet = _sheet(here, node, SheetShape.FORM, (node.title, node.about))
                yield replace(sheet, optional=node.optional)
                yield from _sheets(node, here)
            case _:
                continue


def _sheet(path: tuple[str, ...], group: Group, form: SheetShape, words: tuple[str, str]) -> Sheet:
    columns = tuple(Column(way, leaf, _key(way, leaf)) for way, leaf in leaves(group))
    return Sheet(path, words[0], words[1], form, columns)


def _key(way: tuple[str, ...], leaf: Leaf) -> str:
    """Return the last step, with the language behind the name of a text in several languages."""
    return f"{way[-2]}.{way[-1]}" if leaf.language else way[-1]
