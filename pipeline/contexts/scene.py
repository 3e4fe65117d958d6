"""All that one document is made from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.language.catalogue import Translator, translator
from schemas.deliverable import Deliverable
from schemas.programme import Participant, Programme
from schemas.sparrings import Sparring
from schemas.submissions import academy_of, community_of

if TYPE_CHECKING:
    from schemas.academy import AcademySubmission
    from schemas.community import CommunitySubmission
    from schemas.submissions import Submission
    from schemas.workshops import Workshop


@dataclass(frozen=True, slots=True)
class Scene:
    """The inputs of one document: the programme, and what of it the document is about.

    `submission` and `participant` are there for the document of an organisation or a process,
    `sparring` for an invitation to one, `workshop` for a document of one workshop of a process.
    """

    programme: Programme
    deliverable: Deliverable
    language: str
    draft: bool
    submission: "Submission | None" = None
    participant: Participant | None = None
    sparring: Sparring | None = None
    workshop: "Workshop | None" = None

    @property
    def translator(self) -> Translator:
        """Return the translator into the document's language."""
        return translator(self.language)

    @property
    def plan(self) -> "AcademySubmission":
        """Return the submission of an organisation's document.

        Raises:
            LookupError: the document is the programme's own, or of another model.
        """
        found = academy_of(self.submission)
        if found is not None:
            return found
        raise LookupError(self.deliverable.id)

    @property
    def process(self) -> "CommunitySubmission":
        """Return the submission of a process's document.

        Raises:
            LookupError: the document is the programme's own, or of another model.
        """
        found = community_of(self.submission)
        if found is not None:
            return found
        raise LookupError(self.deliverable.id)
