"""What is left out for reading takes no tag along: names, their order and places stay the same."""

from pathlib import Path

import pytest
from jinja2 import nodes

from pipeline.render.finishing.numbering import Numbering
from pipeline.render.inspecting import package_parts
from pipeline.render.limits import DEFAULT
from pipeline.render.package.reading import is_content
from pipeline.render.sandbox.environment import TemplateEnvironment
from pipeline.render.source.dialect import (
    BlockStyles,
    PartSource,
    has_tags,
    lean_source,
    part_source,
)
from pipeline.render.source.leaning import leaned

TEMPLATES = sorted((Path(__file__).parents[4] / "templates").glob("*/*/fi.docx"))
NAMED = (nodes.Name, nodes.Getattr, nodes.Filter, nodes.For, nodes.If, nodes.Test)


def _said(part: PartSource) -> list[tuple[str, str, str]]:
    tree = TemplateEnvironment("fi", (), DEFAULT).parse(part.source)
    return [
        (type(node).__name__, str(getattr(node, "name", "")), str(part.places.get(node.lineno)))
        for node in tree.find_all(NAMED)
    ]


@pytest.mark.parametrize("path", TEMPLATES[:4], ids=lambda path: path.parent.name)
def test_a_lean_source_says_what_the_whole_one_says(path: Path) -> None:
    for name, content in package_parts(path.read_bytes()).items():
        if is_content(name) and has_tags(content):
            whole = part_source(name, content, BlockStyles(frozenset(), Numbering({})))
            lean = lean_source(name, content)

            assert _said(lean) == _said(whole)
            assert len(lean.source) < len(whole.source)


def test_a_paragraph_with_a_bracket_stays() -> None:
    xml = "<w:p w:rsidR='1'><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>{{ b }}</w:t></w:r></w:p>"

    assert leaned(xml) == "<w:p><w:r><w:t>{{ b }}</w:t></w:r></w:p>"


def test_marks_of_spelling_and_empty_elements_go() -> None:
    xml = '<w:p/><w:p><w:r><w:rPr/><w:t>{{ b</w:t></w:r><w:proofErr w:type="a"/>}}</w:p>'

    assert leaned(xml) == "<w:p><w:r><w:t>{{ b</w:t></w:r>}}</w:p>"


def test_paragraphs_stay_where_there_are_text_boxes() -> None:
    xml = "<w:p><w:txbxContent><w:p><w:t>a</w:t></w:p></w:txbxContent>{{ b }}</w:p>"

    assert leaned(xml) == xml


def test_looks_go_but_for_the_place_of_cell_properties() -> None:
    xml = (
        "<w:tc><w:tcPr><w:shd/></w:tcPr><w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr>"
        "<w:r><w:rPr><w:b/></w:rPr><w:t>{{ b }}</w:t></w:r></w:p></w:tc>"
    )

    kept = "<w:tc><w:tcPr></w:tcPr><w:p><w:r><w:t>{{ b }}</w:t></w:r></w:p></w:tc>"
    assert leaned(xml) == kept
