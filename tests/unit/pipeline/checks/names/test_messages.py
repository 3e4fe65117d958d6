"""What is said of names, lists and conditions, to the letter."""

import pytest

from tests.unit.pipeline.checks.names.reading import said

FAULTS = [
    (
        "{{ titel }}",
        "TE-10",
        "The template uses the name titel, which does not exist.",
        "Did you mean title?",
    ),
    (
        "{{ {'a': 1, 'b': 2}.c }}",
        "TE-10",
        "The template uses the name (…).c, which does not exist.",
        "There are these: a, b.",
    ),
    (
        "{% if names %}{{ (names|first).nam }}{% endif %}",
        "TE-10",
        "names|first.nam does not exist: before the last dot stands a text, which has no names.",
        "Print the value itself.",
    ),
    (
        "{{ steps.name }}",
        "TE-10",
        "steps.name does not exist: before the last dot stands a list, which has no names.",
        "Go through the list with for, and name a field of its rows.",
    ),
    (
        "{{ title.name }}",
        "TE-10",
        "title.name does not exist: before the last dot stands a text, which has no names.",
        "Print the value itself.",
    ),
    (
        "{% if grid %}{{ grid[count].name }}{% endif %}",
        "TE-10",
        "grid[…].name does not exist: before the last dot stands a list, which has no names.",
        "Go through the list with for, and name a field of its rows.",
    ),
    (
        "{% if open %}{% set x = title %}{% endif %}{{ x }}",
        "TE-10",
        "The name x is not set on every way to this tag.",
        "Set it before the if as well.",
    ),
    (
        "{{ subtitle }}",
        "TE-11",
        "subtitle may be missing, and is used here as if it were always there.",
        "Put an if around it: {% if subtitle %}",
    ),
    (
        "{% for s in steps %}{{ s.cost|money }}{% endfor %}",
        "TE-11",
        "s.cost may be missing, and is used here as if it were always there.",
        "Put an if around it: {% if s.cost is not none %}",
    ),
    (
        "{{ title if open }}",
        "TE-11",
        "(…) may be missing, and is used here as if it were always there.",
        "Ask for it in an if before, or write another value behind an or.",
    ),
    (
        "{{ names[0] }}",
        "TE-11",
        "The list names may be empty, and an item of it is used here.",
        "Put an if around it: {% if names %}",
    ),
    (
        "{% for n in helpers %}{{ n }}{% endfor %}",
        "TE-19",
        "helpers is a list or a gap, and a gap can only be printed.",
        "Ask first: {% if helpers is not gap %}",
    ),
    (
        "{{ missing.name }}",
        "TE-19",
        "missing is a gap, which can only be printed.",
        "Ask first: {% if missing is not gap %}",
    ),
    (
        "{% if title is none %}x{% endif %}",
        "TE-17",
        "This condition is never true: title.",
        "Take the condition away, or ask for what was meant.",
    ),
    (
        "{% if lead %}x{% endif %}",
        "TE-17",
        "This condition is always true: lead.",
        "Take the condition away, or ask for what was meant.",
    ),
    (
        "{% if 3 %}x{% endif %}",
        "TE-17",
        "This condition is always true: 3.",
        "Take the condition away, or ask for what was meant.",
    ),
    (
        "{{ title[0] }}",
        "TE-13",
        "Only a list has numbered items, and title is a text.",
        "Print the value itself.",
    ),
    (
        "{% if '' < missing %}x{% endif %}",
        "TE-19",
        "missing is a gap, which can only be printed.",
        "Ask first: {% if missing is not gap %}",
    ),
    (
        "{{ range(3).x }}",
        "TE-10",
        "range(…).x does not exist: before the last dot stands a list, which has no names.",
        "Go through the list with for, and name a field of its rows.",
    ),
    (
        '{{ "a".b }}',
        "TE-10",
        '"a".b does not exist: before the last dot stands a text, which has no names.',
        "Print the value itself.",
    ),
    (
        "{% for n in title %}{{ n }}{% endfor %}",
        "TE-13",
        "A for goes through lists only, and title is a text.",
        "Name a list, or put an if around the loop where there may be none.",
    ),
    (
        "{% for s in steps %}x{% endfor %}",
        "TE-16",
        "The loop never uses s.",
        "Use the name of the loop in the tags within it: {{ s… }}",
    ),
    (
        "{% for a, b in grid %}x{% endfor %}",
        "TE-16",
        "The loop never uses a, b.",
        "Use the name of the loop in the tags within it: {{ a… }}",
    ),
]


@pytest.mark.parametrize(("template", "code", "message", "hint"), FAULTS)
def test_the_message_says_what_is_wrong_and_what_to_do(
    template: str, code: str, message: str, hint: str
) -> None:
    assert said(template) == [(code, message, hint)]
