"""All faults of a template's tags come out in one run, each with its place."""

import pytest

from pipeline.core.errors import TemplateError
from pipeline.render import compile_template
from tests.unit.pipeline.render.word import table_template, template


def faults_of(content: bytes) -> list[tuple[str, int | None, str | None]]:
    with pytest.raises(TemplateError) as caught:
        compile_template(content)
    fault = caught.value
    return [
        (str(each.message), each.location.paragraph, each.location.tag)
        for each in (fault, *fault.others)
    ]


def test_every_faulty_tag_is_told_and_the_sound_ones_are_not() -> None:
    content = template(
        "{{ hyvä }}",
        "{{ a b }}",
        "{% if x %}sisällä",
        "{% endfor %}",
        "{% fro y in z %}",
        "{{ c|puuttuva }}",
        "lopussa {{ auki",
    )
    faults = faults_of(content)
    assert {(message, paragraph) for message, paragraph, _ in faults} == {
        ("A tag is opened and not closed.", 7),
        ("A tag cannot be read: b stands where the end of the tag was expected.", 2),
        ("There is no tag fro.", 5),
        ("A tag cannot be read: No filter named 'puuttuva'.", 6),
        ("endfor closes nothing that is open.", 4),
        ("if has no endif.", 3),
    }
    assert "{{ auki" in {tag for _, _, tag in faults}


@pytest.mark.parametrize(
    "sound",
    [
        "{% set a = 1 %}", "{% set a %}b{% endset %}", "{% if a %}b{% elif c %}d{% endif %}",
        "{% for a in b %}c{% else %}d{% endfor %}", "{% macro m(a) %}{{ a }}{% endmacro %}",
        "{{ a|upper }}",
    ],
)  # fmt: skip
def test_a_sound_tag_is_not_told_beside_a_faulty_one(sound: str) -> None:
    faults = faults_of(template(sound, "{% endif %}", sound))
    assert [(message, paragraph) for message, paragraph, _ in faults] == [
        ("endif closes nothing that is open.", 2)
    ]


def test_what_only_the_whole_shows_has_its_place_too() -> None:
    faults = faults_of(
        template("{% if a %}", "{% else %}", "{{ b }}", "{% else %}", "c", "{% endif %}")
    )
    assert [(paragraph, tag) for _, paragraph, tag in faults] == [(4, "{% else %}")]
    assert faults[0][0].startswith("A tag cannot be read: ")


def test_crossed_blocks_name_the_one_that_is_left_open() -> None:
    faults = faults_of(template("{% for a in b %}", "{% if c %}", "{% endfor %}", "{% endif %}"))
    assert [(message, paragraph) for message, paragraph, _ in faults] == [
        ("if has no endif.", 2),
        ("endif closes nothing that is open.", 4),
    ]


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("{% else %}", "else stands outside of what it belongs to."),
        ("{% elif x %}", "elif stands outside of what it belongs to."),
        ("{% elif x y %}", "A tag cannot be read"),
        ("{% set x = %}", "A tag cannot be read"),
        ("{% set x %}", "set has no endset."),
        ("{% macro m( %}", "A tag cannot be read"),
        ("{% endif %}", "endif closes nothing that is open."),
    ],
)
def test_each_kind_of_fault_has_its_words(tag: str, message: str) -> None:
    faults = faults_of(template("ensin", tag))
    assert any(text.startswith(message) for text, _, _ in faults)
    assert {paragraph for _, paragraph, _ in faults} == {2}


def test_faults_of_the_text_and_the_header_come_together() -> None:
    faults = faults_of(template("{{ a b }}", header="{% if x %}"))
    assert len(faults) == 2


def test_everything_that_is_not_allowed_is_told_at_once() -> None:
    faults = faults_of(template("{% include 'x' %}", "{{ a.b() }}", "{{ 2 ** 3 }}"))
    assert [paragraph for _, paragraph, _ in faults] == [1, 2, 3]


def test_a_row_tag_without_its_end_has_its_row() -> None:
    content = table_template(["{%tr for r in rows %}"], ["{{ r }}"], ["loppu"])
    with pytest.raises(TemplateError) as caught:
        compile_template(content)
    assert (caught.value.location.table, caught.value.location.row) == (1, 1)
    assert "for has no endfor" in str(caught.value.message)


def test_a_misspelt_filter_gets_the_nearest_name() -> None:
    with pytest.raises(TemplateError) as caught:
        compile_template(template("{{ rivit|join_adn }}"))
    assert str(caught.value.hint) == "Did you mean join_and?"
