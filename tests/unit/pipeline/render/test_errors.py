"""Faults of templates come with their place and a likely correction."""

import pytest

from pipeline.core.errors import TemplateError
from pipeline.render import Limits, compile_template
from tests.unit.pipeline.render.word import (
    part,
    rendered,
    replaced,
    table_template,
    template,
    with_part,
)

CONTEXT = {"title": "Nimi", "rows": [{"name": "a"}], "empty": None}


def fault_of(content: bytes, context: dict[str, object] | None = None) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        rendered(content, CONTEXT if context is None else context)
    return caught.value


def test_an_unknown_name_has_its_place_and_the_nearest_name() -> None:
    fault = fault_of(template("ensin {{ title }}", "sitten {{ titel }}", heading="Tausta"))
    assert str(fault.message) == "The template uses the name titel, which does not exist."
    assert str(fault.hint) == "Did you mean title?"
    place = fault.location
    assert (place.part, place.heading, place.paragraph, place.tag) == (
        "word/document.xml",
        "Tausta",
        3,
        "{{ titel }}",
    )


def test_a_key_of_an_unknown_name_blames_the_name() -> None:
    fault = fault_of(template("{{ titel.first.second }}"))
    assert "the name titel," in str(fault.message)


def test_an_unknown_key_in_a_table_has_table_row_and_column() -> None:
    content = table_template(
        ["Otsikko", "Toinen"],
        ["{%tr for r in rows %}", ""],
        ["vakio", "{{ r.nam }}"],
        ["{%tr endfor %}", ""],
    )
    fault = fault_of(content)
    assert str(fault.hint) == "Did you mean name?"
    place = fault.location
    assert (place.table, place.row, place.table_column, place.tag) == (1, 3, 2, "{{ r.nam }}")


def test_a_fault_in_a_header_names_its_part() -> None:
    fault = fault_of(template("x", header="{{ puuttuu }}"))
    assert fault.location.part is not None
    assert fault.location.part.startswith("word/header")
    assert fault.location.tag == "{{ puuttuu }}"


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("{% if title %}", "if has no endif"),
        ("{{ title", "opened and not closed"),
        ("{% endfor %}", "closes nothing"),
        ("{{ title|safe }}", "safe"),
        ("{{ title|money }}", "The filter money needs"),
        ("{{ rows|date }}", "The filter date needs"),
        ("{{ empty|date }}", "an empty value"),
        ("{{ rows|join_and }}", "The filter join needs"),
    ],
)
def test_each_fault_is_told_in_words(tag: str, message: str) -> None:
    fault = fault_of(template(f"alku {tag} loppu"))
    assert message in str(fault.message)
    assert fault.location.part == "word/document.xml"


@pytest.mark.parametrize(
    "payload",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ lipsum.__globals__['os'].popen('id').read() }}",
        "{{ title|attr('__class__') }}",
        "{{ '{0.__class__}'.format(title) }}",
        "{{ title.upper() }}",
        "{{ rows.append(1) }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ self.__init__.__globals__ }}",
        "{{ config }}",
        "{{ range(10**9) }}",
        "{{ 9**(9**9) }}",
        "{{ '%0999999999d' % 1 }}",
        "{{ 'a'.rjust(10**9) }}",
        "{{ 'a' * 9999999999 }}",
        "{{ title * 9999999999 }}",
        "{{ [1] * 9999999999 }}",
        "{{ title % 1 }}",
        "{% for i in range(rows|length) %}x{% endfor %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% extends 'x' %}",
        "{% autoescape false %}{{ title }}{% endautoescape %}",
        "{{ title|safe }}",
        "{% set x = namespace(a=1) %}{{ x.a }}",
        "{% for i in range(99999999) %}x{% endfor %}",
        "{{ loop.__class__ }}",
        "{% for r in rows %}{{ loop._iterator }}{% endfor %}",
        "{{ rows[0]['__class__'] }}",
        "{% filter upper %}x{% endfilter %}{{ title|tojson }}",
        "{% call title() %}x{% endcall %}",
        "{% block a %}x{% endblock %}",
    ],
)
def test_no_template_reaches_code_files_or_methods(payload: str) -> None:
    for content in (template(payload), template("x", header=payload)):
        fault_of(content)


def test_macros_loops_and_bounded_ranges_are_allowed() -> None:
    content = template(
        "{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(title) }}"
        "{% for i in range(3) %}{{ loop.cycle('a', 'b') }}{{ i }}{% endfor %}"
    )
    assert "&lt;Nimi&gt;a0b1a2" in part(rendered(content, CONTEXT), "word/document.xml")


def test_numbers_may_be_multiplied_and_divided() -> None:
    content = template("{{ 6 * 7 }} {{ 7 % 4 }} {{ rows|length * 2 }}")
    assert "42 3 " in part(rendered(content, CONTEXT), "word/document.xml")


def test_an_emptied_cell_is_refused() -> None:
    content = table_template(["{%p if empty %}", "x"])
    broken = replaced(
        content, "word/document.xml", r"\{%p if empty %\}", "{%p if empty %}x{%p endif %}"
    )
    fault_of(broken)


def test_a_condition_that_begins_in_a_table_and_ends_behind_it_is_refused() -> None:
    content = replaced(
        table_template(["{% if empty %}", "x"]), "word/document.xml", "</w:tbl>",
        "</w:tbl><w:p><w:r><w:t>{% endif %}</w:t></w:r></w:p>",
    )  # fmt: skip
    fault = fault_of(content)
    assert str(fault.message).startswith("The document is not whole after rendering: mismatched")
    assert "in the same paragraph, row or cell" in str(fault.hint)
    assert fault.location.part == "word/document.xml"


def test_a_table_left_without_rows_is_refused() -> None:
    content = table_template(["{%tr for r in nobody %}"], ["{{ r }}"], ["{%tr endfor %}"])
    fault = fault_of(content, {"nobody": []})
    assert "left empty" in str(fault.message)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "not a whole Word document"),
        (b"PK\x03\x04broken", "not a whole Word document"),
        (with_part(template("x"), "word/vbaProject.bin", b"x"), "macros"),
        (with_part(template("x"), "word/document.xml", b"<w:p"), "damaged"),
        (
            with_part(
                template("x"),
                "word/document.xml",
                b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
                b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                b"{{ x }}&e;</w:document>",
            ),
            "document type",
        ),
        (
            with_part(
                template("x"),
                "word/_rels/x.xml.rels",
                b'<Relationships><Relationship Type="x/image" Target="https://example.org/a.png"'
                b' TargetMode="External"/></Relationships>',
            ),
            "fetches something from outside",
        ),
    ],
)
def test_unsound_packages_are_refused(content: bytes, message: str) -> None:
    with pytest.raises(TemplateError, match=message):
        compile_template(content)


def test_limits_are_named() -> None:
    with pytest.raises(TemplateError, match="larger than 10 bytes"):
        compile_template(template("x"), limits=Limits(package=10))
    with pytest.raises(TemplateError, match="unpacks"):
        compile_template(template("x"), limits=Limits(unpacked=1000))
    with pytest.raises(TemplateError, match="too many parts"):
        compile_template(template("x"), limits=Limits(members=2))
    grown = compile_template(template("{{ title }}"), limits=Limits(output=10))
    with pytest.raises(TemplateError, match="too large"):
        grown.render(CONTEXT)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ titel|money }}",
        "{{ titel|timing }}",
        "{{p titel|paragraphs }}",
        "{{ titel|on_new_page }}",
    ],
)
def test_an_unknown_name_before_a_filter_is_told_by_its_name(tag: str) -> None:
    with pytest.raises(TemplateError, match="the name titel, which does not exist") as caught:
        rendered(template(tag), {"title": "a"})
    assert "title" in str(caught.value.hint)
