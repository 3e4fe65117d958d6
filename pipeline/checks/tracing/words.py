"""Words as people look for them, and the marks that changed texts carry."""

import re
from typing import Final

_MARK: Final = re.compile(r"zq(\d+)qz")
_QUOTES: Final = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚", "'"))


def plain_words(text: str) -> str:
    """Return a text without what is easily written otherwise: blanks, capitals, quotes, dashes."""
    plain = text.translate(_QUOTES).replace("–", "-").replace("—", "-").replace("\u00ad", "")
    return " ".join(plain.split()).casefold()


def marks_in(text: str) -> tuple[int, ...]:
    """Return the numbers of the marks in a text, each once."""
    return tuple(dict.fromkeys(int(number) for number in _MARK.findall(text.casefold())))
