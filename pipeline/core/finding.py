"""One diagnostic: what is wrong, how bad it is, where, and what to do."""

from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.core.location import Location
from pipeline.core.text import Text


class Severity(StrEnum):
    """How much a finding matters at the gate that was asked for."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


#: A field's way from the top, such as ("measures", 0, "responsibility", "accountable").
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in an input or a template, as a value."""

    code: str
    severity: Severity
    message: Text
    location: Location = field(default_factory=Location)
    hint: Text | None = None
    path: Path = ()

    @property
    def dotted_path(self) -> str | None:
        """Return the path as text, such as `measures.0.accountable`, or None without one."""
        return ".".join(str(step) for step in self.path) or None


def has_errors(findings: "tuple[Finding, ...] | list[Finding]") -> bool:
    """Tell whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
