"""The context of the kick-off's facilitator's guide (fasilitointisuunnitelma)."""

from collections.abc import Iterable

from pipeline.contexts.checklists import check_views
from pipeline.contexts.document import current_version, document_view
from pipeline.contexts.events import event_view, kick_off_stage, next_stages, occasion_of
from pipeline.contexts.gaps import Gaps
from pipeline.contexts.people import mentor_of
from pipeline.contexts.scene import Scene
from pipeline.contexts.times import run_rows
from schemas.blocks import Block
from schemas.contexts.facilitator_guide import (
    BlockView,
    FacilitatorGuideContext,
    GuideGaps,
    OrganisationView,
    RoleView,
    SupplyView,
)
from schemas.contexts.view import RunRow
from schemas.events import EventRole, KickOff
from schemas.programme import Participant, Programme


def facilitator_guide(scene: Scene) -> FacilitatorGuideContext:
    """Return everything that the facilitator's guide can print."""
    gaps = Gaps(scene.translator, scene.language)
    kick_off, stage = scene.programme.kick_off, kick_off_stage(scene.programme)
    occasion = occasion_of(scene)
    timing = occasion.timing if occasion else None
    day = timing.start if timing and timing.is_day else None
    rows = list(run_rows(kick_off.blocks, stage.starts if stage else None, gaps))
    return FacilitatorGuideContext(
        document=document_view(scene, gaps, current_version(scene, day)),
        event=event_view(occasion, gaps),
        goal=gaps.shown(kick_off, "goal"),
        outputs=gaps.shown(kick_off, "outputs"),
        participants=gaps.shown(kick_off, "participants"),
        expected=kick_off.expected,
        groups=_groups(kick_off),
        group_size=kick_off.group_size,
        room=gaps.shown(kick_off, "room"),
        online_variant=kick_off.online_variant,
        documentation=gaps.shown(kick_off, "documentation"),
        afterwards=kick_off.afterwards,
        technical_contact=kick_off.technical_contact,
        roles=[_role(each, gaps) for each in kick_off.roles],
        run=rows,
        blocks=_blocks(kick_off.blocks, rows, gaps),
        supplies=[
            SupplyView(name=each.name, amount=each.amount, bringer=each.bringer)
            for each in kick_off.supplies
        ],
        checks=check_views(kick_off.checklist, day, gaps),
        organisations=[_organisation(each, scene, gaps) for each in scene.programme.organisations],
        next_stages=next_stages(scene.programme, stage.number if stage else 0, scene.language),
        gaps=GuideGaps(
            blocks=gaps.of(KickOff, "blocks"),
            roles=gaps.of(KickOff, "roles"),
            supplies=gaps.of(KickOff, "supplies"),
            checks=gaps.of(KickOff, "checklist"),
            organisations=gaps.of(Programme, "organisations"),
        ),
    )


def _groups(kick_off: KickOff) -> int | None:
    """Return how many groups it takes so that none is larger than the size asked for."""
    if kick_off.expected is None or kick_off.group_size is None:
        return None
    return -(-kick_off.expected // kick_off.group_size)


def _role(role: EventRole, gaps: Gaps) -> RoleView:
    return RoleView(role=role.role, name=gaps.shown(role, "name"), phone=role.phone, task=role.task)


def _blocks(blocks: Iterable[Block], rows: list[RunRow], gaps: Gaps) -> list[BlockView]:
    """Return the blocks that need instructions; breaks stand in the run table only."""
    working = [(block, row) for block, row in zip(blocks, rows, strict=True) if not row.quiet]
    return [_block(number, block, row, gaps) for number, (block, row) in enumerate(working, 1)]


def _block(number: int, block: Block, row: RunRow, gaps: Gaps) -> BlockView:
    return BlockView(
        **{name: getattr(row, name) for name in RunRow.model_fields},
        number=number,
        goal=gaps.shown(block, "goal"),
        do=block.do,
        say=block.say,
        grouping=block.grouping,
        output=block.output,
        tips=block.tips,
        what_if=block.what_if,
    )


def _organisation(participant: Participant, scene: Scene, gaps: Gaps) -> OrganisationView:
    return OrganisationView(
        name=participant.name.first((scene.language, "fi")) or participant.id,
        mentor=mentor_of(participant, scene.programme) or gaps.of(Participant, "mentor"),
    )
