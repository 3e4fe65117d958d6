"""Choices and gates."""

import copy
import pickle
from collections.abc import Callable

import pytest
from pydantic import BaseModel, TypeAdapter

from schemas.fields import Choice, Gate, RequiredFrom
from schemas.msgid import msgid

Read = Callable[..., object]
Refused = Callable[..., tuple[str, str]]


class Kind(Choice):
    """A made-up enumeration."""

    CITY = "city", msgid("City")
    STATE_AGENCY = "state_agency", msgid("Agency of the state")
    COMPANY = "in_house", msgid("In-house company")


LABELS = {"Kind": {"kaupunki": "city", "valtion virasto": "state_agency", "stad": "city"}}


@pytest.mark.parametrize(
    "value",
    ["state_agency", "STATE-AGENCY", "State Agency", " agency of  the state ", Kind.STATE_AGENCY],
)
def test_a_choice_is_read_from_value_or_label(read: Read, value: object) -> None:
    assert read(Kind, value) is Kind.STATE_AGENCY


@pytest.mark.parametrize("value", ["Kaupunki", "stad", "city", "City"])
def test_labels_of_the_context_are_read_too(read: Read, value: str) -> None:
    assert read(Kind, value, labels=LABELS) is Kind.CITY


def test_labels_of_another_enumeration_are_not_read(refused: Refused) -> None:
    other = {"Other": {"kaupunki": "city"}}
    assert refused(Kind, "kaupunki", labels=other)[0] == "choice_unknown"


def test_a_near_miss_is_answered_in_the_reader_s_language(refused: Refused) -> None:
    key, words = refused(Kind, "Kaupuki", labels=LABELS)
    assert key == "choice_near"
    assert "Did you mean kaupunki?" in words
    assert words.endswith("Write one of these: kaupunki; valtion virasto; In-house company.")


@pytest.mark.parametrize("value", ["zzz", "", None, 1, ["city"]])
def test_what_is_near_to_nothing_is_answered_with_all_choices(
    refused: Refused, value: object
) -> None:
    key, words = refused(Kind, value)
    assert key == "choice_unknown"
    assert words.endswith("Write one of these: City; Agency of the state; In-house company.")


def test_a_long_text_is_not_compared(refused: Refused) -> None:
    assert refused(Kind, "city" * 60)[0] == "value_long"


class Row(BaseModel):
    """A made-up model."""

    kind: Kind | None = None


def test_a_choice_is_its_value_everywhere() -> None:
    row = Row.model_validate({"kind": "City"})
    assert row.model_dump(mode="json") == {"kind": "city"}
    assert row.model_dump()["kind"] is Kind.CITY
    assert Kind.CITY.label == "City"
    assert str(Kind.CITY) == "city"
    assert copy.deepcopy(row).kind is Kind.CITY
    assert pickle.loads(pickle.dumps(Gate.G3)) is Gate.G3  # noqa: S301 - pickled on this line
    schema = TypeAdapter(Kind).json_schema()
    assert schema == {"type": "string", "enum": ["city", "state_agency", "in_house"]}


def test_gates_follow_each_other_within_a_process() -> None:
    assert [gate.order for gate in Gate] == [0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5, 6]
    assert Gate.G3.reaches(Gate.G3)
    assert Gate.G4.reaches(Gate.G3)
    assert not Gate.G2.reaches(Gate.G3)
    assert not Gate.P6.reaches(Gate.G0)


@pytest.mark.parametrize("value", ["G3", "g3", "G3 Second sparring"])
def test_gates_are_read(read: Read, value: str) -> None:
    assert read(Gate, value) is Gate.G3


def test_a_mark_says_from_which_gate_a_value_is_required() -> None:
    mark = RequiredFrom("G3")
    assert mark.gate == "G3"
    assert mark == RequiredFrom(Gate.G3)
    assert [gate for gate in Gate if gate.reaches(Gate(mark.gate))] == [Gate.G3, Gate.G4, Gate.G5]
    with pytest.raises(ValueError, match="G9"):
        RequiredFrom("G9")
