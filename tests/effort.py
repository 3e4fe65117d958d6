"""How much work something is, told alike by every machine: in times of a piece of known work."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from time import process_time
from typing import Final

#: The known work: so many steps of a bare loop, some hundredth of a second.
_STEPS: Final = 200_000


@contextmanager
def at_most(times: float) -> Iterator[None]:
    """Fail if what stands inside is more work for this process than `times` the known work.

    Time of the processor is compared with time of the processor, both taken in one process: how
    fast the machine is, and what else it does, falls out.
    """
    before = process_time()
    yield
    spent = (process_time() - before) / _known_work()
    assert spent < times, f"{spent:.0f} times the known work, more than {times:.0f}"


@cache
def _known_work() -> float:
    """Return the processor's seconds for the known work; the middle of some tries."""
    tries = sorted(_try() for _ in range(5))
    return tries[2]


def _try() -> float:
    before = process_time()
    total = 0
    for step in range(_STEPS):
        total += step & 7
    return process_time() - before
