"""What is different between two documents, paragraph by paragraph."""

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

#: Two texts less like each other than this are not one that was changed.
_LIKE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph that is not as it was, by its number from 0; `after` is None if it goes.

    `before` is None for one that comes new.
    """

    before: int | None
    after: str | None


def differences(before: Sequence[str], after: Sequence[str]) -> tuple[Difference, ...]:
    """Return the paragraphs that change, go or come, in their order.

    One that only moves is left out where anything else is different.
    """
    same = _in_place(before, after)
    if same is not None:
        return same
    start = _common(before, after)
    rest = min(len(before), len(after)) - start
    end = min(_common(before[::-1], after[::-1]), rest)
    found = tuple(_changed(before[start : len(before) - end], after[start : len(after) - end]))
    there = tuple(
        each if each.before is None else replace(each, before=each.before + start) for each in found
    )
    return _without_moves(there, before) or there


def _in_place(before: Sequence[str], after: Sequence[str]) -> tuple[Difference, ...] | None:
    """Return the differences where no paragraph goes, comes or moves; None where one does."""
    if len(before) != len(after):
        return None
    pairs = zip(before, after, strict=True)
    changed = [(at, was, now) for at, (was, now) in enumerate(pairs) if was != now]
    if {was for _, was, _ in changed} & {now for _, _, now in changed}:
        return None
    return tuple(Difference(at, now) for at, _, now in changed)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many texts both begin with."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind != "equal":
            pairs = zip_longest(range(first, last), new[begin:end])
            yield from (Difference(at, text) for at, text in pairs)


def _without_moves(found: Sequence[Difference], before: Sequence[str]) -> tuple[Difference, ...]:
    """Return the differences without what only moves; what moves and changes becomes one."""
    gone = Counter(before[each.before] for each in found if each.before is not None)
    come = Counter(each.after for each in found if each.after is not None)
    moved = {*gone} & {*come}
    kept, old, new = [], [], []
    for each in found:
        was = None if each.before is None else before[each.before]
        if was is not None and each.after is not None and not {was, each.after} & moved:
            kept.append(each)
            continue
        old += [each.before] if each.before is not None and was not in moved else []
        new += [each.after] if each.after is not None and each.after not in moved else []
    for at in old:
        after = next((text for text in new if _is_like(before[at], text)), None)
        if after is not None:
            new.remove(after)
        kept.append(Difference(at, after))
    whole = [*kept, *(Difference(None, text) for text in new)]
    return tuple(sorted(whole, key=lambda each: (each.before is None, each.before or 0)))


def _is_like(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LIKE
