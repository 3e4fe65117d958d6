"""What is the same in two sequences: the shortest way from one to the other (Myers, 1986)."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Optional

#: Beyond so many differences two sequences are taken for different altogether.
_MOST: Final = 1500


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of each sequence, from a place up to another; `same` where they are equal."""

    same: bool
    before: range
    after: range


class _Way(NamedTuple):
    """How far a way has got in the first sequence, and its equal stretches, the last first."""

    reached: int
    stretches: Optional["_Stretch"] = None


class _Stretch(NamedTuple):
    before: int
    after: int
    length: int
    earlier: Optional["_Stretch"]


def blocks(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[Block]:
    """Yield the stretches of two sequences in their order, equal and unequal in turn.

    The work grows with the length times the number of differences, which is bounded.
    """
    shorter = min(len(before), len(after))
    start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    room = shorter - start
    end = next((at for at in range(room) if before[-1 - at] != after[-1 - at]), room)
    inner = _equal(before[start : len(before) - end], after[start : len(after) - end])
    known = [(0, 0, start), *((one + start, other + start, length) for one, other, length in inner)]
    known.append((len(before) - end, len(after) - end, end))
    at_before = at_after = 0
    for one, other, length in known:
        if one > at_before or other > at_after:
            yield Block(False, range(at_before, one), range(at_after, other))
        if length:
            yield Block(True, range(one, one + length), range(other, other + length))
        at_before, at_after = one + length, other + length


def _equal(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int, int]]:
    """Return the equal stretches on a shortest way; none where it would be too long."""
    ways: dict[int, _Way] = {1: _Way(0)}
    for steps in range(min(len(before) + len(after), _MOST) + 1):
        for diagonal in range(-steps, steps + 1, 2):
            way = _along(_stepped(ways, diagonal, steps), diagonal, before, after)
            ways[diagonal] = way
            if way.reached >= len(before) and way.reached - diagonal >= len(after):
                return _unwound(way.stretches)
    return []


def _stepped(ways: dict[int, _Way], diagonal: int, steps: int) -> _Way:
    """Return the best way onto a diagonal: by an item added, or by one removed."""
    added, removed = ways.get(diagonal + 1), ways.get(diagonal - 1)
    if removed is None or diagonal == -steps:
        return added or _Way(0)
    if added is not None and diagonal != steps and added.reached > removed.reached:
        return added
    return _Way(removed.reached + 1, removed.stretches)


def _along(way: _Way, diagonal: int, before: Sequence[Hashable], after: Sequence[Hashable]) -> _Way:
    """Return a way with the equal items that follow on its diagonal."""
    start = one = way.reached
    while (
        one < len(before) and one - diagonal < len(after) and before[one] == after[one - diagonal]
    ):
        one += 1
    if one == start:
        return way
    return _Way(one, _Stretch(start, start - diagonal, one - start, way.stretches))


def _unwound(last: _Stretch | None) -> list[tuple[int, int, int]]:
    found = []
    while last is not None:
        found.append((last.before, last.after, last.length))
        last = last.earlier
    return found[::-1]
