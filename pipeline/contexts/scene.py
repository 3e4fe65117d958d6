"""All that one document is made from."""

from dataclasses import dataclass

from pipeline.language.catalogue import Translator, translator
from schemas.academy import AcademySubmission
from schemas.deliverable import Deliverable
from schemas.programme import Participant, Programme
from schemas.sparrings import Sparring


@dataclass(frozen=True, slots=True)
class Scene:
    """The inputs of one document: the programme, and what of it the document is about.

    `submission` and `participant` are there for an organisation's document, `sparring` for an
    invitation to one.
    """

    programme: Programme
    deliverable: Deliverable
    language: str
    draft: bool
    submission: AcademySubmission | None = None
    participant: Participant | None = None
    sparring: Sparring | None = None

    @property
    def translator(self) -> Translator:
        """Return the translator into the document's language."""
        return translator(self.language)

    @property
    def plan(self) -> AcademySubmission:
        """Return the submission of an organisation's document.

        Raises:
            LookupError: the document is the programme's own.
        """
        if self.submission is None:
            raise LookupError(self.deliverable.id)
        return self.submission
