"""From an exception of one file to the finding that reports it, so that the others go on."""

from typing import Final

from pipeline.core.errors import EnvironmentFailedError, PajaError
from pipeline.core.finding import Finding, Severity

#: Codes of findings that are the machine's fault and not the input's.
ENVIRONMENT: Final = "EN-01"
TEMPLATE: Final = "TE-01"


def failure_finding(fault: PajaError) -> Finding:
    """Return the finding of a stage that could not go on."""
    code = ENVIRONMENT if isinstance(fault, EnvironmentFailedError) else TEMPLATE
    return Finding(code, Severity.ERROR, fault.message, fault.location, fault.hint)
