"""The team and the mentor, as documents print them."""

from pipeline.contexts.directory import Directory
from pipeline.contexts.gaps import Gaps
from pipeline.contexts.scene import Scene
from pipeline.core.references import References
from schemas.academy import AcademySubmission
from schemas.contexts.gap import Gap
from schemas.contexts.view import MemberView
from schemas.organisation import TeamMember
from schemas.programme import Mentor, Participant, Programme


def team_views(submission: AcademySubmission, directory: Directory, gaps: Gaps) -> list[MemberView]:
    """Return the members of the team in their order."""
    return [_member(member, directory, gaps) for member in submission.team]


def _member(member: TeamMember, directory: Directory, gaps: Gaps) -> MemberView:
    person = directory.person(member.person) if member.person else None
    name = directory.name(member.person)
    post = directory.post_of(person) if person else None
    return MemberView(
        name=name or gaps.of(TeamMember, "person"),
        # A person whose name is not printed goes by the post already.
        post=None if post == name else post,
        function=gaps.shown(member, "function"),
        contact_person=bool(member.contact_person),
    )


def mentor_name(scene: Scene, gaps: Gaps) -> str | Gap:
    """Return the name of the organisation's mentor."""
    return mentor_of(scene.participant, scene.programme) or gaps.of(Participant, "mentor")


def mentor_of(participant: Participant | None, programme: Programme) -> str | None:
    """Return the name of a participant's mentor; an unknown reference stands as written."""
    wanted = participant.mentor if participant else None
    target = References.of(programme).resolve(wanted, ("mentors",))
    return target.row.name if target and isinstance(target.row, Mentor) else wanted
