"""A process of its own for templates: what they may spend ends with it, and not with paja.

Compiling and rendering stop where a template counts or writes too much, but not everything can be
counted from within: a pattern that backtracks, or a library that fills the memory, is stopped only
from outside. One child process serves a run; where it has to be killed, or dies, the next document
gets another.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Final, ParamSpec, TypeVar, cast

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
from pipeline.app.worker_process import (
    CallOrder,
    CompileOrder,
    Order,
    Rendered,
    RenderOrder,
    serve,
)
from pipeline.core.errors import TemplateError
from pipeline.core.text import Text

P = ParamSpec("P")
T = TypeVar("T")


#: How long a process may load what it works with, in seconds, on a machine however busy.
_LOADING: Final = 120


class _DiedError(Exception):
    """The child ended without an answer."""


@dataclass(frozen=True, slots=True)
class WorkedTemplate:
    """A template that the worker has compiled; renders as a compiled template does."""

    _worker: "Worker"
    _order: CompileOrder

    def render(
        self, context: Mapping[str, object], *, properties: Mapping[str, str] | None = None
    ) -> bytes:
        """Return the finished .docx; the same context gives the same bytes.

        Raises:
            TemplateError: what rendering raises; or the document took more than it may.
        """
        return self.rendered(context, properties=properties).content

    def rendered(
        self, context: Mapping[str, object], *, properties: Mapping[str, str] | None = None
    ) -> Rendered:
        """Return the finished document as `render` does, and whether it shows a gap.

        Raises:
            TemplateError: what rendering raises; or the document took more than it may.
        """
        return self._worker.render(self._order, context, properties or {})


@dataclass(slots=True)
class Worker(Employer):
    """Compiles and renders in a child process, which is started when it is first needed."""

    limits: WorkLimits = field(default_factory=WorkLimits)
    _child: Child | None = None
    _is_ready: bool = False
    _known: set[str] = field(default_factory=set)
    _foreseen: CompileOrder | None = None
    _faults: dict[str, TemplateError | ChildBugError] = field(default_factory=dict)
    _deadly: set[str] = field(default_factory=set)

    def start(self) -> None:
        """Start the process before it is needed, so that it loads what it takes meanwhile.

        Raises:
            EnvironmentFailedError: the system allows no more processes or open files.
        """
        self._begun()

    def foresee(self, content: bytes, *, language: str, accent: str) -> None:
        """Have a template compiled that will probably be wanted, and do not wait for it.

        What is wrong with it is told when it is wanted.
        """
        self._take_foreseen()
        order = CompileOrder.of(content, language, accent)
        try:
            self._begun().connection.send(order)
        except OSError:
            self.close()
        else:
            self._foreseen = order

    def compile(self, content: bytes, *, language: str, accent: str) -> WorkedTemplate:
        """Compile a template.

        One that was foreseen may still be on its way: then its rendering raises what is wrong.

        Raises:
            TemplateError: what compiling raises; or it took more than it may.
        """
        order = CompileOrder.of(content, language, accent)
        if order != self._foreseen and order.key not in self._known:
            self._refuse_faulty(order)
            self._answered(order)
        return WorkedTemplate(self, order)

    def render(
        self, template: CompileOrder, context: Mapping[str, object], properties: Mapping[str, str]
    ) -> Rendered:
        """Render a template that has been compiled, again so if its process has ended since.

        Raises:
            TemplateError: what rendering raises; or the document took more than it may.
        """
        order = RenderOrder(template.key, context, properties)
        return cast("Rendered", self._answered(order, template))

    def call(self, act: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """Return what a function returns in the worker's process; all of it has to pickle.

        Raises:
            TemplateError: what the function raises; or it took more than it may.
        """
        return cast("T", self._answered(CallOrder(partial(act, *given, **named))))

    def close(self) -> None:
        """End the process at once, if there is one."""
        if self._child is not None:
            self._child.end()
        self._child = self._foreseen = None
        self._known.clear()

    def _answered(self, order: Order, template: CompileOrder | None = None) -> object:
        """Return the answer; a child that died by chance gives way to another, once."""
        self._take_foreseen()
        wanted = order if isinstance(order, CompileOrder) else template
        tries = 1 if wanted is not None and wanted.key in self._deadly else 2
        for _ in range(tries):
            with suppress(_DiedError):
                return self._ask_with(order, template)
        raise TemplateError(
            Text("The process that makes the document ended twice without a word."),
            hint=Text("The template, or a picture in it, is damaged: make it anew in Word."),
        )

    def _ask_with(self, order: Order, template: CompileOrder | None) -> object:
        if template is not None and template.key not in self._known:
            self._refuse_faulty(template)
            self._ask(template)
        return self._ask(order)

    def _refuse_faulty(self, order: CompileOrder) -> None:
        if order.key in self._faults:
            raise self._faults[order.key]

    def _take_foreseen(self) -> None:
        """Take in what came of the template that was foreseen, if it was not taken in yet."""
        order, self._foreseen = self._foreseen, None
        if order is None:
            return
        try:
            self._value(order)
        except (TemplateError, ChildBugError) as fault:
            self._faults[order.key] = fault
        except _DiedError:
            # Another process will try again, once, if the template is wanted.
            self._deadly.add(order.key)

    def _ask(self, order: Order) -> object:
        try:
            self._begun().connection.send(order)
        except OSError as fault:
            self.close()
            raise _DiedError from fault
        return self._value(order)

    def _value(self, order: Order) -> object:
        """Return what the order that was sent last gave."""
        match self._received():
            case Done(value=value):
                if isinstance(order, CompileOrder):
                    self._known.add(order.key)
                return value
            case Failed(fault=fault):
                raise fault
            case Bug() as bug:
                raise ChildBugError(bug)
            case failure:
                self.close()
                raise _failure(failure, self.limits)

    def _received(self) -> Answer | TooLong | Died:
        """Return the next answer; a template has its time from when the process is ready."""
        child = self._begun()
        if not self._is_ready:
            match child.received(_LOADING):
                case Done():
                    self._is_ready = True
                case failure:
                    return failure
        return child.received(self.limits.seconds)

    def _begun(self) -> Child:
        if self._child is None:
            self._child = begin(serve, self.limits.seconds, self.limits.memory)
            self._is_ready = False
        return self._child


def _failure(
    failure: OutOfMemory | TooLong | Died, limits: WorkLimits
) -> TemplateError | _DiedError:
    """Return what to raise of an order that a process did not answer."""
    if isinstance(failure, Died):
        return _DiedError()
    if isinstance(failure, TooLong):
        message = Text("The template took longer than {limit} seconds.", limit=limits.seconds)
        hint = Text("Simplify the template, or give it longer with {option}.",
                    option="--time-limit")  # fmt: skip
    else:
        megabytes = limits.memory // MEGABYTE
        message = Text("The template needs more than {limit} MB of memory.", limit=megabytes)
        hint = Text("Simplify the template, or give it more with {option}.",
                    option="--memory-limit")  # fmt: skip
    return TemplateError(message, hint=hint)
