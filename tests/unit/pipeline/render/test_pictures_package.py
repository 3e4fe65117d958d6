"""What pictures bring into a document's package: media, relations, types, and nothing unused."""

import io
from pathlib import Path

from docx import Document

from pipeline.render import compile_template
from schemas.contexts.gap import Gap
from schemas.contexts.picture import Picture
from tests.unit.pipeline.render.pictured import (
    audited,
    drawings,
    jpeg,
    media,
    names,
    pictured,
    place,
    png,
    relations,
    shown,
    svg,
)
from tests.unit.pipeline.render.word import part, rendered, saved, with_part

WIDE = Picture(png(40, 10), alt="Vuosikello")
HIGH = Picture(jpeg(10, 40), alt="Kartta")
DRAWN = Picture(png(4, 2), alt="Kaavio", svg=svg())


def test_an_svg_stands_beside_its_png() -> None:
    made = rendered(pictured("{{ x }}"), {"x": DRAWN})
    (blip,) = drawings(made)[0].iter("{*}svgBlip")
    known = relations(made)
    target = known[str(blip.values()[0])][0]
    assert shown(made) == [DRAWN.content]
    assert part(made, f"word/{target}") == svg().decode()
    types = part(made, "[Content_Types].xml")
    for ending, kind in (("png", "image/png"), ("jpeg", "image/jpeg"), ("svg", "image/svg+xml")):
        assert types.count(f'Extension="{ending}"') == 1
        assert f'"{kind}"' in types


def test_the_placeholders_own_media_goes_when_nothing_else_shows_it() -> None:
    document = Document()
    place(document.add_paragraph(), "{{ x }}", shade=1)
    place(document.add_paragraph(), "{{ x }}", shade=2)
    place(document.add_paragraph(), "Pysyy", shade=2)
    place(document.sections[0].header.paragraphs[0], "{{ x }}", shade=3)
    content = saved(document)
    assert len(media(content)) == 3
    made = rendered(content, {"x": WIDE})
    assert sorted(media(made)) == sorted([png(2, 1, 2), WIDE.content])
    assert len([each for each in relations(made).values() if "media/" in each[0]]) == 2
    assert list(relations(made, "header1").values()) == [(_media_name(made), None)]


def test_the_placeholders_own_media_stays_where_another_part_shows_it() -> None:
    document = Document()
    place(document.add_paragraph(), "{{ x }}", shade=1)
    place(document.sections[0].footer.paragraphs[0], "Pysyy", shade=1)
    content = saved(document)
    assert len(media(content)) == 1
    made = rendered(content, {"x": WIDE})
    assert shown(made, "footer1") == [png(2, 1, 1)]
    assert shown(made) == [WIDE.content]


def _media_name(content: bytes) -> str:
    (name,) = (each for each in names(content) if "media/paja-" in each)
    return name.removeprefix("word/")


def test_the_same_pictures_give_the_same_bytes_in_every_compiled_template() -> None:
    content = pictured("{{ x }}", "{{ y }}", "{{ x }}")
    context = {"x": DRAWN, "y": HIGH}
    compiled = compile_template(content)
    first = compiled.render(context)
    assert compiled.render(context) == first
    assert compile_template(content).render(dict(reversed(context.items()))) == first
    assert sum("media/" in name for name in names(first)) == 3


def test_a_document_without_its_pictures_is_what_it_was_before_one_with_them() -> None:
    compiled = compile_template(pictured("{{ x }}"))
    gap = {"x": Gap("Täydennettävä: kuva")}
    before = compiled.render(gap)
    compiled.render({"x": WIDE})
    assert compiled.render(gap) == before
    assert media(before) == []


def test_pictures_are_sound_for_word_and_without_findings(tmp_path: Path) -> None:
    document = Document()
    place(document.sections[0].header.paragraphs[0], "{{ a }}")
    for tag in ("{{ a }}", "{{ b }}", "{{ c }}", "{{ d }}"):
        place(document.add_paragraph(), tag)
    bare = audited(rendered(saved(Document()), {}), tmp_path / "bare.docx")
    context = {"a": WIDE, "b": HIGH, "c": DRAWN, "d": Picture(png(2, 1), decorative=True)}
    made = rendered(saved(document), context)
    assert audited(made, tmp_path / "made.docx") - bare == set()
    assert len(Document(io.BytesIO(made)).inline_shapes) == 4


def test_a_choice_of_a_drawing_and_an_older_form_is_replaced_as_a_whole() -> None:
    content = pictured("{{ x }}")
    xml = part(content, "word/document.xml")
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    xml = xml.replace(
        "<w:drawing>",
        f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wp14"><w:drawing>',
    ).replace(
        "</w:drawing>",
        "</w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>",
    )
    made = rendered(with_part(content, "word/document.xml", xml.encode()), {"x": WIDE})
    assert shown(made) == [WIDE.content]
    assert "Fallback" not in part(made, "word/document.xml")
