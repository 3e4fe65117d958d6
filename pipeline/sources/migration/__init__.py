"""Older versions of the forms, and the explicit steps from each to the next."""

from pipeline.sources.migration.changes import changes, left_out
from pipeline.sources.migration.forms import HISTORIES, form_name, history_of
from pipeline.sources.migration.history import Edition, History
from pipeline.sources.migration.steps import Moved, NarrowedChoice

__all__ = [
    "HISTORIES",
    "Edition",
    "History",
    "Moved",
    "NarrowedChoice",
    "changes",
    "form_name",
    "history_of",
    "left_out",
]
