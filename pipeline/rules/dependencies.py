"""Which measures wait for each other, found in time that grows with their number only."""

from collections import defaultdict

from pipeline.rules.subject import Subject

_Ways = dict[int, set[int]]


def waiting_for_each_other(subject: Subject) -> tuple[int, ...]:
    """Return the indices of the measures on a loop of dependencies, or between two loops."""
    ways = _dependencies(subject)
    return tuple(sorted(_left(ways) & _left(_reversed(ways))))


def _dependencies(subject: Subject) -> _Ways:
    ways: _Ways = {}
    for index, measure in enumerate(subject.submission.measures):
        found = (subject.form.references.resolve(t, ("measures",)) for t in measure.depends_on)
        ways[index] = {target.index for target in found if target}
    return ways


def _reversed(ways: _Ways) -> _Ways:
    back: _Ways = {index: set() for index in ways}
    for index, firsts in ways.items():
        for first in firsts:
            back[first].add(index)
    return back


def _left(ways: _Ways) -> set[int]:
    """Return what is left when all that waits for nothing has been done, again and again."""
    waiting: dict[int, list[int]] = defaultdict(list)
    for index, firsts in ways.items():
        for first in firsts:
            waiting[first].append(index)
    open_ways = {index: len(firsts) for index, firsts in ways.items()}
    done = [index for index, count in open_ways.items() if count == 0]
    for index in done:
        for later in waiting[index]:
            open_ways[later] -= 1
            if open_ways[later] == 0:
                done.append(later)
    return set(ways) - set(done)
