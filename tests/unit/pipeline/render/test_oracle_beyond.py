"""Where docxtpl loses, corrupts or breaks something, and what paja does in its place."""

import pytest
from lxml import etree
from markupsafe import Markup

from pipeline.core.errors import TemplateError
from pipeline.render.source.positions import W
from schemas.contexts.gap import Gap
from tests.unit.pipeline.render.dialect_parts import (
    DRAWING,
    cell,
    document,
    paragraph,
    paragraphs,
    row,
    run,
    table,
    text_box,
)
from tests.unit.pipeline.render.differences import assert_cell_order
from tests.unit.pipeline.render.oracle import by_docxtpl, by_paja, canonical
from tests.unit.pipeline.render.word import rendered, template, texts

BODY = "word/document.xml"
BARE_CELL = f"<w:tc>{paragraph('{TAG}a')}</w:tc>"
BOXED = text_box(paragraph("{{p x|paragraphs }}"))


def grid(content: bytes) -> list[list[str]]:
    """Return the widths of each table's grid."""
    return [
        [column.get(f"{W}w", "") for column in each.iterchildren(f"{W}gridCol")]
        for each in etree.fromstring(content).iter(f"{W}tblGrid")
    ]


@pytest.mark.parametrize("value", ["{_{ a }_}", "{_% a %_}"])
def test_signs_in_a_value_stay_as_they_are(value: str) -> None:
    content = template("{{ x }}")
    assert texts(rendered(content, {"x": value})) == [value]
    assert value.encode() not in by_docxtpl(content, {"x": value})[BODY]


@pytest.mark.parametrize("character", ["\a", "\f"])
def test_control_characters_are_refused(character: str) -> None:
    content = template("{{ x }}")
    assert by_docxtpl(content, {"x": f"a{character}b"})[BODY].count(b"<w:p>") > 1
    with pytest.raises(TemplateError, match="Word cannot"):
        rendered(content, {"x": f"a{character}b"})


def test_an_ampersand_in_a_tag_is_one() -> None:
    content = template('{{ "R & D" }}')
    assert texts(rendered(content, {})) == ["R & D"]
    assert b"R &amp;amp; D" in by_docxtpl(content, {})[BODY]


def test_an_ampersand_outside_of_tags_stays_escaped() -> None:
    assert texts(rendered(template("R & D {{ x }} & {_{ &"), {"x": "&"})) == ["R & D & & {{ &"]


@pytest.mark.parametrize("properties", ["", "<w:tcPr/>"], ids=["none", "empty"])
@pytest.mark.parametrize(
    ("tag", "kept"), [("cellbg fill", "shd"), ("colspan n", "gridSpan"), ("vm", "vMerge")]
)
def test_a_cell_without_properties_is_given_them(tag: str, kept: str, properties: str) -> None:
    bare = BARE_CELL.replace("{TAG}", f"{{% {tag} %}}").replace("<w:tc>", f"<w:tc>{properties}")
    rows = row("{%tr for r in rows %}", ""), row(bare, "b"), row("{%tr endfor %}", "")
    context = {"fill": "FF0000", "n": 2, "rows": ["a", "b"]}
    seen = by_paja(document(table(*rows, row("a", "b", "c"))), context)[BODY]
    assert_cell_order(seen)
    assert [len(list(found)) for found in etree.fromstring(seen).iter(f"{W}{kept}")] == [0, 0]


def test_a_merge_of_the_template_gives_way_to_that_of_the_tag() -> None:
    merged = cell("{% vm %}a", properties="<w:vMerge/><w:tcMar/>")
    rows = row("{%tr for r in rows %}", ""), row(merged, "b"), row("{%tr endfor %}", "")
    seen = by_paja(document(table(*rows)), {"rows": ["a", "b"]})[BODY]
    assert_cell_order(seen)
    values = [each.get(f"{W}val") for each in etree.fromstring(seen).iter(f"{W}vMerge")]
    assert values == ["restart", "continue"]


def test_former_properties_are_not_taken_for_the_cells_own() -> None:
    tracked = cell(
        "{% cellbg fill %}a",
        properties='<w:noWrap/><w:tcPrChange w:id="1" w:author="Malli"><w:tcPr><w:vAlign '
        'w:val="top"/></w:tcPr></w:tcPrChange>',
    )
    seen = by_paja(document(table(row(tracked, "b"))), {"fill": "FF0000"})[BODY]
    assert_cell_order(seen)
    assert seen.count(b"<w:shd ") == 1


def test_properties_written_on_lines_of_their_own_are_ordered_too() -> None:
    laid_out = cell("{% cellbg fill %}a", properties='\n  <w:tcW w:w="1"/>\n  <w:vAlign/>\n')
    seen = by_paja(document(table(row(laid_out, "b"))), {"fill": "FF0000"})[BODY]
    assert_cell_order(seen)
    assert seen.count(b"<w:shd ") == 1


@pytest.mark.parametrize("tag", ["cellbg", "colspan"])
def test_a_backslash_in_a_tag_of_a_cell_is_refused(tag: str) -> None:
    with pytest.raises(TemplateError, match="backslash") as caught:
        by_paja(document(table(row(cell(f'{{% {tag} "\\9" %}}a'), "b"))), {})
    assert caught.value.location.part == BODY


@pytest.mark.parametrize("value", ["punainen", "#FF0000", "", Gap("Täydennettävä: väri"), None])
def test_what_is_no_colour_is_never_written_as_one(value: object) -> None:
    content = document(table(row(cell("{% cellbg fill %}a"), "b")))
    if isinstance(value, Gap) or value == "":
        assert b'w:fill="auto"' in by_paja(content, {"fill": value})[BODY]
        return
    with pytest.raises(TemplateError) as caught:
        by_paja(content, {"fill": value})
    assert caught.value.location.tag == "{% cellbg fill %}"


@pytest.mark.parametrize("value", [0, "leveä", -1])
def test_a_span_that_is_none_is_refused(value: object) -> None:
    content = document(table(row(cell("{% colspan n %}a"), "b")))
    with pytest.raises(TemplateError, match="columns wide"):
        by_paja(content, {"n": value})


def test_a_grid_without_column_tags_stays_as_drawn() -> None:
    content = document(table(row("{{ x }}", "b"), row("c", "d"), grid=(100, 200, 300)))
    assert grid(by_paja(content, {"x": "x"})[BODY]) == [["100", "200", "300"]]
    assert grid(by_docxtpl(content, {"x": "x"})[BODY]) == [["250", "350"]]


def test_the_columns_of_a_table_in_a_cell_are_its_own() -> None:
    inner = table(row("1", "{%tc for c in cells %}", "{{ c }}", "{%tc endfor %}"), grid=(60, 60))
    outer = table(row(f"<w:tc><w:tcPr/>{inner}</w:tc>"), grid=(1000,))
    seen = by_paja(document(outer), {"cells": ["a", "b"]})[BODY]
    assert grid(seen) == [["1000"], ["40", "40", "40"]]
    assert len(grid(by_docxtpl(document(outer), {"cells": ["a", "b"]})[BODY])[0]) == 3


def test_a_grid_without_widths_grows_all_the_same() -> None:
    xml = table(row("{%tc for c in cells %}", "{{ c }}", "{%tc endfor %}"), grid=(0,))
    bare = document(xml.replace(' w:w="0"', ""))
    assert len(grid(by_paja(bare, {"cells": ["a", "b", "c"]})[BODY])[0]) == 3


def test_a_block_in_a_text_box_leaves_the_box() -> None:
    seen = canonical(by_paja(document(paragraph(BOXED)), {"x": "a\nb"})[BODY])
    box = seen[seen.index("<w:txbxContent>") : seen.index("</w:txbxContent>")]
    assert box.count("<w:p>") == 2


def test_a_drawing_that_stands_alone_is_numbered_like_those_of_a_loop() -> None:
    seen = by_paja(document(paragraph(DRAWING), paragraph(DRAWING)), {"x": 'a "b" & <c>'})[BODY]
    described = b'descr="a &#34;b&#34; &amp; &lt;c&gt;"'
    assert (seen.count(b'<wp:docPr id="1001"'), seen.count(described)) == (1, 2)


@pytest.mark.parametrize("tag", ["{{ puuttuu }}", "{% cellbg puuttuu %}"])
def test_an_unknown_name_in_a_cell_has_the_place_of_its_own_tag(tag: str) -> None:
    content = document(table(row("{{ x }}", cell("{{ x }}", tag)), row("{{ x }}", "b")))
    with pytest.raises(TemplateError) as caught:
        by_paja(content, {"x": "x"})
    place = caught.value.location
    assert (place.tag, place.row, place.table_column) == (tag, 1, 2)


def test_what_a_comment_of_a_paragraph_says_is_nowhere() -> None:
    content = document(paragraphs("{#p salaisuus {{ x }} #}", "a"), paragraph(run("b")))
    assert "salaisuus" not in "".join(texts(rendered(content, {"x": Markup("x")})))
