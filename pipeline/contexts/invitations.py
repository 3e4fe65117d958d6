"""The contexts of the invitations: to the kick-off, and to a sparring."""

from pipeline.contexts.directory import Directory
from pipeline.contexts.document import current_version, document_view
from pipeline.contexts.events import event_view, kick_off_stage, next_stages, occasion_of
from pipeline.contexts.gaps import Gaps
from pipeline.contexts.people import mentor_name, team_views
from pipeline.contexts.scene import Scene
from pipeline.contexts.times import public_rows
from schemas.academy import AcademySubmission
from schemas.contexts.invitations import (
    InvitationGaps,
    KickOffInvitationContext,
    PreAssignmentView,
    QuestionView,
    SparringInvitationContext,
)
from schemas.contexts.view import RunRow
from schemas.events import KickOff, SparringPlan
from schemas.programme import Programme


def kick_off_invitation(scene: Scene) -> KickOffInvitationContext:
    """Return everything that the invitation to the kick-off can print."""
    gaps = Gaps(scene.translator, scene.language)
    kick_off, stage = scene.programme.kick_off, kick_off_stage(scene.programme)
    occasion = occasion_of(scene)
    day = occasion.timing.start if occasion and occasion.timing else None
    return KickOffInvitationContext(
        document=document_view(scene, gaps, current_version(scene, day)),
        event=event_view(occasion, gaps),
        welcome=gaps.shown(kick_off, "welcome"),
        goal=gaps.shown(kick_off, "goal"),
        outputs=kick_off.outputs,
        programme=public_rows(kick_off.blocks, stage.starts if stage else None, gaps),
        pre_assignment=_pre_assignment(scene.programme, gaps),
        team=team_views(scene.plan, _directory(scene), gaps),
        mentor=mentor_name(scene, gaps),
        next_stages=next_stages(scene.programme, stage.number if stage else 0, scene.language),
        afterwards=kick_off.afterwards,
        technical_contact=kick_off.technical_contact,
        accessibility_form=kick_off.accessibility_form,
        gaps=_empty_lists(gaps),
    )


def sparring_invitation(scene: Scene) -> SparringInvitationContext:
    """Return everything that the invitation to one sparring can print.

    Raises:
        LookupError: the scene has no sparring.
    """
    own = scene.sparring
    if own is None:
        raise LookupError(scene.deliverable.id)
    gaps = Gaps(scene.translator, scene.language)
    common = _common(scene.programme, own.number)
    occasion = occasion_of(scene)
    day = occasion.timing.start if occasion and occasion.timing else None
    return SparringInvitationContext(
        document=document_view(scene, gaps, current_version(scene, day)),
        event=event_view(occasion, gaps),
        number=own.number,
        goal=gaps.shown(common, "goal"),
        preparation=common.preparation,
        questions=own.questions,
        programme=_sparring_rows(scene, gaps),
        team=team_views(scene.plan, _directory(scene), gaps),
        mentor=mentor_name(scene, gaps),
        experts=[part.strip() for part in (own.experts or "").split(";") if part.strip()],
        afterwards=common.afterwards,
        gaps=_empty_lists(gaps),
    )


def _common(programme: Programme, number: int) -> SparringPlan:
    """Return what all sparrings of a number share, empty while the programme says nothing."""
    found = [plan for plan in programme.sparrings if plan.number == number]
    return found[0] if found else SparringPlan(number=number)


def _sparring_rows(scene: Scene, gaps: Gaps) -> list[RunRow]:
    own = scene.sparring
    blocks = [
        block
        for block in scene.programme.sparring_blocks
        if own is not None and block.sparring == own.number
    ]
    return public_rows(blocks, own.starts if own else None, gaps)


def _directory(scene: Scene) -> Directory:
    settings = scene.programme.settings
    return Directory(scene.plan, scene.language, scene.translator, settings.printed_names)


def _pre_assignment(programme: Programme, gaps: Gaps) -> PreAssignmentView:
    task = programme.pre_assignment
    return PreAssignmentView(
        introduction=task.introduction,
        minutes=task.time_needed.minutes if task.time_needed else None,
        due=gaps.there(task, "due", lambda day: day),
        return_address=gaps.shown(task, "return_address"),
        questions=[
            QuestionView(number=each.number, text=each.text) for each in programme.questions
        ],
    )


def _empty_lists(gaps: Gaps) -> InvitationGaps:
    return InvitationGaps(
        programme=gaps.of(KickOff, "blocks"),
        questions=gaps.of(Programme, "questions"),
        team=gaps.of(AcademySubmission, "team"),
    )
