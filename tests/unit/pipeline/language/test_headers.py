from dataclasses import replace

from pipeline.core.layout import Column, Sheet, layout
from pipeline.language.catalogue import translator
from pipeline.language.headers import (
    example_texts,
    header_synonyms,
    header_text,
    header_titles,
    sheet_title,
)
from schemas.academy import AcademySubmission

FI, SV, EN = translator("fi"), translator("sv"), translator("en")
SHEETS = {sheet.key: sheet for sheet in layout(AcademySubmission)}


def column(sheet: Sheet, key: str) -> Column:
    return next(one for one in sheet.columns if one.key == key)


def test_a_plain_field_is_headed_by_its_title() -> None:
    assert header_text(column(SHEETS["measures"], "timing"), EN) == "Timing"


def test_a_text_in_several_languages_is_headed_with_each() -> None:
    swedish = column(SHEETS["organisation"], "name.sv")

    assert header_text(swedish, EN) == "Name (in Swedish)"
    assert {"Name (Swedish)", "Name (sv)", "Name sv"} <= header_titles(swedish, [EN])
    assert "Name" not in header_titles(swedish, [EN])


def test_the_plain_title_means_the_finnish_text() -> None:
    finnish = column(SHEETS["organisation"], "name.fi")

    assert {"Name", "Name (in Finnish)"} <= header_titles(finnish, [EN])
    assert "organisation" in header_synonyms(finnish, [EN])


def test_titles_of_all_languages_are_known() -> None:
    timing = column(SHEETS["measures"], "timing")

    assert header_titles(timing, [FI, SV, EN]) == {"Ajankohta", "Tidpunkt", "Timing"}


def test_synonyms_are_split_and_none_are_no_name() -> None:
    assert header_synonyms(column(SHEETS["measures"], "timing"), [EN]) == {
        "schedule",
        "when",
        "time",
    }
    assert header_synonyms(column(SHEETS["measures"], "name"), [EN]) == frozenset()


def test_an_example_stands_in_the_language_of_the_workbook_alone() -> None:
    organisation = SHEETS["organisation"]
    texts = dict(
        zip(
            [one.key for one in organisation.columns],
            example_texts(organisation, EN),
            strict=True,
        )
    )

    assert texts["name.en"] == "City of Exampleton"
    assert texts["name.fi"] == texts["name.sv"] == ""


def test_a_sheets_title_is_one_that_excel_takes() -> None:
    title = "Who: what/where [all] and a title that never ends"
    sheet = replace(SHEETS["measures"], title=title)

    assert sheet_title(sheet, EN) == "Who- what-where -all- and a tit"
