"""Fields that steer by their nature: that no document shows them says nothing."""

from typing import Final

from pipeline.core.finding import Path
from pipeline.core.trace import Field

#: What rules and settings read, and what ties files and rows to one another.
_SHEETS: Final = frozenset({"acknowledgements", "settings"})
_FIELDS: Final = frozenset(
    {("programme", name) for name in ("id", "model", "languages")}
    | {("organisations", name) for name in ("languages", "gate", "printed_names")}
    | {("stages", name) for name in ("number", "type", "scope", "gate")}
)


def steers(field: Field) -> bool:
    """Tell that a field is an id or a setting, which no reader of a document misses."""
    column: Path = field.column
    return field.is_identifier or column[0] in _SHEETS or column[:2] in _FIELDS
