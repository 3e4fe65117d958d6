"""A text in the languages of the programme: Finnish, Swedish, English."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated, Final

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from schemas.fields.blank import Blank
from schemas.fields.text import TitleText
from schemas.msgid import msgid

LANGUAGES: Final = ("fi", "sv", "en")


class LocalizedText(BaseModel):
    """Hold a short text in one to three languages; a plain text alone is the Finnish one."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    fi: Annotated[TitleText | None, Blank] = Field(default=None, title=msgid("in Finnish"))
    sv: Annotated[TitleText | None, Blank] = Field(default=None, title=msgid("in Swedish"))
    en: Annotated[TitleText | None, Blank] = Field(default=None, title=msgid("in English"))

    def get(self, language: str) -> str | None:
        """Return the text in a language, None where there is none."""
        return {"fi": self.fi, "sv": self.sv, "en": self.en}.get(language)

    def first(self, languages: Iterable[str]) -> str | None:
        """Return the text in the first of the languages that has one."""
        return next((text for text in map(self.get, languages) if text), None)

    def __bool__(self) -> bool:
        return self.first(LANGUAGES) is not None

    @model_validator(mode="before")
    @classmethod
    def _finnish_alone(cls, value: object) -> object:
        return {"fi": value} if isinstance(value, str | int | Decimal | date) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), {"type": "string"}]}
