"""What is different in the present form from an older one, as a person reads it."""

from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from pipeline.core.layout import Column, Sheet, layout
from pipeline.core.text import Text
from pipeline.language.catalogue import translator
from pipeline.language.headers import header_text, sheet_title
from pipeline.sources.migration.history import Edition, History, migrated_path
from pipeline.sources.migration.steps import NarrowedChoice, Step
from schemas.fields import Choice

_Fields = Mapping[tuple[str, ...], tuple[Sheet, Column]]


def changes(
    history: History, version: str, model: type[BaseModel], language: str
) -> tuple[Text, ...]:
    """Return what is new, renamed or narrowed since a version; nothing for the present one."""
    edition = history.edition(version)
    if edition is None:
        return ()
    steps = history.steps_from(version)
    old, new = _fields(edition.model), _fields(model)
    return (
        *_moved_and_new(old, new, steps, language),
        *_narrowed(steps, new, language),
    )


def left_out(history: History, edition: Edition, model: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of an edition that no step brings to the present form; none may be."""
    present = _fields(model)
    steps = history.steps_from(edition.version)
    return tuple(
        ".".join(path) for path in _fields(edition.model) if _after(path, steps) not in present
    )


def _fields(model: type[BaseModel]) -> _Fields:
    return {
        (*sheet.path, *column.path): (sheet, column)
        for sheet in layout(model)
        for column in sheet.columns
    }


def _after(path: tuple[str, ...], steps: Iterable[Step]) -> tuple[str, ...]:
    return tuple(str(step) for step in migrated_path(path, steps))


def _moved_and_new(
    old: _Fields, new: _Fields, steps: tuple[Step, ...], language: str
) -> Iterator[Text]:
    came = {_after(path, steps): path for path in old}
    for path, place in new.items():
        name = _name(place, language)
        if path not in came:
            yield Text("New: {field}.", field=name)
        elif came[path] != path:
            before = _name(old[came[path]], language)
            yield Text("Renamed: {before} is now {field}.", before=before, field=name)


def _narrowed(steps: Iterable[Step], new: _Fields, language: str) -> Iterator[Text]:
    narrowed = [step for step in steps if isinstance(step, NarrowedChoice)]
    for step in narrowed:
        place = new.get(_after(tuple(step.field.split(".")), steps))
        name = _name(place, language) if place else Text(step.field)
        for before, after in step.values.items():
            yield Text(
                "Narrowed: “{before}” of {field} is now “{after}”.",
                before=_label(step.choice, before),
                field=name,
                after=_label(place[1].leaf.choice if place else None, after),
            )


def _label(choice: type[Choice] | None, value: str) -> Text | str:
    known = {member.value: member.label for member in choice} if choice else {}
    return Text(known[value]) if value in known else value


def _name(place: tuple[Sheet, Column], language: str) -> Text:
    sheet, column = place
    words = translator(language)
    return Text(
        "“{title}” on the sheet “{sheet}”",
        title=header_text(column, words),
        sheet=sheet_title(sheet, words),
    )
