"""Made-up contexts hold every value of the types, present and absent, and lists of 0, 1 and 3."""

from collections.abc import Iterator, Mapping

from pipeline.checks.proof.made import Maker, factors_of
from pipeline.checks.proof.variants import variants
from schemas.contexts.action_plan import ActionPlanContext
from schemas.contexts.gap import Gap
from tests.templates.sample import SampleContext

FACTORS = factors_of(SampleContext)
CONTEXTS = [Maker(way, FACTORS, "fi").context(SampleContext) for way in variants(len(FACTORS))]


def _seen(name: str) -> list[object]:
    return [context[name] for context in CONTEXTS]


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Gap(text=text):
            yield text
        case Mapping():
            for inner in value.values():
                yield from _texts(inner)
        case list():
            for inner in value:
                yield from _texts(inner)
        case _:
            pass


def test_every_optional_is_there_and_missing() -> None:
    for name in ("subtitle", "deputy", "nights"):
        assert None in _seen(name)
        assert any(value is not None for value in _seen(name))


def test_every_required_value_is_there_and_a_gap() -> None:
    for name in ("date", "helpers", "figure"):
        assert any(isinstance(value, Gap) for value in _seen(name))
        assert not all(isinstance(value, Gap) for value in _seen(name))


def test_lists_have_no_row_one_row_and_three() -> None:
    assert {len(rows) for rows in _seen("names") if isinstance(rows, list)} == {0, 1, 3}


def test_choices_are_of_the_values_that_there_are() -> None:
    assert set(map(str, _seen("state"))) <= {"draft", "final"}


def test_no_two_texts_of_a_context_are_alike() -> None:
    factors = factors_of(ActionPlanContext)
    context = Maker(next(variants(len(factors))), factors, "fi").context(ActionPlanContext)
    made = [text for text in _texts(context) if text.startswith("Zq")]

    assert len(made) > 100
    assert len(set(made)) == len(made)
