"""Page breaks by value: before a text, and before the first paragraph of a block."""

import datetime as dt
from pathlib import Path

import pytest

from pipeline.core.errors import TemplateError
from schemas.contexts.gap import Gap
from tests.unit.pipeline.render.test_numbering import audit
from tests.unit.pipeline.render.word import (
    cells,
    paragraphs,
    part,
    rendered,
    replaced,
    table_template,
    template,
    texts,
)

BODY = "word/document.xml"
BREAK = '<w:br w:type="page"/>'
BEFORE = "<w:pageBreakBefore/>"


def runs(content: bytes) -> str:
    xml = part(content, BODY)
    return xml[xml.index("<w:body>") : xml.index("<w:sectPr")]


def test_a_text_begins_a_page_within_its_run() -> None:
    made = rendered(template("alku {{ x|on_new_page }} loppu"), {"x": "a & b"})
    space = '<w:t xml:space="preserve">'
    assert f"{space}alku </w:t>{BREAK}{space}a &amp; b loppu</w:t>" in runs(made)


def test_other_tags_have_no_break() -> None:
    content = template("{{ x }}", "{{ x|strong }}", "{{ g }}", "{{p x|paragraphs }}")
    xml = runs(rendered(content, {"x": "a\nb", "g": Gap("Täydennettävä")}))
    assert (BREAK in xml, BEFORE in xml) == (False, False)


@pytest.mark.parametrize(
    "tag", ["{{ x|strong|on_new_page }}", "{{ x|in_language('sv')|on_new_page }}"]
)
def test_a_styled_text_keeps_its_style(tag: str) -> None:
    made = rendered(template(tag), {"x": "a"})
    assert runs(made).count(BREAK) == 1
    last = paragraphs(made)[0].runs[-1]._r.xml
    assert "Strong" in last or "sv-FI" in last


def test_a_gap_passes_through_with_the_break() -> None:
    gap = Gap("Täydennettävä: kuvaus")
    made = rendered(template("{{ g|on_new_page }}", "{{p g|paragraphs|on_new_page }}"), {"g": gap})
    assert [text.strip() for text in texts(made)] == [gap.text, gap.text]
    xml = runs(made)
    assert (xml.count(BREAK), xml.count(BEFORE), xml.count('w:val="Gap"')) == (1, 1, 2)


def test_a_joined_text_keeps_the_break() -> None:
    assert BREAK in runs(rendered(template("{{ (x|on_new_page) ~ '!' }}"), {"x": "a"}))


def test_only_the_first_paragraph_of_a_block_begins_a_page() -> None:
    made = rendered(template("{{p x|paragraphs|on_new_page }}"), {"x": "a\nb\n1. c\n2. d"})
    seen = [BEFORE in each._p.xml.replace(" ", "") or each.paragraph_format.page_break_before
            for each in paragraphs(made)]  # fmt: skip
    assert seen == [True, None, None, None]


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("1. a\n2. b", '<w:pStyle w:val="ListNumber"/><w:pageBreakBefore/><w:numPr>'),
        ("- a", '<w:pStyle w:val="ListBullet"/><w:pageBreakBefore/></w:pPr>'),
    ],
)
def test_a_list_may_begin_a_page(first: str, expected: str) -> None:
    made = rendered(template("{{p x|paragraphs|on_new_page }}"), {"x": first})
    assert expected in runs(made)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("<w:pPr/>", f"<w:pPr>{BEFORE}</w:pPr>"),
        ('<w:pPr><w:jc w:val="right"/></w:pPr>', f'<w:pPr>{BEFORE}<w:jc w:val="right"/></w:pPr>'),
        (
            (
                '<w:pPr><w:pStyle w:val="a"/><w:keepNext/><w:keepLines/>'
                '<w:pageBreakBefore w:val="0"/><w:spacing/></w:pPr>'
            ),
            f'<w:pPr><w:pStyle w:val="a"/><w:keepNext/><w:keepLines/>{BEFORE}<w:spacing/></w:pPr>',
        ),
    ],
)
def test_the_break_stands_at_its_place_among_the_paragraphs_properties(
    own: str, expected: str
) -> None:
    content = replaced(template("{{p x|paragraphs|on_new_page }}"), BODY, "<w:p>", f"<w:p>{own}")
    assert expected in runs(rendered(content, {"x": "a"}))


def test_a_block_of_no_lines_prints_nothing() -> None:
    made = rendered(template("a", "{{p x|paragraphs|on_new_page }}"), {"x": "\n"})
    assert texts(made) == ["a"]


@pytest.mark.parametrize("value", [None, 1, dt.date(2021, 10, 19), ["a"]])
def test_what_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(TemplateError, match="on_new_page"):
        rendered(template("{{ x|on_new_page }}"), {"x": value})


def test_a_break_of_a_value_is_refused_as_before() -> None:
    with pytest.raises(TemplateError, match=r"U\+000C"):
        rendered(template("{{ x|on_new_page }}"), {"x": "a\x0cb"})


def test_breaks_are_valid(tmp_path: Path) -> None:
    content = template("{{ x|on_new_page }}", "{{p x|paragraphs|on_new_page }}")
    usual = audit(rendered(template("a"), {}), tmp_path)
    assert audit(rendered(content, {"x": "1. a\n2. b"}), tmp_path) == usual
    assert cells(rendered(table_template(["{{ x|on_new_page }}", "b"]), {"x": "a"}))[0][1] == "b"
