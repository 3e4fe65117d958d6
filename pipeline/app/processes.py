"""Child processes: how one begins, what it may take, and how it answers.

A child works on what comes from outside: what it spends ends with it, and not with paja. Memory is
bounded where the system can bound a process's, which Linux can.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final, Self

from pipeline.core.errors import PajaError

MEGABYTE: Final = 1_000_000
_STATM: Final = Path("/proc/self/statm")
#: A child ends itself so many seconds after its parent should have ended it.
_GRACE: Final = 2
_FIRST_FILE: Final = 3
_NEARLY: Final = 2_000_000
#: How long a child that has been told to end may take, in seconds.
_PATIENCE: Final = 5


@dataclass(frozen=True, slots=True)
class WorkLimits:
    """What one piece of a child's work may take: seconds, and bytes of memory."""

    seconds: int = 60
    memory: int = 1000 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Done:
    """The work is done; `value` is what it gave."""

    value: object = None


@dataclass(frozen=True, slots=True)
class Failed:
    """What was worked on, or the machine, is at fault."""

    fault: PajaError


@dataclass(frozen=True, slots=True)
class OutOfMemory:
    """There is no more memory than the process may have."""


@dataclass(frozen=True, slots=True)
class Bug:
    """paja itself is at fault: the kind of the exception, and the places in the code."""

    kind: str
    frames: str


Answer = Done | Failed | OutOfMemory | Bug


@dataclass(frozen=True, slots=True)
class TooLong:
    """There was no answer in time."""


@dataclass(frozen=True, slots=True)
class Died:
    """The process ended without an answer."""


class ChildBugError(RuntimeError):
    """A fault of paja's own in a child; `frames` tell the places in the code."""

    def __init__(self, bug: Bug) -> None:
        super().__init__(bug.kind)
        self.frames = bug.frames


@dataclass(frozen=True, slots=True)
class Child:
    """A process that was begun, and our end of the line to it."""

    process: BaseProcess
    connection: Connection

    def received(self, seconds: int) -> Answer | TooLong | Died:
        """Return the next answer, or why there is none."""
        try:
            if not self.connection.poll(seconds):
                return TooLong()
            answer: Answer = self.connection.recv()
        except (EOFError, OSError):
            # Asked late, a child that took too long has ended itself by then.
            return TooLong() if self._ended_itself() else Died()
        return answer

    def _ended_itself(self) -> bool:
        """Tell that the child was ended by its own alarm."""
        self.process.join(_PATIENCE)
        return sys.platform != "win32" and self.process.exitcode == -signal.SIGALRM

    def end(self) -> None:
        """End the process at once."""
        self.connection.close()
        self.process.kill()
        self.process.join(_PATIENCE)
        self.process.close()


class Employer(ABC):
    """What has processes at work; leaving its `with` ends them, whatever they do."""

    __slots__ = ()

    def __enter__(self) -> Self:
        """Return the employer itself."""
        return self

    def __exit__(self, *fault: object) -> None:
        """End the processes."""
        self.close()

    @abstractmethod
    def close(self) -> None:
        """End the processes at once, if there are any."""


def may_copy() -> bool:
    """Tell that a child may begin as a copy of this process: fast, and safe without threads."""
    return sys.platform == "linux" and threading.active_count() == 1


def begin(target: Callable[..., None], *given: object) -> Child:
    """Begin a process that calls a function with its end of the line, `given`, and `is_copy`."""
    is_copy = may_copy()
    ours, theirs = multiprocessing.Pipe()
    context = multiprocessing.get_context("fork" if is_copy else "spawn")
    process: BaseProcess = context.Process(  # type: ignore[attr-defined] # the stubs' gap
        target=target, args=(theirs, *given), kwargs={"is_copy": is_copy}, daemon=True
    )
    process.start()
    theirs.close()
    return Child(process, ours)


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


def bound_time(seconds: int) -> None:
    """End this process a little after so many seconds, should its parent be gone."""
    _alarm(seconds + _GRACE)


def unbind_time() -> None:
    """Call off what `bound_time` set."""
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
