"""Answers of yes or no."""

from decimal import Decimal
from typing import Annotated, Final

from pydantic import BeforeValidator

from schemas.fields.scalar import refusal, scalar_text
from schemas.fields.text_faults import TRUTH_UNREADABLE

_YES: Final = frozenset({"kyllä", "k", "ja", "j", "yes", "y", "x", "true", "tosi", "1"})
_NO: Final = frozenset({"ei", "e", "nej", "n", "no", "false", "epätosi", "0"})


def read_truth(value: object) -> object:
    """Return the truth value of a word, of 1 or 0, or of a truth value; None stays None.

    Raises:
        PydanticCustomError: neither yes nor no.
    """
    match value:
        case None | bool():
            return value
        case int() | Decimal() if Decimal(value).is_finite() and value in {0, 1}:
            return value == 1
        case str():
            word = scalar_text(value, TRUTH_UNREADABLE).casefold()
            if word in _YES | _NO:
                return word in _YES
    raise refusal(TRUTH_UNREADABLE, value)


YesNo = Annotated[bool, BeforeValidator(read_truth, json_schema_input_type=bool | str)]
"""kyllä/ei, k/e, ja/nej, yes/no, x, true/false, 1/0."""
