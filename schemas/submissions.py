"""Which form the participants of each programme fill in: the one registry of submission models."""

from typing import TYPE_CHECKING, Final, cast

from schemas.lazy import LazyRegistry
from schemas.programme import ProgrammeModel

if TYPE_CHECKING:
    from schemas.academy import AcademySubmission
    from schemas.community import CommunitySubmission
    from schemas.organisation import Organisation
    from schemas.process import Process

    Submission = AcademySubmission | CommunitySubmission

SUBMISSIONS: Final[LazyRegistry[ProgrammeModel, type["Submission"]]] = LazyRegistry({
    ProgrammeModel.ACADEMY: "schemas.academy:AcademySubmission",
    ProgrammeModel.COMMUNITY: "schemas.community:CommunitySubmission",
})


def model_of(form: type[object]) -> ProgrammeModel | None:
    """Return the programme model whose participants fill in a form, None for any other form."""
    return next((model for model in SUBMISSIONS if form is SUBMISSIONS.loaded(model)), None)


def academy_of(submission: "Submission | None") -> "AcademySubmission | None":
    """Return a submission if it is one of the academy."""
    is_one = model_of(type(submission)) is ProgrammeModel.ACADEMY
    return cast("AcademySubmission", submission) if is_one else None


def community_of(submission: "Submission | None") -> "CommunitySubmission | None":
    """Return a submission if it is a process of Yhteisöllinen innovointi."""
    is_one = model_of(type(submission)) is ProgrammeModel.COMMUNITY
    return cast("CommunitySubmission", submission) if is_one else None


def owner_of(submission: "Submission") -> "Organisation | Process":
    """Return whom a submission belongs to: what has its id and name in the programme file."""
    owner: Organisation | Process = getattr(submission, owner_field(type(submission)))
    return owner


def owner_field(form: type["Submission"]) -> str:
    """Return the name of the field in which the owner stands."""
    return "organisation" if model_of(form) is ProgrammeModel.ACADEMY else "process"
