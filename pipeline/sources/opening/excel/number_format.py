"""What a number format shows beside the number: a percent sign, or a unit such as t€."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_PIECE: Final = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[[^\]]*\]|[_*].|(?P<digits>[0#?][0#?,. ]*)|(?P<sign>.)',
    re.DOTALL,
)
#: Words by which a number means another one; any other says no more than a header does.
_SCALE: Final = re.compile(
    r"%|‰|(?:t|k|m) ?(?:€|e|eur)"
    r"|(?:tuh\.?|tuhatta|milj\.?|miljoonaa|mrd\.?|miljardia)(?: ?(?:€|e|eur|euroa))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ShownUnit:
    """A sign behind the number; `hundredfold` when Excel shows a hundred times what it stores."""

    sign: str
    hundredfold: bool = False


@lru_cache(maxsize=256)
def shown_unit(number_format: str) -> ShownUnit | None:
    """Return the unit that changes what a number of this format means, None without one.

    A unit typed into a format changes nothing of the number: 40 with `0" t€"` is 40 t€. With a
    comma behind the digits Excel itself divides by a thousand, and the cell holds the whole.
    """
    typed = ""
    for piece in _PIECE.finditer(number_format.partition(";")[0]):
        if piece["sign"] == "%":
            return ShownUnit("%", hundredfold=True)
        if (piece["digits"] or "").rstrip().endswith(","):
            return None
        typed += piece["quoted"] or piece["escaped"] or ""
    unit = typed.replace("\xa0", " ").strip()
    return ShownUnit(unit) if _SCALE.fullmatch(unit) else None
