"""Templates that authors get wrong in ways that Word, or the reader, would pay for."""

import pytest

from pipeline.core.errors import TemplateError
from pipeline.render import Limits, compile_template
from schemas.contexts.gap import Gap
from tests.unit.pipeline.render.word import part, rendered, replaced, template, texts, with_part

CONTEXT = {
    "title": "Nimi & <b>",
    "rows": [{"name": "a"}, {"name": "b"}],
    "empty": None,
    "names": ["a", "b"],
    "blank": " \n ",
    "gap": Gap("Täydennettävä: <nimi>"),
}
CELL = (
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{properties}"
    "{paragraphs}</w:tc></w:tr></w:tbl>"
)
GUARDED = "".join(
    f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    for text in ("{%p if empty %}", "teksti", "{%p endif %}")
)


def refusal(content: bytes) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        rendered(content, CONTEXT)
    return caught.value


def with_body(xml: str) -> bytes:
    return replaced(template("alku", "loppu"), "word/document.xml", "<w:body>", f"<w:body>{xml}")


@pytest.mark.parametrize("tag", ["{{p title }}", "{{r title }}", "{{p gap }}"])
def test_text_is_never_left_where_word_shows_none(tag: str) -> None:
    assert "would stand outside of every paragraph" in str(refusal(template("alku", tag)).message)


@pytest.mark.parametrize(
    "xml",
    [
        CELL.format(properties="<w:tcPr/>", paragraphs=GUARDED),
        CELL.format(properties="\n  <w:tcPr/>\n  ", paragraphs=f"{GUARDED}\n"),
        CELL.format(
            properties="", paragraphs="<w:p><w:r><w:t>{{p blank|paragraphs }}</w:t></w:r></w:p>"
        ),
        CELL.format(
            properties="",
            paragraphs="<w:p><w:r><w:t>{%tc if empty %}</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc>"
            "<w:tc><w:p><w:r><w:t>{%tc endif %}</w:t></w:r></w:p>",
        ),
    ],
    ids=["bare properties", "written with line breaks", "a block of nothing", "no cell in a row"],
)
def test_a_cell_or_row_left_empty_is_refused_however_the_part_is_written(xml: str) -> None:
    assert "is left empty" in str(refusal(with_body(xml)).message)


def test_a_cell_may_end_with_a_bookmark_or_hold_a_control() -> None:
    ending = '<w:p/><w:bookmarkStart w:id="7" w:name="x"/><w:bookmarkEnd w:id="7"/>'
    control = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>{{ title }}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    for paragraphs in (ending, control):
        xml = CELL.format(properties="", paragraphs=paragraphs)
        assert texts(rendered(with_body(xml), CONTEXT))[-1] == "loppu"


@pytest.mark.parametrize(
    "tags",
    [
        "{% set a, b, c = names %}",
        "{% for a, b in rows %}{{ a }}{% endfor %}",
        "{{ " + "(" * 500 + "1" + ")" * 500 + " }}",
        "{{ " + "1+" * 5000 + "1 }}",
        "{% if title %}" * 200 + "x" + "{% endif %}" * 200,
    ],
    ids=["too few names", "too few in a row", "brackets", "a long sum", "deep ifs"],
)
def test_what_python_cannot_work_out_is_the_templates_fault(tags: str) -> None:
    assert str(refusal(template(tags)).location).startswith("[word/document.xml")


@pytest.mark.parametrize("tag", ["{{ (1, 2) }}", "{{ [1] }}", "{{ {'a': 1} }}", "{{ 1 == 1 }}"])
def test_a_constant_that_is_no_text_is_not_printed(tag: str) -> None:
    assert "a value written out that has no text" in str(refusal(template(tag)).message)


@pytest.mark.parametrize("name", ["empty", "rows", "names"])
def test_joining_prints_nothing_that_is_not_printed_alone(name: str) -> None:
    assert "is never printed as such" in str(refusal(template(f"{{{{ title ~ {name} }}}}")).message)


def test_a_joined_gap_stays_a_gap_and_a_joined_text_itself() -> None:
    made = rendered(template("{{ title ~ ': ' ~ gap }}", "{{ title ~ ' & ' ~ 1 }}"), CONTEXT)
    assert texts(made) == ["Nimi & <b>: Täydennettävä: <nimi>", "Nimi & <b> & 1"]
    assert '<w:rStyle w:val="Gap"/>' in part(made, "word/document.xml")


def test_an_ampersand_in_a_tag_is_itself() -> None:
    tags = ("{{ 'R & D' }}", "{% if title == 'Nimi & <b>' %}sama{% endif %}", "{{ '&lt;' }}")
    assert texts(rendered(template(*tags), CONTEXT)) == ["R & D", "sama", "&lt;"]


def test_a_loop_without_end_is_stopped_at_its_place() -> None:
    loops = "{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}"
    compiled = compile_template(template("alku", loops), limits=Limits(seconds=0.2, steps=10**9))
    with pytest.raises(
        TemplateError, match=r"counts further|work for more than 0\.2 seconds"
    ) as caught:
        compiled.render(CONTEXT)
    assert caught.value.location.paragraph == 2


def test_what_grows_too_large_is_stopped_while_it_grows() -> None:
    loop = "{% for a in range(9999) %}{{ title }}{% endfor %}"
    compiled = compile_template(template(loop), limits=Limits(output=50_000))
    with pytest.raises(TemplateError, match="too large"):
        compiled.render(CONTEXT)


@pytest.mark.parametrize(
    "name",
    [
        "word/glossary/document.xml",
        "word/document2.xml",
        "word/diagrams/data1.xml",
        "word/settings.xml",
        "word/styles.xml",
        "customXml/item1.xml",
    ],
)
def test_a_tag_in_a_part_that_is_not_filled_in_is_refused(name: str) -> None:
    data = b"<a><b>{</b><b>{ title }}</b></a>"
    fault = refusal(with_part(template("x"), name, data))
    assert (fault.location.part, "not filled in" in str(fault.message)) == (name, True)
    expected = {"word/diagrams": "SmartArt", "customXml": "content control"}
    assert expected.get(name.rpartition("/")[0], "Move the tag") in str(fault.hint)
