"""Every feature of docxtpl's dialect: paja's parts are docxtpl's own."""

import io
from pathlib import Path

import pytest
from docxtpl import DocxTemplate
from markupsafe import Markup
from openxml_audit import OpenXmlValidator

from pipeline.render import compile_template
from tests.unit.pipeline.render.dialect_parts import (
    DRAWING,
    bare,
    cell,
    document,
    paragraph,
    paragraphs,
    row,
    run,
    table,
    text_box,
    with_notes,
)
from tests.unit.pipeline.render.differences import (
    assert_cell_order,
    cell_order,
    margin_drawings,
    one_run,
)
from tests.unit.pipeline.render.oracle import Reference, assert_equal, rich
from tests.unit.pipeline.render.word import saved

CONTEXT = {
    "x": "Smith & <Co> \"a\" 'b'",
    "yes": True,
    "no": False,
    "n": 2,
    "one": 1,
    "fill": "FFDD00",
    "none": [],
    "rows": [
        {"name": "a & b", "cells": ["1", "2", "3"], "fill": "FF0000"},
        {"name": "c", "cells": ["4", "5", "6"], "fill": "00FF00"},
    ],
    "rich": rich("lihava & <muu>"),
    "lines": "yksi\nkaksi\n\nkolme",
    "tabs": "a\tb\tc",
}
BOLD = "<w:rPr><w:b/></w:rPr>"

TEXT = {
    "print": paragraph("alku {{ x }} loppu"),
    "print without blanks": paragraph("{{x}}{{x}}"),
    "text that does not preserve blanks": paragraph(bare("alku {{ x }} loppu")),
    "statement": paragraph("{% if yes %}on {{ x }}{% else %}ei{% endif %}."),
    "loop": paragraph("{% for r in rows %}{{ r.name }}{% if not loop.last %}, {% endif %}"
                      "{% endfor %}"),
    "set": paragraph("{% set y = n + 1 %}{{ y }}"),
    "macro": paragraph("{% macro m(a) %}<{{ a }}>{% endmacro %}{{ m(x) }}"),
    "comparison": paragraph("{% if n > 1 and n < 3 %}kaksi{% endif %}"),
    "comment": paragraph("a{# {{ puuttuu }} #}b"),
    "comment over runs": paragraph(run("a{"), run("# pois #"), run("}b")),
    "comment of a paragraph": paragraphs("ennen", "{#p pois {{ x }} #}", "jälkeen"),
    "paragraph": paragraphs("{%p if yes %}", "on", "{%p else %}", "ei", "{%p endif %}"),
    "paragraph of a loop": paragraphs("{%p for r in rows %}", "{{ r.name }}", "{%p endfor %}"),
    "run": paragraph("alku", "{%r if yes %}", run("on", BOLD), "{%r endif %}", "loppu"),
    "run inside of one": paragraph("alku {%r if no %}", run("ei", BOLD), "{%r endif %} loppu"),
    "rich text": paragraph("alku {{r rich }} loppu"),
    "rich text alone": paragraph("{{r rich }}"),
    "raw": paragraph("{% raw %}{{ x }} {% if %}{% endraw %}{{ x }}"),
    "explicit plus": paragraph("a {%+ if yes +%} b {%+ endif %} {{+ n }}"),
    "merged with the text before": paragraphs("eka ", "{%- if yes %}toka{% endif %}", "kolmas"),
    "merged with the text behind": paragraphs("{% if yes -%}", "toka", "{%- endif %}", "kolmas"),
    "break of the tag's own text": paragraph('{{ "a\\nb" ~ x }}'),
    "trimmed print": paragraph("a {{- x -}} b"),
    "quotes of a word processor": paragraph("{{ “a” ~ ‘b’ if yes }}{% if x != ”c” %}d{% endif %}"),
    "apostrophes outside of tags": paragraph("“a” {{ x }} ‘b’"),
    "tag over runs": paragraph(run("alku {"), run("{ ", BOLD), run("x"), run(" }", BOLD),
                               run("} loppu")),
    "statement over runs": paragraph(run("{"), run("% if"), run(" yes %"), run("}on{% endif %}")),
    "paragraph tag over runs": paragraph(run("{%"), run("p if yes "), run("%}"))
    + paragraphs("on", "{%p endif %}"),
    "proofing marks": paragraph(run("{{"), '<w:proofErr w:type="spellStart"/>', run(" x "),
                                '<w:proofErr w:type="spellEnd"/>', run("}}")),
    "bookmark": paragraph(run("a {{ "), '<w:bookmarkStart w:id="1" w:name="m"/>', run("x"),
                          '<w:bookmarkEnd w:id="1"/>', run(" }} b")),
    "link": paragraph('<w:hyperlink w:anchor="m">' + run("{{ x }}") + "</w:hyperlink>"),
    "field": paragraph('<w:fldSimple w:instr=" REF {{ n }} ">' + run("{{ x }}") + "</w:fldSimple>"),
    "content control": "<w:sdt><w:sdtContent>" + paragraph("{{ x }}") + "</w:sdtContent></w:sdt>",
    "signs": paragraph("{_{ x }_} {_% if %_} {{ x }} {_{"),
    "signs only": paragraph("}_} ja %_}"),
    "whitespace": paragraph("  a  {{ x }}  b  "),
    "text box": paragraph(
        text_box(paragraphs("{%p if yes %}", "{{ x }}", "{%p endif %}"))
    ),
}  # fmt: skip
TABLES = {
    "rows": table(row("{%tr for r in rows %}", ""), row("{{ r.name }}", "{{ loop.index }}"),
                  row("{%tr endfor %}", "")),
    "a row left out": table(row("a", "b"), row("{%tr if no %}", ""), row("c", "d"),
                            row("{%tr endif %}", "")),
    "comment of a row": table(row("{#tr pois #}", "x"), row("{{ x }}", "b")),
    "cells": table(row("a", "{%tc for c in rows[0].cells %}", "{{ c }}", "{%tc endfor %}"),
                   grid=(900, 2101)),
    "fewer cells": table(row("a", "{%tc if no %}", "b", "{%tc endif %}", "c"),
                         grid=(1000, 1003, 1000, 500)),
    "comment of a cell": table(row("a", "{#tc pois #}", "c"), grid=(1000, 1000, 1000)),
    "cells of rows": table(
        row("{%tr for r in rows %}", ""),
        row("{{ r.name }}", "{%tc for c in r.cells %}", "{{ c }}", "{%tc endfor %}"),
        row("{%tr endfor %}", ""),
    ),
    "colour": table(row(cell("{% cellbg fill %}{{ x }}"), "b")),
    "colour for a colour": table(
        row("{%tr for r in rows %}", ""),
        row(cell("{% cellbg r.fill %}{{ r.name }}",
                 properties='<w:tcW w:w="1" w:type="dxa"/><w:shd w:val="clear" w:fill="111111"/>'
                 '<w:vAlign w:val="center"/>'), "b"),
        row("{%tr endfor %}", ""),
    ),
    "colour by a condition": table(
        row(cell('{% cellbg "FF0000" if n > 1 else “00FF00” %}', "{{ x }}",
                 properties='<w:tcW w:w="1" w:type="dxa"/><w:tcBorders><w:top w:val="nil"/>'
                 '</w:tcBorders><w:noWrap/>'), "b"),
    ),
    "colour and span": table(row(cell("{% cellbg fill %}{% colspan n %}{{ x }}")), row("a", "b")),
    "span": table(row(cell("{% colspan n %}{{ x }}"), "b"), row("c", "d", "e"),
                  grid=(1000, 1000, 1000)),
    "span for a span": table(
        row(cell("{% colspan one %}{{ x }}",
                 properties='<w:tcW w:w="1" w:type="dxa"/><w:gridSpan w:val="2"/>'), "b"),
        row("c", "d"), grid=(1000, 1000, 1001),
    ),
    "merged downwards": table(
        row("{%tr for r in rows %}", ""),
        row(cell("{% vm %}{{ x }}",
                 properties='<w:tcW w:w="1" w:type="dxa"/><w:vAlign w:val="center"/>'),
            "{{ r.name }}"),
        row("{%tr endfor %}", ""),
    ),
    "merged downwards and wide": table(
        row("{%tr for r in rows %}", ""),
        row(cell("{% colspan n %}{% vm %}{{ x }}"), "{{ r.name }}"),
        row("{%tr endfor %}", ""), row("a", "b", "c"), grid=(1000, 1000, 1000),
    ),
    "merged sideways": table(
        row("{%tc for r in rows %}", cell("{% hm %}otsikko"), "{%tc endfor %}"),
        row("{%tc for r in rows %}", "{{ r.name }}", "{%tc endfor %}"),
    ),
    "merged sideways over a span": table(
        row("{%tc for r in rows %}",
            cell("{% hm %}otsikko", properties='<w:gridSpan w:val="2"/><w:noWrap/>'),
            "{%tc endfor %}"),
        row("1", "2", "3", "4"), grid=(500, 500, 500, 500),
    ),
    "merged and coloured": table(
        row("{%tr for r in rows %}", ""),
        row(cell("{% cellbg r.fill %}{% vm %}{{ x }}"), "{{ r.name }}"),
        row("{%tr endfor %}", ""),
    ),
}  # fmt: skip


@pytest.mark.parametrize("xml", TEXT.values(), ids=TEXT)
def test_text(xml: str) -> None:
    assert_equal(document(xml), CONTEXT)


@pytest.mark.parametrize("xml", TABLES.values(), ids=TABLES)
def test_tables_but_for_the_order_of_properties_which_is_valid(xml: str) -> None:
    parts = assert_equal(document(xml), CONTEXT, cell_order)
    assert_cell_order(parts["word/document.xml"])


def test_tables_are_valid_where_those_of_docxtpl_are_not(tmp_path: Path) -> None:
    content = document(*TABLES.values())
    usual = audit(compile_template(document(paragraph("a"))).render({}), tmp_path)
    assert audit(compile_template(content).render(CONTEXT), tmp_path) == usual
    reference = DocxTemplate(io.BytesIO(content))
    reference.render(dict(CONTEXT), Reference(), autoescape=True)
    assert audit(saved(reference), tmp_path) > usual


def audit(content: bytes, folder: Path) -> set[str]:
    """Return what openxml-audit finds in a document."""
    file = folder / "x.docx"
    file.write_bytes(content)
    found = OpenXmlValidator(max_errors=0).validate(str(file)).errors
    told = {f"{each.part_uri} {each.description}" for each in found}
    # python-docx's template has two parts of styles, of which Word reads one.
    return {each for each in told if "stylesWithEffects" not in each}


def test_paragraphs_of_a_value() -> None:
    context = {**CONTEXT, "block": Markup("<w:p><w:r><w:t>a</w:t></w:r></w:p>")}
    assert_equal(document(paragraphs("ennen", "{{p block }}", "jälkeen")), context)


@pytest.mark.parametrize("name", ["lines", "tabs"])
@pytest.mark.parametrize("properties", ["", BOLD], ids=["plain", "bold"])
def test_line_breaks_and_tabs_of_a_value(name: str, properties: str) -> None:
    xml = paragraph(run(f"alku {{{{ {name} }}}} loppu", properties), run("muu", BOLD))
    assert_equal(document(xml), CONTEXT, one_run)


def test_header_and_footer() -> None:
    content = document(paragraph("{{ n }}"), header="{{ x }} {% if yes %}on{% endif %}")
    assert "word/header1.xml" in assert_equal(content, CONTEXT)


@pytest.mark.parametrize("kind", ["footnotes", "endnotes", "comments"])
def test_notes_and_comments(kind: str) -> None:
    notes = paragraphs("{%p for r in rows %}", "{{ r.name }}", "{%p endfor %}")
    content = with_notes(document(paragraph("{{ x }}")), kind, notes)
    assert b"a &amp; b" in assert_equal(content, CONTEXT)[f"word/{kind}.xml"]


def test_drawings_that_a_loop_repeats_have_ids_of_their_own() -> None:
    loop = paragraph("{%p for r in rows %}") + paragraph(DRAWING) + paragraph("{%p endfor %}")
    seen = assert_equal(document(loop, paragraph(DRAWING)), CONTEXT)["word/document.xml"]
    assert [f'id="{number}"'.encode() in seen for number in (1001, 1002, 1003, 7)] == [
        True, True, True, False,
    ]  # fmt: skip


def test_drawings_of_notes_have_ids_apart_from_those_of_the_body() -> None:
    loop = paragraph("{%p for r in rows %}") + paragraph(DRAWING) + paragraph("{%p endfor %}")
    content = with_notes(document(loop), "footnotes", loop)
    parts = assert_equal(content, CONTEXT, margin_drawings)
    ids = [
        piece.split(b'"')[0] for data in parts.values() for piece in data.split(b'docPr id="')[1:]
    ]
    assert len(set(ids)) == len(ids) == 4
