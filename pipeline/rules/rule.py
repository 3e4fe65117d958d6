"""What a rule is: its id, what it wants, how much a breach matters at which gate, and its check."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipeline.core.explanation import Example
from pipeline.core.finding import Path, Severity
from pipeline.core.text import Text
from schemas.fields import Gate

__all__ = ["Example", "Hit", "Rule", "Severities", "always", "levels", "severity_at"]

#: From which gate which severity, ascending within each process; silent before the first, and
#: from where the severity is None.
Severities = tuple[tuple[Gate, Severity | None], ...]

S_contra = TypeVar("S_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule noticed, and in which field.

    `severities` are the hit's own where they differ from those of its rule.
    """

    message: Text
    path: Path = ()
    hint: Text | None = None
    severities: Severities | None = None


@dataclass(frozen=True, slots=True)
class Rule(Generic[S_contra]):
    """One rule; `about` is a msgid that says what it wants and why.

    What it notices `may_be_acknowledged` in the input, with a reason, where people may know better.
    """

    id: str
    about: str
    severities: Severities
    check: Callable[[S_contra], Iterator[Hit]]
    example: Example | None = None
    may_be_acknowledged: bool = False


def levels(
    *, info: str | None = None, warning: str | None = None, error: str | None = None
) -> Severities:
    """Return severities from the gates from which they hold: `levels(warning="G2", error="G3")`."""
    steps = ((info, Severity.INFO), (warning, Severity.WARNING), (error, Severity.ERROR))
    return tuple((Gate(gate), severity) for gate, severity in steps if gate is not None)


def always(severity: Severity) -> Severities:
    """Return one severity for every gate of every programme."""
    return (Gate.G0, severity), (Gate.P0, severity)


def severity_at(severities: Severities, gate: Gate) -> Severity | None:
    """Return how much a hit matters at a gate, None where it does not yet matter."""
    reached = [severity for start, severity in severities if gate.reaches(start)]
    return reached[-1] if reached else None
