"""What the form offers a person: lists, prompts, colours, locks, pages and instructions."""

import io
from pathlib import Path
from typing import Annotated

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator
from pydantic import BaseModel

from pipeline.core.finding import Path as FieldPath
from pipeline.core.layout import layout
from pipeline.core.text import Text
from pipeline.language.catalogue import translator
from pipeline.language.headers import sheet_title
from pipeline.language.helps import needed_from
from pipeline.sources.excel import read_workbook
from pipeline.workbook import Guide, write_workbook
from schemas.academy import AcademySubmission
from schemas.community import CommunitySubmission
from schemas.fields import (
    ClockTime,
    Day,
    Duration,
    Gate,
    Identifier,
    Money,
    ReferenceList,
    RefTo,
    RequiredFrom,
    Timing,
    TitleText,
    WholeNumber,
)
from schemas.filled import Filled, item

GUIDE = Guide(
    Text("Form of the programme {name}", name="Mallila"),
    ((Text("Organisation"), "=Esimerkkilä"),),
    ((Gate.G2, "19.10.2021"),),
    (Text("New: {field}.", field="Colour"),),
)


class Worker(Filled):
    id: Annotated[str, Identifier("HLO")] = item("Worker id", "HLO and a number.", default=...)
    name: Annotated[TitleText | None, RequiredFrom("G2")] = item("Name", "In full.")


class Desk(Filled):
    id: Annotated[str, Identifier("TEH")] = item("Desk id", "TEH and a number.", default=...)
    boss: Annotated[TitleText | None, RefTo("workers")] = item("Boss", "Whose it is.")


class Job(Filled):
    doer: Annotated[TitleText | None, RefTo("workers", "desks")] = item("Doer", "Who does it.")
    helpers: Annotated[ReferenceList, RefTo("workers")] = item("Helpers", "If any.", default=())
    day: Day | None = item("Day", "One day.")
    when: Annotated[Timing | None, RequiredFrom("P3")] = item("When", "Any time.")
    clock: ClockTime | None = item("Clock", "The time.")
    length: Duration | None = item("Length", "How long.")
    sum: Money | None = item("Sum", "In euros.")
    level: Annotated[int, WholeNumber(1, 5)] | None = item("Level", "From 1 to 5.")
    note: TitleText | None = item("Note", "Anything.")


class Office(Filled):
    workers: Annotated[tuple[Worker, ...], RequiredFrom("G2")] = item("Workers", "All.", default=())
    desks: tuple[Desk, ...] = item("Desks", "All.", default=())
    jobs: tuple[Job, ...] = item("Jobs", "All.", default=())


def office(values: dict[FieldPath, object] | None = None, guide: Guide | None = None) -> Workbook:
    content = write_workbook(
        Office, programme="innovaatio-akatemia", language="en", rows=5, values=values, guide=guide
    )
    return openpyxl.load_workbook(io.BytesIO(content))


def rule(sheet: Worksheet, cell: str) -> DataValidation:
    """Return the one rule of a cell."""
    found: list[DataValidation] = [
        each for each in sheet.data_validations.dataValidation if cell in each.sqref
    ]
    assert len(found) == 1
    return found[0]


def name_of(workbook: Workbook, name: str) -> str:
    return str(workbook.defined_names[name].attr_text)


def test_a_reference_offers_the_ids_of_its_sheet() -> None:
    workbook = office()

    boss = rule(workbook["Desks"], "B4")
    assert (boss.type, boss.formula1) == ("list", "paja_ids_workers")
    assert name_of(workbook, "paja_ids_workers") == (
        "'Workers'!$A$4:INDEX('Workers'!$A$4:$A$8,MAX(1,COUNTA('Workers'!$A$4:$A$8)))"
    )
    assert not boss.showErrorMessage  # an exact name may stand there as well
    assert "exact name" in str(boss.prompt)


def test_a_reference_into_two_sheets_offers_the_ids_of_both() -> None:
    workbook = office()

    assert rule(workbook["Jobs"], "A4").formula1 == "paja_ids_workers_desks"
    assert name_of(workbook, "paja_ids_workers_desks").startswith("'_lists'!$A$1:INDEX(")
    formulas = [str(cell.value) for cell in workbook["_lists"]["A"]]
    assert len(formulas) == 10
    assert "INDEX('Workers'!$A$4:$A$8,7)" in formulas[6]
    assert "INDEX('Desks'!$A$4:$A$8,7-COUNTA('Workers'!$A$4:$A$8))" in formulas[6]


def test_the_ids_offered_reach_as_far_as_the_rows_that_are_filled_in() -> None:
    workbook = office({("workers", n, "id"): f"HLO{n + 1}" for n in range(9)})

    assert "$A$4:$A$12" in name_of(workbook, "paja_ids_workers")


def test_several_references_may_be_typed_beside_the_list() -> None:
    helpers = rule(office()["Jobs"], "B4")

    assert (helpers.type, helpers.showErrorMessage) == ("list", False)
    assert "semicolons" in str(helpers.prompt)


@pytest.mark.parametrize(
    ("cell", "kind", "style", "example"),
    [
        ("C4", "date", "warning", "19.10.2021"),
        ("E4", "time", "warning", "9.00"),
        ("G4", "decimal", "warning", "12 500"),
        ("H4", "whole", None, "1 to 5"),
        ("D4", None, None, "Q1/2022"),
        ("F4", None, None, "1 h 30 min"),
    ],
)
def test_dates_and_numbers_are_checked_and_explained(
    cell: str, kind: str | None, style: str | None, example: str
) -> None:
    found = rule(office()["Jobs"], cell)

    assert (found.type, found.errorStyle) == (kind, style)
    assert example in str(found.prompt)


def test_a_whole_number_has_the_limits_of_its_field() -> None:
    found = rule(office()["Jobs"], "H8")

    assert (found.formula1, found.formula2, found.showErrorMessage) == ("1", "5", True)


def test_an_id_that_stands_twice_is_asked_about() -> None:
    found = rule(office()["Workers"], "A8")

    assert found.formula1 == "COUNTIF($A$4:$A$8,A4)=1"
    assert found.errorStyle == "warning"


def test_plain_text_is_left_in_peace() -> None:
    assert all("I4" not in each.sqref for each in office()["Jobs"].data_validations.dataValidation)


def test_no_text_is_longer_than_excel_takes() -> None:
    for model in (AcademySubmission, CommunitySubmission):
        for language in ("fi", "sv", "en"):
            content = write_workbook(model, programme="p", language=language)
            for sheet in openpyxl.load_workbook(io.BytesIO(content)).worksheets:
                for each in sheet.data_validations.dataValidation:
                    assert len(each.promptTitle or "") <= 32
                    assert len(each.errorTitle or "") <= 32
                    assert max(len(each.prompt or ""), len(each.error or "")) <= 255
                    assert len(each.formula1 or "") <= 257


def fill(sheet: Worksheet, cell: str) -> str:
    return str(sheet[cell].fill.fgColor.rgb)


def test_a_header_has_the_colour_and_the_words_of_its_stage() -> None:
    workbook = office(guide=GUIDE)
    workers, guide = workbook["Workers"], workbook["Instructions"]

    sentence = translator("en").text(needed_from(Gate.G2)).strip()
    assert workers["B1"].value == f"In full. {sentence}"
    legend = next(cell for row in guide.iter_rows() for cell in row if cell.value == sentence)
    assert fill(workers, "B2") == fill(guide, legend.coordinate)
    assert legend.offset(column=1).value == "19.10.2021"
    assert len({fill(workers, "A2"), fill(workers, "B2"), fill(workbook["Desks"], "B2")}) == 3


def test_the_gates_of_the_other_programme_say_nothing_here() -> None:
    jobs = office()["Jobs"]
    other = write_workbook(Office, programme="yhteisollinen-innovointi", language="en")
    theirs = openpyxl.load_workbook(io.BytesIO(other))["Jobs"]

    assert (jobs["D1"].value, jobs["D2"].value) == ("Any time.", "When")
    assert "P3" in str(theirs["D1"].value)
    assert theirs["D2"].value == "When *"


def test_fields_are_open_and_all_else_is_locked_without_a_password() -> None:
    workbook = office({("workers", 0, "name"): "Malli"})
    workers = workbook["Workers"]

    assert workers.protection.sheet
    assert workers.protection.password is None
    assert not workers.protection.insertRows  # what is false is allowed
    assert [workers[cell].protection.locked for cell in ("A1", "B2", "B3", "B4")] == [
        True,
        True,
        True,
        False,
    ]
    assert not workers.column_dimensions["A"].protection.locked
    assert not workers.column_dimensions["C"].protection.locked  # so that rows can be deleted


def test_pages_are_a4_with_the_headers_on_each() -> None:
    sheet = openpyxl.load_workbook(
        io.BytesIO(write_workbook(AcademySubmission, programme="p", language="fi"))
    )["Toimenpiteet"]

    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.print_title_rows == "$1:$2"
    assert (sheet.page_setup.fitToWidth or 0) > 1
    assert sheet.freeze_panes == "B3"


def test_instructions_come_first_and_lead_to_every_sheet() -> None:
    workbook = office(guide=GUIDE)
    guide = workbook.worksheets[0]

    assert workbook.active is guide
    assert guide["A1"].value == workbook.properties.title == "Form of the programme Mallila"
    assert (guide["B2"].value, guide["B2"].data_type) == ("=Esimerkkilä", "s")
    links = {
        str(cell.value): str(cell.hyperlink.location)
        for row in guide.iter_rows()
        for cell in row
        if cell.hyperlink
    }
    assert links == {name: f"'{name}'!A1" for name in ("Workers", "Desks", "Jobs")}
    assert any("New: Colour." in str(row[0].value) for row in guide.iter_rows())


def test_screen_readers_find_the_headers() -> None:
    workbook = openpyxl.load_workbook(
        io.BytesIO(write_workbook(AcademySubmission, programme="p", language="fi"))
    )

    assert workbook["Toimenpiteet"].defined_names["ColumnTitle"].attr_text.endswith("!$A$2")
    assert workbook["Organisaatio"].defined_names["RowTitle"].attr_text.endswith("!$A$2")


@pytest.mark.parametrize("model", [AcademySubmission, CommunitySubmission, Office])
def test_the_audit_finds_nothing_and_the_reader_neither(
    model: type[BaseModel], tmp_path: Path
) -> None:
    content = write_workbook(model, programme="p", language="fi", guide=GUIDE)
    (tmp_path / "ours.xlsx").write_bytes(content)

    record = read_workbook(content, "a.xlsx", model, programme="p")

    assert OpenXmlValidator().validate(tmp_path / "ours.xlsx").errors == []
    assert (record.findings, record.values) == ((), {})
    assert {sheet.path for sheet in layout(model)} <= record.places.keys()


def test_sheets_keep_their_titles_in_every_language() -> None:
    for language in ("fi", "en"):
        content = write_workbook(Office, programme="p", language=language, guide=GUIDE)
        words = translator(language)
        titles = openpyxl.load_workbook(io.BytesIO(content)).sheetnames
        assert titles[1:-1] == [sheet_title(sheet, words) for sheet in layout(Office)]
