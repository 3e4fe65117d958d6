"""The team and the mentor, as documents print them."""

from pipeline.contexts.directory import Directory
from pipeline.contexts.gaps import Gaps
from pipeline.contexts.scene import Scene
from schemas.academy import AcademySubmission
from schemas.contexts import Gap
from schemas.contexts.view import MemberView
from schemas.organisation import TeamMember
from schemas.programme import Participant, Programme


def team_views(submission: AcademySubmission, directory: Directory, gaps: Gaps) -> list[MemberView]:
    """Return the members of the team in their order."""
    return [_member(member, directory, gaps) for member in submission.team]


def _member(member: TeamMember, directory: Directory, gaps: Gaps) -> MemberView:
    person = directory.person(member.person) if member.person else None
    return MemberView(
        name=directory.name(member.person) or gaps.of(TeamMember, "person"),
        post=directory.post_of(person) if person else None,
        function=gaps.shown(member, "function"),
        contact_person=bool(member.contact_person),
    )


def mentor_name(scene: Scene, gaps: Gaps) -> str | Gap:
    """Return the name of the organisation's mentor."""
    return mentor_of(scene.participant, scene.programme) or gaps.of(Participant, "mentor")


def mentor_of(participant: Participant | None, programme: Programme) -> str | None:
    """Return the name of a participant's mentor, None while there is none."""
    wanted = participant.mentor if participant else None
    for mentor in programme.mentors:
        if wanted in {mentor.id, mentor.name}:
            return mentor.name
    return wanted
