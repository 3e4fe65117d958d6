"""What is agreed to be done before the next workshop."""

from typing import Annotated

from schemas.fields import Choice, Day, PlainText, RefTo, RequiredFrom, TitleText
from schemas.filled import Filled, item
from schemas.msgid import msgid
from schemas.workshops import WorkshopNumber


class TaskState(Choice):
    """How far a task is."""

    OPEN = "open", msgid("open")
    DONE = "done", msgid("done")
    MOVED = "moved", msgid("moved to a later day")
    DROPPED = "dropped", msgid("dropped")


class BetweenTask(Filled):
    """One task between two workshops (välitehtävä)."""

    workshop: WorkshopNumber = item(
        "Workshop number", "After which it is done.", default=..., example="1", synonyms="workshop"
    )
    what: PlainText = item("Task", "What is done.", default=..., example="Interview a colleague")
    who: Annotated[TitleText | None, RequiredFrom("P1")] = item(
        "Who does it", "A person, a group or everybody.", example="everybody"
    )
    person: Annotated[TitleText | None, RefTo("people")] = item(
        "Person to ask", "Id or exact name, if one person answers for it.", example="HLO2"
    )
    due: Annotated[Day | None, RequiredFrom("P1")] = item(
        "To be done by", "The last day.", example="1.3.2022"
    )
    state: TaskState | None = item(
        "State of the task", "Choose from the list.", example="open", synonyms="state"
    )
