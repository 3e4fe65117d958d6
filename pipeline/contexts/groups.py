"""The groups of a workshop and of its blocks, computed from who are expected."""

from pipeline.core.grouping import group_sizes
from schemas.contexts.workshops import GroupsView
from schemas.workshops import Workshop, WorkshopBlock


def workshop_groups(workshop: Workshop) -> GroupsView | None:
    """Return the groups of a workshop, None while people or group size are not known."""
    return _groups(workshop.expected, workshop.group_size, workshop.groups)


def block_groups(block: WorkshopBlock, workshop: Workshop) -> GroupsView | None:
    """Return the groups of a block: of its own size, else those of its workshop."""
    if block.group_size is None:
        return workshop_groups(workshop)
    return _groups(workshop.expected, block.group_size, None)


def _groups(people: int | None, size: int | None, count: int | None) -> GroupsView | None:
    if people is None or size is None:
        return None
    sizes = group_sizes(people, size, count)
    return GroupsView(people=people, count=len(sizes), least=sizes[-1], most=sizes[0])
