from datetime import date, timedelta

from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Font
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName

from pipeline.core.finding import Severity
from pipeline.core.record import RawRecord
from pipeline.sources.excel import read_workbook
from tests.unit.pipeline.sources.excel.small_form import (
    Record,
    filled,
    only,
    placed,
    read,
    saved,
    sound,
)


def texts(record: RawRecord) -> dict[tuple[str | int, ...], str]:
    return {path: str(raw.value) for path, raw in record.values.items()}


def claim(workbook: Workbook, name: str, target: str) -> None:
    workbook.defined_names[name] = DefinedName(name, attr_text=target)


def with_identity(workbook: Workbook, identity: str) -> Workbook:
    properties = workbook.custom_doc_props  # type: ignore[attr-defined] # the stubs lack it
    properties.append(StringProperty(name="paja.schema", value=identity))
    return workbook


def test_a_sound_workbook_gives_values_with_their_cells() -> None:
    workbook = filled(A4="P1", B4="Sweep", A5="P2", D5="3")
    workbook["Club"]["B2"] = "klubi"
    workbook["Club"]["B3"] = "Kerho"

    record = read(workbook)

    assert record.findings == ()
    assert texts(record) == {
        ("club", "id"): "klubi",
        ("club", "name", "fi"): "Kerho",
        ("tasks", 0, "id"): "P1",
        ("tasks", 0, "name"): "Sweep",
        ("tasks", 1, "id"): "P2",
        ("tasks", 1, "hours"): "3",
    }
    assert str(record.values["tasks", 1, "hours"].location) == "a.xlsx[Tasks!D5]"
    assert str(record.places["club", "founded"]) == "a.xlsx[Club!B6]"
    assert str(record.places["tasks", 1, "day"]) == "a.xlsx[Tasks!C5]"
    assert str(record.places["tasks", 1]) == "a.xlsx[Tasks!A5]"
    assert str(record.places["tasks",]) == "a.xlsx[Tasks!A2]"
    assert str(record.places["club",]) == "a.xlsx[Club]"


def test_an_empty_table_has_the_place_of_its_first_row() -> None:
    workbook = sound()
    assert str(read(workbook).places["tasks",]) == "a.xlsx[Tasks!A4]"

    for cell in workbook["Tasks"][3]:
        cell.value = None
    record = read(workbook)
    assert str(record.places["tasks",]) == "a.xlsx[Tasks!A3]"
    assert record.findings == ()


def test_blank_rows_are_left_out_and_far_rows_are_read() -> None:
    record = read(filled(A4="P1", A7="P2", B5="  ", A9000="P3"))

    assert [texts(record)["tasks", index, "id"] for index in range(3)] == ["P1", "P2", "P3"]
    assert str(record.places["tasks", 2, "name"]) == "a.xlsx[Tasks!B9000]"
    assert ("tasks", 3) not in record.places


def test_headers_are_known_by_case_spaces_marks_and_synonyms() -> None:
    record = read(
        filled(A2="chore  ID *", B2="CHORE\u00a0:", C2="When", D2=" hours", A4="P1", C4="now")
    )

    assert record.findings == ()
    assert texts(record)["tasks", 0, "day"] == "now"


def test_columns_may_stand_in_any_order_and_the_header_in_another_row() -> None:
    workbook = filled(A2="Hours", D2="Chore id", A3=None, B3=None, C3=None, D3=None)
    workbook["Tasks"].insert_rows(1, 3)
    workbook["Tasks"]["A6"] = "2"
    workbook["Tasks"]["D6"] = "P9"

    record = read(workbook)

    assert record.findings == ()
    assert texts(record) == {("tasks", 0, "id"): "P9", ("tasks", 0, "hours"): "2"}


def test_a_missing_column_is_an_error_at_the_header_row() -> None:
    record = read(filled(C2="Dey of the chores", C3=None, A4="P1"))

    finding = only(record)
    assert placed(finding) == ("HE-02", "a.xlsx[Tasks!A2]")
    assert finding.severity is Severity.ERROR
    assert str(finding.message) == "“Day of the chore” is missing from the sheet."
    assert "Dey of the chores" in str(finding.hint)


def test_an_unknown_column_with_values_is_a_warning_with_the_nearest_name() -> None:
    record = read(filled(A4="P1", C2="Dey of the chore", C3=None, C5="x"))

    missing, unknown = record.findings
    assert missing.code == "HE-02"
    assert placed(unknown) == ("HE-05", "a.xlsx[Tasks!C2]")
    assert unknown.severity is Severity.WARNING
    assert str(unknown.hint) == "Do you mean “Day of the chore”?"


def test_an_unknown_column_that_resembles_nothing_is_a_warning() -> None:
    finding = only(read(filled(A4="P1", E2=7, E4="note")))

    assert placed(finding) == ("HE-05", "a.xlsx[Tasks!E2]")
    assert "“7”" in str(finding.message)


def test_an_unknown_column_without_values_is_of_no_account() -> None:
    assert read(filled(A4="P1", E2="Notes")).findings == ()


def test_values_without_a_header_are_told_once_a_column() -> None:
    record = read(filled(A4="P1", G5="x", G6="y", H5="z"))

    assert [placed(finding) for finding in record.findings] == [
        ("HE-08", "a.xlsx[Tasks!G5]"),
        ("HE-08", "a.xlsx[Tasks!H5]"),
    ]


def test_a_header_that_stands_twice_is_an_error_naming_both_cells() -> None:
    record = read(filled(A4="P1", B4="one", E2="Chore", E4="two"))

    finding = only(record)
    assert placed(finding) == ("HE-03", "a.xlsx[Tasks!E2]")
    assert str(finding.message) == "Both B2 and E2 are headed “Chore”."
    assert texts(record)["tasks", 0, "name"] == "one"


def test_a_table_without_headers_is_one_error() -> None:
    workbook = sound()
    workbook["Tasks"].delete_rows(2)
    workbook["Tasks"]["A3"] = "P1"

    finding = only(read(workbook))

    assert placed(finding) == ("HE-07", "a.xlsx[Tasks]")
    assert "Chore id, Chore, Day of the chore" in str(finding.hint)


def test_the_example_row_is_skipped_only_while_unchanged() -> None:
    assert read(filled(A4="P2")).values.keys() == {("tasks", 0, "id")}

    changed = read(filled(B3="Sweep the roof"))
    assert texts(changed)["tasks", 0, "name"] == "Sweep the roof"


def test_an_example_row_that_was_written_over_is_data_with_a_warning() -> None:
    workbook = filled(B3="Sweep the roof")
    for cell in workbook["Tasks"][3]:
        cell.font = Font(italic=True)

    record = read(workbook)

    finding = only(record)
    assert placed(finding) == ("IN-04", "a.xlsx[Tasks!A3]")
    assert finding.severity is Severity.WARNING
    assert texts(record)["tasks", 0, "id"] == "P1"


def test_an_example_in_excel_types_is_still_the_example() -> None:
    workbook = filled(C3=date(2022, 3, 1), D3=2.5)

    assert read(workbook).values == {}


def test_another_date_or_length_is_no_example() -> None:
    assert len(read(filled(C3=date(2022, 3, 2))).values) == 4
    assert len(read(filled(D3=timedelta(hours=2))).values) == 4


def test_a_form_may_have_its_label_anywhere_and_by_synonym() -> None:
    workbook = sound()
    form = workbook["Club"]
    form["A6"], form["A10"], form["B10"] = None, "founded:", "1921"
    form["A3"], form["B3"] = "Called", "Kerho"

    record = read(workbook)

    assert record.findings == ()
    assert texts(record) == {("club", "founded"): "1921", ("club", "name", "fi"): "Kerho"}


def test_oddities_of_a_form_are_found() -> None:
    workbook = sound()
    form = workbook["Club"]
    form["A6"] = "Foundedd"
    form["B6"] = "1921"
    form["A9"], form["B9"] = "Open to all", "yes"
    form["B12"] = "stray"
    form["C2"] = "help is nobody's business"
    form["F2"] = "a note"

    record = read(workbook)

    assert {placed(finding) for finding in record.findings} == {
        ("HE-02", "a.xlsx[Club]"),
        ("HE-03", "a.xlsx[Club!A9]"),
        ("HE-05", "a.xlsx[Club!A6]"),
        ("HE-08", "a.xlsx[Club!B12]"),
        ("HE-08", "a.xlsx[Club!F2]"),
    }


def test_a_form_without_labels_is_one_error() -> None:
    workbook = sound()
    workbook["Club"].delete_rows(1, 20)

    assert placed(only(read(workbook))) == ("HE-07", "a.xlsx[Club]")


def test_one_language_of_a_name_is_enough() -> None:
    workbook = sound()
    workbook["Club"]["A4"] = workbook["Club"]["A5"] = None

    assert read(workbook).findings == ()


def test_a_name_without_any_language_is_missing() -> None:
    workbook = sound()
    for cell in ("A3", "A4", "A5"):
        workbook["Club"][cell] = None

    assert {finding.code for finding in read(workbook).findings} == {"HE-02"}


def test_defined_names_survive_new_titles_and_headers() -> None:
    workbook = filled(C2="Päivä", C4="now")
    workbook["Tasks"].title = "Vår's tasks"
    workbook["Club"]["A6"], workbook["Club"]["B6"] = "Since", "1921"
    for name, cell in {"id": "A", "name": "B", "day": "C", "hours": "D"}.items():
        claim(workbook, f"paja.tasks.{name}", f"'Vår''s tasks'!${cell}$2")
    claim(workbook, "paja.club.founded", "Club!$B$6")
    claim(workbook, "paja.club.open", "#REF!")
    claim(workbook, "other", "Club!$B$6")

    record = read(workbook)

    assert record.findings == ()
    assert texts(record)["tasks", 0, "day"] == "now"
    assert texts(record)["club", "founded"] == "1921"


def test_a_defined_name_that_points_to_another_field_is_not_believed() -> None:
    workbook = filled(A4="P1", B4="Sweep")
    workbook["Club"]["B2"] = "klubi"
    claim(workbook, "paja.tasks.hours", "Tasks!$B$2")
    claim(workbook, "paja.tasks.name", "Tasks!$Z$2")
    claim(workbook, "paja.club.founded", "Club!$B$2")
    claim(workbook, "paja.club.open", "Club!$D$40")

    record = read(workbook)

    assert record.findings == ()
    assert texts(record)["tasks", 0, "name"] == "Sweep"
    assert texts(record)["club", "id"] == "klubi"


def test_a_title_that_another_field_has_taken_over_since_means_the_field_it_stood_for() -> None:
    workbook = filled(A4="P1", C2="Hours", C4="now", D2="Length", D4="3")
    for name, cell in {"id": "A", "name": "B", "day": "C", "hours": "D"}.items():
        claim(workbook, f"paja.tasks.{name}", f"Tasks!${cell}$2")

    record = read(workbook)

    assert record.findings == ()
    assert texts(record)["tasks", 0, "day"] == "now"
    assert texts(record)["tasks", 0, "hours"] == "3"


def test_a_missing_sheet_is_an_error_with_the_nearest_name() -> None:
    workbook = filled(A4="P1")
    workbook["Tasks"].title = "Tassks"

    missing, unknown = read(workbook).findings

    assert placed(missing) == ("HE-01", "a.xlsx")
    assert "“Tassks”" in str(missing.hint)
    assert missing.path == ("tasks",)
    assert placed(unknown) == ("HE-06", "a.xlsx[Tassks]")
    assert str(unknown.hint) == "Do you mean “Tasks”?"


def test_an_unknown_sheet_is_told_only_if_it_holds_something() -> None:
    workbook = sound()
    workbook.create_sheet("Empty")
    workbook.create_sheet("_lists")["A1"] = "choice"
    workbook.create_sheet("instructions")["A1"] = "how to"
    workbook.create_sheet("Scribble")["A1"] = "x"

    assert placed(only(read(workbook))) == ("HE-06", "a.xlsx[Scribble]")


def test_sheets_that_differ_by_case_and_spaces_are_an_error_naming_both() -> None:
    workbook = sound()
    workbook.create_sheet("tasks ")["A1"] = "x"

    record = read(workbook)

    finding = only(record)
    assert finding.code == "HE-04"
    assert "“Tasks”, “tasks ”" in str(finding.message)
    assert not record.values


def test_a_sheet_without_any_match_or_name_is_missing_with_a_plain_hint() -> None:
    workbook = sound()
    del workbook["Tasks"]

    assert "fresh workbook" in str(only(read(workbook)).hint)


def test_hidden_places_with_values_are_warnings() -> None:
    workbook = filled(A4="P1", A5="P2", B5="x")
    tasks = workbook["Tasks"]
    tasks.row_dimensions[5].hidden = True
    tasks.row_dimensions[8].hidden = True
    tasks.column_dimensions["B"].hidden = True
    tasks.sheet_state = "veryHidden"

    record = read(workbook)

    assert [placed(finding) for finding in record.findings] == [
        ("IN-03", "a.xlsx[Tasks]"),
        ("IN-03", "a.xlsx[Tasks!A5]"),
        ("IN-03", "a.xlsx[Tasks!B5]"),
    ]
    assert texts(record)["tasks", 1, "name"] == "x"
    assert {finding.severity for finding in record.findings} == {Severity.WARNING}


def test_many_hidden_rows_are_named_in_short() -> None:
    workbook = filled(**{f"A{row}": f"P{row}" for row in range(4, 20)})
    for row in range(4, 20):
        workbook["Tasks"].row_dimensions[row].hidden = True

    assert "12, 13…" in str(only(read(workbook)).message)


def test_a_workbook_says_what_it_is() -> None:
    record = read(with_identity(filled(A4="P1"), "innovaatio-akatemia;1;en"))

    assert record.identity == "innovaatio-akatemia;1;en"
    assert record.findings == ()


def test_another_programmes_workbook_is_named() -> None:
    finding = only(read(with_identity(filled(A4="P1"), "yhteisollinen-innovointi;1;fi")))

    assert placed(finding) == ("YL-01", "a.xlsx")
    assert "yhteisollinen-innovointi" in str(finding.message)


def test_a_version_that_is_not_known_is_an_error() -> None:
    assert "version 9" in str(
        only(read(with_identity(filled(A4="P1"), "innovaatio-akatemia;9;fi"))).message
    )
    assert only(read(with_identity(filled(A4="P1"), "innovaatio-akatemia"))).code == "YL-01"


def test_a_workbook_of_something_else_is_one_error() -> None:
    workbook = Workbook()
    workbook.worksheets[0]["A1"] = "budget"

    record = read(workbook)

    assert placed(only(record)) == ("FI-09", "a.xlsx")
    assert (record.values, record.places) == ({}, {})


def test_a_workbook_that_shares_a_sheet_title_by_chance_is_one_error() -> None:
    workbook = Workbook()
    workbook.worksheets[0].title = "Tasks"
    for title in ("Budget", "Diary"):
        workbook.create_sheet(title)["A1"] = "x"

    assert placed(only(read(workbook))) == ("FI-09", "a.xlsx")


def test_the_workbook_language_wins_over_the_one_asked_for() -> None:
    workbook = with_identity(filled(A4="P1", D2="Ours", D3=None), "innovaatio-akatemia;1;en")

    record = read_workbook(saved(workbook), "a.xlsx", Record, language="fi")

    assert str(only(record).message) == "“Hours” is missing from the sheet."
