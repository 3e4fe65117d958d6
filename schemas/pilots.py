"""What is tried out before it is made a habit (pilotti)."""

from typing import Annotated

from schemas.fields import Choice, PlainText, RefTo, RequiredFrom, Timing, TitleText
from schemas.filled import Filled, item
from schemas.msgid import msgid


class PilotState(Choice):
    """How far the pilot is."""

    PLANNED = "planned", msgid("planned")
    ONGOING = "ongoing", msgid("ongoing")
    DONE = "done", msgid("carried out")
    STOPPED = "stopped", msgid("stopped")


class Pilot(Filled):
    """One pilot of one innovation challenge."""

    challenge: Annotated[TitleText | None, RefTo("challenges"), RequiredFrom("G4")] = item(
        "Challenge of the pilot", "Id of the challenge.", example="H1", synonyms="challenge"
    )
    what: Annotated[PlainText | None, RequiredFrom("G4")] = item(
        "What is tried out", "In one or two sentences.", example="…", synonyms="what"
    )
    hypothesis: Annotated[PlainText | None, RequiredFrom("G4")] = item(
        "Hypothesis", "What is expected to happen.", example="…"
    )
    timing: Annotated[Timing | None, RequiredFrom("G4")] = item(
        "Timing of the pilot", "As exactly as it is known.", example="1–3/2022", synonyms="timing"
    )
    state: Annotated[PilotState | None, RequiredFrom("G4")] = item(
        "State of the pilot", "Choose from the list.", example="planned", synonyms="state"
    )
    signs: PlainText | None = item(
        "How success is seen", "What is followed during the pilot.", synonyms="indicators"
    )
    results: PlainText | None = item("Results", "When the pilot has been carried out.")
    lessons: PlainText | None = item("Lessons", "What was learned.")
    proposal: PlainText | None = item(
        "Proposal for what follows", "What the management is asked to decide."
    )
