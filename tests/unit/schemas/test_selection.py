"""The weighted score of an applicant."""

from decimal import Decimal

import pytest

from schemas.selection import Assessment, CriterionWeights


def _assessed(**scores: str) -> Assessment:
    return Assessment.model_validate({"applicant": "esimerkkila", **scores})


def test_equal_weights_give_the_mean() -> None:
    row = _assessed(will="4", commitment="5", need="3", team="4")

    assert row.weighted_score(CriterionWeights()) == Decimal(4)


def test_a_heavier_criterion_draws_the_score_to_it() -> None:
    row = _assessed(will="5", commitment="1", need="1", team="1")
    weights = CriterionWeights.model_validate({"will": "7"})

    assert row.weighted_score(weights) == Decimal("3.8")


@pytest.mark.parametrize("missing", ["will", "commitment", "need", "team"])
def test_without_one_of_the_scores_there_is_no_score(missing: str) -> None:
    scores = {"will": "5", "commitment": "5", "need": "5", "team": "5"}
    del scores[missing]

    assert _assessed(**scores).weighted_score(CriterionWeights()) is None


def test_a_score_of_nothing_counts_and_weights_of_nothing_do_not() -> None:
    row = _assessed(will="0", commitment="0", need="0", team="0")
    nothing = CriterionWeights.model_validate({
        "will": "0",
        "commitment": "0",
        "need": "0",
        "team": "0",
    })

    assert row.weighted_score(CriterionWeights()) == 0
    assert row.weighted_score(nothing) is None
