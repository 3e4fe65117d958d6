"""What a value looks like in the document: exactly as it is."""

import datetime as dt
import io
from decimal import Decimal

import pytest
from docx import Document
from docx.text.paragraph import Paragraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.core.errors import TemplateError
from pipeline.render import compile_template
from schemas.contexts.gap import Gap
from tests.unit.pipeline.render.word import (
    cells,
    paragraphs,
    part,
    rendered,
    table_template,
    template,
    texts,
)

HOSTILE = [
    "Smith & Co",
    "a < b > c",
    "\"quotes\" 'single'",
    "</w:t></w:r></w:p><w:p>",
    "<w:p>",
    "<!-- x",
    "<![CDATA[ x",
    "{{ 7*7 }}",
    "{% for x in y %}",
    "{_{ b }_}",
    "{# c #}",
    "\u202eoikealta vasemmalle\u202c",
    "🏛️👩‍💻",
    "rivi\nrivi",
    "sarkain\tsarkain",
    "\u00a0 \u00a0",
    "  alku ja loppu  ",
    "paja-contents",
    "<?paja-contents 0?>",
    "&amp; &lt;",
]

#: All that XML 1.0 can hold, and no carriage return, which schemas make into a line break.
WORD_TEXT = st.text(
    st.characters(
        exclude_categories=["Cs"],
        exclude_characters="".join(map(chr, [*range(9), *range(11, 32), 0xFFFE, 0xFFFF])),
    ),
    min_size=1,
    max_size=200,
)


@pytest.mark.parametrize("value", HOSTILE)
def test_text_appears_exactly_in_body_table_and_header(value: str) -> None:
    body = rendered(template("alku {{ x }} loppu", header="H {{ x }} H"), {"x": value})
    assert texts(body) == [f"alku {value} loppu"]
    header = Document(io.BytesIO(body)).sections[0].header.paragraphs[0].text
    assert header == f"H {value} H"
    assert cells(rendered(table_template(["{{ x }}", "y"]), {"x": value})) == [[value, "y"]]


COMPILED = compile_template(template("alku {{ x }} loppu", "{{p y|paragraphs }}", "viimeinen"))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORD_TEXT)
def test_any_text_comes_out_as_itself_and_nothing_after_it_is_lost(value: str) -> None:
    shown = texts(COMPILED.render({"x": value, "y": "yksi"}, properties={"title": value}))
    assert shown == [f"alku {value} loppu", "yksi", "viimeinen"]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text("abc<&{}-äö \t", min_size=1), min_size=1, max_size=6))
def test_lines_of_a_block_become_paragraphs(lines: list[str]) -> None:
    document = COMPILED.render({"x": "x", "y": "\n".join(lines)})
    expected = [line for line in lines if line.strip()]
    shown = [
        ("- " if _style(each) == "List Bullet" else "") + each.text.strip()
        for each in paragraphs(document)[1:-1]
    ]
    assert len(shown) == len(expected)
    for seen, line in zip(shown, expected, strict=True):
        assert seen.removeprefix("- ").strip() in line


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x0b", "\x0c", "\ud800", "\ufffe", "\uffff"]
)
def test_what_word_cannot_hold_is_refused_by_name(character: str) -> None:
    with pytest.raises(TemplateError, match=rf"U\+{ord(character):04X}"):
        rendered(template("{{ x }}"), {"x": f"a{character}b"})


@pytest.mark.parametrize(
    "value", [None, True, dt.date(2021, 10, 19), dt.time(9), Decimal("1.5"), ["a"], {"a": "b"}]
)
def test_values_without_text_are_never_printed(value: object) -> None:
    with pytest.raises(TemplateError, match="never printed as such"):
        rendered(template("{{ x }}"), {"x": value})


@pytest.mark.parametrize("constant", ["none", "true", "1.5"])
def test_constants_without_text_are_refused_at_compiling(constant: str) -> None:
    with pytest.raises(TemplateError, match="a value written out that has no text"):
        compile_template(template(f"{{{{ {constant} }}}}"))


def test_a_gap_takes_its_style_and_leaves_the_run_as_it_was() -> None:
    document = rendered(template("alku {{ g }} loppu"), {"g": Gap("Täydennettävä: päivä")})
    runs = paragraphs(document)[0].runs
    marked = [run for run in runs if 'w:val="Gap"' in run._r.xml]
    assert [run.text for run in marked] == ["Täydennettävä: päivä"]
    assert texts(document) == ["alku Täydennettävä: päivä loppu"]
    after = [run for run in runs if run.text == " loppu"]
    assert after
    assert "Gap" not in after[0]._r.xml


def test_a_gap_passes_through_filters_and_blocks() -> None:
    gap = Gap("Täydennettävä: summa")
    content = template("{{ g|money }}", "{{p g|paragraphs }}")
    assert texts(rendered(content, {"g": gap})) == [gap.text, gap.text]


def test_lines_with_a_dash_are_real_list_items() -> None:
    document = rendered(template("{{p x|paragraphs }}"), {"x": "Johdanto\n- yksi\n– kaksi\nLoppu"})
    shown = [(_style(each), each.text) for each in paragraphs(document)]
    assert shown == [
        ("Normal", "Johdanto"),
        ("List Bullet", "yksi"),
        ("List Bullet", "kaksi"),
        ("Normal", "Loppu"),
    ]


def test_a_dash_inside_a_line_is_no_list_item() -> None:
    document = rendered(template("{{p x|paragraphs }}"), {"x": "hinta-laatu - suhde\n-5 astetta"})
    assert [_style(each) for each in paragraphs(document)] == ["Normal", "Normal"]


def test_names_are_looked_up_by_key_and_not_as_methods() -> None:
    context = {"m": {"items": "kohteet", "keys": "avaimet"}}
    assert texts(rendered(template("{{ m.items }} {{ m.keys }}"), context)) == ["kohteet avaimet"]


def test_filters_follow_the_language() -> None:
    content = template("{{ d|date }} {{ m|money }} {{ n|join_and }} {{ t|clock }}")
    context: dict[str, object] = {
        "d": dt.date(2021, 1, 9),
        "m": Decimal(12500),
        "n": ["a", "b", "c"],
        "t": dt.time(9, 5),
    }
    assert texts(rendered(content, context)) == ["9.1.2021 12\xa0500\xa0€ a, b ja c 9.05"]
    english = compile_template(content, language="en").render(context)
    assert texts(english)[0].startswith("9 January 2021")


def test_tags_split_over_runs_and_curly_quotes_are_read() -> None:
    document = Document()
    paragraph = document.add_paragraph()
    for piece in ("{", "{ x|join_c", "omma }", "}", " ja {{ “vakio” }}"):
        paragraph.add_run(piece)
    target = io.BytesIO()
    document.save(target)
    assert texts(rendered(target.getvalue(), {"x": ["a", "b"]})) == ["a, b ja vakio"]


def test_properties_carry_the_text_as_it_is() -> None:
    made = compile_template(template("x")).render(
        {}, properties={"title": "Smith & Co <Oy>", "author": "Näyte", "language": "fi-FI"}
    )
    core = Document(io.BytesIO(made)).core_properties
    assert (core.title, core.author, core.language) == ("Smith & Co <Oy>", "Näyte", "fi-FI")
    assert "python-docx" not in part(made, "docProps/core.xml")


def _style(paragraph: Paragraph) -> str | None:
    return None if paragraph.style is None else paragraph.style.name


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("{{ a|date_range(b) }}", "1.–22.3.2022"),
        ("{{ c|clock_range(d) }}", "9.00–12.00"),
        ("{{ a|date_range(gap) }}", "Puuttuu"),
        ("{{ gap|clock_range(d) }}", "Puuttuu"),
    ],
)
def test_ranges_of_days_and_hours(tag: str, shown: str) -> None:
    context = {
        "a": dt.date(2022, 3, 1),
        "b": dt.date(2022, 3, 22),
        "c": dt.time(9),
        "d": dt.time(12),
        "gap": Gap("Puuttuu"),
    }
    assert texts(rendered(template(tag), context)) == [shown]
