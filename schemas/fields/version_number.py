"""Version numbers of documents: 0.5, 1.0."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Final, Self

from schemas.fields.identity_faults import VERSION_FORM
from schemas.fields.scalar import refusal, scalar_text
from schemas.fields.scalar_type import ScalarType

_VERSION: Final = re.compile(r"v?\.? ?([0-9]{1,3})(?:[.,]([0-9]{1,3}))?")


@dataclass(frozen=True, slots=True, order=True)
class VersionNumber(ScalarType):
    """Hold a version number; 0.10 comes after 0.9."""

    description: ClassVar[str] = "A version number."
    examples: ClassVar[tuple[str, ...]] = ("0.5", "1.0")

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


def _text(value: object) -> str:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return str(value)
    return scalar_text(value, VERSION_FORM).casefold()
