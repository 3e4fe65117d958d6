"""The words of the catalogue make a workbook that can be read back: names, headers, examples."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import cast

import pytest
from pydantic import BaseModel, create_model
from pydantic.fields import FieldInfo

from pipeline.core.layout import Column, Sheet, layout
from pipeline.language import inventory, labels
from pipeline.language.catalogue import INTERFACES, translator
from pipeline.language.headers import (
    INSTRUCTIONS_SHEET,
    LISTS_SHEET,
    header_synonyms,
    header_text,
    sheet_title,
)
from schemas.fields import Choice

#: The sheets of a workbook that hold no answers: the last one is that of a marked workbook.
OTHER_SHEETS = (INSTRUCTIONS_SHEET, LISTS_SHEET, "Gaps to mend")
SHEETS = [
    pytest.param(sheet, id=f"{model.__name__}.{sheet.key}")
    for model in labels.models()
    for sheet in layout(model)
]


@pytest.mark.parametrize("model", labels.models())
@pytest.mark.parametrize("language", INTERFACES)
def test_sheets_have_names_of_their_own_that_excel_takes_whole(
    model: type[BaseModel], language: str
) -> None:
    words = translator(language)
    titles = [words.text(sheet.title) for sheet in layout(model)]
    assert [sheet_title(sheet, words) for sheet in layout(model)] == titles
    others = [words.text(title) for title in OTHER_SHEETS]
    assert repeated([*titles, *others]) == []
    assert [title for title in others if not 0 < len(title) <= 31] == []


@pytest.mark.parametrize("model", labels.models())
def test_a_sheets_name_in_one_language_is_no_other_sheets_name_in_another(
    model: type[BaseModel],
) -> None:
    named = defaultdict(set)
    for language in INTERFACES:
        for sheet in layout(model):
            named[sheet_title(sheet, translator(language)).casefold()].add(sheet.key)
        for title in OTHER_SHEETS:
            named[translator(language).text(title).casefold()].add(title)
    assert {title: keys for title, keys in named.items() if len(keys) > 1} == {}


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("language", INTERFACES)
def test_no_word_heads_two_columns_of_a_sheet(sheet: Sheet, language: str) -> None:
    assert repeated([word for column in sheet.columns for word in headings(column, language)]) == []


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_header_in_one_language_is_no_other_columns_header_in_another(sheet: Sheet) -> None:
    named = defaultdict(set)
    for language in INTERFACES:
        for column in sheet.columns:
            named[header_text(column, translator(language)).casefold()].add(column.key)
    assert {title: keys for title, keys in named.items() if len(keys) > 1} == {}


@pytest.mark.parametrize("choice", labels.choices(), ids=lambda choice: choice.__name__)
def test_a_label_in_one_language_means_nothing_else_in_another(choice: type[Choice]) -> None:
    meant = defaultdict(set)
    for language in INTERFACES:
        for member in choice:
            meant[labels.label(member, language).casefold()].add(member.value)
    assert {shown: values for shown, values in meant.items() if len(values) > 1} == {}


EXAMPLES = [
    (f"{model.__name__}.{name}", field, example)
    for model in inventory.reachable(labels.models())
    for name, field in model.model_fields.items()
    if (example := inventory.declared(field, "example"))
]


@pytest.mark.parametrize(
    ("field", "example"), [pytest.param(*rest, id=name) for name, *rest in EXAMPLES]
)
@pytest.mark.parametrize("language", INTERFACES)
def test_what_an_example_row_says_is_what_its_field_accepts(
    field: FieldInfo, example: str, language: str
) -> None:
    shown = translator(language).text(example)
    form = create_model("Form", value=(cast("type[object]", field.annotation), field))
    context = {"labels": labels.choice_labels(language)}
    assert form.model_validate({"value": shown}, context=context).model_fields_set == {"value"}


def headings(column: Column, language: str) -> set[str]:
    words = translator(language)
    names = {header_text(column, words), *header_synonyms(column, [words])}
    return {name.strip().casefold() for name in names}


def repeated(words: Iterable[str]) -> list[str]:
    return sorted(word for word, count in Counter(map(str.casefold, words)).items() if count > 1)
