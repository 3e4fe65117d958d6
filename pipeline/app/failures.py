"""From an exception of one file to the finding that reports it, so that the others go on."""

from typing import Final

from pipeline.core.errors import EnvironmentFailedError, PajaError, TemplateError
from pipeline.core.finding import Finding, Severity

#: Codes of findings that are the machine's fault and not the input's.
ENVIRONMENT: Final = "EN-01"
TEMPLATE: Final = "TE-01"
#: Values that each are sound, but of which no event can be made.
CALENDAR: Final = "OUT-03"


def failure_findings(fault: PajaError) -> tuple[Finding, ...]:
    """Return the findings of a stage that could not go on; a template may have several faults."""
    others = fault.others if isinstance(fault, TemplateError) else ()
    return tuple(_finding(each) for each in (fault, *others))


def _finding(fault: PajaError) -> Finding:
    return Finding(_code(fault), Severity.ERROR, fault.message, fault.location, fault.hint)


def _code(fault: PajaError) -> str:
    match fault:
        case EnvironmentFailedError():
            return ENVIRONMENT
        case TemplateError():
            return TEMPLATE
        case _:
            return CALENDAR
