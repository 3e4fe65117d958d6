"""The contexts of a process's invitations: to the whole of it, and to one workshop."""

from collections.abc import Sequence

from pipeline.contexts.document import current_version, document_view
from pipeline.contexts.events import event_view, occasion_of, workshop_occasion
from pipeline.contexts.gaps import Gaps
from pipeline.contexts.invited_process import (
    invited_groups,
    invited_process,
    workshop_date,
    workshop_day,
    workshop_name,
    workshop_timing,
)
from pipeline.contexts.process_people import ProcessPeople
from pipeline.contexts.scene import Scene
from pipeline.contexts.times import public_rows
from pipeline.core.references import name_key
from schemas.between_tasks import BetweenTask, TaskState
from schemas.blocks import BlockType
from schemas.community import CommunitySubmission
from schemas.contexts.view import RunRow
from schemas.contexts.workshop_invitations import (
    AgreedTaskView,
    FormerWorkshopView,
    ProcessInvitationContext,
    ProcessInvitationGaps,
    WorkshopInvitationContext,
    WorkshopInvitationGaps,
)
from schemas.memos import WorkshopMemo
from schemas.process import Process
from schemas.versions import Version
from schemas.workshops import Workshop, WorkshopBlock


def process_invitation(scene: Scene) -> ProcessInvitationContext:
    """Return everything that the invitation to a process can print."""
    gaps = Gaps(scene.translator, scene.language)
    submission = scene.process
    process, people = submission.process, ProcessPeople(submission, scene.language)
    workshops = _in_order(submission.workshops)
    first = workshops[0] if workshops else None
    day = first.timing.start if first and first.timing else None
    return ProcessInvitationContext(
        document=document_view(scene, gaps, current_version(scene, day)),
        process=invited_process(scene, people, gaps),
        start_question=gaps.shown(process, "start_question"),
        goals=gaps.shown(process, "goals"),
        themes=process.themes,
        out_of_scope=process.scope,
        ground_rules=process.ground_rules,
        invited=invited_groups(submission.invitees, people),
        workshops=[workshop_date(each, scene.language, gaps) for each in workshops],
        first=event_view(workshop_occasion(first, scene.language), gaps) if first else None,
        gaps=ProcessInvitationGaps(
            clients=gaps.of(CommunitySubmission, "organisations"),
            facilitators=gaps.of(Process, "facilitators"),
            invited=gaps.of(CommunitySubmission, "invitees"),
            workshops=gaps.of(CommunitySubmission, "workshops"),
        ),
    )


def workshop_invitation(scene: Scene) -> WorkshopInvitationContext:
    """Return everything that the invitation to one workshop can print.

    Raises:
        LookupError: the scene has no workshop.
    """
    own = scene.workshop
    if own is None:
        raise LookupError(scene.deliverable.id)
    gaps = Gaps(scene.translator, scene.language)
    submission = scene.process
    people = ProcessPeople(submission, scene.language)
    former, following = _neighbours(own, submission.workshops)
    memo = _memo_of(former, submission.memos)
    version = _version(scene, own, former if memo else None)
    tasks = _tasks_left(former, submission.between_tasks, version)
    return WorkshopInvitationContext(
        document=document_view(scene, gaps, version),
        process=invited_process(scene, people, gaps),
        event=event_view(occasion_of(scene), gaps),
        number=own.number,
        name=workshop_name(own, scene.language, gaps),
        welcome=own.welcome,
        purpose=gaps.shown(own, "purpose"),
        goal=gaps.shown(own, "goal"),
        for_whom=own.for_whom,
        invited=invited_groups(submission.invitees, people),
        catering=own.catering,
        programme=_programme(own, submission.blocks, people, gaps),
        is_first=former is None,
        former=_former_view(former, memo, scene.language, gaps) if former and memo else None,
        advance=_advance(own, submission.blocks),
        preparation=_preparation(own, tasks),
        tasks=[_task(each, people, gaps) for each in tasks],
        afterwards=own.afterwards,
        following=workshop_date(following, scene.language, gaps) if following else None,
        gaps=_empty_parts(gaps),
    )


def _in_order(workshops: Sequence[Workshop]) -> list[Workshop]:
    return sorted(workshops, key=lambda each: each.number)


def _neighbours(
    own: Workshop, workshops: Sequence[Workshop]
) -> tuple[Workshop | None, Workshop | None]:
    """Return the workshops before and after one of a process."""
    before = [each for each in _in_order(workshops) if each.number < own.number]
    after = [each for each in _in_order(workshops) if each.number > own.number]
    return (before[-1] if before else None), (after[0] if after else None)


def _memo_of(former: Workshop | None, memos: Sequence[WorkshopMemo]) -> WorkshopMemo | None:
    number = former.number if former else None
    return next((each for each in memos if each.workshop == number), None)


def _version(scene: Scene, own: Workshop, told: Workshop | None) -> Version | None:
    """Return the version that an invitation carries.

    It is the last one before the workshop; but a letter cannot be older than the workshop of which
    it tells, so that while no later version is there, it has none.
    """
    day = own.timing.start if own.timing else None
    version = current_version(scene, day)
    held = told.timing.end if told and told.timing else None
    is_older = version is not None and held is not None and version.date < held
    return None if is_older else version


def _programme(
    own: Workshop, blocks: Sequence[WorkshopBlock], people: ProcessPeople, gaps: Gaps
) -> list[RunRow]:
    """Return the rows that participants see, without what is done before the workshop."""
    held = [
        block
        for block in blocks
        if block.workshop == own.number and block.type is not BlockType.PREPARATION
    ]
    rows = public_rows(held, own.starts, gaps)
    return [row.model_copy(update={"lead": people.name(row.lead)}) for row in rows]


def _advance(own: Workshop, blocks: Sequence[WorkshopBlock]) -> list[str]:
    return [
        block.name
        for block in blocks
        if block.workshop == own.number
        and block.type is BlockType.PREPARATION
        and block.public is not False
    ]


def _tasks_left(
    former: Workshop | None, tasks: Sequence[BetweenTask], version: Version | None
) -> list[BetweenTask]:
    """Return the tasks of the workshop before that are left to do on the day of the letter."""
    return [
        task
        for task in tasks
        if former is not None
        and task.workshop == former.number
        and task.state is not TaskState.DROPPED
        and (task.state is not TaskState.DONE or _is_due_after(task, version))
    ]


def _is_due_after(task: BetweenTask, version: Version | None) -> bool:
    return task.due is not None and version is not None and task.due > version.date


def _task(task: BetweenTask, people: ProcessPeople, gaps: Gaps) -> AgreedTaskView:
    return AgreedTaskView(
        what=task.what,
        who=gaps.shown(task, "who"),
        person=people.name(task.person),
        due=task.due or gaps.of(BetweenTask, "due"),
    )


def _preparation(own: Workshop, tasks: Sequence[BetweenTask]) -> str | None:
    """Return what participants do before the workshop, less what the tasks say word for word."""
    said = {name_key(task.what) for task in tasks}
    lines = (own.preparation or "").splitlines()
    left = [line for line in lines if name_key(line.strip().removeprefix("- ")) not in said]
    return "\n".join(left) or None


def _former_view(
    former: Workshop, memo: WorkshopMemo, language: str, gaps: Gaps
) -> FormerWorkshopView:
    return FormerWorkshopView(
        number=former.number,
        name=workshop_name(former, language, gaps),
        date=workshop_day(former),
        timing=workshop_timing(former, gaps),
        present=memo.present,
        done=gaps.shown(memo, "done"),
        observations=gaps.shown(memo, "observations"),
        decisions=memo.decisions,
    )


def _empty_parts(gaps: Gaps) -> WorkshopInvitationGaps:
    return WorkshopInvitationGaps(
        clients=gaps.of(CommunitySubmission, "organisations"),
        facilitators=gaps.of(Process, "facilitators"),
        invited=gaps.of(CommunitySubmission, "invitees"),
        programme=gaps.of(CommunitySubmission, "blocks"),
        memo=gaps.of(CommunitySubmission, "memos"),
    )
