"""What can be wrong with one value, and the error that says so."""

import re
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

QUOTE_LENGTH = 80

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Fault:
    """Name one thing that can be wrong with a value, in words.

    `message` and `hint` are English msgids; their `{placeholders}` are the parameters of `fault`.
    """

    key: str
    code: str
    message: str
    hint: str


def fault(what: Fault, **parameters: str | int) -> PydanticCustomError:
    """Return the Pydantic error of a fault; its context carries the parameters."""
    return PydanticCustomError(what.key, what.message, dict(parameters))


def quoted(text: str) -> str:
    """Return the text as messages quote it: at most 80 characters, what cannot be shown as �."""
    shown = text if len(text) <= QUOTE_LENGTH else text[: QUOTE_LENGTH - 1] + "…"
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", shown)
