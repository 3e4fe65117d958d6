"""Content controls and text boxes: their tags are filled in as docxtpl does, and they show it."""

from pathlib import Path

import pytest
from lxml import etree

from pipeline.core.errors import TemplateError
from pipeline.render.source.positions import W
from tests.unit.pipeline.render.dialect_parts import (
    cell,
    control,
    document,
    drawn_box,
    paragraph,
    paragraphs,
    row,
    run,
    table,
    with_notes,
)
from tests.unit.pipeline.render.differences import (
    bound_controls,
    controlled_grids,
    margin_drawings,
)
from tests.unit.pipeline.render.oracle import assert_equal, by_docxtpl, by_paja, canonical
from tests.unit.pipeline.render.test_numbering import audit
from tests.unit.pipeline.render.word import rendered

BODY = "word/document.xml"
CONTEXT = {
    "x": "Smith & <Co>",
    "yes": True,
    "no": False,
    "rows": [{"name": "a & b", "cells": ["1", "2"]}, {"name": "c", "cells": ["3", "4"]}],
}
BOUND = '<w:showingPlcHdr/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>'
BOLD = "<w:rPr><w:b/></w:rPr>"
IF = "{%p if yes %}", "{{ x }}", "{%p else %}", "ei", "{%p endif %}"
LOOP = "{%p for r in rows %}", "{{ r.name }}", "{%p endfor %}"

CONTROLS = {
    "block": control(paragraph("alku {{ x }} loppu")),
    "block with paragraph tags": control(paragraphs(*IF)),
    "block with a loop": control(paragraphs("a", *LOOP, "b")),
    "block around which a loop stands": paragraph("{%p for r in rows %}")
    + control(paragraph("{{ r.name }}")) + paragraph("{%p endfor %}"),
    "block left out": paragraph("{%p if no %}") + control(paragraph("{{ x }}"))
    + paragraph("{%p endif %}"),
    "block with a table": control(table(row("{%tr for r in rows %}", ""), row("{{ r.name }}", "b"),
                                        row("{%tr endfor %}", ""))),
    "block in a block": control(control(paragraphs(*IF)), paragraph("{{ x }}")),
    "run": paragraph("alku ", control(run("{{ x }}", BOLD)), run(" loppu")),
    "run with a tag over runs": paragraph(control(run("{{ "), run("x", BOLD), run(" }}"))),
    "run with a condition": paragraph(control(run("{% if yes %}on{% else %}ei{% endif %}"))),
    "run with run tags": paragraph(control(run("{%r if no %}"), run("ei", BOLD),
                                           run("{%r endif %}"), run("on"))),
    "run in which run tags stand around": paragraph(run("{%r if yes %}"), control(run("{{ x }}")),
                                                    run("{%r endif %}")),
    "run in a run": paragraph(control(run("a"), control(run("{{ x }}")))),
    "cell": table(row("a", control(cell("{{ x }}")))),
    "cell with paragraph tags": table(row("a", control(cell(*IF)))),
    "cells of a loop": table(row("{%tc for r in rows %}", control(cell("{{ r.name }}")),
                                 "{%tc endfor %}")),
    "row": table(row("a", "b"), control(row("{{ x }}", "b"))),
    "row of a loop": table(row("{%tr for r in rows %}", ""), control(row("{{ r.name }}", "b")),
                           row("{%tr endfor %}", "")),
    "row with row tags": table(row("a", "b"), control(row("{%tr for r in rows %}", ""),
                                                      row("{{ r.name }}", "{{ loop.index }}"),
                                                      row("{%tr endfor %}", ""))),
    "control in a box": paragraph(drawn_box(control(paragraphs(*IF)))),
}  # fmt: skip
BOXES = {
    "print": paragraph(drawn_box(paragraph("{{ x }}"))),
    "beside text": paragraph(run("a {{ x }} "), drawn_box(paragraph("{{ x }}")), run(" {{ x }}")),
    "paragraph tags": paragraph(drawn_box(paragraphs(*IF))),
    "loop": paragraph(drawn_box(paragraphs("a", *LOOP, "b"))),
    "tag over runs": paragraph(drawn_box(paragraph(run("{"), run("{ x }", BOLD), run("}")))),
    "table": paragraph(drawn_box(table(row("{%tr for r in rows %}", ""), row("{{ r.name }}", "b"),
                                       row("{%tr endfor %}", "")))),
    "box in a loop": paragraph("{%p for r in rows %}")
    + paragraph(drawn_box(paragraph("{{ r.name }}"))) + paragraph("{%p endfor %}"),
}  # fmt: skip


@pytest.mark.parametrize("xml", CONTROLS.values(), ids=CONTROLS)
def test_controls(xml: str) -> None:
    assert_equal(document(xml), CONTEXT, controlled_grids)


@pytest.mark.parametrize(("name", "columns"), [("cell", 2), ("cells of a loop", 2), ("row", 2)])
def test_cells_in_controls_are_counted_for_the_grid(name: str, columns: int) -> None:
    root = etree.fromstring(by_paja(document(CONTROLS[name]), CONTEXT)[BODY])
    assert len(list(root.iter(f"{W}gridCol"))) == columns


@pytest.mark.parametrize("xml", BOXES.values(), ids=BOXES)
def test_text_boxes_in_both_their_forms(xml: str) -> None:
    assert_equal(document(xml), CONTEXT)


@pytest.mark.parametrize("xml", [CONTROLS["block with a loop"], BOXES["loop"]])
@pytest.mark.parametrize("kind", ["footnotes", "endnotes", "comments"])
def test_controls_and_boxes_in_notes(xml: str, kind: str) -> None:
    seen = assert_equal(with_notes(document(paragraph("a")), kind, xml), CONTEXT, margin_drawings)
    assert b"a &amp; b" in seen[f"word/{kind}.xml"]


@pytest.mark.parametrize("xml", [CONTROLS["run"], CONTROLS["block with paragraph tags"],
                                 CONTROLS["cell"], CONTROLS["row of a loop"]])  # fmt: skip
def test_a_control_with_a_tag_shows_what_is_printed(xml: str) -> None:
    content = document(xml.replace("<w:text/>", f"{BOUND}<w:text/>"))
    seen = assert_equal(content, CONTEXT, bound_controls, controlled_grids)[BODY]
    assert not any(sign in seen for sign in (b"dataBinding", b"showingPlcHdr"))
    assert b"dataBinding" in by_docxtpl(content, CONTEXT)[BODY]
    assert b"Smith &amp; &lt;Co" in seen or b"a &amp; b" in seen


def test_a_binding_of_a_later_word_is_dropped_too() -> None:
    later = '<w15:dataBinding xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>'
    seen = by_paja(document(control(paragraph("{{ x }}"), properties=later)), CONTEXT)[BODY]
    assert b"dataBinding" not in seen


def test_a_control_around_one_with_a_tag_is_freed_too() -> None:
    inner = control(paragraph("{{ x }}"), properties=BOUND)
    seen = by_paja(document(control(inner, properties=BOUND)), CONTEXT)[BODY]
    assert b"dataBinding" not in seen


def test_controls_without_tags_stay_as_they_are() -> None:
    content = document(control(paragraph("valitse"), properties=BOUND), paragraph("{{ x }}"))
    seen = assert_equal(content, CONTEXT)[BODY]
    assert b"dataBinding" in seen
    assert b"showingPlcHdr" in seen


@pytest.mark.parametrize("around", [control, lambda *inner: paragraph(drawn_box(*inner))])
def test_blocks_stand_in_controls_and_in_both_forms_of_boxes(around: object) -> None:
    assert callable(around)
    content = document(around(paragraph("{{p x|paragraphs }}")))
    seen = canonical(by_paja(content, {"x": "a\n1. b\n2. c"})[BODY])
    root = etree.fromstring(seen)
    holders = [*root.iter(f"{W}sdtContent"), *root.iter(f"{W}txbxContent")]
    assert holders
    for holder in holders:
        assert ["".join(map(str, each.itertext())) for each in holder.iter(f"{W}p")] == [
            "a", "b", "c",
        ]  # fmt: skip


def test_the_lists_of_both_forms_of_a_box_count_apart() -> None:
    content = document(paragraph(drawn_box(paragraph("{{p x|paragraphs }}"))))
    root = etree.fromstring(by_paja(content, {"x": "1. b\n2. c"})[BODY])
    ids = [each.get(f"{W}val") for each in root.iter(f"{W}numId")]
    assert (len(ids), len(set(ids))) == (4, 2)


def test_a_fault_in_a_control_has_the_place_of_its_paragraph() -> None:
    content = document(paragraph("a"), control(paragraph("b"), paragraph("{{ puuttuu }}")))
    with pytest.raises(TemplateError) as caught:
        rendered(content, {})
    place = caught.value.location
    assert (place.part, place.paragraph, place.tag) == (BODY, 3, "{{ puuttuu }}")


def test_controls_are_as_valid_as_in_the_template(tmp_path: Path) -> None:
    usual = audit(rendered(document(control(paragraph("a"))), {}), tmp_path)
    xml = (CONTROLS["block with a loop"], CONTROLS["row with row tags"], CONTROLS["run"])
    content = document(*(each.replace('w:val="42"', f'w:val="{n}"') for n, each in enumerate(xml)))
    assert audit(rendered(content, CONTEXT), tmp_path) == usual
    looped = CONTROLS["block around which a loop stands"]
    assert audit(rendered(document(looped), CONTEXT), tmp_path) == usual
