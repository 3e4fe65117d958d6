"""Where two contexts differ."""

from pipeline.checks.tracing.contexts import different_values, kind_of


def test_values_are_told_by_their_ways() -> None:
    before = {"a": 1, "rows": [{"x": "p", "y": None}, {"x": "q", "y": None}]}
    after = {"a": 2, "rows": [{"x": "p", "y": None}, {"x": "r", "y": None}]}

    assert [*different_values(before, after)] == [("a",), ("rows", 1, "x")]


def test_a_list_of_another_length_differs_as_a_whole() -> None:
    assert [*different_values({"rows": [1]}, {"rows": [1, 2]})] == [("rows",)]


def test_all_rows_have_one_kind() -> None:
    assert kind_of(("rows", 1, "x")) == kind_of(("rows", 7, "x")) != kind_of(("rows", 7, "y"))
