"""What the rules of Yhteisöllinen innovointi look at: one process with its programme."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from pipeline.core.finding import Severity
from pipeline.core.record import RawRecord
from pipeline.rules.rule import Severities
from pipeline.rules.subject import Form
from schemas.community import CommunitySubmission
from schemas.fields import Gate
from schemas.process import OrganisationRole, ProcessMode, ProcessOrganisation
from schemas.programme import Programme
from schemas.workshop_rules import WorkshopRules
from schemas.workshops import WorkshopBlock

#: The last gate that a workshop has of its own; after it comes only the closing of the process.
_LAST: Final = Gate.P5


@dataclass(frozen=True, slots=True)
class CommunitySubject:
    """One process with its programme.

    `record` knows the places of its values; `languages` are those of the process's documents.
    """

    submission: CommunitySubmission
    programme: Programme
    record: RawRecord | None = None
    languages: tuple[str, ...] = ("fi",)
    form: Form = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(
            self,
            "form",
            Form.of(self.submission, languages=self.languages, record=self.record),
        )

    @property
    def limits(self) -> WorkshopRules:
        """Return the programme's thresholds of the workshops."""
        return self.programme.workshop_rules

    @property
    def crosses_borders(self) -> bool:
        """Tell whether the process is one of several organisations."""
        return self.submission.process.mode is ProcessMode.CROSS_BORDER

    @property
    def clients(self) -> Iterator[tuple[int, ProcessOrganisation]]:
        """Yield the organisations that commission the process, with the numbers of their rows."""
        for index, organisation in enumerate(self.submission.organisations):
            if organisation.role is OrganisationRole.CLIENT:
                yield index, organisation

    def blocks_of(self, workshop: int) -> list[tuple[int, WorkshopBlock]]:
        """Return the blocks of a workshop in their order, with the numbers of their rows."""
        blocks = enumerate(self.submission.blocks)
        return [(index, block) for index, block in blocks if block.workshop == workshop]


def gate_of(workshop: int) -> Gate:
    """Return the gate that is passed before a workshop of a number, from 1."""
    return Gate(f"P{min(workshop, _LAST.order)}")


def error_from(workshop: int) -> Severities:
    """Return the severities of what must be in place when a workshop is at hand."""
    return (Gate.P0, Severity.WARNING), (gate_of(workshop), Severity.ERROR)
