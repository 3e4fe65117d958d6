"""What a workbook says of itself."""

from openpyxl.workbook import Workbook

from pipeline.core.own_names import IDENTITY_PROPERTY


def read_identity(workbook: Workbook) -> str | None:
    """Return the custom property of a workbook of ours, None without one."""
    properties = workbook.custom_doc_props  # type: ignore[attr-defined] # the stubs lack it
    for entry in properties.props:
        if entry.name == IDENTITY_PROPERTY and entry.value is not None:
            return str(entry.value)
    return None
