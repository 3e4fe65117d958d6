import pytest
from jinja2 import Environment

from pipeline.render.finishing.held_texts import holds_texts
from pipeline.render.finishing.structure import walked
from pipeline.render.sandbox.tree import all_nodes

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RUN = "<w:r><w:t>{}</w:t></w:r>"
CROSSED = RUN.format("{% if a %}") + RUN.format("x{{ v }}") + RUN.format("{% else %}y{% endif %}")


def source(body: str) -> str:
    return f'<w:body xmlns:w="{_WORD}">{body}</w:body>'


def held(body: str) -> bool:
    tree = Environment(autoescape=True).parse(source(body))
    return holds_texts(tree, all_nodes(tree))


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:r><w:t>alku {{ v }}</w:t></w:r></w:p>",
        "{% for r in rows %}<w:p><w:r><w:t>{{ r }}</w:t></w:r></w:p>{% else %}<w:p/>{% endfor %}",
        f"<w:p>{CROSSED}</w:p>",
        "<w:p>" + RUN.format("{% if a %}1{% elif b %}2{% else %}3{% endif %}") + "</w:p>",
        "{{ v|_block(0) }}",
        '<w:p w:x="{{ v }}"/>',
        "{% set n = 1 %}<w:p/>",
        "{% macro m(x) %}{{ x }}!{% endmacro %}<w:p>" + RUN.format("{{ m(v) }}") + "</w:p>",
        "{% macro m(x) %}<w:p/>{% endmacro %}{{ m(v) }}",
    ],
)
def test_texts_that_always_stand_in_runs_are_told(body: str) -> None:
    assert held(body)


@pytest.mark.parametrize(
    "body",
    [
        "{{ v }}",
        "<w:p>{{ v }}</w:p>",
        "<w:p>{% if a %}x{% endif %}</w:p>",
        "<w:p><w:r>{% if a %}<w:t>{% endif %}x{% if a %}</w:t>{% endif %}</w:r></w:p>",
        "<w:p><w:r>{% for r in rows %}<w:t>{% endfor %}x</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>{% if a %}</w:t>{% else %}{% endif %}x</w:r></w:p>",
        "<w:p><w:r><w:t>{% if a %}</w:t></w:r>x<w:r><w:t>{% endif %}</w:t></w:r></w:p>",
        "{% macro m(x) %}{{ x }}{% endmacro %}<w:p>{{ m(v) }}</w:p>",
        "{% macro m(x) %}<w:p/>{% endmacro %}{% set n = m(v) %}{{ n }}",
        "{% macro m(x) %}</w:t>{% endmacro %}<w:p><w:r><w:t>{{ m(v) }}</w:r></w:p>",
        "{% set n %}<w:p/>{% endset %}<w:p/>",
    ],
)
def test_what_may_put_a_text_elsewhere_is_not_told(body: str) -> None:
    assert not held(body)


def test_two_macros_of_one_name_are_not_told() -> None:
    twice = "{% macro m(x) %}a{% endmacro %}{% macro m(x) %}<w:p/>{% endmacro %}"
    assert not held(f"{twice}<w:p/>{{{{ m(v) }}}}")


@pytest.mark.parametrize(
    "body",
    [
        "{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(v) }}",
        "{% macro m0(x) %}"
        + " " * 10_000
        + "{% endmacro %}"
        + "".join(
            f"{{% macro m{n}(x) %}}{{{{ m{n - 1}(x) }}}}{{{{ m{n - 1}(x) }}}}{{% endmacro %}}"
            for n in range(1, 40)
        )
        + "{{ m39(v) }}",
    ],
    ids=["itself", "doubling"],
)
def test_macros_without_end_are_not_told(body: str) -> None:
    assert not held(body)


@pytest.mark.parametrize("a", [True, False])
@pytest.mark.parametrize("rows", [[], ["x"], ["x", "y", "z"]])
def test_what_is_told_holds_for_whatever_is_printed(rows: list[str], *, a: bool) -> None:
    body = (
        f"<w:p>{CROSSED}</w:p>{{% for v in rows %}}<w:p>{CROSSED}</w:p>{{% endfor %}}"
        "{% macro m(x) %}" + RUN.format("{{ x }}") + "{% endmacro %}<w:p>{{ m('z') }}</w:p>"
    )
    assert held(body)
    printed = Environment(autoescape=True).from_string(source(body)).render(a=a, rows=rows, v="w")
    assert walked(printed.encode()).stray is None
