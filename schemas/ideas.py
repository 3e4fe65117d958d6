"""What people bring up in the workshops: observations, and ideas that grow from them."""

from typing import Annotated

from schemas.fields import (
    Choice,
    Identifier,
    PlainText,
    ReferenceList,
    RefTo,
    RequiredFrom,
    TitleText,
    WholeNumber,
)
from schemas.filled import Filled, item
from schemas.msgid import msgid
from schemas.workshops import WorkshopNumber


class Observation(Filled):
    """Something that people have noticed or lived through, without anybody's name."""

    id: Annotated[str, Identifier("HAV")] = item(
        "Observation id", "HAV and a number.", default=..., example="HAV1", synonyms="id"
    )
    text: PlainText = item(
        "Observation",
        "In the words of those who made it, without names or personal data.",
        default=...,
        example="…",
    )
    theme: TitleText | None = item("Theme", "Under which it was grouped.", example="Everyday help")
    workshop: WorkshopNumber | None = item(
        "Workshop number", "Where it came up.", example="1", synonyms="workshop"
    )


class IdeaState(Choice):
    """How far an idea is."""

    IDEA = "idea", msgid("idea")
    CHOSEN = "chosen", msgid("chosen")
    MERGED = "merged", msgid("merged")
    REJECTED = "rejected", msgid("not chosen")


class Idea(Filled):
    """One idea (idea): from where, how much support, and what became of it."""

    id: Annotated[str, Identifier("I")] = item(
        "Idea id", "I and a number.", default=..., example="I1", synonyms="id"
    )
    title: TitleText = item("Idea", "In a few words.", default=..., example="A shared snack cart")
    description: PlainText | None = item("Description", "So that others understand.", example="…")
    theme: TitleText | None = item("Theme", "Under which it was grouped.", example="Everyday help")
    observations: Annotated[ReferenceList, RefTo("observations")] = item(
        "Observations", "Ids of the observations that it grew from.", default=(), example="HAV1"
    )
    workshop: WorkshopNumber | None = item(
        "Workshop number", "Where it came up.", example="3", synonyms="workshop"
    )
    support: Annotated[int, WholeNumber(0, 100_000)] | None = item(
        "Support", "Votes or marks that it got.", example="9"
    )
    state: Annotated[IdeaState | None, RequiredFrom("P4")] = item(
        "State of the idea", "Choose from the list.", example="chosen", synonyms="state"
    )
    reason: PlainText | None = item("Reason", "Why it was chosen, merged or not chosen.")
