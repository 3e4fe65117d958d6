"""Groups: everybody has a place, and no group is much larger than another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.grouping import group_sizes


def test_the_larger_groups_come_first() -> None:
    assert group_sizes(26, 5) == (5, 5, 4, 4, 4, 4)


def test_a_number_of_groups_can_be_given() -> None:
    assert group_sizes(24, 5, 4) == (6, 6, 6, 6)


def test_fewer_people_than_a_group_are_one_group() -> None:
    assert group_sizes(3, 5) == (3,)


@given(st.integers(1, 10_000), st.integers(1, 50))
def test_groups_hold_everybody_and_are_balanced(people: int, size: int) -> None:
    sizes = group_sizes(people, size)

    assert sum(sizes) == people
    assert max(sizes) - min(sizes) <= 1
    assert max(sizes) <= size
    assert len(sizes) == -(-people // size)


@pytest.mark.parametrize(("people", "size", "groups"), [(0, 5, None), (5, 0, None), (5, 5, 0)])
def test_nobody_and_nothing_make_no_groups(people: int, size: int, groups: int | None) -> None:
    with pytest.raises(ValueError, match=str(people)):
        group_sizes(people, size, groups)
