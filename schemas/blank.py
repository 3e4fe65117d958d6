"""Empty values: blank text, also of non-breaking spaces alone, means that nothing was given."""

import re
from typing import Final

EDGES: Final = " \t\r\n\u00a0\u202f\u2007"
"""What is trimmed from the edges of a text: spaces (breaking or not), tabs and line breaks."""

# Excel writes a carriage return, line feed or tab of a cell's text as an escape.
_BLANK: Final = re.compile(f"(?:[{EDGES}]|_x000[9AaDd]_)*")


def empty_to_none(value: object) -> object:
    """Return None for blank text, a text without blank edges, and any other value as it is."""
    if not isinstance(value, str):
        return value
    return None if _BLANK.fullmatch(value) else value.strip(EDGES)
