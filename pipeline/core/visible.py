"""Makes characters visible that could steer a terminal or hide from the reader."""

import unicodedata
from typing import Final

#: Controls, invisible formatting (bidi overrides, zero width), surrogates, line separators.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
#: No characters at all, and nothing that a workbook or another XML file could hold.
_IN_NO_XML: Final = "\ufffe\uffff"


def visible(text: str) -> str:
    """Return the text with every unseen character as its number, such as U+001B."""
    return "".join(f"U+{ord(sign):04X}" if is_unseen(sign) else sign for sign in text)


def is_unseen(sign: str) -> bool:
    """Tell whether a character shows nothing of itself."""
    return unicodedata.category(sign) in _UNSEEN or sign in _IN_NO_XML
