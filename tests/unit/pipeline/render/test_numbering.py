"""Numbered lists from texts: which lines they are, and that each list counts for itself."""

import io
import re
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from pipeline.render import compile_template
from pipeline.render.source.positions import W
from tests.unit.pipeline.render.word import (
    paragraphs,
    part,
    rendered,
    replaced,
    saved,
    template,
    texts,
    with_part,
)

NUMBERING = "word/numbering.xml"
BLOCK = "{{p x|paragraphs }}"


def styled(style: str, *names: str) -> bytes:
    """Return a template with a block in a style, and with further numbered styles."""
    document = Document()
    for name in names:
        new = document.styles.add_style(name, 1)
        new.base_style = document.styles["List Number"]
    document.styles.add_style("Oma", 1)
    document.add_paragraph(BLOCK, style=style)
    return saved(document)


def shown(content: bytes) -> list[tuple[str | None, str]]:
    """Return each paragraph's number as Word counts it, and its text."""
    root = etree.fromstring(part(content, NUMBERING).encode())
    next_numbers = {
        each.get(f"{W}numId"): int(start.get(f"{W}val", ""))
        for each in root.iterfind(f"{W}num")
        for start in each.iterfind(f"{W}lvlOverride/{W}startOverride")
    }
    found: list[tuple[str | None, str]] = []
    for each in paragraphs(content):
        number = each._p.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is None:
            found.append((None, each.text))
            continue
        instance = number.get(f"{W}val")
        found.append((str(next_numbers[instance]), each.text))
        next_numbers[instance] += 1
    return found


def printed(text: str) -> list[tuple[str | None, str]]:
    return shown(rendered(template(BLOCK), {"x": text}))


def test_lines_that_count_up_are_one_numbered_list() -> None:
    assert printed("Johdanto\n1. yksi\n2. kaksi & <b>\n\n3. kolme\nLoppu") == [
        (None, "Johdanto"), ("1", "yksi"), ("2", "kaksi & <b>"), ("3", "kolme"), (None, "Loppu"),
    ]  # fmt: skip


def test_each_list_counts_for_itself_and_keeps_its_start() -> None:
    assert printed("1) a\n2) b\nväliin\n1) c\n2) d\nväliin\n12. e\n13. f") == [
        ("1", "a"), ("2", "b"), (None, "väliin"), ("1", "c"), ("2", "d"), (None, "väliin"),
        ("12", "e"), ("13", "f"),
    ]  # fmt: skip


def test_a_list_may_follow_another_if_it_begins_with_one() -> None:
    assert printed("3. a\n4. b\n1. c\n2. d") == [("3", "a"), ("4", "b"), ("1", "c"), ("2", "d")]


def test_bullets_within_a_list_do_not_end_it() -> None:
    made = rendered(template(BLOCK), {"x": "1. a\n- b\n- c\n2. d"})
    assert shown(made) == [("1", "a"), (None, "b"), (None, "c"), ("2", "d")]
    names = [each.style.name for each in paragraphs(made) if each.style is not None]
    assert names == ["List Number", "List Bullet", "List Bullet", "List Number"]


@pytest.mark.parametrize(
    "text",
    [
        "1. vaihe",
        "Ensin\n1. vaihe on alku.\nSitten\n2. vaihe on loppu.",
        "2021. Vuosi alkaa\n2022. Vuosi jatkuu",
        "12.5. kokous\n13.5. kokous",
        "30. 1. kokous\n31. 1. kokous",
        "1. a\n3. b",
        "2. a\n1. b",
        "1. a\n1. b",
        "1. a\n2. b\n4. c",
        "1. a\n2. b\n5. c\n6. d",
        "1. a\n2) b",
        "1. a\n  1. b\n  2. c\n2. d",
        "01. a\n02. b",
        "1.a\n2.b",
        "-1. a\n0. b",
        "١. a\n٢. b",
        "1. \n2. ",
        "1.5 a\n2.5 b",
        "1a. b\n2a. c",
    ],
)
def test_what_is_no_list_stays_text_as_it_is(text: str) -> None:
    assert printed(text) == [(None, line) for line in text.split("\n")]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "", "", " "]), st.integers(0, 3), st.sampled_from("...)"),
            st.sampled_from(["a", "5. b", "- c", "2022"]),
        ).map(lambda each: f"{each[0]}{each[1]}{each[2]} {each[3]}")
        | st.sampled_from(["- luettelo", "proosaa", "1. ", "3.4. päivä"]),
        min_size=1, max_size=7,
    )
)  # fmt: skip
def test_no_typed_number_is_lost_or_changed(lines: list[str]) -> None:
    made = COMPILED.render({"x": "\n".join(lines)})
    seen = shown(made)
    assert len(seen) == len(lines)
    for (number, text), line in zip(seen, lines, strict=True):
        if number is None:
            assert line.removeprefix("- ") == text
        else:
            assert re.fullmatch(rf"\s*{number}[.)]\s+{re.escape(text)}", line)


COMPILED = compile_template(template(BLOCK))


def test_a_block_in_a_loop_counts_anew_each_time_also_in_other_parts() -> None:
    content = template("{%p for x in rows %}", BLOCK, "{%p endfor %}", header="x")
    numbered = replaced(content, "word/header1.xml", "x</w:t>", "{{p rows[0]|paragraphs }}</w:t>")
    made = rendered(numbered, {"rows": ["1. a\n2. b", "1. c\n2. d"]})
    assert shown(made) == [("1", "a"), ("2", "b"), ("1", "c"), ("2", "d")]
    ids = [
        re.findall(r'<w:numId w:val="(\d+)"', part(made, name))
        for name in ("word/document.xml", "word/header1.xml")
    ]
    assert ids == [["10", "10", "11", "11"], ["12", "12"]]
    assert rendered(numbered, {"rows": ["1. a\n2. b", "1. c\n2. d"]}) == made


def test_a_documents_part_of_numberings_is_the_templates_own_without_lists() -> None:
    content = template(BLOCK)
    assert part(rendered(content, {"x": "a\n- b\n1. c"}), NUMBERING) == part(content, NUMBERING)


def test_the_style_of_the_paragraph_with_number_comes_first() -> None:
    for names, expected in ((("OmaNumber",), "OmaNumber"), ((), "List Number")):
        made = rendered(styled("Oma", *names), {"x": "1. a\n2. b"})
        assert [each.style.name for each in paragraphs(made) if each.style] == [expected] * 2
        assert shown(made) == [("1", "a"), ("2", "b")]


def test_the_indents_of_a_style_stay_those_of_its_items() -> None:
    style = r'(<w:style [^>]*w:styleId="ListNumber">.*?<w:numPr>.*?</w:numPr>)'
    indented = re.compile(style, re.DOTALL)
    content = styled("Normal")
    styles = indented.sub(r'\1<w:ind w:left="777"/>', part(content, "word/styles.xml"), count=1)
    made = rendered(with_part(content, "word/styles.xml", styles.encode()), {"x": "1. a\n2. b"})
    assert part(made, "word/document.xml").count('</w:numPr><w:ind w:left="777"/></w:pPr>') == 2


WITHOUT = {
    "letters": ('<w:numFmt w:val="decimal"/><w:pStyle w:val="ListNumber"/>',
                '<w:numFmt w:val="lowerLetter"/><w:pStyle w:val="ListNumber"/>'),
    "a number of two levels": ('(w:val="ListNumber"/><w:lvlText w:val=")%1.', r"\1%1.%2."),
    "no instance": (r'<w:num w:numId="5".*?</w:num>', ""),
    "no definition": (r'(<w:num w:numId="5".*?w:abstractNumId w:val=")7', r"\g<1>99"),
}  # fmt: skip


@pytest.mark.parametrize("pattern", WITHOUT.values(), ids=WITHOUT)
def test_numbers_stay_text_where_the_style_would_print_none_or_others(
    pattern: tuple[str, str],
) -> None:
    content = template(BLOCK)
    changed = replaced(content, NUMBERING, *pattern)
    assert part(changed, NUMBERING) != part(content, NUMBERING)
    made = rendered(changed, {"x": "1. a\n2. b"})
    assert (texts(made), "numPr" in part(made, "word/document.xml")) == (["1. a", "2. b"], False)


def test_an_instance_keeps_what_the_styles_own_has() -> None:
    overridden = replaced(
        template(BLOCK), NUMBERING, r'(<w:num w:numId="5".*?w:val="7"/>)',
        r'\1<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/><w:lvl w:ilvl="0">'
        r'<w:numFmt w:val="decimal"/><w:lvlText w:val="Kohta %1"/></w:lvl></w:lvlOverride>',
    )  # fmt: skip
    made = rendered(overridden, {"x": "1. a\n2. b"})
    last = part(made, NUMBERING).rpartition("<w:num ")[2]
    assert last.count("startOverride") == 1
    assert '<w:startOverride w:val="1"/>' in last
    assert "Kohta %1" in last


def test_a_style_of_an_odd_name_is_escaped() -> None:
    content = styled("Oma", "OmaNumber")
    named = part(content, "word/styles.xml").replace('"OmaNumber"', '"A&amp;BNumber"')
    odd = with_part(content, "word/styles.xml", named.replace('"Oma"', '"A&amp;B"').encode())
    renamed = replaced(odd, "word/document.xml", 'w:val="Oma"', 'w:val="A&amp;B"')
    made = rendered(renamed, {"x": "1. a\n2. b"})
    assert part(made, "word/document.xml").count('<w:pStyle w:val="A&amp;BNumber"/>') == 2


@pytest.mark.parametrize(
    ("pattern", "new"),
    [
        ('<w:num w:numId="5"', '<!--<?paja-border 0?>--><?paja-border 0?><w:num w:numId="5"'),
        ('<w:num w:numId="9"', '<w:num w:numId="yhdeksän"'),
        ('<w:lvl w:ilvl="0"', '<w:lvl w:ilvl="\\&apos;"'),
    ],
)
def test_an_odd_part_of_numberings_breaks_nothing(pattern: str, new: str) -> None:
    made = rendered(replaced(template(BLOCK), NUMBERING, pattern, new), {"x": "1. a\n2. b"})
    assert etree.fromstring(part(made, NUMBERING).encode()).tag == f"{W}numbering"
    assert [text.removeprefix("1. ").removeprefix("2. ") for text in texts(made)] == ["a", "b"]


def test_a_value_that_looks_like_a_mark_is_text() -> None:
    value = '1. <w:numId w:val="paja-list-0-1"/>\n2. paja-list-0-1'
    assert [text for _, text in printed(value)] == [
        '<w:numId w:val="paja-list-0-1"/>', "paja-list-0-1",
    ]  # fmt: skip


def test_documents_with_lists_are_as_valid_as_their_template(tmp_path: Path) -> None:
    content = template(BLOCK)
    usual = audit(rendered(content, {"x": "a"}), tmp_path)
    assert audit(rendered(content, {"x": "1. a\n- b\n2. c\nd\n4. e\n5. f"}), tmp_path) == usual
    Document(io.BytesIO(rendered(content, {"x": "1. a\n2. b"})))


def audit(content: bytes, folder: Path) -> set[str]:
    """Return what openxml-audit finds in a document."""
    file = folder / "x.docx"
    file.write_bytes(content)
    found = OpenXmlValidator(max_errors=0).validate(str(file)).errors
    return {f"{each.part_uri} {each.description}" for each in found}
