"""Which of many things have an effect, found by trying many of them together."""

from collections.abc import Callable, Hashable, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeVar

T = TypeVar("T")
E = TypeVar("E", bound=Hashable)


def responsible(
    things: Sequence[T], effects: Callable[[Sequence[T]], AbstractSet[int]]
) -> dict[int, list[T]]:
    """Return the things that have each effect on their own, in their order.

    `effects` tells the effects of some things together; what has none together has none alone.
    """
    found: dict[int, list[T]] = {}
    waiting = [tuple(things)] if things else []
    while waiting:
        some = waiting.pop()
        seen = effects(some)
        if not seen:
            continue
        if len(some) == 1:
            for effect in seen:
                found.setdefault(effect, []).append(some[0])
            continue
        half = len(some) // 2
        # The last is taken up first: the first half goes on top, so that the order stays.
        waiting += [some[half:], some[:half]]
    return found


def single_causes(
    things: Sequence[T], effects: Callable[[Sequence[T]], AbstractSet[E]]
) -> dict[int, set[E]]:
    """Return the effects that one thing alone has, by the number of the thing.

    Each thing has its number in binary digits. For every digit, the things with it and those
    without it are tried: an effect that comes with one of the two only, each time, has one cause,
    and the digits are the number of that. Effects of several things together are left out.
    """
    digits = max(len(things) - 1, 1).bit_length()
    numbers: dict[E, int] = {}
    mixed: set[E] = set()
    for digit in range(digits):
        ones = effects([each for at, each in enumerate(things) if at >> digit & 1])
        zeros = effects([each for at, each in enumerate(things) if not at >> digit & 1])
        mixed |= ones & zeros
        known = numbers.keys() if digit else zeros | ones
        mixed |= known ^ (zeros | ones)
        for effect in ones | zeros:
            numbers[effect] = numbers.get(effect, 0) | (effect in ones) << digit
    found: dict[int, set[E]] = {}
    for effect, number in numbers.items():
        if effect not in mixed and number < len(things):
            found.setdefault(number, set()).add(effect)
    return found
