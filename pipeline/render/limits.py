"""How much a template may hold and make."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of compiling and rendering; sizes in bytes, `range` in items.

    `steps` are turns of loops, and ten for each call of a macro; `text` counts the characters that
    macros, `set` blocks, joins and sums of texts build before they are printed; `seconds` of work
    bound a document. Only a template without end comes near them.
    """

    package: int = 20_000_000
    unpacked: int = 100_000_000
    members: int = 500
    output: int = 50_000_000
    range: int = 10_000
    steps: int = 2_000_000
    text: int = 50_000_000
    seconds: float = 5
    picture: int = 10_000_000
    media: int = 15_000_000
    pixels: int = 60_000_000


DEFAULT: Final = Limits()
