"""The exceptions of stages that cannot go on, each with its exit code."""

from enum import IntEnum

from pipeline.core.location import Location
from pipeline.core.text import Text


class ExitCode(IntEnum):
    """What a command ends with; documented in the README."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    BUG = 3
    ENVIRONMENT = 4
    INTERRUPTED = 130


class PajaError(Exception):
    """A stage cannot go on; the message says where, what, and what to do."""

    exit_code = ExitCode.FINDINGS

    def __init__(
        self, message: Text, *, hint: Text | None = None, location: Location | None = None
    ) -> None:
        super().__init__(str(message))
        self.message = message
        self.hint = hint
        self.location = location or Location()


class UsageError(PajaError):
    """What was asked for cannot be done as asked."""

    exit_code = ExitCode.USAGE


class EnvironmentFailedError(PajaError):
    """The machine is in the way: a file missing or locked, a disk full, a program absent."""

    exit_code = ExitCode.ENVIRONMENT


class TemplateError(PajaError):
    """A template cannot be compiled or rendered; `others` are further faults of the same one."""

    others: tuple["TemplateError", ...] = ()

    @classmethod
    def first_of(cls, faults: "tuple[TemplateError, ...]") -> "TemplateError":
        """Return the first of some faults with the others beside it."""
        first, *others = faults
        first.others = tuple(others)
        return first
