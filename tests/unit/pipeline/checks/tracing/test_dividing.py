"""Which of many things have an effect."""

from collections.abc import Sequence

from pipeline.checks.tracing.dividing import responsible, single_causes


def test_those_responsible_are_found_with_few_tries() -> None:
    tries = []

    def effects(some: Sequence[int]) -> set[int]:
        tries.append(some)
        return {1 for each in some if each == 700} | {2 for each in some if each in {3, 700}}

    assert responsible(range(1000), effects) == {1: [700], 2: [3, 700]}
    assert len(tries) < 50


def test_nothing_is_responsible_for_nothing() -> None:
    assert responsible([], lambda _some: {1}) == {}
    assert responsible(range(5), lambda _some: set()) == {}


def test_effects_of_one_cause_are_told_apart_from_those_of_several() -> None:
    causes = {"a": {0}, "b": {5}, "ab": {0, 5}, "all": set(range(9)), "last": {8}}

    def effects(some: Sequence[int]) -> set[str]:
        return {name for name, own in causes.items() if own & {*some}}

    assert single_causes(range(9), effects) == {0: {"a"}, 5: {"b"}, 8: {"last"}}


def test_one_thing_alone_is_its_own_cause() -> None:
    assert single_causes(["x"], lambda some: {"e"} if some else set()) == {0: {"e"}}
