"""The tag of a paragraph that prints what differs."""

import pytest

from pipeline.checks.tracing.tags import printing_tags

LINE = "{{ m.id }} {{ m.name }}, vastaa {{ m.owner }}"


@pytest.mark.parametrize(
    ("after", "tags"),
    [
        ("P1 Haastattelu, vastaa Malli", ("{{ m.name }}",)),
        ("P9 Kysely, vastaa Malli", ("{{ m.id }}",)),
        ("P1 Kysely, vastaa Testi", ("{{ m.owner }}",)),
        (None, ("{{ m.id }}", "{{ m.name }}", "{{ m.owner }}")),
        ("Aivan muuta", ("{{ m.id }}", "{{ m.name }}", "{{ m.owner }}")),
    ],
)
def test_the_tag_is_told_by_the_words_around_it(after: str | None, tags: tuple[str, ...]) -> None:
    assert printing_tags(LINE, "P1 Kysely, vastaa Malli", after) == tags


@pytest.mark.parametrize(
    ("before", "after", "tags"),
    [
        ("x, y", "x, z", ("{{ b }}",)),
        ("x, y", "v, y", ("{{ a }}",)),
        ("x", "v", ("{{ a }}",)),
    ],
)
def test_a_condition_whose_words_are_missing_prints_nothing(
    before: str, after: str, tags: tuple[str, ...]
) -> None:
    assert printing_tags("{{ a }}{% if b %}, {{ b }}{% endif %}", before, after) == tags


def test_of_what_is_repeated_all_tags_that_print_are_told() -> None:
    line = "{{ a }}: {% for x in b %}{{ x }}; {% endfor %}"

    assert printing_tags(line, "x: y; z; ", "x: y; v; ") == ("{{ a }}", "{{ x }}")


def test_a_paragraph_without_printing_tags_has_its_conditions() -> None:
    assert printing_tags("{%p if risks %}", "x", "y") == ("{%p if risks %}",)
