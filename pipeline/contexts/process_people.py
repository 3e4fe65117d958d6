"""Who is meant by an id or a name in a process, and how documents print them."""

from dataclasses import dataclass, field
from typing import Final

from pipeline.core.references import References
from schemas.community import CommunitySubmission
from schemas.process import ProcessOrganisation, ProcessPerson

_PEOPLE: Final = ("people",)
_ORGANISATIONS: Final = ("organisations",)


@dataclass(frozen=True, slots=True)
class ProcessPeople:
    """The people and organisations of one process.

    Who has refused the publication of the name is printed by the organisation, or by the id.
    """

    submission: CommunitySubmission
    language: str
    references: References = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "references", References.of(self.submission))

    def name(self, reference: str | None) -> str | None:
        """Return how a person or organisation is printed; what is unknown stands as written."""
        person = self.person(reference)
        if person is not None:
            return self._printed(person)
        organisation = self.organisation(reference)
        return reference if organisation is None else self._titled(organisation)

    def names(self, references: tuple[str, ...]) -> list[str]:
        """Return how each of a list is printed."""
        return [self.name(reference) or reference for reference in references]

    def person(self, reference: str | None) -> ProcessPerson | None:
        """Return the person whom an id or an exact full name means."""
        target = self.references.resolve(reference, _PEOPLE)
        row = target.row if target else None
        return row if isinstance(row, ProcessPerson) else None

    def organisation(self, reference: str | None) -> ProcessOrganisation | None:
        """Return the organisation that an id or an exact name means."""
        target = self.references.resolve(reference, _ORGANISATIONS)
        row = target.row if target else None
        return row if isinstance(row, ProcessOrganisation) else None

    def _printed(self, person: ProcessPerson) -> str:
        if person.may_publish_name is not False:
            return person.full_name or person.id
        organisation = self.organisation(person.organisation)
        return person.id if organisation is None else self._titled(organisation)

    def _titled(self, organisation: ProcessOrganisation) -> str:
        return (organisation.name.get(self.language) if organisation.name else None) or (
            organisation.id
        )
