from collections.abc import Iterator
from datetime import date
from io import BytesIO
from zipfile import ZIP_BZIP2, ZipFile

import pytest
from openpyxl.chart import BarChart

from pipeline.core.finding import Severity
from pipeline.core.limits import Limits
from pipeline.core.record import RawRecord
from pipeline.sources.excel import read_workbook
from tests.effort import at_most
from tests.unit.pipeline.sources.excel.small_form import (
    MAIN,
    TASKS_PART,
    Record,
    filled,
    only,
    packed,
    parts_of,
    placed,
    read,
    saved,
    sound,
    with_part,
    with_rows,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
DOCTYPE = '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
RELATIONS = "xl/_rels/workbook.xml.rels"
#: In times of the known work.
LIMIT = 300
TEXTS_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
    b'officedocument.spreadsheetml.sharedStrings+xml"/>'
)


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    with at_most(LIMIT):
        yield


def refused(content: bytes) -> tuple[str, str]:
    """Return the code and message of the one error of a file that gives nothing else."""
    record = read(content)
    finding = only(record)
    assert (record.values, record.places) == ({}, {})
    assert finding.severity is Severity.ERROR
    assert finding.location.file == "a.xlsx"
    assert str(finding.hint)
    return finding.code, str(finding.message)


def archive(*names: str) -> bytes:
    return packed(dict.fromkeys(names, b"<a/>"))


@pytest.mark.parametrize(
    ("content", "code", "word"),
    [
        (b"", "FI-02", "empty"),
        (bytes(4096), "FI-02", "empty"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "FI-04", "password"),
        (OLE + "WordDocument".encode("utf-16-le"), "FI-03", "old Word document"),
        (OLE, "FI-03", "old Excel workbook (.xls)"),
        (b"%PDF-1.7", "FI-03", "PDF"),
        (b"{\\rtf1}", "FI-03", "RTF"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><table>", "FI-03", "HTML"),
        (b"<html><table></table></html>", "FI-03", "HTML"),
        (b'<?xml version="1.0"?><Workbook/>', "FI-03", "XML"),
        (b"MIME-Version: 1.0", "FI-03", "MHTML"),
        (b"id;name\nP1;Sweep\n", "FI-03", "CSV"),
        ("id;name".encode("utf-16"), "FI-03", "CSV"),
        (b"\x89PNG\r\n\x00\x00", "FI-03", "not an Excel workbook"),
        (archive("word/document.xml", "[Content_Types].xml"), "FI-03", "Word document"),
        (archive("ppt/presentation.xml"), "FI-03", "PowerPoint"),
        (archive("xl/workbook.bin"), "FI-03", ".xlsb"),
        (archive("mimetype", "content.xml"), "FI-03", ".ods"),
        (archive("photo.jpg"), "FI-03", "zip archive"),
    ],
)
def test_other_kinds_of_file_are_named(content: bytes, code: str, word: str) -> None:
    found, message = refused(content)

    assert found == code
    assert word in message


def test_a_file_that_was_cut_off_is_damaged() -> None:
    content = saved(filled(A4="P1"))

    for length in (5, len(content) // 2, len(content) - 10):
        assert refused(content[:length])[0] == "FI-05"


def test_flipped_bytes_name_the_damaged_part() -> None:
    content = bytearray(saved(filled(A4="P1")))
    with ZipFile(BytesIO(content)) as package:
        info = package.getinfo(TASKS_PART)
    start = info.header_offset + 30 + len(info.filename) + info.compress_size // 2
    content[start : start + 4] = bytes(255 - byte for byte in content[start : start + 4])

    code, message = refused(bytes(content))

    assert code == "FI-05"
    assert TASKS_PART in message


@pytest.mark.parametrize(
    "part",
    [TASKS_PART, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", RELATIONS],
)
def test_a_part_that_is_not_well_formed_is_named(part: str) -> None:
    code, message = refused(with_part(part, "<a><b></a>"))

    assert code == "FI-05"
    assert part in message


@pytest.mark.parametrize("part", [TASKS_PART, "xl/workbook.xml", RELATIONS, "docProps/x.xml"])
def test_a_document_type_in_any_part_is_refused(part: str) -> None:
    code, message = refused(with_part(part, f"{DOCTYPE}<sst>&e;</sst>"))

    assert code == "FI-08"
    assert "DOCTYPE" in message


def test_entities_that_multiply_are_refused() -> None:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE sst [<!ENTITY e0 "ha">{lines}]><sst><si><t>&e11;</t></si></sst>'

    assert refused(with_part("xl/sharedStrings.xml", bomb))[0] == "FI-08"
    assert refused(with_part("xl/strings.vml", bomb))[0] == "FI-08"


def test_markup_that_nobody_reads_may_be_ill_formed() -> None:
    assert read(with_part("xl/drawings/vmlDrawing1.vml", "<xml><br></xml>")).findings == ()
    assert read(with_part("xl/media/image1.png", b"\x89PNG" + bytes(200_000))).findings == ()


def test_strict_open_xml_is_named() -> None:
    strict = '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheets/></workbook>'

    code, message = refused(with_part("xl/workbook.xml", strict))

    assert code == "FI-06"
    assert "Strict Open XML" in message


def test_a_workbook_part_of_another_kind_is_damaged() -> None:
    assert refused(with_part("xl/workbook.xml", "<a/>"))[0] == "FI-05"


def test_a_missing_sheet_part_is_named() -> None:
    parts = parts_of(saved(filled(A4="P1")))
    del parts[TASKS_PART]

    code, message = refused(packed(parts))

    assert code == "FI-05"
    assert "“Tasks”" in message


def test_a_relationship_out_of_the_package_reads_nothing() -> None:
    relations = parts_of(saved(filled(A4="P1")))[RELATIONS].decode()
    outside = relations.replace("/xl/worksheets/sheet2.xml", "../../../../etc/passwd")
    assert outside != relations

    assert refused(with_part(RELATIONS, outside))[0] == "FI-05"


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", RELATIONS, "[Content_Types].xml", "xl/styles.xml"]
)
def test_a_missing_part_is_an_error(part: str) -> None:
    parts = parts_of(saved(filled(A4=date(2021, 10, 19))))
    del parts[part]

    assert refused(packed(parts))[0] in {"FI-03", "FI-05"}


def test_a_workbook_without_sheets_or_with_lost_relations_is_damaged() -> None:
    empty = f'<workbook xmlns="{MAIN}"><sheets/></workbook>'
    lost = f'<workbook xmlns="{MAIN}"><sheets><sheet name="a" sheetId="1"/></sheets></workbook>'

    assert refused(with_part("xl/workbook.xml", empty))[0] == "FI-05"
    assert refused(with_part("xl/workbook.xml", lost))[0] == "FI-05"


def test_two_workbook_parts_are_damage() -> None:
    name = "[Content_Types].xml"
    types = parts_of(saved(sound()))[name].decode()
    second = (
        '<Override PartName="/xl/b.xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.spreadsheetml.sheet.main+xml"/></Types>'
    )

    assert refused(with_part(name, types.replace("</Types>", second)))[0] == "FI-05"


def test_a_text_that_is_not_in_the_store_of_texts_is_damage() -> None:
    content = with_rows('<row r="4"><c r="A4" t="s"><v>99</v></c></row>')

    assert refused(content) == (
        "FI-05",
        "The file is damaged: its parts do not fit together.",
    )


@pytest.mark.parametrize(
    "cells",
    [
        '<c r="A4"><v>1</v></c><c r="A4"><v>2</v></c>',
        '<c r="4A"><v>1</v></c>',
        '<c r="A0"><v>1</v></c>',
    ],
)
def test_impossible_addresses_are_damage(cells: str) -> None:
    assert refused(with_rows(f'<row r="4">{cells}</row>'))[0] == "FI-05"


def test_impossible_rows_and_ranges_are_damage() -> None:
    assert refused(with_rows('<row r="x"/>'))[0] == "FI-05"
    merged = '<mergeCells><mergeCell ref="nowhere"/></mergeCells>'
    assert refused(with_rows("", after=merged))[0] == "FI-05"


@pytest.mark.parametrize("name", ["/etc/passwd", "../x.xml", "xl/../../x.xml", "c:/x.xml"])
def test_misleading_paths_are_refused(name: str) -> None:
    code, message = refused(with_part(name, "<a/>"))

    assert code == "FI-08"
    assert name in message


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    stream = BytesIO(saved(filled(A4="P1")))
    with ZipFile(stream, "a") as package:
        package.writestr(TASKS_PART, "<a/>")

    code, message = refused(stream.getvalue())

    assert code == "FI-08"
    assert TASKS_PART in message


def test_another_way_of_packing_is_refused() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_BZIP2) as package:
        for name, content in parts_of(saved(sound())).items():
            package.writestr(name, content)

    assert refused(stream.getvalue())[0] == "FI-05"


@pytest.mark.parametrize(
    ("name", "code"),
    [("xl/vbaProject.bin", "IN-01"), ("xl/externalLinks/externalLink1.xml", "IN-02")],
)
def test_macros_and_links_are_warned_of_and_the_values_read(name: str, code: str) -> None:
    record = read(with_part(name, "<a/>"))

    finding = only(record)
    assert placed(finding) == (code, "a.xlsx")
    assert finding.severity is Severity.WARNING
    assert record.values["tasks", 0, "id"].value == "P1"


def test_blanks_that_unpack_to_gigabytes_are_refused() -> None:
    code, message = refused(with_rows(" " * 50_000_000))

    assert code == "FI-07"
    assert "120 MB" in message


def test_millions_of_texts_are_refused() -> None:
    texts = f'<sst xmlns="{MAIN}">{"<si><t/></si>" * 250_000}</sst>'

    code, message = refused(with_part("xl/sharedStrings.xml", texts))

    assert code == "FI-07"
    assert "different texts" in message


def test_the_store_of_texts_is_read() -> None:
    parts = parts_of(with_rows('<row r="4"><c r="A4" t="s"><v>1</v></c></row>'))
    name = "[Content_Types].xml"
    parts["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{MAIN}"><si><t>a</t></si><si><r><t>P</t></r><r><t>1</t></r></si></sst>'
    ).encode()
    parts[name] = parts[name].replace(b"</Types>", TEXTS_TYPE + b"</Types>")

    assert read(packed(parts)).values["tasks", 0, "id"].value == "P1"


def test_rich_texts_without_end_are_refused() -> None:
    texts = f'<sst xmlns="{MAIN}"><si>{"<r><t/></r>" * 80_000}</si></sst>'

    assert refused(with_part("xl/sharedStrings.xml", texts))[0] == "FI-07"


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (f'<row r="3">{"<c/>" * 251_000}</row>', "Tasks!"),
        ("<row/>" * 201_000, "Tasks!A"),
        ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "Tasks!XFD1048576"),
        ('<row r="3"><c r="ZZZ3"><f>1+1</f></c></row>', "Tasks!ZZZ3"),
    ],
)
def test_too_many_or_too_far_cells_are_refused_with_the_place(rows: str, place: str) -> None:
    finding = only(read(with_rows(rows)))

    assert finding.code == "FI-07"
    assert place in str(finding.location)


def test_a_huge_merged_range_is_refused_with_its_address() -> None:
    merged = '<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>'
    linked = '<hyperlinks><hyperlink ref="A2:XFD1048576" location="a"/></hyperlinks>'

    for after in (merged, linked):
        code, message = refused(with_rows("", after=after))
        assert code == "FI-07"
        assert "A2:XFD1048576" in message


def test_a_huge_range_of_a_note_is_refused() -> None:
    notes = f'<comments xmlns="{MAIN}"><comment ref="A2:XFD1048576"/></comments>'

    assert refused(with_part("xl/comments1.xml", notes))[0] == "FI-07"


def test_formatting_without_end_is_refused() -> None:
    styles = f'<styleSheet xmlns="{MAIN}">{"<fonts/>" * 100_000}</styleSheet>'

    assert refused(with_part("xl/styles.xml", styles))[0] == "FI-07"


def test_deep_markup_is_damage() -> None:
    assert refused(with_part("xl/styles.xml", "<a>" * 300 + "</a>" * 300))[0] == "FI-05"


def test_a_wrong_dimension_hides_nothing() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(4, 25))

    record = read(with_rows(rows, before='<dimension ref="A1"/>'))

    assert record.findings == ()
    assert record.values["tasks", 20, "id"].value == 24


def limited(limits: Limits) -> RawRecord:
    content = saved(filled(A4="P1", A5="P2"))
    return read_workbook(content, "a.xlsx", Record, language="en", limits=limits)


@pytest.mark.parametrize(
    ("limits", "word"),
    [
        (Limits(file_bytes=1_000), "larger than"),
        (Limits(members=3), "more than 3 parts"),
        (Limits(unpacked_bytes=2_000), "unpacks"),
        (Limits(filled_cells=5), "5 filled cells"),
        (Limits(cells=5), "5 cells"),
        (Limits(rows=3), "3 rows"),
        (Limits(last_row=4), "A5 is filled"),
        (Limits(last_column=2), "C2 is filled"),
        (Limits(elements=20), "formatting"),
    ],
)
def test_each_limit_is_named(limits: Limits, word: str) -> None:
    finding = only(limited(limits))

    assert finding.code == "FI-07"
    assert word in str(finding.message)


def test_the_limits_themselves_are_allowed() -> None:
    assert limited(Limits(last_row=7, last_column=4)).findings == ()


def test_control_characters_of_names_are_not_shown() -> None:
    message = refused(with_part("xl/a\x1b[31m:.xml", "<a/>"))[1]

    assert "\x1b" not in message


def test_a_chart_on_a_sheet_of_its_own_is_left_alone() -> None:
    workbook = filled(A4="P1")
    workbook.create_chartsheet("Chart", 0).add_chart(BarChart())

    assert read(workbook).values["tasks", 0, "id"].value == "P1"
