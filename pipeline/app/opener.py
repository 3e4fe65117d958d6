"""A process of its own that opens files ahead of the time at which they are wanted.

While it loads the libraries of workbooks and meets what others have sent, paja loads its models;
and what a hostile file takes of time and memory ends with that process. Where no process can be a
copy of this one, files are opened here, when they are wanted.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Final, cast

from pipeline.app import processes
from pipeline.app.child_process import answer, bound_memory, settle_in, within
from pipeline.app.opening import OpenedFile, open_file, refused_file
from pipeline.app.processes import (
    MEGABYTE,
    Answer,
    Bug,
    Child,
    ChildBugError,
    Died,
    Done,
    Employer,
    Failed,
    OutOfMemory,
    TooLong,
    WorkLimits,
    begin,
)
from pipeline.core.errors import EnvironmentFailedError
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text

#: A sound file takes a small part of this: reading it is bounded by sizes and counts already.
_LIMITS: Final = WorkLimits(seconds=10, memory=512 * MEGABYTE)
#: A file, and what findings call it.
Named = tuple[Path, str]
#: What ends a process, whatever file it had in hand.
_FAILURES: Final = (OutOfMemory, TooLong, Died)
#: So many files may have been opened before the first of them is wanted.
_AHEAD: Final = 2


@dataclass(slots=True)
class Opener(Employer):
    """Opens files; those that are expected are opened ahead, each within its limits."""

    limits: WorkLimits = _LIMITS
    _expected: deque[Named] = field(default_factory=deque)
    _answers: dict[Named, Answer | TooLong | Died] = field(default_factory=dict)
    _child: Child | None = None
    _given: int = 0

    def expect(self, files: Iterable[Named]) -> None:
        """Begin to open files, in the order in which they will be wanted."""
        if processes.may_copy():
            self._end()
            self._expected.extend(files)
            with self._or_here():
                self._begin(*self._expected)

    def open(self, path: Path, shown: str) -> OpenedFile:
        """Open a file, or return what the process found in it; `shown` is what findings call it.

        Raises:
            EnvironmentFailedError: the file is missing, locked or cannot be opened.
            ChildBugError: paja itself is at fault.
        """
        wanted = (path, shown)
        while wanted in self._expected:
            with self._or_here():
                self._receive()
        match self._answers.pop(wanted, None):
            case None:
                return open_file(path, shown)
            case Done(value=opened):
                return cast("OpenedFile", opened)
            case Failed(fault=fault):
                raise fault
            case Bug() as bug:
                raise ChildBugError(bug)
            case other:
                return refused_file(path, self._refusal(other, shown))

    def close(self) -> None:
        """End the process at once, if there is one, and expect nothing any more."""
        self._end()
        self._expected.clear()
        self._answers.clear()

    def _end(self) -> None:
        if self._child is not None:
            self._child.end()
        self._child = None

    @contextmanager
    def _or_here(self) -> Iterator[None]:
        """Expect nothing any more where the system allows no process: files are opened here."""
        try:
            yield
        except EnvironmentFailedError:
            self.close()

    def _begin(self, *files: Named) -> Child:
        """Begin a process that opens some files."""
        self._child = begin(_open_all, files, self.limits.seconds, self.limits.memory)
        self._given = len(files)
        return self._child

    def _receive(self) -> None:
        """Take in the answer about the next file; a process that failed gives way to another."""
        child = self._child or self._begin(*self._expected)
        got = child.received(self.limits.seconds)
        if isinstance(got, _FAILURES):
            self._end()
            if self._given > 1:
                # Another file of the same process may have been too much, and not this one.
                got = self._alone(self._expected[0])
        self._answers[self._expected.popleft()] = got

    def _alone(self, file: Named) -> Answer | TooLong | Died:
        """Return what a process of its own finds in a file."""
        got = self._begin(file).received(self.limits.seconds)
        self._end()
        return got

    def _refusal(self, failure: OutOfMemory | TooLong | Died, shown: str) -> Finding:
        if isinstance(failure, Died):
            code, message = "FI-05", Text("The file is damaged: opening it stopped without a word.")
            hint = Text("Open it in the program that it was made with, and save it as a new file.")
        else:
            code, message = "FI-07", _too_much(failure, self.limits)
            hint = Text(
                "Check that the file is the right one, and copy what you filled in into a fresh"
                " one."
            )
        return Finding(code, Severity.ERROR, message, Location(file=shown), hint)


def _too_much(failure: OutOfMemory | TooLong, limits: WorkLimits) -> Text:
    if isinstance(failure, OutOfMemory):
        megabytes = limits.memory // MEGABYTE
        return Text("Opening the file needs more than {limit} MB of memory.", limit=megabytes)
    return Text("Opening the file took longer than {limit} seconds.", limit=limits.seconds)


def _open_all(
    connection: Connection, files: tuple[Named, ...], seconds: int, memory: int, *, is_copy: bool
) -> None:
    """Open files and send what they hold, a little ahead of what the other end has taken."""
    settle_in(connection, is_copy=is_copy)
    bound_memory(memory)
    parcels: Queue[bytes | None] = Queue(_AHEAD)
    sender = Thread(target=_send, args=(connection, parcels), daemon=True)
    sender.start()
    for path, shown in files:
        with within(seconds):
            parcel = _parcel(path, shown)
        parcels.put(parcel)
    parcels.put(None)
    sender.join()


def _parcel(path: Path, shown: str) -> bytes:
    """Return the packed answer about a file; what goes wrong in packing it is an answer too."""
    found = answer(partial(open_file, path, shown))
    match answer(partial(ForkingPickler.dumps, found)):
        case Done(value=packed):
            return bytes(cast("memoryview", packed))
        case fault:
            return bytes(ForkingPickler.dumps(fault))


def _send(connection: Connection, parcels: "Queue[bytes | None]") -> None:
    try:
        while (parcel := parcels.get()) is not None:
            connection.send_bytes(parcel)
    except OSError:
        # The other end is gone; nobody wants what the other thread may still be opening.
        os._exit(0)
