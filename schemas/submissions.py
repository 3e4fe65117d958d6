"""Which form the participants of each programme fill in: the one registry of submission models."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from schemas.academy import AcademySubmission
from schemas.community import CommunitySubmission
from schemas.organisation import Organisation
from schemas.process import Process
from schemas.programme import ProgrammeModel

Submission = AcademySubmission | CommunitySubmission

SUBMISSIONS: Final[Mapping[ProgrammeModel, type[Submission]]] = MappingProxyType({
    ProgrammeModel.ACADEMY: AcademySubmission,
    ProgrammeModel.COMMUNITY: CommunitySubmission,
})


def owner_of(submission: Submission) -> Organisation | Process:
    """Return whom a submission belongs to: what has its id and name in the programme file."""
    match submission:
        case AcademySubmission():
            return submission.organisation
        case CommunitySubmission():
            return submission.process


def owner_field(model: type[Submission]) -> str:
    """Return the name of the field in which the owner stands."""
    return "organisation" if issubclass(model, AcademySubmission) else "process"
