"""Makes characters visible that could steer a terminal or hide from the reader."""

import re
import unicodedata
from functools import partial
from typing import Final

#: Controls, invisible formatting (bidi overrides, zero width), surrogates, line separators.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_BEYOND_ASCII_TEXT: Final = re.compile(r"[^ -~]")


def visible(text: str) -> str:
    """Return the text with every unseen character as its number, such as U+001B."""
    return _BEYOND_ASCII_TEXT.sub(partial(_shown, form=_as_number), text)


def json_safe(text: str) -> str:
    """Return JSON text with every unseen character inside its strings escaped, as \\u202e.

    Line breaks between the values stay: inside a string JSON has them escaped already.
    """
    return _BEYOND_ASCII_TEXT.sub(partial(_shown, form=_as_escape, kept="\n"), text)


def _shown(match: re.Match[str], *, form: "_Form", kept: str = "") -> str:
    character = match.group()
    if character in kept or unicodedata.category(character) not in _UNSEEN:
        return character
    return form(character)


def _as_number(character: str) -> str:
    return f"U+{ord(character):04X}"


def _as_escape(character: str) -> str:
    """Escape by UTF-16 units, as JSON does for what lies beyond the basic plane."""
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
