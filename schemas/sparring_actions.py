"""What was agreed in a sparring: what, who, by when, and what became of it (jatkotoimet)."""

from typing import Annotated

from schemas.fields import (
    Choice,
    PlainText,
    RefTo,
    RequiredFrom,
    Timing,
    TitleText,
    WholeNumber,
)
from schemas.filled import Filled, item
from schemas.msgid import msgid


class ActionState(Choice):
    """What became of an agreed action."""

    OPEN = "open", msgid("open")
    CLOSED = "closed", msgid("closed")
    MOVED = "moved", msgid("moved to a later day")


class SparringAction(Filled):
    """One action agreed in a sparring."""

    sparring: Annotated[int, WholeNumber(1, 9)] = item(
        "Agreed in sparring", "1 or 2.", default=..., example="1", synonyms="sparring"
    )
    what: Annotated[PlainText | None, RequiredFrom("G2")] = item(
        "Agreed action", "What is done.", example="…", synonyms="what"
    )
    who: Annotated[TitleText | None, RefTo("people", "posts"), RequiredFrom("G2")] = item(
        "Who does it", "A person or post: id or exact name.", example="HLO2", synonyms="who"
    )
    by: Annotated[Timing | None, RequiredFrom("G2")] = item(
        "Due by", "By when.", example="30.11.2021", synonyms="by when"
    )
    state: ActionState | None = item(
        "State of the action", "Choose from the list.", example="open", synonyms="state"
    )
    moved_to: Timing | None = item("Moved to", "The new time, if it was moved.")
