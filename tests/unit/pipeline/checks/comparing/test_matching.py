"""The stretches that two sequences have in common: whole, in order, and as many as there can be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.checks.comparing import matching
from pipeline.checks.comparing.matching import blocks

SEQUENCES = st.text(alphabet="abc", max_size=7)


@settings(max_examples=50)
@given(SEQUENCES, SEQUENCES)
def test_the_stretches_make_up_both_sequences(before: str, after: str) -> None:
    found = list(blocks(before, after))

    assert "".join(before[at] for block in found for at in block.before) == before
    assert "".join(after[at] for block in found for at in block.after) == after
    for block in found:
        old = [before[at] for at in block.before]
        new = [after[at] for at in block.after]
        assert (old == new) is block.same


@settings(max_examples=50)
@given(SEQUENCES, SEQUENCES)
def test_no_more_could_be_the_same(before: str, after: str) -> None:
    same = sum(len(block.before) for block in blocks(before, after) if block.same)

    assert same == longest(before, after)


def longest(before: str, after: str) -> int:
    """Return the length of the longest common subsequence, by the plain definition."""
    if not before or not after:
        return 0
    lengths = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for one, sign in enumerate(before):
        for other, counterpart in enumerate(after):
            lengths[one + 1][other + 1] = (
                lengths[one][other] + 1
                if sign == counterpart
                else max(lengths[one][other + 1], lengths[one + 1][other])
            )
    return lengths[-1][-1]


def test_sequences_with_little_in_common_are_taken_for_different(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(matching, "_MOST", 3)

    near, far = (list(blocks("abcde", other)) for other in ("axcde", "qwxrte"))

    assert [block.same for block in near] == [True, False, True]
    assert [block.same for block in far] == [False, True]
