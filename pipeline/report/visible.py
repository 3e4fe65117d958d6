"""Makes characters visible that could steer a terminal or hide from the reader."""

import unicodedata
from typing import Final

#: Controls, invisible formatting (bidi overrides, zero width), surrogates, line separators.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def visible(text: str) -> str:
    """Return the text with every unseen character as its number, such as U+001B."""
    return "".join(f"U+{ord(sign):04X}" if _unseen(sign) else sign for sign in text)


def json_safe(text: str) -> str:
    r"""Return JSON text with every unseen character inside its strings escaped, as \u202e.

    Line breaks between the values stay: inside a string JSON has them escaped already.
    """
    return "".join(_escaped(sign) if _unseen(sign) and sign != "\n" else sign for sign in text)


def _unseen(sign: str) -> bool:
    return unicodedata.category(sign) in _UNSEEN


def _escaped(sign: str) -> str:
    """Escape by UTF-16 units, as JSON does for what lies beyond the basic plane."""
    units = sign.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
