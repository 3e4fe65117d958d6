"""Which line of one document stands for which of another: the same, moved, changed, or new."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.checks.comparing.matching import Block, blocks
from pipeline.checks.comparing.tags import blanked, without_tags
from pipeline.checks.wording.line import Kind, Line

_WORD: Final = re.compile(r"\w+")
#: How much two lines must share to be the same one, changed.
_ALIKE: Final = 0.5
#: A stretch with more pairs of lines than this is not searched for the best ones.
_PAIRS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Pair:
    """A line as it was and as it is; one of them is None where it is new, or gone."""

    before: Line | None
    after: Line | None
    moved: bool = False


def pairs(before: Sequence[Line], after: Sequence[Line]) -> Iterator[Pair]:
    """Yield what is not the same in two documents, in the order of the new one."""
    found = blocks([_key(line) for line in before], [_key(line) for line in after])
    changed = [block for block in found if not block.same]
    origins = _moves(changed, before, after)
    left = set(origins.values())
    told: list[Pair] = []
    for block in changed:
        old = [before[at] for at in block.before if at not in left]
        new = [(after[at], origins.get(at)) for at in block.after]
        stay = [line for line, origin in new if origin is None]
        told += _in_order(old, new, _matched(old, stay), before)
    yield from _with_changed_moves(told)


def _with_changed_moves(told: Sequence[Pair]) -> Iterator[Pair]:
    """Yield the pairs; what is gone and new elsewhere with other tags has moved."""
    gone: defaultdict[str, list[Pair]] = defaultdict(list)
    for each in told:
        if each.after is None and each.before is not None and _is_telling(each.before):
            gone[blanked(each.before.text)].append(each)
    joined: dict[int, Pair] = {}
    taken: set[int] = set()
    for each in told:
        if each.before is None and each.after is not None and _is_telling(each.after):
            waiting = gone.get(blanked(each.after.text))
            if waiting:
                origin = waiting.pop(0)
                taken.add(id(origin))
                joined[id(each)] = Pair(origin.before, each.after, moved=True)
    yield from (joined.get(id(each), each) for each in told if id(each) not in taken)


def _key(line: Line) -> tuple[object, ...]:
    """Return what two lines must have in common to be the same."""
    styles = tuple(each.style for each in line.paragraphs)
    return (line.kind, line.text, line.level, styles)


def _moves(
    changed: Sequence[Block], before: Sequence[Line], after: Sequence[Line]
) -> dict[int, int]:
    """Return from where the lines have come that stand elsewhere without any other change."""
    gone: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for block in changed:
        for at in block.before:
            if _is_telling(before[at]):
                gone[_key(before[at])].append(at)
    moved: dict[int, int] = {}
    for block in changed:
        for at in block.after:
            waiting = gone.get(_key(after[at]))
            if waiting:
                moved[at] = waiting.pop(0)
    return moved


def _is_telling(line: Line) -> bool:
    """Tell that a line has words of its own, by which it can be known again elsewhere."""
    words = " ".join(without_tags(each.text) for each in line.paragraphs)
    return line.kind is not Kind.TABLE and _WORD.search(words) is not None


def _in_order(
    old: Sequence[Line],
    new: Sequence[tuple[Line, int | None]],
    matched: dict[int, int],
    before: Sequence[Line],
) -> Iterator[Pair]:
    """Yield the pairs of one stretch; what is gone stands where it was."""
    at_old = stay = 0
    for line, origin in new:
        if origin is not None:
            yield Pair(before[origin], line, moved=True)
            continue
        partner = matched.get(stay)
        stay += 1
        if partner is None:
            yield Pair(None, line)
            continue
        yield from (Pair(each, None) for each in old[at_old:partner])
        yield Pair(old[partner], line)
        at_old = partner + 1
    yield from (Pair(each, None) for each in old[at_old:])


def _matched(old: Sequence[Line], new: Sequence[Line]) -> dict[int, int]:
    """Return which old line each new one stands for: those most alike, none crossing another."""
    if len(old) == len(new) == 1:
        return {0: 0} if old[0].kind is new[0].kind else {}
    if len(old) * len(new) > _PAIRS:
        return {}
    words = ([_bag(line) for line in old], [_bag(line) for line in new])
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    likeness: dict[tuple[int, int], float] = {}
    for one in reversed(range(len(old))):
        for other in reversed(range(len(new))):
            alike = _likeness(words[0][one], words[1][other])
            if alike >= _ALIKE:
                likeness[one, other] = alike
            paired = best[one + 1][other + 1] + likeness.get((one, other), 0.0)
            best[one][other] = max(paired, best[one + 1][other], best[one][other + 1])
    return _followed(best, likeness)


def _followed(
    best: Sequence[Sequence[float]], likeness: dict[tuple[int, int], float]
) -> dict[int, int]:
    found: dict[int, int] = {}
    one = other = 0
    while one < len(best) - 1 and other < len(best[0]) - 1:
        alike = likeness.get((one, other))
        if alike is not None and best[one][other] == best[one + 1][other + 1] + alike:
            found[other] = one
            one, other = one + 1, other + 1
        elif best[one][other] == best[one + 1][other]:
            one += 1
        else:
            other += 1
    return found


def _bag(line: Line) -> Counter[str]:
    return Counter([line.kind.value, *_WORD.findall(line.text)])


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / (one.total() + other.total())
