"""Gates: the stages that a submission must be complete for, and the mark of what each demands."""

from dataclasses import dataclass

from schemas.fields.choice import Choice
from schemas.msgid import msgid


class Gate(Choice):
    """Name a gate: G0 to G5 of the innovation academy, P0 to P6 of community innovation."""

    G0 = "G0", msgid("G0 Application")
    G1 = "G1", msgid("G1 Kick-off")
    G2 = "G2", msgid("G2 First sparring")
    G3 = "G3", msgid("G3 Second sparring")
    G4 = "G4", msgid("G4 Management team")
    G5 = "G5", msgid("G5 Decision")
    P0 = "P0", msgid("P0 Commission")
    P1 = "P1", msgid("P1 First workshop")
    P2 = "P2", msgid("P2 Second workshop")
    P3 = "P3", msgid("P3 Third workshop")
    P4 = "P4", msgid("P4 Fourth workshop")
    P5 = "P5", msgid("P5 Fifth workshop")
    P6 = "P6", msgid("P6 Closing")

    @property
    def process(self) -> str:
        """Return the letter of the gate's process: G or P."""
        return self.value[:1]

    @property
    def order(self) -> int:
        """Return the number of the gate within its process."""
        return int(self.value[1:])

    def reaches(self, other: "Gate") -> bool:
        """Say whether this gate is the other one or a later one of the same process."""
        return self.process == other.process and self.order >= other.order


@dataclass(frozen=True, slots=True)
class RequiredFrom:
    """Say that a field may be empty before a gate: `Annotated[str | None, RequiredFrom("G3")]`.

    A field that both processes demand carries one mark for each.

    Raises:
        ValueError: there is no such gate.
    """

    gate: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "gate", Gate(self.gate))
