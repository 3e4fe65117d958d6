"""Where in the inputs each value of a context comes from, found by the contexts' own builders.

Nothing is declared by hand that could grow old. The builders are run on made-up forms: once with a
mark in the words of every field, which is found again where they are printed; and then, for what
is no free text, with one field at a time changed, to see which values change with it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from pydantic import BaseModel, ValidationError

from pipeline.checks.fields.cells import Asked, Change
from pipeline.checks.fields.following import (
    Place,
    Shows,
    Values,
    followed,
    place_of,
    shows_label,
    shows_number,
)
from pipeline.checks.fields.inputs import Form, Inputs, inputs_of, samples_of
from pipeline.checks.fields.sample import Sample
from pipeline.core.layout import Column, Sheet, SheetShape
from pipeline.core.shape import FieldKind
from pipeline.language.labels import label

#: Fields that documents print in the absence of others.
_SUBSTITUTES: Final[Mapping[str, tuple[str, ...]]] = {
    "sparrings.duration": ("stages.duration",),
    "sparrings.attendance": ("stages.attendance",),
    "indicators.baseline": ("indicators.baseline_planned",),
    "indicators.baseline_text": ("indicators.baseline_planned",),
    "process.privacy_url": ("programme.privacy_url",),
    "workshops.groups": ("workshops.group_size", "workshops.expected"),
    "blocks.group_size": ("workshops.group_size",),
}
#: What stands behind the words of a field, to find them by.
_MARK: Final = re.compile("⟦[0-9]+⟧")
_STEERING: Final = frozenset({FieldKind.CHOICE, FieldKind.YES_NO})


@dataclass(frozen=True, slots=True)
class Origin:
    """A field of an input that a value follows."""

    form: Form
    sheet: Sheet
    column: Column

    @property
    def key(self) -> str:
        """Return the way to the field in a YAML file from its top, in whatever language."""
        language = self.column.leaf.language
        steps = (step for step in self.column.path if step != language)
        return ".".join((*self.sheet.path, *steps))


@cache
def origins(context: str, language: str) -> Mapping[Place, tuple[Origin, ...]]:
    """Return the fields that each value of a context follows, in the order of the forms."""
    instead = frozenset(each for fields in _SUBSTITUTES.values() for each in fields)
    pairs = [
        *_marked(context, samples_of(context, language)),
        *_changed(context, samples_of(context, language)),
        *_changed(context, samples_of(context, language, frozenset(_SUBSTITUTES)), instead),
    ]
    found: dict[Place, dict[str, Origin]] = {}
    for place, origin in pairs:
        found.setdefault(place, {}).setdefault(f"{origin.form}:{origin.key}", origin)
    ranks = _ranks(samples_of(context, language))
    return {
        place: tuple(sorted(each.values(), key=lambda origin: ranks[origin]))
        for place, each in found.items()
    }


def _ranks(samples: dict[Form, Sample]) -> dict[Origin, int]:
    """Return the places of all fields in the order of filling in."""
    fields = ((form, each) for form, sample in samples.items() for each in sample.fields)
    return {Origin(form, each.sheet, each.column): rank for rank, (form, each) in enumerate(fields)}


@cache
def sample_values(context: str, language: str) -> Values:
    """Return the values of a context that is made from the examples of the forms."""
    return inputs_of(context, samples_of(context, language, alike=True)).values()


def _marked(context: str, samples: dict[Form, Sample]) -> Iterator[tuple[Place, Origin]]:
    """Yield where words come from: those of each field have a mark, found where it is printed."""
    inputs = inputs_of(context, samples)
    marked: dict[str, Origin] = {}
    for form, sample in samples.items():
        marks: dict[str, str] = {}
        for field in sample.free:
            mark = f"⟦{len(marked)}⟧"
            marks[field.key] = mark
            marked[mark] = Origin(form, field.sheet, field.column)
        inputs = inputs.with_form(form, sample.marked(marks))
    for path, value in inputs.values().items():
        texts = value if isinstance(value, list) else [value]
        for text in texts:
            for mark in _MARK.findall(text) if isinstance(text, str) else ():
                yield place_of(path), marked[mark]


def _changed(
    context: str, samples: dict[Form, Sample], only: frozenset[str] | None = None
) -> Iterator[tuple[Place, Origin]]:
    """Yield where other values come from: what changes when a field does."""
    usual = inputs_of(context, samples)
    before = usual.values()
    for form, sample in samples.items():
        fields = [each for each in sample.fields if each not in sample.free]
        fields = [each for each in fields if only is None or each.key in only]
        unused = _unused(usual, form, before, (sample, fields))
        for field in fields:
            if field.sheet.key in unused:
                continue
            shows = _shows(field, sample.language)
            for changed in _variants(sample, usual.form(form), field):
                after = usual.with_form(form, changed).values()
                for place in followed(before, after, shows):
                    yield place, Origin(form, field.sheet, field.column)


def _unused(
    usual: Inputs, form: Form, before: Values, asked: tuple[Sample, list[Asked]]
) -> frozenset[str]:
    """Return the sheets whose fields do not matter, even if all are other ones or gone."""
    whole = usual.form(form)
    sheets = {field.sheet.key: field.sheet for field in asked[1]}
    return frozenset(
        key
        for key, sheet in sheets.items()
        if (without := _without(sheet, whole, asked)) is not None
        and _is_same(usual.with_form(form, without), before)
    )


def _without(sheet: Sheet, whole: BaseModel, asked: tuple[Sample, list[Asked]]) -> BaseModel | None:
    """Return the form without the rows of a table, or with another value in every field."""
    if sheet.shape is SheetShape.TABLE:
        is_part = len(sheet.path) == 1
        return whole.model_copy(update={sheet.key: ()}) if is_part else None
    sample, fields = asked
    changes = [
        group[0]
        for field in fields
        if field.sheet.key == sheet.key
        for group in list(sample.changes(field))[:1]
    ]
    return _first_accepted(sample, whole, tuple(changes), together=True)


def _is_same(inputs: Inputs, before: Values) -> bool:
    try:
        return inputs.values() == before
    except LookupError:
        return False


def _shows(field: Asked, language: str) -> Shows:
    """Return what tells that a value shows a field, and is not only let in by it."""
    leaf = field.column.leaf
    if field.names_rows:
        return shows_number
    if leaf.kind in _STEERING:
        return shows_label(label(each, language) for each in leaf.choice or ())
    return lambda _value: True


def _variants(sample: Sample, whole: BaseModel, field: Asked) -> Iterator[BaseModel]:
    """Yield the form with each other value of a field that is accepted."""
    for group in sample.changes(field):
        changed = _first_accepted(sample, whole, group)
        if changed is not None:
            yield changed


def _first_accepted(
    sample: Sample, whole: BaseModel, group: tuple[Change, ...], *, together: bool = False
) -> BaseModel | None:
    for changes in (group,) if together else ((each,) for each in group):
        try:
            return sample.changed(whole, *changes)
        except ValidationError:
            continue
    return None
