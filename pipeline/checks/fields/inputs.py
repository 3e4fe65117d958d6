"""The made-up inputs of a document, and the values that its template would see of them."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, cast

from pydantic import BaseModel

from pipeline.checks.fields.following import Values, values_of
from pipeline.checks.fields.sample import Sample
from pipeline.contexts import CONTEXTS
from pipeline.contexts.scene import Scene
from pipeline.contexts.subjects import SUBJECTS
from schemas.academy import AcademySubmission
from schemas.community import CommunitySubmission
from schemas.deliverable import Deliverable, DeliverableScope
from schemas.fields import Gate, LocalizedText
from schemas.programme import Programme
from schemas.submissions import SUBMISSIONS

if TYPE_CHECKING:
    from schemas.submissions import Submission

#: Which workshop a document of one is about: the second has one before it and one after.
_WORKSHOP = 1


class Form(StrEnum):
    """In which file a field is filled in."""

    SUBMISSION = "submission"
    PROGRAMME = "programme"


@dataclass(frozen=True, slots=True)
class Inputs:
    """The forms that a document is made from."""

    context: str
    language: str
    programme: Programme
    submission: "Submission"

    def form(self, form: Form) -> BaseModel:
        """Return one of the forms."""
        return self.programme if form is Form.PROGRAMME else self.submission

    def with_form(self, form: Form, changed: BaseModel) -> "Inputs":
        """Return the inputs with another form in the place of one."""
        if form is Form.PROGRAMME:
            return replace(self, programme=cast("Programme", changed))
        return replace(self, submission=cast("Submission", changed))

    def values(self) -> Values:
        """Return the values of the context by their places."""
        return values_of(CONTEXTS[self.context](self._scene()))

    def _scene(self) -> Scene:
        scope = SUBJECTS[self.context].scope
        scene = Scene(
            programme=self.programme,
            deliverable=_deliverable(self.context, scope),
            language=self.language,
            draft=False,
        )
        if scope is DeliverableScope.PROGRAMME:
            return scene
        participant = self.programme.organisations[0]
        scene = replace(scene, submission=self.submission, participant=participant)
        match scope, self.submission:
            case DeliverableScope.WORKSHOP, CommunitySubmission(workshops=workshops):
                return replace(scene, workshop=workshops[_WORKSHOP])
            case DeliverableScope.SPARRING, AcademySubmission(sparrings=sparrings):
                return replace(scene, sparring=sparrings[0])
            case _:
                return scene


def samples_of(
    context: str, language: str, empty: frozenset[str] = frozenset(), *, alike: bool = False
) -> dict[Form, Sample]:
    """Return the forms that documents with a context are made from, as `Sample` takes them."""
    submission = SUBMISSIONS[SUBJECTS[context].model]
    return {
        Form.SUBMISSION: Sample(submission, language, empty, alike),
        Form.PROGRAMME: Sample(Programme, language, empty, alike),
    }


def inputs_of(context: str, samples: dict[Form, Sample]) -> Inputs:
    """Return the forms of some samples, filled in."""
    programme, submission = samples[Form.PROGRAMME], samples[Form.SUBMISSION]
    return Inputs(
        context,
        programme.language,
        cast("Programme", programme.filled()),
        cast("Submission", submission.filled()),
    )


@cache
def _deliverable(context: str, scope: DeliverableScope) -> Deliverable:
    """Return a deliverable that has a context."""
    title = context.replace("_", " ").capitalize()
    return Deliverable(
        id=context.replace("_", "-"),
        context=context,
        titles=LocalizedText(fi=title, sv=title, en=title),
        slugs=LocalizedText(fi="x"),
        scope=scope,
        gate=Gate.G1,
    )
