"""The plan as an item of the management group (johtoryhmäkäsittely)."""

from typing import Annotated

from schemas.fields import (
    Choice,
    PlainText,
    RefTo,
    RequiredFrom,
    Timing,
    TitleText,
)
from schemas.filled import Filled, item
from schemas.msgid import msgid


class ItemNature(Choice):
    """What the management group is asked to do."""

    DECISION = "decision", msgid("for decision")
    DISCUSSION = "discussion", msgid("for discussion")
    INFORMATION = "information", msgid("for information")


class ManagementItem(Filled):
    """One handling of the plan by the management group."""

    timing: Timing | None = item(
        "Date of handling", "The day of the meeting.", example="18.1.2022", synonyms="date"
    )
    nature: Annotated[ItemNature | None, RequiredFrom("G4")] = item(
        "Nature of the item", "Choose from the list.", example="for decision"
    )
    presenter: Annotated[TitleText | None, RefTo("people", "posts")] = item(
        "Presenter", "A person or post: id or exact name.", example="TEH1"
    )
    preparer: Annotated[TitleText | None, RefTo("people", "posts")] = item(
        "Preparer", "A person or post: id or exact name.", example="HLO2"
    )
    proposal: PlainText | None = item(
        "Proposed decision", "One point on each line; the points are numbered.", example="…"
    )
    alternatives: PlainText | None = item(
        "Alternatives", "What else could be done, and what follows from doing nothing."
    )
    economic_effects: PlainText | None = item(
        "Effects on the economy", "What it costs, in which year, and where the money comes from."
    )
    decision: PlainText | None = item(
        "Decision of the management group", "As it stands in the minutes."
    )
    next_handling: Timing | None = item(
        "Next handling", "When the matter comes back.", example="9/2022"
    )
