"""The checklists of an event: what is done on which day before and after it."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from pipeline.contexts.gaps import Gaps
from pipeline.core.text import Text
from schemas.contexts.facilitator_guide import CheckView
from schemas.events import ChecklistItem

#: Days from the event that have a name of their own.
_DAY_NAMES: Final = {
    -14: Text("Two weeks before"),
    -7: Text("A week before"),
    -1: Text("The day before"),
    0: Text("On the day"),
    1: Text("The day after"),
    7: Text("A week after"),
    14: Text("Two weeks after"),
}


def check_views(items: Iterable[ChecklistItem], day: dt.date | None, gaps: Gaps) -> list[CheckView]:
    """Return the tasks by day in their order, with dates when the event has its day."""
    tasks: dict[int, list[str]] = {}
    for item in items:
        tasks.setdefault(item.days, []).append(item.task)
    return [
        CheckView(
            label=gaps.word(_day_name(days)),
            date=day + dt.timedelta(days) if day else None,
            tasks=tasks[days],
        )
        for days in sorted(tasks)
    ]


def _day_name(days: int) -> Text:
    known = _DAY_NAMES.get(days)
    if known is not None:
        return known
    if days < 0:
        return Text("{days} days before", days=-days)
    return Text("{days} days after", days=days)
