"""One workshop as the facilitator's guides see it: run sheet, groups, materials and tasks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.contexts.checklists import check_views
from pipeline.contexts.events import event_view, workshop_occasion
from pipeline.contexts.gaps import Gaps
from pipeline.contexts.groups import block_groups, workshop_groups
from pipeline.contexts.materials import workshop_amounts
from pipeline.contexts.methods import method_of
from pipeline.contexts.process_people import ProcessPeople
from pipeline.contexts.times import run_rows, timing_view
from schemas.between_tasks import BetweenTask
from schemas.blocks import BlockType
from schemas.community import CommunitySubmission
from schemas.contexts.view import RunRow
from schemas.contexts.workshop_guide import NextWorkshopView, TaskView, WorkBlockView, WorkshopView
from schemas.contexts.workshops import GroupsView
from schemas.workshops import Workshop, WorkshopBlock

#: Fields of a workshop that its guide prints as they are.
_AS_WRITTEN: Final = (
    "number",
    "for_whom",
    "expected",
    "arrangement",
    "catering",
    "preparation",
    "documentation",
    "online_variant",
    "afterwards",
)


@dataclass(frozen=True, slots=True)
class WorkshopSeries:
    """The workshops of a process, from which each of them is shown."""

    people: ProcessPeople
    gaps: Gaps

    @property
    def submission(self) -> CommunitySubmission:
        """Return the process."""
        return self.people.submission

    @property
    def workshops(self) -> list[Workshop]:
        """Return the workshops by number; of two with one number, an error, the first."""
        by_number = {each.number: each for each in reversed(self.submission.workshops)}
        return [by_number[number] for number in sorted(by_number)]

    def blocks(self, workshop: Workshop) -> list[WorkshopBlock]:
        """Return the programme of a workshop."""
        return [each for each in self.submission.blocks if each.workshop == workshop.number]

    def view(self, workshop: Workshop) -> WorkshopView:
        """Return one workshop with all that its facilitator needs."""
        occasion = workshop_occasion(workshop, self.people.language)
        timing = workshop.timing
        day = timing.start if timing and timing.is_day else None
        checks = self.submission.checklist
        rows = self.workshops
        after = [each for each in rows if each.number > workshop.number]
        return WorkshopView(
            **{name: getattr(workshop, name) for name in _AS_WRITTEN},
            name=occasion.name,
            timing=self.gaps.there(workshop, "timing", timing_view),
            event=event_view(occasion, self.gaps),
            purpose=self.gaps.shown(workshop, "purpose"),
            goal=self.gaps.shown(workshop, "goal"),
            output=self.gaps.shown(workshop, "output"),
            groups=workshop_groups(workshop),
            lessons=self._lessons(workshop),
            blocks=list(self._rows(workshop)),
            spare=self._spare(workshop),
            amounts=workshop_amounts(
                self.submission.materials, workshop, self.people, self.gaps
            ),
            checks_before=check_views((c for c in checks if c.days <= 0), day, self.gaps),
            checks_after=check_views((c for c in checks if c.days > 0), day, self.gaps),
            tasks=[self._task(t) for t in self.submission.between_tasks
                   if t.workshop == workshop.number],
            plans_experiments=len(after) == 1,
            is_last=not after,
            next_workshop=self._next(after[0]) if after else None,
        )  # fmt: skip

    def _rows(self, workshop: Workshop) -> Iterator[WorkBlockView]:
        blocks = self.blocks(workshop)
        rows = run_rows(blocks, workshop.starts, self.gaps)
        for block, row in zip(blocks, rows, strict=True):
            yield self._block(block, row, workshop)

    def _block(self, block: WorkshopBlock, row: RunRow, workshop: Workshop) -> WorkBlockView:
        method = method_of(block, self.people.references)
        shown = {name: getattr(row, name) for name in RunRow.model_fields}
        return WorkBlockView(
            **shown | {"lead": self.people.name(block.lead)},
            before=block.type is BlockType.PREPARATION and row.minutes == 0,
            goal=block.goal,
            do=block.do,
            say=block.say,
            grouping=block.grouping,
            groups=_groups(block, workshop),
            method=method.name if method else block.method,
            output=block.output,
            tips=block.tips,
            what_if=block.what_if,
        )

    def _spare(self, workshop: Workshop) -> int | None:
        blocks = self.blocks(workshop)
        if workshop.duration is None or not blocks:
            return None
        return workshop.duration.minutes - sum(each.duration.minutes for each in blocks)

    def _lessons(self, workshop: Workshop) -> str | None:
        """Return what the memo of the workshop before says of this one."""
        before = [each.number for each in self.workshops if each.number < workshop.number]
        memos = {each.workshop: each for each in self.submission.memos}
        memo = memos.get(before[-1]) if before else None
        return memo.changes if memo else None

    def _task(self, task: BetweenTask) -> TaskView:
        return TaskView(
            what=task.what,
            who=self.gaps.shown(task, "who"),
            person=self.people.name(task.person),
            due=self.gaps.there(task, "due", lambda day: day),
        )

    def _next(self, workshop: Workshop) -> NextWorkshopView:
        return NextWorkshopView(
            number=workshop.number,
            name=workshop.shown_name.first((self.people.language, "fi")) or "",
            timing=self.gaps.there(workshop, "timing", timing_view),
        )


def _groups(block: WorkshopBlock, workshop: Workshop) -> GroupsView | None:
    """Return the groups of a block that is done in groups."""
    if block.type is BlockType.GROUP or block.group_size is not None:
        return block_groups(block, workshop)
    return None
