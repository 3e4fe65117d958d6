"""Fields that may be left empty."""

from typing import Final

from pydantic import BeforeValidator

from schemas.blank import empty_to_none

Blank: Final = BeforeValidator(empty_to_none)
"""Metadata of a field that may be empty: `Annotated[Timing | None, Blank]`."""
