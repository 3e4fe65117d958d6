"""The words of the catalogue make a workbook that can be read back: names, headers, examples."""

from collections import Counter
from typing import cast

import pytest
from pydantic import BaseModel, create_model
from pydantic.fields import FieldInfo

from pipeline.core.layout import Sheet, layout
from pipeline.language import inventory, labels
from pipeline.language.catalogue import translator
from pipeline.language.headers import header_synonyms, header_text, sheet_title
from schemas.academy import AcademySubmission
from schemas.programme import Programme

SHEETS = [*layout(AcademySubmission), *layout(Programme)]


@pytest.mark.parametrize("model", [AcademySubmission, Programme])
@pytest.mark.parametrize("language", ["fi", "en"])
def test_sheets_have_names_of_their_own_that_excel_takes_whole(
    model: type[BaseModel], language: str
) -> None:
    titles = [translator(language).text(sheet.title) for sheet in layout(model)]
    assert repeated(titles) == []
    assert [sheet_title(sheet, translator(language)) for sheet in layout(model)] == titles


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
@pytest.mark.parametrize("language", ["fi", "en"])
def test_no_word_heads_two_columns_of_a_sheet(sheet: Sheet, language: str) -> None:
    words = [
        name.strip()
        for column in sheet.columns
        for name in {
            header_text(column, translator(language)).casefold(),
            *(name.casefold() for name in header_synonyms(column, [translator(language)])),
        }
    ]
    assert repeated(words) == []


EXAMPLES = [
    (f"{model.__name__}.{name}", field, example)
    for model in inventory.reachable(labels.MODELS)
    for name, field in model.model_fields.items()
    if (example := inventory.declared(field, "example"))
]


@pytest.mark.parametrize(
    ("field", "example"), [pytest.param(*rest, id=name) for name, *rest in EXAMPLES]
)
@pytest.mark.parametrize("language", ["fi", "en"])
def test_what_an_example_row_says_is_what_its_field_accepts(
    field: FieldInfo, example: str, language: str
) -> None:
    shown = translator(language).text(example)
    form = create_model("Form", value=(cast("type[object]", field.annotation), field))
    context = {"labels": labels.choice_labels(language)}
    assert form.model_validate({"value": shown}, context=context).model_fields_set == {"value"}


def repeated(words: list[str]) -> list[str]:
    return sorted(word for word, count in Counter(map(str.casefold, words)).items() if count > 1)
