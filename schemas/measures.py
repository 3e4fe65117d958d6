"""What will be done: the measures of the action plan (toimenpiteet)."""

from typing import Annotated

from schemas.fields import (
    Choice,
    Identifier,
    PlainText,
    Quantity,
    ReferenceList,
    RefTo,
    RequiredFrom,
    Timing,
    TitleText,
)
from schemas.filled import Filled, item
from schemas.msgid import msgid
from schemas.responsibilities import Responsibility


class MeasureState(Choice):
    """How far a measure is."""

    NOT_STARTED = "not_started", msgid("not started")
    ONGOING = "ongoing", msgid("ongoing")
    DONE = "done", msgid("done")
    LATE = "late", msgid("late")
    STOPPED = "stopped", msgid("stopped")


class Measure(Filled):
    """One thing to do, by whom and when."""

    id: Annotated[str, Identifier("P")] = item(
        "Measure id", "P and a number.", default=..., example="P1", synonyms="id"
    )
    name: Annotated[TitleText | None, RequiredFrom("G2")] = item(
        "Measure", "What is done, in a few words.", example="Market dialogue on home care"
    )
    description: PlainText | None = item(
        "Description of the measure", "More exactly, if it helps.", synonyms="description"
    )
    objectives: Annotated[ReferenceList, RefTo("objectives"), RequiredFrom("G3")] = item(
        "Objectives",
        "Ids of the objectives that the measure serves.",
        default=(),
        example="T1",
        synonyms="objective",
    )
    challenge: Annotated[TitleText | None, RefTo("challenges")] = item(
        "Innovation challenge",
        "Id of the challenge that the measure belongs to.",
        example="H1",
        synonyms="challenge",
    )
    timing: Annotated[Timing | None, RequiredFrom("G3")] = item(
        "Timing",
        "As exactly as it is known, such as 1.–31.3.2022, spring 2022 or Q1/2022.",
        example="1.–31.3.2022",
        synonyms="schedule|when|time",
    )
    responsibility: Responsibility = item(
        "Responsibilities", "Who answers for the measure.", default=Responsibility.blank()
    )
    output: Annotated[PlainText | None, RequiredFrom("G4")] = item(
        "Output", "What exists when the measure is done.", example="Memo of the dialogue"
    )
    person_days: Quantity | None = item(
        "Person-days", "The working days that the measure takes.", example="12"
    )
    depends_on: Annotated[ReferenceList, RefTo("measures")] = item(
        "Depends on", "Ids of the measures that must be done first.", default=(), example="P2"
    )
    state: Annotated[MeasureState | None, RequiredFrom("G3")] = item(
        "State", "Choose from the list.", example="not started", synonyms="status"
    )
