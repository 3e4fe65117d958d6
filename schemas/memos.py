"""What was written down of each workshop that has been held."""

from typing import Annotated

from schemas.fields import PlainText, RequiredFrom, WholeNumber
from schemas.filled import Filled, item
from schemas.workshops import WorkshopNumber


class WorkshopMemo(Filled):
    """The memo of one workshop (työpajamuistio); people are counted, not named."""

    workshop: WorkshopNumber = item(
        "Workshop number", "1 to 5.", default=..., example="1", synonyms="workshop"
    )
    present: Annotated[int, WholeNumber(0, 100_000)] | None = item(
        "Present", "How many were there.", example="22"
    )
    present_by_group: PlainText | None = item(
        "Present by group", "Counts by organisation and group; a line for each.", example="…"
    )
    done: Annotated[PlainText | None, RequiredFrom("P2")] = item(
        "What was done", "The course of the day in short.", example="…"
    )
    observations: Annotated[PlainText | None, RequiredFrom("P2")] = item(
        "Main observations", "What was noticed; a line for each.", example="…"
    )
    outputs: PlainText | None = item("Outputs", "What exists afterwards; a line for each.")
    decisions: PlainText | None = item("Decisions", "What was agreed; a line for each.")
    pictures: PlainText | None = item(
        "Pictures", "File and what the picture shows, in words; a line for each.", example="…"
    )
    feedback: PlainText | None = item("Feedback", "What the participants said.")
    changes: PlainText | None = item(
        "Changes to the next one", "What is done otherwise next time.", example="…"
    )
