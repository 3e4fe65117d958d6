import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Annotated

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator
from pydantic import BaseModel

from pipeline.core.errors import UsageError
from pipeline.core.layout import SheetShape, layout
from pipeline.language.catalogue import translator
from pipeline.language.headers import example_texts, header_text, sheet_title
from pipeline.language.helps import help_text
from pipeline.workbook import write_workbook
from schemas.academy import AcademySubmission
from schemas.fields import Choice, LocalizedText, RequiredFrom
from schemas.filled import Filled, item
from schemas.programme import Programme

MODELS = [AcademySubmission, Programme]


class Colour(Choice):
    RED = "red", "red"
    BLUE = "blue", "blue, or nearly so"


class Length(Choice):
    SHORT = "short", "short"
    LONG = "long", "long " * 60


class Paint(Filled):
    name: str = item("Name", "What it is called.", default=..., example="Sky")
    colour: Colour | None = item("Colour", "Choose from the list.", example="red")
    colours: tuple[Colour, ...] = item("Colours", "One or more.", default=())
    is_new: bool | None = item("New", "Yes or no.")
    length: Length | None = item("Length", "Choose from the list.")


class Shop(Filled):
    paints: tuple[Paint, ...] = item("Paint: [all]/of them, in a very long title", "P.", default=())
    spare: tuple[Paint, ...] = item("Paint- -all--of them, in a very long TITLE", "S.", default=())


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def blank(model: type[BaseModel], language: str = "en") -> bytes:
    return write_workbook(model, programme="innovaatio-akatemia", language=language)


def cell_of(workbook: Workbook, name: str) -> tuple[str, str]:
    """Return the sheet and the cell that a defined name points to."""
    sheet, cell = workbook.defined_names[name].attr_text.split("!")
    return sheet.strip("'"), cell.replace("$", "")


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_field_has_its_header_and_help_where_its_name_points(
    model: type[BaseModel], language: str
) -> None:
    workbook = opened(blank(model, language))
    words = translator(language)

    for sheet in layout(model):
        for column in sheet.columns:
            title, address = cell_of(workbook, sheet.defined_name(column))
            assert title == sheet_title(sheet, words)
            cell = workbook[title][address]
            is_form = sheet.shape is SheetShape.FORM
            head = cell.offset(column=-1) if is_form else cell
            help_cell = cell.offset(column=1) if is_form else cell.offset(row=-1)
            assert str(head.value).removesuffix(" *") == header_text(column, words)
            assert help_cell.value == help_text(column, words, "G")
            assert cell.row >= 2


def test_sheets_stand_in_the_order_of_filling_in() -> None:
    workbook = opened(blank(AcademySubmission, "fi"))

    expected = [sheet_title(sheet, translator("fi")) for sheet in layout(AcademySubmission)]
    assert workbook.sheetnames[: len(expected)] == expected
    assert workbook.active is workbook.worksheets[0]


def test_a_table_has_help_header_and_example_and_then_nothing() -> None:
    sheet = opened(blank(Shop))["Paint- -all--of them, in a very"]

    assert [[cell.value for cell in row[:4]] for row in sheet.iter_rows()] == [
        [
            "What it is called. Always needed.",
            "Choose from the list.",
            "One or more.",
            "Yes or no.",
        ],
        ["Name *", "Colour", "Colours", "New"],
        ["Sky", "red", None, None],
    ]
    assert sheet.freeze_panes == "A3"
    assert sheet["A3"].font.italic
    assert sheet["A2"].font.bold


def test_examples_are_those_of_the_layout() -> None:
    workbook = opened(blank(AcademySubmission, "fi"))
    sheet = next(sheet for sheet in layout(AcademySubmission) if sheet.key == "measures")

    row = [cell.value or "" for cell in workbook[sheet_title(sheet, translator("fi"))][3]]

    assert tuple(row) == example_texts(sheet, translator("fi"))


def test_required_fields_are_marked_and_others_are_not() -> None:
    workbook = opened(blank(AcademySubmission))

    marks = {
        field: str(workbook[sheet][cell].value).endswith(" *")
        for field in ("id", "timing", "description")
        for sheet, cell in [cell_of(workbook, f"paja.measures.{field}")]
    }

    assert marks == {"id": True, "timing": True, "description": False}


def test_titles_are_short_allowed_and_unique() -> None:
    titles = opened(blank(Shop)).sheetnames[:2]

    assert len({title.casefold() for title in titles}) == 2
    assert all(len(title) <= 31 and not set(title) & set("[]:*?/\\") for title in titles)


def test_the_workbook_says_what_it_is() -> None:
    workbook = opened(blank(AcademySubmission, "fi"))

    custom = workbook.custom_doc_props  # type: ignore[attr-defined] # the stubs lack it
    properties = {entry.name: entry.value for entry in custom.props}
    assert properties == {"paja.schema": "innovaatio-akatemia;1;fi"}
    assert workbook.properties.language == "fi"
    assert "innovaatio-akatemia" in str(workbook.properties.title)


def rules(sheet: Worksheet) -> dict[str, str]:
    """Return the lists to choose from by the cells that have them."""
    found = sheet.data_validations.dataValidation
    return {str(rule.sqref): rule.formula1 for rule in found if rule.type == "list"}


def test_choices_and_yes_or_no_have_drop_downs() -> None:
    workbook = opened(write_workbook(Programme, programme="p", language="en", rows=5))

    stages = rules(workbook["Stages"])
    settings = rules(workbook["Settings"])

    attendance = cell_of(workbook, "paja.stages.attendance")[1].rstrip("0123456789")
    assert stages[f"{attendance}4:{attendance}8"] == '"on site,online,hybrid"'
    assert settings[cell_of(workbook, "paja.settings.risks")[1]] == '"yes,no"'


def test_a_list_that_excel_cannot_hold_in_the_rule_stands_on_a_hidden_sheet() -> None:
    workbook = opened(blank(Shop))

    first, second = (rules(sheet) for sheet in workbook.worksheets[:2])
    name = first["B4:B103"]
    sheet, cells = cell_of(workbook, name)
    assert second["B4:B103"] == name
    assert [row[0].value for row in workbook[sheet][cells]] == ["red", "blue, or nearly so"]
    assert workbook[sheet].sheet_state == "hidden"
    assert workbook.sheetnames[-1] == "_lists"


def test_a_long_list_stands_on_the_hidden_sheet_too() -> None:
    workbook = opened(blank(Shop))

    sheet, cells = cell_of(workbook, rules(workbook.worksheets[0])["E4:E103"])
    labels = [str(row[0].value) for row in workbook[sheet][cells]]
    assert labels == ["short", "long " * 60]


def test_a_field_of_several_values_has_no_drop_down() -> None:
    assert not any(key.startswith("C") for key in rules(opened(blank(Shop)).worksheets[0]))


def test_what_people_type_into_text_and_times_is_left_as_it_is() -> None:
    sheet = opened(blank(AcademySubmission))["Measures"]

    formats = {
        str(sheet.cell(2, number).value).removesuffix(" *"): sheet.column_dimensions[
            openpyxl.utils.get_column_letter(number)
        ].number_format
        for number in range(1, sheet.max_column + 1)
    }

    assert formats["Timing"] == "@"
    assert formats["Measure"] == "@"
    assert formats["Person-days"] == "General"


def test_columns_are_as_wide_as_what_they_hold() -> None:
    workbook = opened(blank(AcademySubmission))

    widths = workbook["Measures"].column_dimensions
    assert widths["A"].width < widths["D"].width < widths["B"].width
    assert workbook["Organisation"].column_dimensions["B"].width > 60


@pytest.mark.parametrize("model", MODELS)
def test_same_content_same_bytes(model: type[BaseModel]) -> None:
    assert blank(model) == blank(model)


def test_times_come_from_the_parameter_alone() -> None:
    stamp = datetime(2022, 2, 1, 12, 30)  # noqa: DTZ001 - as Excel keeps it

    content = write_workbook(Shop, programme="p", language="en", stamp=stamp)

    properties = opened(content).properties
    assert (properties.created, properties.modified) == (stamp, stamp)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("model", MODELS)
def test_the_audit_finds_nothing_that_an_empty_workbook_lacks(
    model: type[BaseModel], tmp_path: Path
) -> None:
    Workbook().save(tmp_path / "empty.xlsx")
    (tmp_path / "ours.xlsx").write_bytes(blank(model, "fi"))

    empty, ours = (
        {str(error) for error in OpenXmlValidator().validate(tmp_path / name).errors}
        for name in ("empty.xlsx", "ours.xlsx")
    )

    assert ours <= empty


def test_an_unknown_language_is_a_wrong_use() -> None:
    with pytest.raises(UsageError, match="xx"):
        blank(Shop, "xx")


def test_only_the_forms_own_language_is_asked_for() -> None:
    class Sign(Filled):
        text: Annotated[LocalizedText, RequiredFrom("G1")] = item("Text", "As it reads.")

    class Signs(Filled):
        sign: Sign = item("Sign", "The sign.", default=...)

    sheet = opened(blank(Signs, "sv"))["Sign"]
    said = {str(row[0].value): (row[2].value, row[0].fill.fgColor.rgb) for row in sheet["A2:C4"]}

    own = said.pop("Text (på svenska) *")
    assert own[0] == "As it reads. Behövs från och med grinden G1 Kick-off."
    assert set(said) == {"Text (på finska)", "Text (på engelska)"}
    assert all("grinden" not in text and fill != own[1] for text, fill in said.values())
