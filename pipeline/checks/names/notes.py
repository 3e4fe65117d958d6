"""What the checks of names and types notice, by the line of a part's source."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pipeline.core.text import Text

UNKNOWN: Final = "TE-10"
OPTIONAL: Final = "TE-11"
UNEQUAL: Final = "TE-12"
NO_LIST: Final = "TE-13"
WRONG_TYPE: Final = "TE-14"
RAW: Final = "TE-15"
UNUSED: Final = "TE-16"
CONSTANT: Final = "TE-17"
OPERAND: Final = "TE-18"
OF_GAP: Final = "TE-19"


@dataclass(frozen=True, slots=True)
class Note:
    """One thing noticed: its code, the line of the source, what is wrong and what to do."""

    code: str
    line: int
    message: Text
    hint: Text | None = None


def nearest(name: str, known: Iterable[str]) -> Text | None:
    """Return the hint that names what may have been meant, or the names that there are."""
    names = sorted(set(known))
    near = difflib.get_close_matches(name, names, n=1)
    if near:
        return Text("Did you mean {name}?", name=near[0])
    return Text("There are these: {names}.", names=", ".join(names)) if names else None
