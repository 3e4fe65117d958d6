"""What is said of a file without a single value."""

from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text


def nothing_filled_in(place: Location) -> Finding:
    """Return the finding of a file in which nothing is filled in."""
    message = Text("Nothing is filled in.")
    hint = Text("Check that the file is the right one and was saved after filling it in.")
    return Finding("FI-30", Severity.ERROR, message, place, hint)
