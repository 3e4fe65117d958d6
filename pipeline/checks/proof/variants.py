"""Which made-up values are there and which are not, so that few documents try all pairs.

Each field that may be there or not is a factor with a number. Two numbers that differ do so in
some binary digit: the documents that give exactly the fields with that digit, and exactly those
without it, have one of the two alone, either way; all and none give both and neither. So a
handful of documents covers every pair of any number of fields.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

#: The rows of a long list; a short one has one.
LONG: Final = 3


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of filling in: which factors are there, and how long lists are that are not empty."""

    has: Callable[[int], bool]
    rows: int


def variants(factors: int) -> Iterator[Variant]:
    """Yield the ways of filling in that cover each pair of so many factors."""
    yield Variant(lambda _factor: True, rows=LONG)
    yield Variant(lambda _factor: True, rows=1)
    yield Variant(lambda _factor: False, rows=1)
    for digit in range(max(factors - 1, 0).bit_length()):
        rows = 1 if digit % 2 else LONG
        yield Variant(_with_digit(digit, value=1), rows)
        yield Variant(_with_digit(digit, value=0), rows)


def _with_digit(digit: int, *, value: int) -> Callable[[int], bool]:
    return lambda factor: (factor >> digit) & 1 == value
