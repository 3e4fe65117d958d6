"""Version numbers of documents: 0.5, 1.0."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from schemas.fields.identity_faults import VERSION_FORM
from schemas.fields.scalar import refusal, scalar_json, scalar_schema, scalar_text

_VERSION: Final = re.compile(r"v?\.? ?([0-9]{1,3})(?:[.,]([0-9]{1,3}))?")


@dataclass(frozen=True, slots=True, order=True)
class VersionNumber:
    """Hold a version number; 0.10 comes after 0.9."""

    major: int
    minor: int

    @classmethod
    def parse(cls, value: object) -> Self:
        """Return the version that a text or a number means; 1 is 1.0.

        Raises:
            PydanticCustomError: another form.
        """
        if isinstance(value, cls):
            return value
        found = _VERSION.fullmatch(_text(value))
        if found is None:
            raise refusal(VERSION_FORM, value)
        return cls(int(found[1]), int(found[2] or 0))

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"

    @classmethod
    def _read(cls, value: object, _info: ValidationInfo) -> Self:
        return cls.parse(value)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return scalar_schema(cls._read)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return scalar_json("A version number.", "0.5", "1.0")


def _text(value: object) -> str:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return str(value)
    return scalar_text(value, VERSION_FORM).casefold()
