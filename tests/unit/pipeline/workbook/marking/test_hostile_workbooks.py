"""Workbooks made to trip the marking: numbers, relationships, notes and records that lie."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping

import pytest
from lxml import etree

from pipeline.language.catalogue import translator
from pipeline.sources.opening.excel.preflight import is_sound
from pipeline.workbook.marking import CannotMarkError, mark_workbook
from tests.effort import at_most
from tests.unit.pipeline.workbook.marking.rich_workbook import (
    duty,
    packed,
    parts_of,
    rich_workbook,
)

EN = translator("en")
PARTS = parts_of(rich_workbook())
SHEET = "xl/worksheets/sheet1.xml"
WORKBOOK = "xl/workbook.xml"
STYLES = "xl/styles.xml"
COMMENTS = "xl/comments/comment1.xml"
RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels"
LIST = "xl/worksheets/pajaMarks1.xml"
LONG = "9" * 5_000
#: What no run may take, in seconds.
#: In times of the known work: five seconds of a common machine, where the square takes minutes.
PATIENCE = 300


def changed(part: str, pattern: str, new: str) -> bytes:
    """Return the rich workbook with one place of one part replaced."""
    text, count = re.subn(pattern, lambda _: new, PARTS[part].decode(), count=1, flags=re.DOTALL)
    assert count == 1
    return packed({**PARTS, part: text.encode()})


def marked(content: bytes) -> dict[str, bytes]:
    """Return the parts of the marked copy, of which every name is one inside the package."""
    assert is_sound(content)
    copy = mark_workbook(content, [duty("B4"), duty("C6"), duty("Z30")], EN)
    assert is_sound(copy)
    return parts_of(copy)


@pytest.mark.parametrize("number", ["abc", LONG, "-1", "²", ""])
@pytest.mark.parametrize(
    ("part", "pattern", "form"),
    [
        (WORKBOOK, 'sheetId="1"', 'sheetId="{}"'),
        (WORKBOOK, 'activeTab="0"', 'activeTab="{}"'),
        (WORKBOOK, 'localSheetId="0"', 'localSheetId="{}"'),
        (SHEET, '<c r="B4"( s="[0-9]+")?', '<c r="B4" s="{}"'),
        (SHEET, '<row r="4"[^>]*>', '<row r="4" spans="{0}:{0}">'),
        (SHEET, "<cols>.*?</cols><sheetData>|<sheetData>",
         '<cols><col min="1" max="40" style="{}"/></cols><sheetData>'),
        (STYLES, 'fillId="0"', 'fillId="{}"'),
    ],
)  # fmt: skip
def test_a_number_that_is_none_counts_as_not_given(
    part: str, pattern: str, form: str, number: str
) -> None:
    assert LIST in marked(changed(part, pattern, form.format(number)))


@pytest.mark.parametrize("size", ["inf", "-inf", "nan", "1e308", "-1e308", "1e999", "x"])
@pytest.mark.parametrize(
    ("pattern", "form"),
    [
        ("<sheetData>", '<cols><col min="1" max="40" width="{}"/></cols><sheetData>'),
        ('<row r="4"[^>]*>', '<row r="4" ht="{}">'),
        ("<sheetFormatPr[^>]*>", '<sheetFormatPr defaultRowHeight="{0}" defaultColWidth="{0}"/>'),
    ],
)
def test_a_size_beyond_all_bounds_gives_a_note_of_the_usual_size(
    pattern: str, form: str, size: str
) -> None:
    assert LIST in marked(changed(SHEET, pattern, form.format(size)))


def test_styles_without_a_single_format_can_be_marked() -> None:
    parts = marked(changed(STYLES, "<cellXfs.*?</cellXfs>", "<cellXfs/>"))
    assert b"FFFFC0B0" in parts[STYLES]


def test_a_workbook_that_has_all_our_colours_already_gets_others() -> None:
    taken = "".join(
        f'<fill><patternFill patternType="solid"><fgColor rgb="FFFF{green:02X}{blue:02X}"/>'
        "</patternFill></fill>"
        for green in range(0xC0, 0xD0)
        for blue in range(0xB0, 0xC0)
    )
    parts = marked(changed(STYLES, "</fills>", f"{taken}</fills>"))
    fills = etree.fromstring(parts[STYLES]).findall(".//{*}fills/{*}fill/{*}patternFill/{*}fgColor")
    rgb = [each.get("rgb") for each in fills]
    assert len(rgb) == len(set(rgb))


@pytest.mark.parametrize(
    "target",
    [
        *("../../../../etc/evil.vml", "/../../etc/evil.vml", "file:///etc/evil.vml"),
        *(r"\\host\evil.vml", "..", "/", "https://example.org/evil.vml", "../drawings/none.vml"),
    ],
)
@pytest.mark.parametrize("mode", ["", ' TargetMode="External"'])
@pytest.mark.parametrize("kind", ["vmlDrawing", "comments", "styles", "worksheet"])
def test_no_relationship_leads_out_of_the_package(kind: str, target: str, mode: str) -> None:
    part = RELATIONS if kind in {"vmlDrawing", "comments"} else "xl/_rels/workbook.xml.rels"
    text = PARTS[part].decode()
    pattern = rf'(<Relationship (?=[^>]*relationships/{kind}")[^>]*Target=")[^"]*"'
    new = re.sub(pattern, lambda found: f'{found[1]}{target}"{mode}', text, count=1)
    assert new != text
    content = packed({**PARTS, part: new.encode()})
    if not is_sound(content):
        return
    try:
        names = marked(content).keys()
    except CannotMarkError:
        return
    assert not [name for name in names - PARTS.keys() if "paja" not in name]


@pytest.mark.parametrize("target", ["/xl/workbook.xml", "/xl/styles.xml", "/[Content_Types].xml"])
def test_notes_are_never_written_into_a_part_of_another_kind(target: str) -> None:
    text = PARTS[RELATIONS].decode().replace("/xl/comments/comment1.xml", target)
    with pytest.raises(CannotMarkError):
        marked(packed({**PARTS, RELATIONS: text.encode()}))


@pytest.mark.parametrize(
    "text",
    [
        " " * 1_000_000 + "▼ paja",
        "▼ paja " * 200_000,
        (" " * 1_000 + "▼ paja ") * 1_000,
        "▼ paja x ▲ paja " * 100_000 + "▼ paja " * 100_000,
    ],
    ids=["blanks", "openings", "both", "blocks"],
)
def test_a_long_note_of_a_person_costs_little_time(text: str) -> None:
    content = changed(COMMENTS, "Kysyn", text)
    with at_most(PATIENCE):
        marked(content)


def test_many_notes_of_people_cost_little_time() -> None:
    notes = "".join(
        f'<comment ref="B{row}" authorId="0"><text><t>x</t></text></comment>'
        for row in range(10, 10_000)
    )
    content = changed(COMMENTS, "</commentList>", f"{notes}</commentList>")
    with at_most(PATIENCE):
        mark_workbook(content, [duty(f"C{row}") for row in range(4, 1_004)], EN)


def forged(change: Callable[[dict[str, object]], Mapping[str, object] | str]) -> bytes:
    """Return a marked workbook whose record says something else."""
    parts = parts_of(mark_workbook(packed(PARTS), [duty("B4"), duty("C6"), duty("Z30")], EN))
    root = etree.fromstring(parts[LIST])
    cell = next(one for one in root.iter("{*}c") if one.get("r") == "H1")
    said = change(json.loads(cell[0].text or ""))
    cell[0].text = said if isinstance(said, str) else json.dumps(said)
    return packed({**parts, LIST: etree.tostring(root)})


NUMBERS = [-1, 0, 10**30, "x", None, 1.5, True, [], {}]


@pytest.mark.parametrize("value", NUMBERS, ids=repr)
@pytest.mark.parametrize("name", ["fonts", "fills", "cellXfs"])
def test_forged_counts_take_no_format_away_from_the_cells(name: str, value: object) -> None:
    content = forged(lambda record: {**record, "counts": {name: value}})
    _assert_as_before(mark_workbook(content, [], EN))
    assert is_sound(mark_workbook(content, [duty("B4")], EN))


@pytest.mark.parametrize("value", NUMBERS, ids=repr)
@pytest.mark.parametrize("key", ["", "0", "1", "x"])
def test_forged_origins_are_not_believed(key: str, value: object) -> None:
    content = forged(lambda record: {**record, "origins": {key: value}})
    copy = parts_of(mark_workbook(content, [], EN))
    number = len(etree.fromstring(copy[STYLES]).findall(".//{*}cellXfs/{*}xf"))
    used = re.findall(rb'<c [^>]*\bs="([^"]*)"', copy[SHEET])
    assert all(int(each) < number for each in used)


@pytest.mark.parametrize(
    "value",
    [
        *(None, 7, [], "<a/>", "x", "<fill/>", '<?xml version="1.0" encoding="UTF-8"?><fill/>'),
        '<!DOCTYPE fill [<!ENTITY e SYSTEM "file:///etc/passwd">]><fill>&e;</fill>',
        "<fill>" + "<x/>" * 100_000 + "</fill>",
    ],
    ids=lambda value: str(value)[:20],
)
def test_forged_colours_bring_nothing_but_fills(value: object) -> None:
    content = forged(
        lambda record: {**record, "styles": "", "colours": {"FFFFC0B0": value, "FFFFC0B1": value}}
    )
    styles = parts_of(mark_workbook(content, [], EN))[STYLES]
    assert b"root:" not in styles
    assert b"ENTITY" not in styles
    fills = etree.fromstring(styles).find("{*}fills")
    assert fills is not None
    assert {etree.QName(each).localname for each in fills} == {"fill"}
    assert len(styles) < 20_000


@pytest.mark.parametrize("value", [-5, 10**30, True, "x", 1.5], ids=repr)
def test_a_forged_sheet_to_open_at_is_one_of_the_workbook(value: object) -> None:
    copy = mark_workbook(forged(lambda record: {**record, "active": value}), [], EN)
    _assert_as_before(copy)
    tabs = re.findall(rb'activeTab="([^"]*)"', parts_of(copy)[WORKBOOK])
    assert tabs in ([], [b"0"], [b"1"])


@pytest.mark.parametrize(
    "created",
    [[f"Työt!{LONG}"], ["Työt!²"], ["Työt!B4", "Työt!4"], ["!"], [f"Työt!{'A' * 90}1"]],
    ids=["long", "power", "filled", "none", "letters"],
)
def test_forged_additions_take_no_filled_cell_away(created: list[str]) -> None:
    _assert_as_before(
        mark_workbook(forged(lambda record: {**record, "created": created}), [], EN),
        b"Ty\xc3\xb6 4",
    )


@pytest.mark.parametrize("text", ["[" * 25_000, "{}", "[]", "null", "1" * 5_000, '{"styles": []}'])
def test_a_record_that_is_none_does_not_stop_the_marking(text: str) -> None:
    copy = mark_workbook(forged(lambda _: text), [duty("B4")], EN)
    assert is_sound(copy)


def test_many_forged_additions_cost_little_time() -> None:
    row = "".join(f'<c r="{chr(65 + at // 26)}{chr(65 + at % 26)}9"/>' for at in range(600))
    content = forged(lambda record: {**record, "created": ["Työt!ZZ9"] * 3_000})
    parts = parts_of(content)
    parts[SHEET] = parts[SHEET].replace(
        b"</sheetData>", f'<row r="9">{row}</row></sheetData>'.encode()
    )
    with at_most(PATIENCE):
        mark_workbook(packed(parts), [], EN)


def test_a_record_on_a_sheet_of_the_form_does_not_take_the_sheet_out() -> None:
    record = json.dumps({"styles": "", "created": []})
    cell = f'<c r="H1" t="str"><v>{record.replace(chr(34), "&quot;")}</v></c>'
    sheet = re.sub('(<row r="1".*?)</row>', rf"\1{cell}</row>", PARTS[SHEET].decode(), count=1)
    name = "<definedName name=\"paja.marks\">'Työt'!$H$1</definedName></definedNames>"
    workbook = PARTS[WORKBOOK].decode().replace("</definedNames>", name)
    content = packed({**PARTS, SHEET: sheet.encode(), WORKBOOK: workbook.encode()})
    copy = parts_of(mark_workbook(content, [], EN))
    assert SHEET in copy
    assert "Työt" in copy[WORKBOOK].decode()


def test_two_names_of_records_leave_one() -> None:
    parts = parts_of(mark_workbook(packed(PARTS), [duty("B4")], EN))
    name = b'<definedName name="paja.marks">Muut!$A$1</definedName></definedNames>'
    parts[WORKBOOK] = parts[WORKBOOK].replace(b"</definedNames>", name)
    copy = parts_of(mark_workbook(packed(parts), [duty("B4")], EN))
    assert copy[WORKBOOK].count(b"paja.marks") == 1


def _assert_as_before(copy: bytes, *texts: bytes) -> None:
    parts = parts_of(copy)
    assert LIST not in parts
    filled = [len(list(etree.fromstring(each[SHEET]).iter("{*}c"))) for each in (PARTS, parts)]
    assert filled[1] >= filled[0]
    for text in texts:
        assert text in parts[SHEET]
    for name in ("cellXfs", "fills", "fonts"):
        before, after = (
            len(etree.fromstring(each[STYLES]).findall(f"./{{*}}{name}/*"))
            for each in (PARTS, parts)
        )
        assert after >= before
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        assert archive.testzip() is None


@pytest.mark.parametrize(
    "text", ["\ufffe", "\uffff", "\x00", "\x1b[31m", "\ud800", "_x0000_", "]]>"]
)
def test_a_message_with_what_no_cell_can_hold_is_shown_by_its_number(text: str) -> None:
    copy = mark_workbook(packed(PARTS), [duty("B4", message=text, name=text)], EN)
    assert is_sound(copy)


def test_columns_described_over_and_over_cost_little_time() -> None:
    columns = '<col min="1" max="1000" width="9"/>' * 40_000
    content = changed(SHEET, "<sheetData>", f"<cols>{columns}</cols><sheetData>")
    with at_most(PATIENCE):
        mark_workbook(content, [duty(f"H{row}") for row in range(20, 1_020)], EN)


def test_an_outside_file_of_the_same_name_is_no_part_of_the_workbook() -> None:
    text = PARTS[RELATIONS].decode()
    target = 'Target="/xl/comments/comment1.xml"'
    outside = text.replace(target, f'{target} TargetMode="External"').replace(
        '/xl/drawings/commentsDrawing1.vml"',
        '/xl/drawings/commentsDrawing1.vml" TargetMode="External"',
    )
    copy = marked(packed({**PARTS, RELATIONS: outside.encode()}))
    assert copy["xl/drawings/commentsDrawing1.vml"] == PARTS["xl/drawings/commentsDrawing1.vml"]
    assert copy[COMMENTS] == PARTS[COMMENTS]
