"""Times of interleaved runs: what slows the machine for a while slows every candidate alike."""

import os
import statistics
from collections.abc import Callable, Mapping
from time import perf_counter


def medians(runs: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each run over rounds in which every run has its turn."""
    for run in runs.values():
        run()
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            start = perf_counter()
            run()
            taken[name].append(perf_counter() - start)
    return {name: statistics.median(each) for name, each in taken.items()}


def least(
    runs: Mapping[str, Callable[[], object]], rounds: int, clock: Callable[[], float]
) -> dict[str, float]:
    """Return the least time of each run by a clock, over rounds in which every run has its turn."""
    for run in runs.values():
        run()
    taken = dict.fromkeys(runs, float("inf"))
    for _ in range(rounds):
        for name, run in runs.items():
            start = clock()
            run()
            taken[name] = min(taken[name], clock() - start)
    return taken


def of_children() -> float:
    """Return the processor time of all processes that were started and have ended."""
    times = os.times()
    return times.children_user + times.children_system
