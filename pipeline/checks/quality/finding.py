"""A finding on a template as a document, with the severity of its code."""

from pipeline.checks.severities import SEVERITIES
from pipeline.core.finding import Finding
from pipeline.core.location import Location
from pipeline.core.text import Text


def quality_finding(code: str, message: Text, place: Location, hint: Text) -> Finding:
    """Return a finding of a code."""
    return Finding(code, SEVERITIES[code], message, place, hint)
