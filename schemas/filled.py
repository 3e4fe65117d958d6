"""The base of every model that people fill in, and the declaration of one field of it."""

from dataclasses import dataclass
from typing import Any, Self, cast

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict


class Filled(BaseModel):
    """A part of a form: immutable, and without fields that the schema does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def blank(cls) -> Self:
        """Return one of which nothing is filled in, for models that demand nothing.

        Unlike a call of the model, this builds no validator: it may be a default of another model.
        """
        return cast("Self", cls.model_construct())


@dataclass(frozen=True, slots=True)
class OptionalSheet:
    """Say that a workbook without this sheet is whole: `Annotated[tuple[…], OptionalSheet()]`."""


def item(
    title: str, about: str, *, default: object = None, example: str = "", synonyms: str = ""
) -> Any:  # noqa: ANN401 - pydantic's own Field() is typed so, to stand as any default
    """Declare one field with what the workbook says of it.

    `title` is the header or label, `about` its help, `example` what the example row shows and
    `synonyms` other headers that mean the same, split by "|"; all are msgids. `default=...`
    makes the field compulsory at every gate.
    """
    extra: JsonDict = {"example": example, "synonyms": synonyms}
    return Field(default=default, title=title, description=about, json_schema_extra=extra)
