"""What runs in the child process of a worker: orders come in, answers go out."""

import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from pipeline.core.errors import TemplateError
from pipeline.render import CompiledTemplate, compile_template

_STATM: Final = Path("/proc/self/statm")
#: The child ends itself so many seconds after its parent should have ended it.
_GRACE: Final = 2
_FIRST_FILE: Final = 3
_NEARLY: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class CompileOrder:
    """Compile a template; `key` tells it from others."""

    key: str
    content: bytes
    language: str
    accent: str


@dataclass(frozen=True, slots=True)
class RenderOrder:
    """Render a template that this process has compiled."""

    key: str
    context: Mapping[str, object]
    properties: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CallOrder:
    """Call a function that looks into templates, and send back what it returns."""

    act: Callable[[], object]


Order = CompileOrder | RenderOrder | CallOrder


@dataclass(frozen=True, slots=True)
class Done:
    """The order is done; `value` is the document, or what was returned, None for a compiling."""

    value: object = None


@dataclass(frozen=True, slots=True)
class Failed:
    """The template or a value is at fault."""

    fault: TemplateError


@dataclass(frozen=True, slots=True)
class OutOfMemory:
    """There is no more memory than the process may have."""


@dataclass(frozen=True, slots=True)
class Bug:
    """paja itself is at fault: the kind of the exception, and the places in the code."""

    kind: str
    frames: str


Answer = Done | Failed | OutOfMemory | Bug


def serve(connection: Connection, seconds: int, memory: int, *, is_copy: bool) -> None:
    """Answer orders until the other end closes; each within its seconds and bytes."""
    if is_copy:
        _let_go(connection)
    # Ctrl-C reaches every process of a terminal; the parent alone decides what ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound_memory(memory)
    compiled: dict[str, CompiledTemplate] = {}
    while True:
        try:
            order: Order = connection.recv()
            _alarm(seconds + _GRACE)
            connection.send(_answer(order, compiled))
            _alarm(0)
        except (EOFError, OSError):
            return


def _answer(order: Order, compiled: dict[str, CompiledTemplate]) -> Answer:
    try:
        return Done(_worked(order, compiled))
    except TemplateError as fault:
        return Failed(fault)
    except MemoryError:
        return OutOfMemory()
    except Exception as fault:  # noqa: BLE001 - told to the parent, which ends with it
        if _is_full():
            # Libraries fail in ways of their own where there is no memory left.
            return OutOfMemory()
        frames = "".join(traceback.format_tb(fault.__traceback__))
        return Bug(type(fault).__name__, frames)


def _worked(order: Order, compiled: dict[str, CompiledTemplate]) -> object:
    match order:
        case CompileOrder(key, content, language, accent):
            compiled[key] = compile_template(content, language=language, accent=accent)
            return None
        case RenderOrder(key, context, properties):
            return compiled[key].render(context, properties=properties)
        case CallOrder(act):
            return act()


def _let_go(connection: Connection) -> None:
    """Close the parent's files, of which this process is born with copies: its locks among them."""
    kept = connection.fileno()
    os.closerange(_FIRST_FILE, kept)
    os.closerange(kept + 1, os.sysconf("SC_OPEN_MAX"))
    # What the parent has made so far is of no concern to this process's own collecting.
    gc.freeze()


def _bound_memory(memory: int) -> None:
    """Bound what this process may take beyond what it has; only Linux tells and holds to it."""
    if sys.platform != "linux":
        return
    import resource

    most = _taken() + memory
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


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


def _alarm(seconds: int) -> None:
    """End this process after so many seconds, should its parent be gone; 0 calls that off."""
    if sys.platform != "win32":
        signal.alarm(seconds)
