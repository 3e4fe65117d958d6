"""The types of the contexts by the names that deliverables use."""

from typing import Final, get_type_hints

from pipeline.contexts.gap_list import gap_list
from pipeline.contexts.registry import CONTEXTS
from schemas.contexts import View

#: The list of gaps has a template, but is no deliverable.
GAP_LIST: Final = "gap_list"


def context_model(name: str) -> type[View] | None:
    """Return the model of a context, None if there is no such context."""
    builder = gap_list if name == GAP_LIST else CONTEXTS.get(name)
    if builder is None:
        return None
    model: type[View] = get_type_hints(builder)["return"]
    return model
