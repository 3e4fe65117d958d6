"""Child processes as their parent sees them: how one begins, how it answers, how it ends.

A child works on what comes from outside: what it spends ends with it, and not with paja.
"""

import multiprocessing
import signal
import sys
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Final, Self

from pipeline.core.errors import EnvironmentFailedError, PajaError
from pipeline.core.text import Text

MEGABYTE: Final = 1_000_000
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
    """Begin a process that calls a function with its end of the line, `given`, and `is_copy`.

    Raises:
        EnvironmentFailedError: the system allows no more processes or open files.
    """
    is_copy = may_copy()
    try:
        return _begun(target, given, is_copy=is_copy)
    except OSError as fault:
        raise EnvironmentFailedError(
            Text(
                "The system allows no more processes or open files: {reason}",
                reason=fault.strerror or str(fault),
            ),
            hint=Text("Close other programs, or raise the limits under which paja is started."),
        ) from fault


def _begun(target: Callable[..., None], given: tuple[object, ...], *, is_copy: bool) -> Child:
    ours, theirs = multiprocessing.Pipe()
    context = multiprocessing.get_context("fork" if is_copy else "spawn")
    process: BaseProcess = context.Process(  # type: ignore[attr-defined] # the stubs' gap
        target=target, args=(theirs, *given), kwargs={"is_copy": is_copy}, daemon=True
    )
    process.start()
    theirs.close()
    return Child(process, ours)
