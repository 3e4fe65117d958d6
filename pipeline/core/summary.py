"""What is said of one submission as a whole after its validation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SubmissionSummary:
    """How one submission stands at a gate; `ready` says that final documents can be made of it."""

    file: str
    organisation: str | None
    gate: str
    errors: int
    warnings: int
    ready: bool
