"""The marked copy of a workbook: what it gains, what it keeps, and the way back."""

import io
import re
import warnings

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from pipeline.core.duty import Duty
from pipeline.core.finding import Severity
from pipeline.language.catalogue import translator
from pipeline.sources.opening.excel.preflight import is_sound
from pipeline.workbook.marking import CannotMarkError, mark_workbook
from tests.unit.pipeline.workbook.marking.rich_workbook import (
    MACROS,
    NOTED,
    YELLOW,
    duty,
    packed,
    parts_of,
    rich_workbook,
    same_parts,
)

EN = translator("en")
RICH = rich_workbook()
RED, AMBER = "FFFFC0B0", "FFFFE090"
TOUCHED = {
    "[Content_Types].xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
    "xl/comments/comment1.xml",
    "xl/drawings/commentsDrawing1.vml",
}


def marked(*duties: Duty, content: bytes = RICH) -> bytes:
    return mark_workbook(content, duties, EN)


def opened(content: bytes) -> Workbook:
    with warnings.catch_warnings():
        # openpyxl tells that it would lose the drop-down of Excel 2010.
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(io.BytesIO(content))


def opened_at(content: bytes) -> str:
    active = opened(content).active
    return active.title if active else ""


def colour(workbook: Workbook, cell: str) -> str:
    fill = workbook["Työt"][cell].fill
    return str(fill.fgColor.rgb) if fill.patternType == "solid" else ""


def note(workbook: Workbook, cell: str, sheet: str = "Työt") -> str:
    comment = workbook[sheet][cell].comment
    return comment.text if comment else ""


def test_each_faulty_cell_has_a_fill_and_a_note_that_says_what_is_wrong() -> None:
    workbook = opened(
        marked(
            duty("B4", message="Nimi puuttuu", name="Malli Mallinen"),
            duty("C5", severity=Severity.WARNING),
            duty("B4", severity=Severity.WARNING, message="Liian pitkä"),
        )
    )
    assert (colour(workbook, "B4"), colour(workbook, "C5"), colour(workbook, "A4")) == (
        RED,
        AMBER,
        "",
    )
    said = note(workbook, "B4")
    for part in ("Error IA-12: Nimi puuttuu", "Mend it.", "Malli Mallinen", "Warning IA-12: Liian"):
        assert part in said
    assert "Warning IA-12: Väärin" in note(workbook, "C5")


def test_a_cell_that_did_not_exist_is_marked_in_its_place() -> None:
    workbook = opened(marked(duty("F4"), duty("B30"), duty("A5")))
    assert [colour(workbook, cell) for cell in ("F4", "B30", "A5")] == [RED] * 3
    sheet = parts_of(marked(duty("F4"), duty("B30"), duty("C4")))["xl/worksheets/sheet1.xml"]
    assert re.findall(rb'<c r="(\w+4)"', sheet) == [b"A4", b"B4", b"C4", b"D4", b"E4", b"F4"]
    assert [int(row) for row in re.findall(rb'<row r="(\d+)"', sheet)] == [*range(1, 8), 30]


def test_a_cell_that_a_merged_one_hides_is_marked_where_it_shows() -> None:
    workbook = opened(marked(duty("D7")))
    assert colour(workbook, "D6") == RED
    assert "IA-12" in note(workbook, "D6")


def test_only_touched_parts_change_and_the_rest_is_the_same_bytes() -> None:
    before, after = parts_of(RICH), parts_of(marked(duty("B4"), duty(NOTED)))
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= TOUCHED
    assert after["xl/vbaProject.bin"] == MACROS
    assert set(after) - set(before) == {"xl/worksheets/pajaMarks1.xml"}
    assert list(after)[: len(before)] == list(before)


def test_lists_formulas_formats_protection_and_names_survive() -> None:
    content = marked(duty("B4"), duty("D6"), duty("C6"))
    sheet = parts_of(content)["xl/worksheets/sheet1.xml"].decode()
    for kept in (
        "x14:dataValidation ", "Muut!$A$1:$A$3", "D4:D40", "<f>SUM(A1:A3)</f>",
        "conditionalFormatting", '"yksi,kaksi"', '<mergeCell ref="D6:D7"', "sheetProtection",
    ):  # fmt: skip
        assert kept in sheet
    workbook = opened(content)
    assert workbook["Työt"]["B4"].protection.locked is False
    assert workbook["Työt"]["C6"].font.bold is True
    assert workbook["Työt"].print_title_rows == "$1:$2"
    assert workbook.defined_names["paja.tasks.name"].attr_text == "'Työt'!$B$2"
    assert workbook["Muut"]["B1"].comment is not None


def test_a_note_of_a_persons_own_is_kept_and_ours_is_told_apart() -> None:
    content = marked(duty(NOTED, message="Liian pitkä"))
    said = note(opened(content), NOTED)
    assert said.startswith("Kysyn tätä vielä.")
    assert "▼ paja\nError IA-12: Liian pitkä" in said
    assert said.endswith("▲ paja")
    comments = parts_of(content)["xl/comments/comment1.xml"].decode()
    assert "<author>Testi Testaaja</author>" in comments
    assert note(opened(marked(content=content)), NOTED) == "Kysyn tätä vielä."


def test_marking_again_replaces_the_marks() -> None:
    first = marked(duty("B4"), duty(NOTED), duty("F9"))
    assert marked(duty("B4"), duty(NOTED), duty("F9"), content=first) == first
    second = opened(marked(duty("A6"), content=first))
    assert (colour(second, "B4"), colour(second, "A6")) == ("", RED)
    assert note(second, "B4") == ""
    assert second.sheetnames == ["Gaps to mend", "Työt", "Muut"]


def test_a_clean_run_takes_everything_off_again() -> None:
    content = marked(duty("B4"), duty(NOTED), duty("C6"), duty("F9"), duty("B30"))
    assert same_parts(marked(content=content), RICH) == []


def test_without_marks_and_faults_the_file_comes_back_byte_for_byte() -> None:
    assert marked() == RICH
    assert marked(duty("B4", severity=Severity.INFO)) == RICH


def test_a_fill_of_the_cells_own_comes_back() -> None:
    content = marked(duty("C6"), duty("B4"))
    workbook = opened(content)
    assert colour(workbook, "C6") != YELLOW
    assert colour(workbook, "C6")[:4] == RED[:4]
    assert colour(opened(marked(content=content)), "C6") == YELLOW


def test_another_programs_saving_does_not_keep_marks_from_coming_off() -> None:
    workbook = opened(
        marked(duty("C6"), duty("B4"), duty(NOTED), duty("C5", severity=Severity.WARNING))
    )
    workbook["Työt"].insert_rows(4)
    workbook["Gaps to mend"].title = "Jotain muuta"
    workbook.defined_names["paja.marks"].attr_text = "'Jotain muuta'!$H$1"
    saved = io.BytesIO()
    workbook.save(saved)
    cleaned = opened(marked(content=saved.getvalue()))
    assert cleaned.sheetnames == ["Työt", "Muut"]
    assert "paja.marks" not in cleaned.defined_names
    assert [colour(cleaned, cell) for cell in ("B5", "C7", "C6")] == ["", YELLOW, ""]
    texts = [note(cleaned, cell.coordinate) for row in cleaned["Työt"].iter_rows() for cell in row]
    assert [text for text in texts if text] == ["Kysyn tätä vielä."]


def test_marks_come_off_when_the_list_was_deleted_by_hand() -> None:
    workbook = opened(marked(duty("B4"), duty(NOTED, message="a ▲ paja b")))
    del workbook["Gaps to mend"]
    saved = io.BytesIO()
    workbook.save(saved)
    cleaned = opened(marked(content=saved.getvalue()))
    assert colour(cleaned, "B4") == colour(cleaned, NOTED) == ""
    assert note(cleaned, NOTED) == "Kysyn tätä vielä."


def test_a_name_that_leads_to_a_persons_sheet_deletes_nothing() -> None:
    parts = parts_of(RICH)
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"paja.tasks.name", b"paja.marks")
    cleaned = marked(content=packed(parts))
    assert opened(cleaned).sheetnames == ["Työt", "Muut"]
    assert parts_of(cleaned)["xl/worksheets/sheet1.xml"] == parts["xl/worksheets/sheet1.xml"]


def test_the_list_stands_first_by_person_with_a_link_to_each_cell() -> None:
    workbook = opened(
        marked(
            duty("B4", message="toinen", name="Testi Testaaja"),
            duty("C5", message="nimetön"),
            duty(NOTED, message="ensimmäinen", name="Malli Mallinen"),
            duty(None, sheet="Muut", message="lehti", name="Malli Mallinen"),
            duty(None, sheet=None, message="tiedosto"),
        )
    )
    sheet = workbook.worksheets[0]
    assert sheet.title == "Gaps to mend"
    assert sheet.print_title_rows == "$4:$4"
    rows = [[cell.value for cell in row[:4]] for row in sheet.iter_rows(min_row=5)]
    assert rows == [
        ["Malli Mallinen", "Työt!B5", "Error", "ensimmäinen"],
        ["Malli Mallinen", "Muut", "Error", "lehti"],
        ["Testi Testaaja", "Työt!B4", "Error", "toinen"],
        ["The contact person (not named)", "Työt!C5", "Error", "nimetön"],
        ["The contact person (not named)", "a.xlsm", "Error", "tiedosto"],
    ]
    links = [sheet.cell(row, 2).hyperlink for row in range(5, 10)]
    assert [link.location if link else None for link in links] == [
        "'Työt'!B5", "'Muut'!A1", "'Työt'!B4", "'Työt'!C5", None,
    ]  # fmt: skip


def test_a_sheet_of_a_persons_own_with_the_name_of_the_list_stays() -> None:
    workbook = Workbook()
    workbook.worksheets[0].title = "GAPS TO MEND"
    workbook["GAPS TO MEND"]["A1"] = "oma"
    saved = io.BytesIO()
    workbook.save(saved)
    content = marked(duty("A1", sheet="GAPS TO MEND"), content=saved.getvalue())
    assert opened(content).sheetnames == ["Gaps to mend 2", "GAPS TO MEND"]
    assert opened(marked(content=content)).sheetnames == ["GAPS TO MEND"]


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|' /C calc'!A0",
        "</t></is></c>",
        "\x07\x00 \ud800",
        "▲ paja",
        "_x0007_",
        "\u202eabc",
        "x" * 99_999,
    ],
)
def test_hostile_values_do_no_harm(text: str) -> None:
    content = marked(duty("B4", message=text))
    assert is_sound(content)
    workbook = opened(content)
    cell = workbook.worksheets[0]["D5"]
    assert cell.data_type != "f"
    assert len(str(cell.value)) <= 32_767
    assert same_parts(marked(content=content), RICH) == []


def test_thousands_of_findings_leave_a_workbook_that_can_be_read_again() -> None:
    many = [duty(f"{letter}{row}") for letter in "ABCDEF" for row in range(4, 400)]
    content = marked(*many)
    assert is_sound(content)
    assert colour(opened(content), "F399") == RED


def test_the_workbook_opens_at_the_list_only_if_no_other_sheet_must_change_for_it() -> None:
    assert opened_at(marked(duty("B4"))) == "Gaps to mend"
    other = opened(RICH)
    other.active = 1
    other["Työt"].sheet_view.tabSelected = False
    other["Muut"].sheet_view.tabSelected = True
    saved = io.BytesIO()
    other.save(saved)
    content = marked(duty("B4"), content=saved.getvalue())
    assert opened_at(content) == "Muut"
    assert (
        parts_of(content)["xl/worksheets/sheet2.xml"]
        == parts_of(saved.getvalue())["xl/worksheets/sheet2.xml"]
    )
    assert same_parts(marked(content=content), saved.getvalue()) == []


def test_a_package_that_is_no_workbook_is_refused_in_words() -> None:
    with pytest.raises(CannotMarkError, match="marked copy"):
        marked(duty("B4"), content=packed({"[Content_Types].xml": b"<Types/>"}))
    with pytest.raises(CannotMarkError, match="marked copy"):
        marked(duty("B4"), content=b"PK nothing")


CELLS = st.builds(
    duty,
    st.from_regex(r"[A-H]([1-9]|1[0-9])", fullmatch=True),
    severity=st.sampled_from([Severity.ERROR, Severity.WARNING]),
    message=st.text(max_size=20),
    name=st.none() | st.text(min_size=1, max_size=5),
)


@given(st.lists(CELLS, max_size=12))
@settings(max_examples=30, deadline=None)
def test_whatever_is_marked_comes_off_again(duties: list[Duty]) -> None:
    content = marked(*duties)
    assert is_sound(content)
    assert same_parts(marked(content=content), RICH) == []
