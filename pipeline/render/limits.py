"""How much a template may hold and make."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of compiling and rendering; sizes in bytes, `range` in items.

    `seconds` of work bound the printing of one part; only a template without end comes near them.
    """

    package: int = 20_000_000
    unpacked: int = 100_000_000
    members: int = 500
    output: int = 50_000_000
    range: int = 10_000
    seconds: float = 5


DEFAULT: Final = Limits()
