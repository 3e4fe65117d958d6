"""What a screen reader needs of every document, and what the law asks."""

import io
import itertools
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

from docx import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def part(file: Path, name: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        return ET.fromstring(archive.read(name))


def style_of(paragraph: ET.Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def text_of(paragraph: ET.Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter(f"{W}t"))


def test_title_language_and_author_are_set(documents: list[Path]) -> None:
    for file in documents:
        core = Document(io.BytesIO(file.read_bytes())).core_properties
        assert core.title, file.name
        assert core.language == "fi-FI"
        assert core.author
        assert "python" not in core.author.lower()
        language = part(file, "word/styles.xml").find(f".//{W}docDefaults//{W}lang")
        assert language is not None
        assert language.get(f"{W}val") == "fi-FI"


def test_headings_go_down_one_level_at_a_time(documents: list[Path]) -> None:
    for file in documents:
        levels = [
            int(style_of(each).removeprefix("Heading"))
            for each in part(file, "word/document.xml").iter(f"{W}p")
            if style_of(each).startswith("Heading")
        ]
        assert levels, file.name
        assert levels[0] == 1, file.name
        for before, after in itertools.pairwise(levels):
            assert after <= before + 1, file.name


def test_tables_have_repeated_header_rows_and_descriptions_and_no_merged_cells(
    documents: list[Path],
) -> None:
    for file in documents:
        for table in part(file, "word/document.xml").iter(f"{W}tbl"):
            first = table.find(f"{W}tr")
            assert first is not None
            assert first.find(f"{W}trPr/{W}tblHeader") is not None, file.name
            assert table.find(f"{W}tblPr/{W}tblCaption") is not None, file.name
            assert len(table.findall(f"{W}tr")) > 1, file.name
            assert not list(table.iter(f"{W}gridSpan"))
            assert not list(table.iter(f"{W}vMerge"))
            assert not list(table.iter(f"{W}tbl"))[1:]


def test_no_empty_paragraphs_text_boxes_or_pictures_without_words(documents: list[Path]) -> None:
    for file in documents:
        root = part(file, "word/document.xml")
        body = root.find(f"{W}body")
        assert body is not None
        empty = [each for each in body.findall(f"{W}p") if not text_of(each).strip()]
        assert empty == [], f"{file.name}: {len(empty)} empty paragraphs"
        assert not [each for each in root.iter() if each.tag.endswith("txbxContent")]
        for picture in root.iter(f"{WP}docPr"):
            assert picture.get("descr"), file.name


def test_lists_are_real_lists(documents: list[Path]) -> None:
    for file in documents:
        for paragraph in part(file, "word/document.xml").iter(f"{W}p"):
            assert not text_of(paragraph).startswith(("- ", "• ", "* ")), file.name


def test_contents_links_lead_to_headings(documents: list[Path]) -> None:
    plans = [file for file in documents if "toimenpidesuunnitelma" in file.name]
    assert len(plans) == 6
    for file in plans:
        root = part(file, "word/document.xml")
        targets = {each.get(f"{W}name") for each in root.iter(f"{W}bookmarkStart")}
        anchors = [each.get(f"{W}anchor") for each in root.iter(f"{W}hyperlink")]
        inner = [anchor for anchor in anchors if anchor]
        assert len(inner) >= 12
        assert set(inner) <= targets


def test_visible_text_has_contrast(documents: list[Path]) -> None:
    for file in documents[:8]:
        colours = {
            each.get(f"{W}val", "")
            for name in ("word/styles.xml", "word/document.xml")
            for each in part(file, name).iter(f"{W}color")
        }
        for colour in colours - {"auto", ""}:
            assert contrast(colour) >= 4.5, f"{file.name}: {colour}"


def contrast(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)
