"""The visible mark of a value that has not been given yet (puute)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


@dataclass(frozen=True, slots=True)
class Gap:
    """A missing value as the reader sees it, such as "Täydennettävä: vastuuhenkilö".

    A gap is true, so that `{% if m.owner %}` shows it; rendering styles it.
    """

    text: str

    def __str__(self) -> str:
        """Return the text that stands in the document."""
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: object, _handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        """Accept instances only: a gap is made by paja, never read from an input."""
        # Rendering, which needs the class alone, does not load Pydantic.
        from pydantic_core import core_schema

        return core_schema.is_instance_schema(cls)
