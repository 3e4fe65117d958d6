"""What is known of names, items, signs and answers, and what conditions make of it."""

import pytest

from pipeline.checks.names.shapes import TEXT, Chosen, Kind, Listed, Type
from tests.unit.pipeline.checks.names.reading import codes, said

SOUND = [
    "{{ title|link('https://example.org') }}",
    "{{ title|in_language(state) }}",
    "{% if subtitle is none or open %}–{% else %}{{ subtitle }}{% endif %}",
    "{% if subtitle == 'a' %}{{ subtitle }}{% endif %}",
    "{% if subtitle in ['a', 'b'] %}{{ subtitle }}{% endif %}",
    "{% if subtitle != none %}{{ subtitle }}{% endif %}",
    "{{ {'a': title}['a'] }}",
    "{% set x = subtitle and subtitle|upper %}",
    "{% set x = subtitle is none or subtitle|upper %}",
    "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(title) or state }}",
    "{% for n in names %}{{ n }}{{ loop.index }}{{ loop.index0 }}{{ loop.length }}{% endfor %}",
    "{% for n in names %}{{ n }}{{ loop.revindex }}{{ loop.revindex0 }}{% endfor %}",
    "{% for n in names %}{{ n }}{{ loop.depth }}{{ loop.depth0 }}{% endfor %}",
    "{% for n in names %}{{ loop.previtem }}{{ n }}{{ loop.nextitem }}{% endfor %}",
    "{% for n in names %}{{ loop.cycle('a', n) }}{% if loop.changed(n) %}x{% endif %}{% endfor %}",
    "{% for n in names %}{% if loop.first or loop.last %}{{ n }}{% endif %}{% endfor %}",
    "{% if names|length != 0 %}{{ names[0] }}{% endif %}",
    "{% if names|length >= 1 %}{{ names[0] }}{% endif %}",
    "{% if names|length == 2 %}{{ names[1] }}{% endif %}",
    "{% if names|length %}{{ names[0] }}{% endif %}",
    "{% if count is divisibleby(3) %}x{% endif %}",
    "{% if state in ['draft', title] %}{% if state == 'final' %}x{% endif %}{% endif %}",
    "{% if subtitle %}{% if open %}x{% endif %}{{ subtitle }}{% endif %}",
    "{% if subtitle %}{% set x = title %}{{ subtitle }}{{ x }}{% endif %}",
    "{% if subtitle %}{% set subtitle = deputy %}{% if subtitle %}x{% endif %}{% endif %}",
    "{% set v = state if open else title %}{% if v == 'ready' %}x{% endif %}",
    "{% for s in steps %}{% if s.level %}{{ s.level }}{% endif %}{% endfor %}",
]
FAULTY = [
    ("{% for i in range(3) %}{{ i|date }}{% endfor %}", "TE-14"),
    ("{% for n in names %}{{ loop.cycle(n, open) }}{% endfor %}", "TE-15"),
    ("{% if count is divisibleby(cuont) %}x{% endif %}", "TE-10"),
    ("{% if deputy and subtitle == deputy.post %}{{ subtitle }}{% endif %}", "TE-11"),
    ("{% if names|length != 3 %}{{ names[0] }}{% endif %}", "TE-11"),
    ("{% if names|length >= 0 %}{{ names[0] }}{% endif %}", "TE-11"),
    ("{% if names|length < 3 %}{{ names[0] }}{% endif %}", "TE-11"),
    ("{{ subtitle or total }}", "TE-15"),
    ("{{ subtitle and title }}", "TE-11"),
    ("{% if names %}{{ names[conut] }}{% endif %}", "TE-10"),
    ("{% for n in names[:conut] %}{{ n }}{% endfor %}", "TE-10"),
    ("{{ missing + total }}", "TE-19"),
    ("{{ total + missing }}", "TE-19"),
    ("{{ count / 2 }}", "TE-15"),
    ("{{ count * total }}", "TE-15"),
    ("{{ {'a': title}.a|date }}", "TE-14"),
    ("{% for n in missing|upper %}{{ n }}{% endfor %}", "TE-19"),
    ("{% if total is odd %}x{% endif %}", "TE-14"),
    ("{% if open or titel %}x{% endif %}", "TE-10"),
    ("{% if subtitle %}{% set x = title %}{% if subtitle %}{{ x }}{% endif %}{% endif %}", "TE-17"),
    ("{% macro m(x=titel) %}{{ x }}{% endmacro %}{{ m() }}", "TE-10"),
    ("{{ titel|unheard_of }}", "TE-10"),
    ("{% if 1 < count < title %}x{% endif %}", "TE-18"),
    ("{% set x %}{{ titel }}{% endset %}{{ x }}", "TE-10"),
]


@pytest.mark.parametrize("template", SOUND)
def test_nothing_is_said_of_what_is_sound(template: str) -> None:
    assert codes(template) == []


@pytest.mark.parametrize(("template", "code"), FAULTY)
def test_one_fault_is_found_and_told_once(template: str, code: str) -> None:
    assert codes(template) == [code]


def test_a_choice_of_numbers_is_a_number() -> None:
    sizes = frozenset({Chosen((1, 2))})

    assert codes("{{ size|number }} {{ size|duration }} {{ size + 1 }}", size=sizes) == []
    assert codes("{% if size is odd %}{{ size }}{% endif %}", size=sizes) == []
    assert codes("{{ size|date }}", size=sizes) == ["TE-14"]
    assert codes("{% if size == 3 %}x{% endif %}", size=sizes) == ["TE-12"]


def test_only_a_choice_that_may_be_empty_is_asked_for() -> None:
    sizes = frozenset({Chosen((0, 1))})

    assert codes("{% if size %}{{ size }}{% endif %}", size=sizes) == []
    assert codes("{% if size %}{% if size == 0 %}x{% endif %}{% endif %}", size=sizes) == ["TE-12"]


def test_a_value_of_several_kinds_is_called_by_what_is_most_in_the_way() -> None:
    several: Type = frozenset({Kind.TIME, Kind.DATE, Kind.TEXT, Listed(TEXT), Chosen((1, 2))})
    plain: Type = frozenset({Kind.TIME, Kind.DATE, Chosen((1, 2))})

    assert "value is a list," in said("{{ value }}", value=several)[0][1]
    assert "value is a date," in said("{{ value }}", value=plain)[0][1]
