"""Other values that fields are tried with: of their kind, and never the present one."""

import datetime as dt
from decimal import Decimal

import pytest

from pipeline.checks.tracing.alternatives import alternatives, token
from pipeline.core.shape import FieldKind, Leaf
from schemas.fields import ClockTime, Duration, Money, Number, Timing
from schemas.measures import MeasureState

MARK = token(7)


def leaf(kind: FieldKind, **more: object) -> Leaf:
    return Leaf("field", "Field", "", kind, **more)  # type: ignore[arg-type]  # as the test says


@pytest.mark.parametrize(
    ("kind", "value", "first"),
    [
        (FieldKind.TEXT, "yksi\nkaksi", f"yksi {MARK}\nkaksi {MARK}"),
        (FieldKind.TEXT, "malli@example.org", MARK),
        (FieldKind.NUMBER, Number(Decimal(5)), Decimal(6)),
        (FieldKind.MONEY, Money.parse("12 500"), Decimal(12501)),
        (FieldKind.DATE, dt.date(2021, 12, 31), "1.1.2022"),
        (FieldKind.TIMING, Timing.parse("19.10.2021"), "20.10.2021"),
        (FieldKind.TIMING, Timing.parse("marraskuu 2021"), "marraskuu 2022"),
        (FieldKind.CLOCK, ClockTime(23 * 60 + 58), "0.03"),
        (FieldKind.DURATION, Duration(45), "50 min"),
        (FieldKind.YES_NO, True, "no"),
        (FieldKind.YES_NO, False, "yes"),
    ],
)
def test_the_first_one_is_near_the_present_value(
    kind: FieldKind, value: object, first: object
) -> None:
    assert alternatives(leaf(kind), value, MARK)[0] == first


def test_a_whole_number_stays_within_its_bounds() -> None:
    five = leaf(FieldKind.WHOLE_NUMBER, bounds=(1, 5))

    assert alternatives(five, 5, MARK) == (Decimal(4),)


def test_a_choice_has_all_the_others() -> None:
    state = leaf(FieldKind.CHOICE, choice=MeasureState)

    found = alternatives(state, MeasureState.DONE, MARK)

    assert {*found} == {each.value for each in MeasureState} - {"done"}


def test_a_reference_leads_to_other_rows_first_and_then_nowhere() -> None:
    people = leaf(FieldKind.TEXT, references=("people",))

    assert alternatives(people, "HLO1", MARK, ("HLO1", "HLO2")) == ("HLO2", MARK)


def test_an_id_stays_an_id() -> None:
    named = Leaf("id", "Id", "", FieldKind.TEXT)

    assert alternatives(named, "P3", MARK)[0] == "P903"


def test_no_mark_is_in_another() -> None:
    marks = [token(number) for number in range(120)]

    assert not [1 for one in marks for other in marks if one != other and one in other]
