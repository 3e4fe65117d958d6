"""The context of the list of names that a template can use."""

from collections.abc import Iterator

from pipeline.core.name_list import ListedName, NameList
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from pipeline.language.form_fields import origin_text
from schemas.contexts.field_list import FieldGroup, FieldListContext, FieldRow


def field_list(names: NameList, translator: Translator) -> FieldListContext:
    """Return everything that the list of names can print."""
    return FieldListContext(
        title=names.title, context=names.context, groups=list(_groups(names, translator))
    )


def _groups(names: NameList, translator: Translator) -> Iterator[FieldGroup]:
    """Yield the names that stand alone first, then those of each group or list."""
    parts = [(each, _within(each, names)) for each in names.names if each.depth == 0]
    alone = [each for each, inner in parts if not inner and not each.like]
    if alone:
        title = translator.text(Text("Single values"))
        rows = [_row(each, translator) for each in alone]
        yield FieldGroup(title=title, about=None, around=None, like=None, names=rows)
    for each, inner in parts:
        if inner or each.like:
            yield _group(each, inner, translator)


def _within(owner: ListedName, names: NameList) -> list[ListedName]:
    start = f"{owner.path}."
    return [each for each in names.names if each.path.startswith(start)]


def _group(owner: ListedName, inner: list[ListedName], translator: Translator) -> FieldGroup:
    return FieldGroup(
        title=owner.titles[translator.language],
        about=owner.abouts[translator.language] or None,
        around=owner.printed or None,
        like=owner.like or None,
        names=[_row(each, translator) for each in inner if each.printed],
    )


def _row(named: ListedName, translator: Translator) -> FieldRow:
    return FieldRow(
        tag=named.printed or named.tag,
        example=named.example or None,
        finnish=named.titles["fi"],
        swedish=named.titles["sv"],
        english=named.titles["en"],
        kind=named.kind,
        presence=named.presence or None,
        origin=origin_text(named.origins, translator) or None,
    )
