"""What a row of a list is called in a loop: `measure` in `measures`."""

import re
from typing import Final

from pydantic import BaseModel

_WORD: Final = re.compile(r"[A-Z][a-z]+")
_VIEW: Final = "View"


def row_name(path: tuple[str, ...], row: type[BaseModel], taken: frozenset[str]) -> str:
    """Return a name for a row of the list at a path, other than those that are taken."""
    words: list[str] = [word.lower() for word in _WORD.findall(row.__name__.removesuffix(_VIEW))]
    one = _singular(path[-1])
    candidates = [one, f"{one}_row"] if one else [words[-1], "_".join(words), f"{words[-1]}_row"]
    return next(name for name in candidates if name not in taken)


def _singular(name: str) -> str | None:
    """Return one of what a plural names, None where the name is no plain plural."""
    if name.endswith("ies"):
        return f"{name[:-3]}y"
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else None
