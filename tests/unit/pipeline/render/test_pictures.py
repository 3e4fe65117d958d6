"""Pictures in the place of placeholder pictures: what is shown, where, how large, and how told."""

import io

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.errors import TemplateError
from pipeline.render import compile_template
from pipeline.render.pictures.drawings import fitted_size
from schemas.contexts.gap import Gap
from schemas.contexts.picture import Picture
from tests.unit.pipeline.render.pictured import (
    WP,
    A,
    described,
    drawings,
    jpeg,
    media,
    pictured,
    place,
    png,
    shown,
    svg,
)
from tests.unit.pipeline.render.word import (
    part,
    rendered,
    replaced,
    saved,
    template,
    texts,
    with_part,
)

WIDE = Picture(png(40, 10), alt='Vuosikello & "kierros" <1>')
HIGH = Picture(jpeg(10, 40), alt="Kartta")
DRAWN = Picture(png(4, 2), alt="Kaavio", svg=svg())


def refusal(content: bytes, context: dict[str, object]) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        rendered(content, context)
    return caught.value


def test_a_picture_takes_the_place_of_its_placeholder() -> None:
    made = rendered(
        pictured("{{ figures.clock }}", "{{ map }}"), {"figures": {"clock": WIDE}, "map": HIGH}
    )
    assert shown(made) == [WIDE.content, HIGH.content]
    assert described(made) == [WIDE.alt, HIGH.alt]
    assert texts(made) == ["ennen ", "ennen "]
    assert len(Document(io.BytesIO(made)).inline_shapes) == 2
    assert sorted(media(made)) == sorted([WIDE.content, HIGH.content])
    xml = part(made, "word/document.xml")
    assert [xml.count(each) for each in (' r:embed="rPaja', "xmlns:w=", "xmlns:r=")] == [2, 1, 1]


def test_the_tag_may_stand_in_the_pictures_own_name_and_be_worked_out() -> None:
    tag = "{{- map if not clock else clock -}}"
    content = replaced(
        pictured("Kuva"), "word/document.xml", 'descr="Kuva"', 'descr="Kuva, jossa on laatikko"'
    )
    moved = replaced(content, "word/document.xml", "<pic:cNvPr ", f'<pic:cNvPr descr="{tag}" ')
    made = rendered(moved, {"map": HIGH, "clock": WIDE})
    assert (shown(made), described(made)) == ([WIDE.content], [WIDE.alt])
    assert "laatikko" not in part(made, "word/document.xml")


def test_a_fixed_picture_keeps_its_words_and_its_bytes() -> None:
    content = pictured("Kuva: {{ name }}", "{{ map }}", "Tunnus")
    made = rendered(content, {"name": "Testi <1>", "map": HIGH})
    fixed = png(2, 1, 1)
    assert shown(made) == [fixed, HIGH.content, fixed]
    assert described(made) == ["Kuva: Testi <1>", HIGH.alt, "Tunnus"]


@pytest.mark.parametrize(
    ("picture", "extent"), [(WIDE, (2_000_000, 500_000)), (HIGH, (250_000, 1_000_000))]
)
def test_a_picture_is_fitted_into_its_frame_and_not_distorted(
    picture: Picture, extent: tuple[int, int]
) -> None:
    made = rendered(pictured("{{ x }}"), {"x": picture})
    (frame,) = drawings(made)
    for size in (frame.find(f"{WP}extent"), frame.find(f".//{A}xfrm/{A}ext")):
        assert size is not None
        assert (int(size.get("cx", "")), int(size.get("cy", ""))) == extent


SIDES = st.integers(1, 30_000)


@given(st.tuples(SIDES, SIDES), st.tuples(SIDES, SIDES))
def test_a_fitted_size_fills_one_side_and_keeps_the_proportions(
    frame: tuple[int, int], size: tuple[int, int]
) -> None:
    width, height = fitted_size(frame, size)
    assert width == frame[0] or height == frame[1]
    assert 1 <= width <= frame[0]
    assert 1 <= height <= frame[1]
    exact = frame[0] * size[1] / size[0] if width == frame[0] else frame[1] * size[0] / size[1]
    other = height if width == frame[0] else width
    assert abs(other - max(exact, 1)) <= 0.5 or (width, height) == frame


def test_a_frame_without_a_size_stays_one() -> None:
    assert fitted_size((0, 0), (2, 1)) == (0, 0)


def test_a_crop_of_the_placeholder_is_not_the_pictures() -> None:
    content = replaced(
        pictured("{{ x }}"), "word/document.xml", "<a:stretch>", '<a:srcRect l="9000"/><a:stretch>'
    )
    assert "srcRect" in part(content, "word/document.xml")
    assert "srcRect" not in part(rendered(content, {"x": WIDE}), "word/document.xml")


def test_a_floating_picture_keeps_its_place_and_takes_no_size_of_the_page() -> None:
    content = pictured("{{ x }}")
    wp14 = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
    xml = part(content, "word/document.xml").replace("wp:inline", "wp:anchor")
    place_of = '<wp:positionH relativeFrom="page"><wp:posOffset>77</wp:posOffset></wp:positionH>'
    size = (
        f'<wp14:sizeRelH xmlns:wp14="{wp14}" relativeFrom="page"><wp14:pctWidth>9</wp14:pctWidth>'
    )
    xml = xml.replace("<wp:extent", f"{place_of}<wp:extent", 1)
    xml = xml.replace("</wp:anchor>", f"{size}</wp14:sizeRelH></wp:anchor>")
    made = rendered(with_part(content, "word/document.xml", xml.encode()), {"x": HIGH})
    printed = part(made, "word/document.xml")
    assert (shown(made), described(made)) == ([HIGH.content], [HIGH.alt])
    assert place_of in printed
    assert 'wp:extent cx="250000" cy="1000000"' in printed
    assert "sizeRelH" not in printed


def test_a_decorative_picture_is_marked_and_has_no_words() -> None:
    made = rendered(
        pictured("{{ x }}", "{{ y }}"), {"x": Picture(png(2, 1), decorative=True), "y": WIDE}
    )
    first, second = drawings(made)
    assert described(made) == ["", WIDE.alt]
    marks = [[each.get("val") for each in frame.iter("{*}decorative")] for frame in (first, second)]
    assert marks == [["1"], []]


def test_the_mark_of_a_decorative_placeholder_goes_when_the_picture_has_words() -> None:
    once = rendered(pictured("{{ x }}"), {"x": Picture(png(2, 1), decorative=True)})
    again = replaced(once, "word/document.xml", 'descr=""', 'descr="{{ x }}"')
    made = rendered(again, {"x": WIDE})
    assert "decorative" not in part(made, "word/document.xml")
    assert (shown(made), described(made)) == ([WIDE.content], [WIDE.alt])


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        (Picture(png(2, 1)), "has no alternative text"),
        (Picture(png(2, 1), alt=" \n"), "has no alternative text"),
        (Picture(png(2, 1), alt="Kuva", decorative=True), "decorative picture cannot have"),
        (Picture(png(2, 1), alt="a\x07b"), "U\\+0007"),
        (Picture(b"GIF89a", alt="Kuva"), "neither PNG nor JPEG"),
        (Picture(jpeg(2, 1), alt="Kuva", svg=svg()), "needs a PNG beside it"),
        (Picture(png(2, 1), alt="Kuva", svg=svg("<script/>")), "<script> is not allowed"),
        (None, "an empty value"),
        ("kuva.png", "a text"),
        (b"kuva", "bytes"),
    ],
)  # fmt: skip
def test_what_is_no_sound_picture_is_refused_with_its_place(picture: object, words: str) -> None:
    fault = refusal(pictured("{{ ok }}", "{{ x }}"), {"ok": WIDE, "x": picture})
    assert words.replace("\\", "") in str(fault.message)
    place = fault.location
    assert (place.part, place.paragraph, place.tag) == ("word/document.xml", 2, "{{ x }}")


def test_a_misspelt_picture_is_told_as_any_name() -> None:
    fault = refusal(pictured("{{ figures.clok }}"), {"figures": {"clock": WIDE}})
    assert (str(fault.hint), fault.location.tag) == ("Did you mean clock?", "{{ figures.clok }}")


def test_a_tag_that_cannot_be_read_is_told_at_compiling() -> None:
    with pytest.raises(TemplateError, match="cannot be read") as caught:
        compile_template(pictured("{{ ok }}", "{{ figures. }}"))
    assert caught.value.location.paragraph == 2


def test_a_picture_is_printed_in_placeholders_only() -> None:
    fault = refusal(template("{{ x }}"), {"x": WIDE})
    assert "print a picture" in str(fault.message)


def test_a_gap_stands_in_the_place_of_the_picture() -> None:
    made = rendered(pictured("{{ x }}"), {"x": Gap("Täydennettävä: <kuva>")})
    assert texts(made) == ["ennen Täydennettävä: <kuva>"]
    assert '<w:rStyle w:val="Gap"/>' in part(made, "word/document.xml")
    assert drawings(made) == []


def test_pictures_in_headers_footers_and_the_rows_of_a_loop() -> None:
    document = Document()
    section = document.sections[0]
    place(section.header.paragraphs[0], "{{ logo }}")
    place(section.footer.paragraphs[0], "{{ logo }}")
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).text = "{%tr for row in rows %}"
    table.cell(1, 0).text = "{{ row.name }}"
    place(table.cell(1, 1).paragraphs[0], "{{ row.picture }}")
    table.cell(2, 0).text = "{%tr endfor %}"
    rows = [{"name": "a", "picture": WIDE}, {"name": "b", "picture": HIGH}] * 2
    made = rendered(saved(document), {"logo": WIDE, "rows": rows})
    assert shown(made) == [WIDE.content, HIGH.content] * 2
    assert shown(made, "header1") == shown(made, "footer1") == [WIDE.content]
    assert sorted(map(len, media(made))) == sorted([len(WIDE.content), len(HIGH.content)])
    ids = [frame.find(f"{WP}docPr").get("id") for frame in drawings(made)]  # type: ignore[union-attr]  # each has one
    assert len(set(ids)) == 4


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["{%p if x %}"], ["{%p endif %}"]),
        (["{%p macro show(x) %}"], ["{%p endmacro %}", "{{p show(x) }}"]),
        (["{%p for x in [x] %}"], ["{%p endfor %}"]),
    ],
)
def test_a_picture_in_a_condition_a_macro_and_a_loop(before: list[str], after: list[str]) -> None:
    document = Document()
    for text in before:
        document.add_paragraph(text)
    place(document.add_paragraph(), "{{ x }}")
    for text in after:
        document.add_paragraph(text)
    assert shown(rendered(saved(document), {"x": WIDE})) == [WIDE.content]


def test_a_picture_that_there_may_not_be_is_guarded_by_an_if() -> None:
    document = Document()
    document.add_paragraph("{%p if x %}")
    place(document.add_paragraph(), "{{ x }}")
    document.add_paragraph("{%p endif %}")
    assert drawings(rendered(saved(document), {"x": None})) == []
