"""What is said of values of the wrong type, to the letter."""

import pytest

from tests.unit.pipeline.checks.names.reading import said

FAULTS = [
    (
        "{{ date|upper }}",
        "TE-14",
        "The filter upper needs a text, but date is a date.",
        "Use the filter date.",
    ),
    (
        "{{ title|date }}",
        "TE-14",
        "The filter date needs a date, but title is a text.",
        "Use the filter of the value's own type.",
    ),
    (
        "{{ title|in_language('se') }}",
        "TE-14",
        "The filter knows no “se”.",
        "There are these: en, fi, sv.",
    ),
    (
        "{{ title|_picture }}",
        "TE-14",
        "The placeholder picture needs a picture, but title is a text.",
        "Use the filter of the value's own type.",
    ),
    (
        "{{ lead|_colour }}",
        "TE-14",
        "The tag cellbg needs a text, but lead is a group of values.",
        "Use the filter of the value's own type.",
    ),
    (
        "{{ title|_block }}",
        "TE-14",
        "The filter _block needs text of several lines, but title is a text.",
        "Use the filter of the value's own type.",
    ),
    (
        "{{ date|date_range(title) }}",
        "TE-14",
        "The filter date_range needs a date, but title is a text.",
        "Use the filter of the value's own type.",
    ),
    (
        "{% if title is odd %}x{% endif %}",
        "TE-14",
        "The test odd needs a whole number, but title is a text.",
        "Ask it of a whole number, such as loop.index.",
    ),
    (
        "{% macro m(a, b, c) %}{{ a }}{{ b }}{{ c }}{% endmacro %}{{ m(title) }}",
        "TE-14",
        "The macro m is not given b, c.",
        "Give it in the brackets of the macro.",
    ),
    (
        "{% macro m(a, b) %}{{ a }}{{ b }}{% endmacro %}{{ m(title, title, title) }}",
        "TE-14",
        "The macro m is given more than it takes.",
        "It takes: a, b.",
    ),
    (
        "{% macro m() %}x{% endmacro %}{{ m(c=title) }}",
        "TE-14",
        "The macro m is given more than it takes.",
        "It takes: –.",
    ),
    (
        "{% if count == '3' %}x{% endif %}",
        "TE-12",
        'count is a whole number, and "3" is a text: they are never equal.',
        "Compare it with a value of its own kind.",
    ),
    (
        "{% if state == 'drafts' %}x{% endif %}",
        "TE-12",
        "state is never “drafts”.",
        "Did you mean draft?",
    ),
    (
        "{% if count in names %}x{% endif %}",
        "TE-12",
        "count is a whole number, and names holds a text: it is never in it.",
        "Compare it with a value of its own kind.",
    ),
    (
        "{% if count in title %}x{% endif %}",
        "TE-18",
        "The sign in cannot stand between a whole number and a text.",
        "Compare it with a value of its own kind.",
    ),
    (
        "{% if 3 in count %}x{% endif %}",
        "TE-18",
        "The sign in cannot stand between a whole number and a whole number.",
        "Compare it with a value of its own kind.",
    ),
    (
        "{% if names < 3 %}x{% endif %}",
        "TE-18",
        "The sign < cannot stand between a list and a whole number.",
        "Compare it with a value of its own kind.",
    ),
    (
        "{% if title not in count %}x{% endif %}",
        "TE-18",
        "The sign in cannot stand between a text and a whole number.",
        "Compare it with a value of its own kind.",
    ),
    (
        "{{ title + 1 }}",
        "TE-18",
        "The sign + cannot stand between a text and a whole number.",
        "Count with numbers only, and join texts with ~.",
    ),
    (
        "{{ -title }}",
        "TE-18",
        "The sign - cannot stand between a whole number and a text.",
        "Compare it with a value of its own kind.",
    ),
    (
        "{{ open }}",
        "TE-15",
        "open is a yes/no value, which is never printed as such.",
        "Ask for it: {% if open %}…{% endif %}",
    ),
    (
        "{{ date }}",
        "TE-15",
        "date is a date, which is never printed as such.",
        "Use a filter: {{ date|date }}",
    ),
    (
        "{{ names }}",
        "TE-15",
        "names is a list, which is never printed as such.",
        "Use a filter: {{ names|join_comma }}",
    ),
    (
        "{{ steps }}",
        "TE-15",
        "steps is a list, which is never printed as such.",
        "Go through the list with for, and name a field of its rows.",
    ),
    (
        "{{ lead }}",
        "TE-15",
        "lead is a group of values, which is never printed as such.",
        "Print one of its fields: {{ lead.… }}",
    ),
    (
        "{{ title|paragraphs }}",
        "TE-15",
        "title|paragraphs is text of several lines, which is never printed as such.",
        "Write {{p x|paragraphs }} alone in a paragraph.",
    ),
    (
        "{{ figure }}",
        "TE-15",
        "figure is a picture, which is never printed as such.",
        "Print one of its fields: {{ figure.… }}",
    ),
]


@pytest.mark.parametrize(("template", "code", "message", "hint"), FAULTS)
def test_the_message_says_what_is_wrong_and_what_to_do(
    template: str, code: str, message: str, hint: str
) -> None:
    assert said(template) == [(code, message, hint)]
