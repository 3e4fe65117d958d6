"""The types of the contexts by the names that deliverables use."""

from typing import Final, get_type_hints

from pipeline.contexts.field_list import field_list
from pipeline.contexts.gap_list import gap_list
from pipeline.contexts.registry import CONTEXTS
from schemas.contexts.view import View

#: The lists of gaps and of names have templates, but are no deliverables.
GAP_LIST: Final = "gap_list"
FIELD_LIST: Final = "field_list"
_LISTS: Final = {GAP_LIST: gap_list, FIELD_LIST: field_list}


def context_model(name: str) -> type[View] | None:
    """Return the model of a context, None if there is no such context."""
    builder = _LISTS.get(name) or CONTEXTS.get(name)
    if builder is None:
        return None
    model: type[View] = get_type_hints(builder)["return"]
    return model
