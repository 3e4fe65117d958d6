"""IA-22: the plan is presented to the management group with all that a decision needs."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, levels
from pipeline.rules.subject import Subject
from schemas.management_items import ItemNature, ManagementItem
from schemas.msgid import msgid

_ALWAYS: Final = ("timing", "presenter", "preparer")
_AFTER_MEETING: Final = levels(error="G5")
_OF_DECISION: Final = (*_ALWAYS, "proposal")


def _check(subject: Subject) -> Iterator[Hit]:
    items = subject.submission.management_items
    if not items:
        hint = Text("Add the date, the presenter, the preparer and the proposed decision.")
        message = Text("It is not said when the management group handles the plan.")
        yield Hit(message, ("management_items",), hint)
    for index, item in enumerate(items):
        for name in _OF_DECISION if item.nature is ItemNature.DECISION else _ALWAYS:
            if not getattr(item, name):
                message = Text(
                    "Handling {number} by the management group: “{field}” is missing.",
                    number=index + 1,
                    field=Text(ManagementItem.model_fields[name].title or name),
                )
                hint = Text("The management group cannot decide without it.")
                yield Hit(message, ("management_items", index, name), hint)
    yield from _decision(items)


def _decision(items: tuple[ManagementItem, ...]) -> Iterator[Hit]:
    """Yield a hit where the decision itself is missing, which is there only after the meeting."""
    asked = [i for i, item in enumerate(items) if item.nature is ItemNature.DECISION]
    if asked and not any(item.decision for item in items):
        message = Text("The decision of the management group is not written down.")
        hint = Text("Write it as it stands in the minutes.")
        yield Hit(message, ("management_items", asked[-1], "decision"), hint, _AFTER_MEETING)


MANAGEMENT_ITEMS: Final[Rule[Subject]] = Rule(
    id="IA-22",
    about=msgid(
        "The management group gets the plan with a date, a preparer, a presenter and, if it is to"
        " decide, a proposed decision in numbered points."
    ),
    severities=levels(error="G4"),
    check=_check,
    example=Example(
        wrong=msgid("Nature of the item: for decision; proposed decision: (empty)"),
        right=msgid("Proposed decision: “The management group approves the action plan.”"),
    ),
)
