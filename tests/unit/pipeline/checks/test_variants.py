"""The ways of filling in cover every pair of factors."""

from itertools import combinations, product

import pytest

from pipeline.checks.proof.variants import variants


@pytest.mark.parametrize("factors", [1, 2, 3, 7, 8, 9, 65, 200])
def test_every_pair_of_factors_is_tried_in_all_four_ways(factors: int) -> None:
    ways = list(variants(factors))

    tried = {
        (first, second, way.has(first), way.has(second))
        for way in ways
        for first, second in combinations(range(factors), 2)
    }

    pairs = combinations(range(factors), 2)
    assert tried == {(*pair, *way) for pair in pairs for way in product([True, False], repeat=2)}
    assert len(ways) <= 3 + 2 * factors.bit_length()


def test_lists_are_long_and_short() -> None:
    assert {way.rows for way in variants(5)} == {1, 3}
