"""The colours of the stages: a header's fill says from which gate its field is needed."""

from typing import Final

from pipeline.core.layout import Column, Sheet
from pipeline.language.helps import gate_of
from schemas.fields import Gate

#: Light fills on which the dark ink of a header reads well (7:1 at least), from gate 0 on.
_GATES: Final = (
    "FFE6DFF2",
    "FFDDE7F1",
    "FFDCF0E0",
    "FFFFF2C8",
    "FFFBE0CF",
    "FFF8D9E1",
    "FFDDF2F4",
)
#: The fill of fields that are needed at every gate, and of those that never are.
ALWAYS: Final = "FFC9D6E4"
NEVER: Final = "FFF2F3F5"


def stage_of(column: Column, process: str) -> Gate | None:
    """Return the gate from which a field is needed, None if always or never."""
    return None if column.leaf.compulsory else gate_of(column.leaf.required_from, process)


def fill_of(column: Column, process: str) -> str:
    """Return the fill of a field's header."""
    if column.leaf.compulsory:
        return ALWAYS
    gate = stage_of(column, process)
    return NEVER if gate is None else gate_fill(gate)


def gate_fill(gate: Gate) -> str:
    """Return the fill of what is needed from a gate on."""
    return _GATES[gate.order]


def tab_fill(sheet: Sheet, process: str) -> str:
    """Return the colour of a sheet's tab: that of the first stage which needs something there."""
    gates = [gate_of(sheet.required_from, process)]
    gates += [stage_of(column, process) for column in sheet.columns]
    needed = sorted((gate for gate in gates if gate is not None), key=lambda gate: gate.order)
    return gate_fill(needed[0]) if needed else NEVER
