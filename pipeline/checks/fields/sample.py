"""Made-up forms in which every field is filled in, so that a document has everything to print."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel, TypeAdapter

from pipeline.checks.fields.cells import Asked, Change, asked, changed_cells, usual_cells
from pipeline.checks.fields.filling import is_free, other_values
from pipeline.core.layout import SheetShape, layout
from pipeline.core.shape import FieldKind
from pipeline.language.labels import choice_labels


@dataclass(frozen=True, slots=True)
class Sample:
    """The values of one form; the fields of `empty` are not filled in.

    The rows of a table are `alike` or differ from each other.
    """

    model: type[BaseModel]
    language: str
    empty: frozenset[str] = frozenset()
    alike: bool = False

    @property
    def fields(self) -> tuple[Asked, ...]:
        """Return the fields that are filled in."""
        return tuple(each for each in asked(self.model) if each.key not in self.empty)

    def filled(self) -> BaseModel:
        """Return the form as the schema reads it."""
        parts = {sheet.path[0] for sheet in layout(self.model)}
        return self.model.model_validate(self._tree(self._usual, parts), context=self._context)

    def changed(self, form: BaseModel, *changes: Change) -> BaseModel:
        """Return the form with some fields changed, most often one.

        Raises:
            ValidationError: the changed value is not accepted.
        """
        usual = self._usual
        cells = {
            each.key: changed_cells(each, usual, change)
            for change in changes
            for each in self.fields
            if each.follows(change)
        }
        parts = self._tree({**usual, **cells}, {key.partition(".")[0] for key in cells})
        read = {
            name: _reader(self.model, name).validate_python(part, context=self._context)
            for name, part in parts.items()
        }
        return form.model_copy(update=read)

    @property
    def free(self) -> tuple[Asked, ...]:
        """Return the fields that hold words of any kind, which can be followed by a mark."""
        usual = self._usual
        return tuple(
            each
            for each in self.fields
            if not each.tables and not each.is_id and is_free(each.column, usual[each.key][0])
        )

    def marked(self, marks: Mapping[str, str]) -> BaseModel:
        """Return the form with a mark behind the words of some fields, by the fields' keys."""
        usual = self._usual
        cells = {
            key: tuple(f"{value} {mark}" for value in usual[key]) for key, mark in marks.items()
        }
        parts = {sheet.path[0] for sheet in layout(self.model)}
        tree = self._tree({**usual, **cells}, parts)
        return self.model.model_validate(tree, context=self._context)

    def changes(self, field: Asked) -> Iterator[tuple[Change, ...]]:
        """Yield the changes of a field; of each group one is enough."""
        if field.tables or field.is_id:
            yield (Change(field.key),)
            return
        values = self._usual[field.key]
        others = list(other_values(field.column.leaf, values[0]))
        # The rows of a table try as many other choices at once as there are rows.
        step = len(values) if field.column.leaf.kind is FieldKind.CHOICE else 1
        for number in range(0, len(others), step):
            yield tuple(Change(field.key, number, form) for form in range(len(others[number])))

    @property
    def _usual(self) -> Mapping[str, tuple[str, ...]]:
        return usual_cells(self.model, self.language, alike=self.alike)

    @property
    def _context(self) -> dict[str, object]:
        return {"labels": choice_labels(self.language)}

    def _tree(
        self, cells: Mapping[str, tuple[str, ...]], parts: Collection[str]
    ) -> dict[str, object]:
        """Return some parts of the form, as they stand in a file."""
        tree: dict[str, object] = {}
        rows: dict[str, list[dict[str, object]]] = {}
        for field in self.fields:
            if field.sheet.path[0] not in parts:
                continue
            known = rows.setdefault(field.sheet.key, [{} for _ in field.rows])
            for row, value in zip(known, cells[field.key], strict=True):
                _put(row, field.column.path, value)
        for sheet in layout(self.model):
            if filled := rows.get(sheet.key):
                _put(tree, sheet.path, filled[0] if sheet.shape is SheetShape.FORM else filled)
        return tree


@cache
def _reader(model: type[BaseModel], part: str) -> TypeAdapter[Any]:
    """Return what reads one part of a form as its schema does."""
    annotation: Any = model.model_fields[part].annotation
    return TypeAdapter(annotation)


def _put(tree: dict[str, object], path: tuple[str, ...], value: object) -> None:
    branch = tree
    for step in path[:-1]:
        inner = branch.setdefault(step, {})
        assert isinstance(inner, dict)  # noqa: S101 - the layout has no field below a field
        branch = inner
    branch[path[-1]] = value
