"""Tags in the text of charts: titles and labels, and the names of series and categories."""

from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from lxml import etree

from pipeline.core.errors import TemplateError
from pipeline.render import compile_template
from schemas.contexts.gap import Gap
from tests.unit.pipeline.render.dialect_parts import document, paragraph
from tests.unit.pipeline.render.test_numbering import audit
from tests.unit.pipeline.render.word import part, rendered, replaced, template, with_part

CHART = "word/charts/chart1.xml"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_DRAWING = (
    f'<w:r><w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="3000000" cy="2000000"/><wp:docPr id="5" name="Kaavio"/>'
    f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_C}"><c:chart xmlns:c="{_C}" '
    f'xmlns:r="{_R}" r:id="rChart"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)
_TYPE = (
    f'<Override PartName="/{CHART}" ContentType="application/vnd.openxmlformats-officedocument.'
    'drawingml.chart+xml"/></Types>'
)
_RELATION = (
    f'<Relationship Id="rChart" Type="{_R}/chart" Target="charts/chart1.xml"/></Relationships>'
)


def title(*runs: str) -> str:
    """Return a title of runs."""
    inner = "".join(f"<a:r><a:rPr b='1'/><a:t>{escape(run)}</a:t></a:r>" for run in runs)
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:p>{inner}</a:p></c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
    )


def names(kind: str, *values: str) -> str:
    """Return a reference to cells with the values that a chart keeps of them."""
    points = "".join(
        f'<c:pt idx="{number}"><c:v>{escape(value)}</c:v></c:pt>'
        for number, value in enumerate(values)
    )
    count = f'<c:ptCount val="{len(values)}"/>'
    return f"<c:{kind}Ref><c:f>A1</c:f><c:{kind}Cache>{count}{points}</c:{kind}Cache></c:{kind}Ref>"


def chart(
    heading: str = "", *, series: str = "sarja", category: str = "luokka", number: str = "1"
) -> bytes:
    """Return a template with a chart of one bar."""
    xml = (
        f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{_R}"><c:chart>{heading}'
        '<c:plotArea><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>'
        f'<c:ser><c:idx val="0"/><c:order val="0"/><c:tx>{names("str", series)}</c:tx>'
        f"<c:cat>{names('str', category)}</c:cat><c:val>{names('num', number)}</c:val></c:ser>"
        '<c:axId val="1"/><c:axId val="2"/></c:barChart>'
        '<c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/>'
        '<c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/>'
        '<c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea>'
        '<c:plotVisOnly val="1"/></c:chart></c:chartSpace>'
    )
    content = with_part(document(paragraph(_DRAWING)), CHART, xml.encode())
    typed = replaced(content, "[Content_Types].xml", "</Types>", _TYPE)
    return replaced(typed, "word/_rels/document.xml.rels", "</Relationships>", _RELATION)


def said(content: bytes) -> list[str]:
    """Return the texts of the chart, but those of formulas."""
    root = etree.fromstring(part(content, CHART).encode())
    return [each.text or "" for each in root.iter(f"{{{_A}}}t", f"{{{_C}}}v")]


def test_titles_series_and_categories_are_filled_in_and_escaped_once() -> None:
    content = chart(title("R&D {{ x }}"), series="{{ x }} “{{ “y” }}”", category="{{ x|upper }}")
    assert said(rendered(content, {"x": 'a & <b> "c"'})) == [
        'R&D a & <b> "c"', 'a & <b> "c" “y”', 'A & <B> "C"', "1",
    ]  # fmt: skip


def test_a_tag_over_runs_is_printed_in_the_run_in_which_it_begins() -> None:
    content = chart(title("alku {", "{ x", " }", "} väli {{ ", "y }} loppu"))
    assert said(rendered(content, {"x": "a", "y": "b"}))[:5] == [
        "alku a",
        "",
        "",
        " väli b",
        " loppu",
    ]


def test_conditions_work_and_line_breaks_are_blanks() -> None:
    content = chart(title("{% for r in rows %}{{ r }}{% endfor %}{% if not rows %}ei{% endif %}"))
    assert said(rendered(content, {"rows": ["a\nb\tc", "d"]}))[0] == "a b cd"


def test_statements_may_stand_in_runs_of_their_own() -> None:
    content = chart(
        title("a ", "{% for r in rows %}", "{{ r }}, ", "{% endfor ", "%} b", "{{ x }}")
    )
    assert said(rendered(content, {"rows": ["1", "2"], "x": "c"}))[:6] == [
        "a ", "1, 2, ", "", "", " b", "c",
    ]  # fmt: skip


def test_a_statement_without_end_in_its_paragraph_is_told() -> None:
    content = chart(title("{% if x %}a") + title("{% endif %}"))
    with pytest.raises(TemplateError, match="no endif") as caught:
        compile_template(content)
    assert caught.value.location.paragraph == 1


def test_gaps_and_styles_are_plain_text() -> None:
    content = chart(title("{{ g }}{{ x|emphasis }}"))
    shown = said(rendered(content, {"g": Gap("Täydennettävä: nimi"), "x": "a"}))
    assert shown[0] == "Täydennettävä: nimia"


def test_a_fault_has_its_part_paragraph_and_tag() -> None:
    content = chart(title("{{ x }}") + title("{{ puuttuu }}"), category="{{ myös }}")
    with pytest.raises(TemplateError, match="puuttuu") as caught:
        rendered(content, {"x": "a"})
    place = caught.value.location
    assert (place.part, place.paragraph, place.tag) == (CHART, 2, "{{ puuttuu }}")
    with pytest.raises(TemplateError, match="myös") as caught:
        rendered(content, {"x": "a", "puuttuu": "b"})
    assert (caught.value.location.part, caught.value.location.tag) == (CHART, "{{ myös }}")


@pytest.mark.parametrize("value", [None, 1.5, ["a"], "a\x07"])
def test_what_has_no_text_is_refused(value: object) -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(chart(title("{{ x }}")), {"x": value})
    assert caught.value.location.part == CHART


def test_an_unclosed_tag_is_told_at_compiling() -> None:
    with pytest.raises(TemplateError) as caught:
        compile_template(chart(title("{{ x"), series="{{ x|olematon }}"))
    assert len((caught.value, *caught.value.others)) == 2


def test_remarks_in_the_part_are_not_taken_for_places() -> None:
    content = chart(title("{{ x }}") + "<!--<?paja-text 7?>--><?paja-text 8?>")
    assert said(rendered(content, {"x": "a"}))[0] == "a"


def test_a_tag_among_numbers_is_refused() -> None:
    with pytest.raises(TemplateError, match="not filled in") as caught:
        compile_template(chart(number="{{ x }}"))
    assert "title or label" in str(caught.value.hint)


def test_a_chart_without_tags_is_copied_as_it_is() -> None:
    content = chart(title("otsikko"))
    assert part(rendered(content, {}), CHART) == part(content, CHART)


def test_a_damaged_chart_with_tags_is_told() -> None:
    with pytest.raises(TemplateError, match="damaged"):
        compile_template(with_part(template("x"), CHART, b"<a>{{ x }}"))


def test_a_tag_in_a_diagram_is_refused_with_what_to_use_instead() -> None:
    data = f'<d xmlns:a="{_A}"><a:t>{{</a:t><a:t>{{ x }}}}</a:t></d>'
    with pytest.raises(TemplateError, match="not filled in") as caught:
        compile_template(with_part(template("x"), "word/diagrams/data1.xml", data.encode()))
    assert "SmartArt" in str(caught.value.hint)


def test_charts_are_valid(tmp_path: Path) -> None:
    usual = audit(rendered(chart(title("a")), {}), tmp_path)
    content = chart(title("{{ x }}"), series="{{ x }}", category="{{ x }}")
    assert audit(rendered(content, {"x": "a & b"}), tmp_path) == usual
