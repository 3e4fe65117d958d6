"""Every fault of a single value, by the key that Pydantic's error carries as its type."""

from typing import Final

from schemas.fields import amount_faults, identity_faults, text_faults, time_faults
from schemas.fields.fault import Fault, fault

__all__ = ["FAULTS", "Fault", "fault"]

FAULTS: Final[dict[str, Fault]] = {
    known.key: known
    for known in (
        *text_faults.FAULTS,
        *time_faults.FAULTS,
        *amount_faults.FAULTS,
        *identity_faults.FAULTS,
    )
}
