"""What changes, goes, comes and moves between two documents."""

from pipeline.checks.tracing.differences import Difference, differences


def test_a_paragraph_that_changes_is_paired_with_what_it_becomes() -> None:
    found = differences(["a", "tammikuu", "c"], ["a", "helmikuu", "c"])

    assert found == (Difference(1, "helmikuu"),)


def test_equal_documents_have_no_differences() -> None:
    assert differences(["a", "b"], ["a", "b"]) == ()


def test_paragraphs_go_and_come() -> None:
    assert differences(["a", "b", "c"], ["a", "c"]) == (Difference(1, None),)
    assert differences(["a", "c"], ["a", "b", "c"]) == (Difference(None, "b"),)


def test_a_row_that_moves_with_its_changed_time_is_told_by_the_time_alone() -> None:
    before = ["Alku", "1.3.2022", "P1 Kysely", "2.4.2022", "P2 Kokeilu", "Loppu"]
    after = ["Alku", "2.4.2022", "P2 Kokeilu", "1.3.2023", "P1 Kysely", "Loppu"]

    assert differences(before, after) == (Difference(1, "1.3.2023"),)


def test_what_only_moves_is_told_where_nothing_else_changes() -> None:
    found = differences(["a", "b", "c"], ["b", "c", "a"])

    assert {each.before for each in found} == {0, None}
