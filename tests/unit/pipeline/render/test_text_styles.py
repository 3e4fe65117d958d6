"""The styles of paja's own runs: the template's where it has them, else added."""

import io

from docx import Document
from docx.enum.style import WD_STYLE_TYPE

from pipeline.render import compile_template
from schemas.contexts.gap import Gap
from tests.unit.pipeline.render import word


def test_a_gap_has_a_style_of_its_own_in_any_template() -> None:
    content = compile_template(word.template("{{ x }}")).render({"x": Gap("Puuttuu")})
    document = Document(io.BytesIO(content))
    run = next(run for run in document.paragraphs[0].runs if run.text)
    assert (run.text, run.style.name) == ("Puuttuu", "Gap")


def test_a_template_keeps_its_own_style() -> None:
    source = Document()
    source.styles.add_style("Gap", WD_STYLE_TYPE.CHARACTER).font.italic = True
    source.add_paragraph("{{ x }}")
    content = compile_template(word.saved(source)).render({"x": Gap("Puuttuu")})
    styles = [each for each in Document(io.BytesIO(content)).styles if each.name == "Gap"]
    assert [each.font.italic for each in styles] == [True]


def test_a_style_of_a_word_in_another_language_is_built_upon() -> None:
    source = word.template("{{ x|strong }}")
    styles = word.part(source, "word/styles.xml").replace(
        'w:styleId="Strong"', 'w:styleId="Voimakas"'
    )
    assert "Voimakas" in styles
    finnish = word.with_part(source, "word/styles.xml", styles.encode())
    document = Document(io.BytesIO(compile_template(finnish).render({"x": "a"})))
    run = next(run for run in document.paragraphs[0].runs if run.text)
    assert run.style.base_style.name == "Strong"
    names = [each.name for each in document.styles]
    assert len(names) == len(set(names))
