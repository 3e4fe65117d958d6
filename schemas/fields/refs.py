"""References to other rows, by identifier or exact name, and the identifiers themselves."""

import re
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from schemas.blank import EDGES, empty_to_none
from schemas.fields.scalar import refusal, scalar_text
from schemas.fields.text import TITLE_LENGTH, TextRule, plain
from schemas.fields.text_faults import IDENTIFIER_FORM

PREFIXES: Final = ("V", "T", "H", "P", "N", "R", "K", "I", "M", "HAV", "HLO", "TEH")
"""Impact goal, objective, challenge, measure, indicator, risk, experiment, idea, method,
observation, person, post."""

_NUMBER: Final = re.compile(r"0*([1-9][0-9]{0,2})", re.ASCII)


@dataclass(frozen=True, slots=True, init=False)
class RefTo:
    """Name the collections that a reference may point into.

    `Annotated[Reference | None, Blank, RefTo("people", "posts")]`; the rules resolve it.
    """

    collections: tuple[str, ...]

    def __init__(self, *collections: str) -> None:
        object.__setattr__(self, "collections", collections)


Reference = Annotated[str, TextRule(limit=TITLE_LENGTH, one_line=True)]
"""An identifier or an exact name of another row."""


def split_parts(value: object) -> tuple[object, ...]:
    """Return the parts of a text that lists several values, without blank ones.

    A text is divided at semicolons and line breaks or, when it has neither, at commas. Doubles are
    kept. None is an empty list; the parts of a list or tuple are not divided.
    """
    match value:
        case None:
            return ()
        case str():
            text = plain(value).strip(EDGES)
            return _filled(re.split(r"[;\n]" if re.search(r"[;\n]", text) else ",", text))
        case list() | tuple():
            return _filled(value)
        case _:
            return (value,)


def _filled(parts: list[object] | list[str] | tuple[object, ...]) -> tuple[object, ...]:
    return tuple(part for part in parts if empty_to_none(part) is not None)


ReferenceList = Annotated[
    tuple[Reference, ...],
    BeforeValidator(split_parts, json_schema_input_type=tuple[Reference, ...] | str),
]
"""References one after another, as a list or as one text with semicolons between them."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """Say in `Annotated[str, Identifier("P")]` that a field is the identifier of its row.

    Accepts P1, p1, "P 1" and P01, and keeps P1. An empty value may stay None.

    Raises:
        ValueError: the prefix is not one of `PREFIXES`.
    """

    prefix: str

    def __post_init__(self) -> None:
        if self.prefix not in PREFIXES:
            raise ValueError(self.prefix)

    def read(self, value: object) -> object:
        """Return the identifier in its canonical form; None stays None.

        Raises:
            PydanticCustomError: not the prefix and a number from 1 to 999.
        """
        if value is None:
            return None
        given = empty_to_none(value)
        if not isinstance(given, str):
            raise self._refusal(value)
        text = scalar_text(given, IDENTIFIER_FORM).upper()
        number = _NUMBER.fullmatch(text.removeprefix(self.prefix).strip())
        if number is None or not text.startswith(self.prefix):
            raise self._refusal(value)
        return f"{self.prefix}{number[1]}"

    def _refusal(self, value: object) -> Exception:
        return refusal(IDENTIFIER_FORM, value, prefix=self.prefix, example=f"{self.prefix}1")

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "examples": [f"{self.prefix}1"]}
