"""Low-threshold experiments: what is tried, by whom, how it is followed and what is decided."""

from typing import Annotated

from schemas.fields import (
    Choice,
    Day,
    Identifier,
    PlainText,
    ReferenceList,
    RefTo,
    RequiredFrom,
    Timing,
    TitleText,
)
from schemas.filled import Filled, item
from schemas.msgid import msgid


class ExperimentDecision(Choice):
    """What is decided of an experiment when it has been judged."""

    ROOTED = "rooted", msgid("made the normal practice")
    CONTINUED = "continued", msgid("continued")
    CHANGED = "changed", msgid("changed and tried again")
    ENDED = "ended", msgid("ended")


class Experiment(Filled):
    """One experiment (kokeilu)."""

    id: Annotated[str, Identifier("K")] = item(
        "Experiment id", "K and a number.", default=..., example="K1", synonyms="id"
    )
    name: TitleText = item("Experiment", "In a few words.", default=..., example="A snack cart")
    ideas: Annotated[ReferenceList, RefTo("ideas")] = item(
        "Ideas", "Ids of the ideas that are tried.", default=(), example="I1"
    )
    goal: Annotated[PlainText | None, RequiredFrom("P4")] = item(
        "Goal", "What it should change.", example="…"
    )
    hypothesis: PlainText | None = item("Hypothesis", "What is expected to happen.", example="…")
    for_whom: PlainText | None = item("For whom", "Who should notice the change.", example="…")
    organisations: Annotated[ReferenceList, RefTo("organisations"), RequiredFrom("P4")] = item(
        "Organisations", "Ids of the organisations that take part.", default=(), example="kunta"
    )
    owner: Annotated[TitleText | None, RefTo("people"), RequiredFrom("P4")] = item(
        "Owner", "Exactly one person: id or exact name.", example="HLO3"
    )
    makers: Annotated[ReferenceList, RefTo("people")] = item(
        "Carried out by", "Ids or exact names of people.", default=(), example="HLO4"
    )
    timing: Annotated[Timing | None, RequiredFrom("P4")] = item(
        "Timing of the experiment", "First and last day.", example="1.–31.5.2022", synonyms="timing"
    )
    resources: PlainText | None = item("Resources", "Time, money, things.", example="…")
    signs: Annotated[PlainText | None, RequiredFrom("P4")] = item(
        "How success is seen", "What you see or count if it works.", example="…"
    )
    follow_up: Annotated[Day | None, RequiredFrom("P4")] = item(
        "Follow-up date", "The day on which it is judged.", example="31.5.2022"
    )
    lessons: PlainText | None = item("Lessons", "What was learned.", example="…")
    decision: Annotated[ExperimentDecision | None, RequiredFrom("P5")] = item(
        "Decision", "Choose from the list.", example="continued"
    )
    new_practice: PlainText | None = item("New practice", "What is done from now on.", example="…")
    carried_on_by: Annotated[TitleText | None, RefTo("people", "organisations")] = item(
        "Carried on by", "A person or an organisation: id or exact name.", example="kunta"
    )
