"""Properties of a document: the template's tags and own values, and what rendering is given."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest

from pipeline.core.errors import TemplateError
from pipeline.render import DEFAULT, compile_template
from pipeline.render.package.reading import read_parts
from schemas.contexts.gap import Gap
from tests.unit.pipeline.render.test_numbering import audit
from tests.unit.pipeline.render.word import part, rendered, template, with_part

CORE = "docProps/core.xml"
CUSTOM = "docProps/custom.xml"
APP = "docProps/app.xml"
_CORE_ROOT = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/">'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
LABEL = "MSIP_Label_1_Name"


def with_core(inner: str) -> bytes:
    """Return a template with these core properties."""
    return with_part(template("x"), CORE, f"{_CORE_ROOT}{inner}</cp:coreProperties>".encode())


def with_app(inner: str) -> bytes:
    """Return a template with these properties of the application."""
    xml = f'<Properties xmlns="{_OFFICE}/extended-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
    return with_part(template("x"), APP, f"{xml}{inner}</Properties>".encode())


def with_custom(*properties: str, content: bytes | None = None) -> bytes:
    """Return a template with these custom properties, each of number 2."""
    made = compile_template(content or template("x")).render({}, properties={"a": "b"})
    xml = f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
    return with_part(made, CUSTOM, f"{xml}{''.join(properties)}</Properties>".encode())


def custom(name: str, value: str, kind: str = "lpwstr") -> str:
    """Return a custom property as Word writes it."""
    return (
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" '
        f'name="{escape(name)}"><vt:{kind}>{escape(value)}</vt:{kind}></property>'
    )


def core_of(content: bytes) -> dict[str, str]:
    """Return the core properties by the local names of their elements."""
    root = ET.fromstring(part(content, CORE))
    return {each.tag.rpartition("}")[2]: each.text or "" for each in root}


def custom_of(content: bytes) -> dict[str, str]:
    """Return the custom properties, whose numbers are held to be unique."""
    root = ET.fromstring(part(content, CUSTOM))
    assert [each.get("pid") for each in root] == [str(2 + each) for each in range(len(root))]
    return {str(each.get("name")): str(each[0].text) for each in root}


ELEMENTS = ["dc:title", "dc:subject", "dc:creator", "cp:keywords", "dc:description", "cp:category"]


@pytest.mark.parametrize("element", ELEMENTS)
def test_a_tag_in_a_core_property_is_filled_in_and_escaped_once(element: str) -> None:
    content = with_core(f"<{element}>R&amp;D {{{{ x }}}} “{{{{ “y” }}}}”</{element}>")
    value = "Smith & Co <Oy> \"a\" 'b' {{ z }}"
    assert core_of(rendered(content, {"x": value})) == {
        element.partition(":")[2]: f"R&D {value} “y”"
    }


def test_conditions_and_loops_work_and_breaks_are_blanks() -> None:
    tag = "{% if x %}{% for r in rows %}{{ r }}{% if not loop.last %}; {% endif %}{% endfor %}"
    content = with_core(f"<dc:title>{tag}{{% endif %}}</dc:title>")
    told = core_of(rendered(content, {"x": "on", "rows": ["a\nb", "c\td"]}))
    assert told == {"title": "a b; c d"}


def test_gaps_and_styles_are_plain_text() -> None:
    content = with_core("<dc:title>{{ g }} {{ x|strong }}{{ x|on_new_page }}</dc:title>")
    told = core_of(rendered(content, {"g": Gap("Täydennettävä: nimi"), "x": "a"}))
    assert told == {"title": "Täydennettävä: nimi aa"}


def test_a_tag_wins_over_what_is_given_and_that_over_what_is_typed() -> None:
    content = with_core(
        "<dc:title>{{ x }}</dc:title><dc:subject>tyypitetty</dc:subject>"
        "<dc:creator>pohjan tekijä</dc:creator><cp:keywords>asiasana</cp:keywords>"
        "<cp:category>luokka</cp:category><dc:description>pohjasta</dc:description>"
    )
    given = {"title": "annettu", "subject": "annettu aihe", "author": "annettu tekijä"}
    made = compile_template(content).render({"x": "tagista"}, properties=given)
    assert core_of(made) == {
        "title": "tagista", "subject": "annettu aihe", "creator": "annettu tekijä",
        "keywords": "asiasana", "category": "luokka",
    }  # fmt: skip


def test_a_tag_that_prints_nothing_leaves_the_given_value() -> None:
    content = with_core("<dc:title>{% if x %}{{ x }}{% endif %} </dc:title>")
    made = compile_template(content).render({"x": ""}, properties={"title": "annettu"})
    assert core_of(made) == {"title": "annettu"}


@pytest.mark.parametrize("element", ["cp:contentStatus", "cp:version", "dc:language",
                                     "cp:lastModifiedBy"])  # fmt: skip
def test_a_tag_where_paja_tells_of_the_document_is_refused(element: str) -> None:
    with pytest.raises(TemplateError, match="not filled in") as caught:
        compile_template(with_core(f"<{element}>{{{{ x }}}}</{element}>"))
    assert str(caught.value.location.part).startswith(f"{CORE}#")
    assert "title, subject" in str(caught.value.hint)


def test_the_place_of_a_fault_tells_the_property_and_the_tag() -> None:
    content = with_core("<dc:title>{{ x }} {{ puuttuu }}</dc:title>")
    with pytest.raises(TemplateError, match="puuttuu") as caught:
        rendered(content, {"x": "a"})
    place = caught.value.location
    assert (place.part, place.tag) == (f"{CORE}#title", "{{ puuttuu }}")


def test_a_control_character_is_refused_with_the_property() -> None:
    with pytest.raises(TemplateError, match=r"U\+0007") as caught:
        rendered(with_custom(custom("Diaari & nro", "{{ x }}")), {"x": "a\x07"})
    assert caught.value.location.part == f"{CUSTOM}#Diaari & nro"


def test_faults_of_properties_come_out_with_those_of_the_text() -> None:
    content = with_part(
        template("{{ x|olematon }}"), CORE,
        f"{_CORE_ROOT}<dc:title>{{% if x %}}a</dc:title><dc:subject>{{{{ x</dc:subject>"
        "</cp:coreProperties>".encode(),
    )  # fmt: skip
    with pytest.raises(TemplateError) as caught:
        compile_template(content)
    faults = (caught.value, *caught.value.others)
    assert {fault.location.part for fault in faults} == {
        "word/document.xml", f"{CORE}#title", f"{CORE}#subject",
    }  # fmt: skip


def test_what_a_template_may_not_use_is_refused_in_properties_too() -> None:
    with pytest.raises(TemplateError, match="may not use"):
        compile_template(with_core("<dc:title>{% include 'x' %}</dc:title>"))


def test_the_templates_own_custom_properties_are_kept() -> None:
    content = with_custom(
        custom(LABEL, "Sisäinen"), custom("Luku", "7", "i4"), custom("Merkki", "true", "bool")
    )
    made = compile_template(content).render({}, properties={"paja.version": "1.0", "b": "c"})
    told = custom_of(made)
    assert list(told) == [LABEL, "Luku", "Merkki", "b", "paja.content", "paja.version"]
    assert (told[LABEL], told["Luku"], told["b"]) == ("Sisäinen", "7", "c")
    assert "<vt:i4>7</vt:i4>" in part(made, CUSTOM)
    assert "<vt:bool>true</vt:bool>" in part(made, CUSTOM)


def test_they_are_kept_without_any_of_pajas() -> None:
    content = with_custom(custom(LABEL, "Sisäinen"), custom("Nro", "{{ x }}"))
    made = rendered(content, {"x": "<1>"})
    assert custom_of(made) == {LABEL: "Sisäinen", "Nro": "<1>"}


def test_a_tag_of_a_custom_property_wins_and_a_typed_one_gives_way() -> None:
    content = with_custom(custom("Nro", "{{ x }}"), custom("Luokka", "typed"))
    made = compile_template(content).render(
        {"x": "tagista"}, properties={"nro": "annettu", "LUOKKA": "annettu"}
    )
    told = custom_of(made)
    assert list(told) == ["Nro", "LUOKKA", "paja.content"]
    assert (told["Nro"], told["LUOKKA"]) == ("tagista", "annettu")


@pytest.mark.parametrize("name", ["paja.version", "Paja.Version", "paja.content"])
def test_no_template_sets_what_paja_tells_of_itself(name: str) -> None:
    content = with_custom(custom(name, "väärä"), custom(name, "{{ x }}"))
    told = custom_of(compile_template(content).render({}, properties={"paja.version": "1.0"}))
    assert list(told) == ["paja.content", "paja.version"]
    assert told["paja.version"] == "1.0"
    assert custom_of(rendered(content, {})) == {}


def test_a_tag_in_a_name_or_a_number_is_refused() -> None:
    for each in (custom("{{ x }}", "a"), custom("Luku", "{{ x }}", "i4")):
        with pytest.raises(TemplateError, match="not filled in"):
            compile_template(with_custom(each))


def test_company_and_manager_are_filled_in() -> None:
    content = with_app("<Company>{{ x }}</Company><Manager>a {{ x }}</Manager><Pages>1</Pages>")
    made = part(rendered(content, {"x": "A & <B>"}), APP)
    assert "<Company>A &amp; &lt;B&gt;</Company><Manager>a A &amp; &lt;B&gt;</Manager>" in made
    assert "<Pages>1</Pages>" in made


def test_the_headings_that_word_lists_are_dropped_with_their_tags() -> None:
    lists = (
        "<HeadingPairs><vt:vector/></HeadingPairs><TitlesOfParts><vt:vector><vt:lpstr>"
        "{{ x }}</vt:lpstr></vt:vector></TitlesOfParts>"
    )
    made = part(rendered(with_app(f"<Application>Word</Application>{lists}"), {}), APP)
    assert "{{" not in made
    assert re.findall(r"<(\w+)", made) == ["Properties", "Application"]


def test_a_part_without_tags_is_copied_as_it_is() -> None:
    content = with_app("<Application>Word</Application>")
    assert part(rendered(content, {}), APP) == part(content, APP)


def test_a_tag_elsewhere_among_the_applications_properties_is_refused() -> None:
    with pytest.raises(TemplateError, match="not filled in"):
        compile_template(with_app("<Template>{{ x }}</Template>"))


@pytest.mark.parametrize(
    ("name", "place"),
    [("title", CORE), ("author", CORE), ("oma", CUSTOM), ("paja.version", CUSTOM)],
)
@pytest.mark.parametrize("character", ["\x00", "\x0b", "\ud800", "\uffff"])
def test_a_given_value_that_xml_cannot_hold_is_refused(
    name: str, place: str, character: str
) -> None:
    with pytest.raises(TemplateError, match=rf"{name} holds .*U\+{ord(character):04X}") as caught:
        compile_template(template("x")).render({}, properties={name: f"a{character}"})
    assert caught.value.location.part == f"{place}#{name}"


def test_a_name_that_xml_cannot_hold_is_refused() -> None:
    with pytest.raises(TemplateError, match=r"U\+0001"):
        compile_template(template("x")).render({}, properties={"a\x01": "b"})


@pytest.mark.parametrize("name", ["title", "subject", "author", "keywords", "category"])
def test_a_core_property_that_word_would_cut_off_is_refused(name: str) -> None:
    compiled = compile_template(template("x"))
    assert compiled.render({}, properties={name: "a" * 255, "description": "a" * 256})
    with pytest.raises(TemplateError, match=f"{name} is longer than 255"):
        compiled.render({}, properties={name: "a" * 256})
    with pytest.raises(TemplateError, match="title is longer"):
        rendered(with_core("<dc:title>{{ x }}</dc:title>"), {"x": "a" * 256})


def test_properties_are_valid_and_the_same_each_time(tmp_path: Path) -> None:
    content = with_custom(custom(LABEL, "{{ x }}"), custom("Luku", "7", "i4"))
    given = {"title": "a", "category": "b", "paja.version": "1.0"}
    made = compile_template(content).render({"x": "y"}, properties=given)
    again = compile_template(content).render({"x": "y"}, properties=given)
    assert made == again
    usual = audit(rendered(template("x"), {}), tmp_path)
    assert audit(made, tmp_path) == usual
    assert CUSTOM in read_parts(made, DEFAULT)
