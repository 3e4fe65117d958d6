"""A picture that takes the place of a template's placeholder picture."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG with what a screen reader says of it; `svg` is the same picture as SVG.

    A picture either has an alternative text or is decorative. `svg` needs a PNG in `content`, which
    programs show that know no SVG.
    """

    content: bytes
    alt: str | None = None
    decorative: bool = False
    svg: bytes | None = None

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: object, _handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        """Accept instances only: a picture is made by paja, never read from an input."""
        # Rendering, which needs the class alone, does not load Pydantic.
        from pydantic_core import core_schema

        return core_schema.is_instance_schema(cls)
