"""The place in Pydantic of a value that is parsed from anything and written as its text."""

from typing import ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from schemas.fields.scalar import scalar_json, scalar_schema


class ScalarType:
    """Give a value class its schemas; it needs a `parse` of its own, and words for JSON Schema.

    It is no `Protocol`: asking whether a value is of a class below one takes ten times as long.
    """

    __slots__ = ()

    description: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    @classmethod
    def parse(cls, value: object) -> Self:
        """Return the value that a text or an Excel value means."""
        raise NotImplementedError

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
        return scalar_json(cls.description, *cls.examples)
