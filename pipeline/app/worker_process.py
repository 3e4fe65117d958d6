"""What runs in the child process of a worker: orders come in, answers go out."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Self

from pipeline.app.child_process import answer, bound_memory, settle_in, within
from pipeline.app.processes import Done

if TYPE_CHECKING:
    from pipeline.render import CompiledTemplate


@dataclass(frozen=True, slots=True)
class CompileOrder:
    """Compile a template; `key` tells it from others."""

    key: str
    content: bytes
    language: str
    accent: str

    @classmethod
    def of(cls, content: bytes, language: str, accent: str) -> Self:
        """Return the order of a template, the same one for the same template."""
        return cls(f"{sha256(content).hexdigest()} {language} {accent}", content, language, accent)


@dataclass(frozen=True, slots=True)
class RenderOrder:
    """Render a template that this process has compiled."""

    key: str
    context: Mapping[str, object]
    properties: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished .docx, and whether it shows a gap to its reader."""

    content: bytes
    shows_gap: bool


@dataclass(frozen=True, slots=True)
class CallOrder:
    """Call a function that looks into templates, and send back what it returns."""

    act: Callable[[], object]


Order = CompileOrder | RenderOrder | CallOrder


def serve(connection: Connection, seconds: int, memory: int, *, is_copy: bool) -> None:
    """Say when it is ready, then answer orders within their bounds until the other end closes."""
    settle_in(connection, is_copy=is_copy)
    # A copy may be older than what renders: it loads that itself, while its parent does other work.
    import pipeline.render  # noqa: F401

    bound_memory(memory)
    compiled: dict[str, CompiledTemplate] = {}
    with suppress(OSError):
        connection.send(Done())
    while True:
        try:
            order: Order = connection.recv()
            with within(seconds):
                connection.send(answer(partial(_worked, order, compiled)))
        except (EOFError, OSError):
            return


def compile_template(content: bytes, *, language: str, accent: str) -> "CompiledTemplate":
    """Compile a template; what does it is loaded in the child alone.

    Raises:
        TemplateError: it cannot be compiled.
    """
    from pipeline import render

    return render.compile_template(content, language=language, accent=accent)


def _worked(order: Order, compiled: "dict[str, CompiledTemplate]") -> object:
    match order:
        case CompileOrder(key, content, language, accent):
            compiled[key] = compile_template(content, language=language, accent=accent)
            _load_locale(language)
            return None
        case RenderOrder(key, context, properties):
            return _rendered(compiled[key].render(context, properties=properties))
        case CallOrder(act):
            return act()


def _rendered(content: bytes) -> Rendered:
    from pipeline.render import shows_gap

    return Rendered(content, shows_gap(content))


def _load_locale(language: str) -> None:
    """Load what every document of a language needs while nobody waits for one."""
    from pipeline.language.locales import load_locale

    load_locale(language)
