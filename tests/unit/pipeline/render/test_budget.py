"""What a template may do without printing: turns of loops, calls, text and numbers are bounded."""

from itertools import count

import pytest

from pipeline.core.errors import TemplateError
from pipeline.render import Limits, compile_template, printing
from pipeline.render.sandbox import budget
from schemas.contexts.gap import Gap
from tests.effort import at_most
from tests.unit.pipeline.render.word import cells, rendered, table_template, template, texts

CONTEXT = {
    "x": "teksti",
    "rows": [{"name": "a"}, {"name": "b"}],
    "number": 7,
    "gap": Gap("Täydennettävä: nimi"),
    "none": None,
}
DOUBLED = "".join("{% set x = x ~ x %}" for _ in range(40))
MACROS = "".join(
    f"{{% macro m{n} () %}}{{{{ m{n - 1}() }}}}{{{{ m{n - 1}() }}}}{{% endmacro %}}"
    for n in range(1, 40)
)
NESTED = "{% set a = [1] %}{% set b = [1] %}" + "{% set a = [a, a] %}{% set b = [b, b] %}" * 40
LINES = "{% set y = x ~ '\\n' %}" + "{% set y = y ~ y %}" * 20 + "{% set z = y|paragraphs %}"
TWICE = "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}"
CALLED = "{% for i in range(9999) %}{% set y = m() %}{% endfor %}"
LOOP = "{% for i in range(9999) %}"


def fault(*tags: str, limits: Limits | None = None) -> TemplateError:
    compiled = compile_template(template("alku", *tags), limits=limits or Limits())
    with pytest.raises(TemplateError) as caught:
        compiled.render(CONTEXT)
    return caught.value


@pytest.mark.parametrize(
    ("tags", "said"),
    [
        (LOOP * 4 + "{% endfor %}" * 4, "more than 200000 steps"),
        (f"{LOOP}{LOOP}{{% set y = i %}}" + "{% endfor %}" * 2, "more than 200000 steps"),
        (f"{{% macro m0() %}}{{% endmacro %}}{MACROS}{{{{ m39() }}}}", "more than 200000 steps"),
        (LINES, "more than 50000000 characters"),
        (
            "{% macro m(n) %}{{ m(n + 1) }}{{ m(n + 1) }}{% endmacro %}{{ m(1) }}",
            "cannot be worked out",
        ),
        (TWICE, "more than 200000 steps"),
        (f"{LOOP}{LOOP}{{% if rows[0:] %}}{{% endif %}}" + "{% endfor %}" * 2, "steps"),
        (f"{NESTED}{{% if a == b %}}{{% endif %}}", "more than 200000 steps"),
        (f"{NESTED}{{% if a in b %}}{{% endif %}}", "more than 200000 steps"),
        (DOUBLED, "more than 50000000 characters"),
        (DOUBLED.replace("~", "+"), "more than 50000000 characters"),
        ("{% set y = x %}" + "{% set y %}{{ y }}{{ y }}{% endset %}" * 40, "more than 50000000"),
        ("{% set x = [x, x]|join_comma %}" * 40, "more than 50000000 characters"),
        ("{% set x = [x, x]|join_and %}" * 40, "more than 50000000 characters"),
        (
            "{% macro m(t) %}{{ t }}{{ t }}{% endmacro %}" + "{% set x = m(x) %}" * 40,
            "more than 50000000 characters",
        ),
        (
            f"{{% macro m() %}}{LOOP}{'teksti ' * 200}{{% endfor %}}{{% endmacro %}}" + CALLED,
            "more than 50000000 characters",
        ),
        (
            "{% set x = x ~ x %}" * 20 + "{{ x }}" * 200,
            "more than 50000000 characters",
        ),
        ("{% set n = 10 %}" + "{% set n = n * n %}" * 40, "a number that is too great"),
        ("{% set rows = rows + rows %}", "The sign + cannot stand between a list and a list."),
        ("{{ gap + x }}", "The sign + cannot stand between a gap and a text."),
        ("{{ x * 3 }}", "The sign * cannot stand between a text and a whole number."),
        ("{% set y = [x] * 3 %}", "The sign * cannot stand between a list and a whole number."),
        ("{% for c in x %}{% endfor %}", "A for goes through lists only, and this is a text."),
        ("{% for c in rows[0] %}{% endfor %}", "and this is a group of values."),
        ("{% for c in none %}{% endfor %}", "and this is an empty value."),
        ("{{ puuttuva + 1 }}", "the name puuttuva, which does not exist"),
        ("{% for c in puuttuva %}{% endfor %}", "the name puuttuva, which does not exist"),
    ],
)  # fmt: skip
def test_what_a_template_does_unseen_is_bounded_and_named_with_its_place(
    tags: str, said: str
) -> None:
    # Steps are counted alike on every machine; a slow one must not be stopped by its clock first.
    found = fault(tags, limits=Limits(steps=200_000, seconds=60))
    assert said in str(found.message)
    assert (found.location.part, found.location.paragraph) == ("word/document.xml", 2)


def test_work_in_a_loop_that_prints_nothing_is_stopped_in_time() -> None:
    many = "[" + ", ".join(f"'{n}'" for n in range(2000)) + "]"
    tags = f"{{% set m = {many} %}}{LOOP}{{% for j in [1] %}}{{% if m == rows or x in m %}}"
    with at_most(300):
        found = fault(
            f"{tags}{{% endif %}}{{% endfor %}}{{% endfor %}}",
            limits=Limits(seconds=0.1, steps=10**9),
        )
    assert "work for more than 0.1 seconds" in str(found.message)


def test_a_machine_that_is_busy_with_other_work_is_no_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = count(step=1000)
    for module in (printing, budget):
        monkeypatch.setattr(module, "monotonic", lambda: next(clock))
    tags = "{% for i in range(200) %}{% for r in rows %}{{ i }}{% endfor %}{% endfor %}"
    assert texts(rendered(template(tags), CONTEXT)) == ["".join(f"{n}{n}" for n in range(200))]
    assert next(clock) > 3000


def test_a_table_of_ten_thousand_rows_is_no_fault_and_one_of_ten_million_is() -> None:
    rows = [{"cells": ["x"] * 30} for _ in range(200)]
    content = table_template(
        ["{%tr for row in rows %}"],
        ["{% for cell in row.cells %}{{ cell }}{% endfor %}"],
        ["{%tr endfor %}"],
    )
    limits = Limits(steps=200 * 31)
    made = compile_template(content, limits=limits).render({"rows": rows})
    assert cells(made) == [["x" * 30]] * 200
    with pytest.raises(TemplateError, match="more than 6200 steps"):
        compile_template(content, limits=limits).render({"rows": [*rows, rows[0]]})
    assert Limits().steps > 2 * 10_000 * 31
    with pytest.raises(TemplateError, match="steps"):
        compile_template(content).render({"rows": [rows[0]] * 10_000_000})


def test_each_rendering_has_a_budget_of_its_own_shared_by_its_parts() -> None:
    tags = "{% for a in rows %}{{ a.name }}{% endfor %}"
    compiled = compile_template(template(tags), limits=Limits(steps=2))
    for _ in range(3):
        assert texts(compiled.render(CONTEXT)) == ["ab"]
    both = compile_template(template(tags, header=tags), limits=Limits(steps=3))
    with pytest.raises(TemplateError, match="more than 3 steps"):
        both.render(CONTEXT)


def test_the_budget_itself_is_no_name_for_templates() -> None:
    assert "_budget" not in str(fault("{{ budget }}").hint)
    assert fault("{{ budget }}").hint is None
    with pytest.raises(TemplateError, match="may not use this: _budget"):
        compile_template(template("{{ _budget }}"))


def test_what_is_joined_added_and_compared_in_bounds_is_as_it_was() -> None:
    made = rendered(
        template(
            "{% set y %}{{ x }} & {{ gap }}{% endset %}{{ y }}",
            "{{ x + ' ja ' + x }}{{ number + 1 }}{{ number * 2 }}{{ number % 4 }}",
            "{% macro m(n) %}{% if n %}{{ n }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}",
            "{% if rows[0] == rows[0:1][0] and x in [x] and 1 < number <= 7 %}sama{% endif %}",
            "{% for r in rows if r.name == 'b' %}{{ loop.index }}{{ r.name }}{% endfor %}",
        ),
        CONTEXT,
    )
    assert texts(made) == [
        "teksti & Täydennettävä: nimi", "teksti ja teksti8143", "321", "sama", "1b"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        ("none is none", True), ("x is none", False), ("gap is none", False),
        ("gap is gap", True), ("x is gap", False), ("x is string", True), ("gap is string", False),
        ("number is number", True), ("x is number", False), ("number is odd", True),
        ("number is even", False), ("number is divisibleby 7", True),
        ("number is not divisibleby 2", True),
    ],
)  # fmt: skip
def test_the_tests_of_templates(test: str, holds: bool) -> None:
    made = rendered(template(f"{{% if {test} %}}on{{% else %}}ei{{% endif %}}"), CONTEXT)
    assert texts(made) == ["on" if holds else "ei"]


@pytest.mark.parametrize(
    ("tag", "said", "hint"),
    [
        ("{% if x is nome %}{% endif %}", "No test named 'nome'", "Did you mean none?"),
        ("{% if x is defined %}{% endif %}", "No test named 'defined'", "There are these: div"),
        ("{% if x is callable %}{% endif %}", "No test named 'callable'", "There are these: div"),
        ("{% if x %}{{ x|uper }}{% endif %}", "No filter named 'uper'", "Did you mean upper?"),
        ("{% if x is odd %}{% endif %}", "The filter odd needs a whole number", "own type"),
        ("{% if puuttuva is none %}{% endif %}", "the name puuttuva, which", "None"),
    ],
)
def test_other_tests_and_filters_are_refused_also_inside_of_an_if(
    tag: str, said: str, hint: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(template("alku", tag), CONTEXT)
    assert said in str(caught.value.message)
    assert hint in str(caught.value.hint)
    assert caught.value.location.paragraph == 2
