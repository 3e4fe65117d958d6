"""What a child process does of itself: settle in, answer, and keep within its bounds.

Memory is bounded where the system can bound a process's, which Linux can.
"""

import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from pipeline.app.processes import Answer, Bug, Done, Failed, OutOfMemory
from pipeline.core.errors import PajaError

_STATM: Final = Path("/proc/self/statm")
#: A child ends itself so many seconds after its parent should have ended it.
_GRACE: Final = 2
_FIRST_FILE: Final = 3
_NEARLY: Final = 2_000_000


def settle_in(connection: Connection, *, is_copy: bool) -> None:
    """Make a child of this process: it holds no file of its parent, and the parent ends it."""
    if is_copy:
        _let_go(connection)
    # Ctrl-C reaches every process of a terminal; the parent alone decides what ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def answer(work: Callable[[], object]) -> Answer:
    """Do a piece of work and return what came of it."""
    try:
        return Done(work())
    except PajaError as fault:
        return Failed(fault)
    except MemoryError:
        return OutOfMemory()
    except Exception as fault:  # noqa: BLE001 - told to the parent, which ends with it
        if _is_full():
            # Libraries fail in ways of their own where there is no memory left.
            return OutOfMemory()
        frames = "".join(traceback.format_tb(fault.__traceback__))
        return Bug(type(fault).__name__, frames)


def bound_memory(memory: int) -> None:
    """Bound what this process may take beyond what it has; only Linux tells and holds to it."""
    if sys.platform != "linux":
        return
    import resource

    _, bound = resource.getrlimit(resource.RLIMIT_AS)
    wanted = _taken() + memory
    # Who started paja may have bounded it already, and more narrowly.
    most = wanted if bound == resource.RLIM_INFINITY else min(wanted, bound)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """End this process a little after so many seconds of work, should its parent be gone."""
    _alarm(seconds + _GRACE)
    yield
    _alarm(0)


def _alarm(seconds: int) -> None:
    if sys.platform != "win32":
        signal.alarm(seconds)


def _let_go(connection: Connection) -> None:
    """Close the parent's files, of which this process is born with copies: its locks among them."""
    kept = connection.fileno()
    os.closerange(_FIRST_FILE, kept)
    os.closerange(kept + 1, os.sysconf("SC_OPEN_MAX"))
    # What the parent has made so far is of no concern to this process's own collecting.
    gc.freeze()


def _taken() -> int:
    """Return the bytes of memory that this process has, as its bound counts them."""
    import resource

    pages = int(_STATM.read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()


def _is_full() -> bool:
    """Tell that this process has nearly all of the memory that it may have."""
    if sys.platform != "linux":
        return False
    import resource

    most, _ = resource.getrlimit(resource.RLIMIT_AS)
    return most != resource.RLIM_INFINITY and most - _taken() < _NEARLY
