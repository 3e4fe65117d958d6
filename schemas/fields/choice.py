"""Enumerations that a person fills in: the value, its English label, or a label in any language."""

import difflib
import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Final, Self, cast

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

from schemas.blank import empty_to_none
from schemas.fields.scalar import refusal, scalar_schema, scalar_text
from schemas.fields.text_faults import CHOICE_NEAR, CHOICE_UNKNOWN

LABELS: Final = "labels"
"""The key of the validation context under which the labels of all enumerations may stand."""

_JOINTS: Final = re.compile(r"[\s_–-]+")
_NEAR: Final = 0.6


class Choice(StrEnum):
    """Be the base of enumerations whose members are `NAME = "value", msgid("English label")`.

    The validation context may hold `labels`: from the name of an enumeration to its casefolded
    labels in any language and the value of each. The first label of a value is the one that
    messages show, so the labels of the reader's language stand first.
    """

    label: str
    """The English label, a msgid."""

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member; the default is for type checkers, who take a look-up for a call of it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or value
        return member

    @classmethod
    def parse(cls, value: object, labels: Mapping[str, str] | None = None) -> Self:
        """Return the member that a value, an English label or one of `labels` names.

        Raises:
            PydanticCustomError: the text names none of the members.
        """
        if isinstance(value, cls):
            return value
        given = empty_to_none(value)
        text = scalar_text(given, CHOICE_UNKNOWN) if isinstance(given, str) else ""
        known = {} if labels is None else labels
        member = cls._known(text, known)
        if member is None:
            raise cls._unknown(value, known)
        return member

    @classmethod
    def _known(cls, text: str, labels: Mapping[str, str]) -> Self | None:
        plain = _plain(text)
        if (member := _own(cls).get(plain)) is not None:
            return cast("Self", member)
        if text in labels:
            return cls(labels[text])
        return {_plain(label): cls(value) for label, value in labels.items()}.get(plain)

    @classmethod
    def _unknown(cls, value: object, labels: Mapping[str, str]) -> PydanticCustomError:
        first: dict[str, str] = {}
        for label, labelled in labels.items():
            first.setdefault(labelled, label)
        accepted = [first.get(member.value, member.label) for member in cls]
        candidates = {label.casefold(): label for label in [*accepted, *labels]}
        text = value.casefold() if isinstance(value, str) else ""
        near = difflib.get_close_matches(text, candidates, n=3, cutoff=_NEAR)
        suggestion = " / ".join(candidates[label] for label in near)
        return refusal(
            CHOICE_NEAR if near else CHOICE_UNKNOWN,
            value,
            choice=cls.__name__,
            suggestion=suggestion,
            accepted="; ".join(accepted),
        )

    @classmethod
    def _read(cls, value: object, info: ValidationInfo) -> Self:
        return cls.parse(value, _labels(cls.__name__, info))

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return scalar_schema(cls._read)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "enum": [member.value for member in cls]}


@cache
def _own(choice: type[Choice]) -> Mapping[str, Choice]:
    english = {_plain(member.label): member for member in choice}
    return english | {_plain(member.value): member for member in choice}


def _plain(text: str) -> str:
    return _JOINTS.sub(" ", text.casefold()).strip()


def _labels(name: str, info: ValidationInfo) -> Mapping[str, str]:
    context = cast("Mapping[str, object]", info.context or {})
    labels = cast("Mapping[str, Mapping[str, str]]", context.get(LABELS, {}))
    return labels.get(name, {})
