"""The application to the academy: the entry condition and the four reasons (hakemus)."""

from typing import Annotated

from schemas.fields import Choice, Day, PlainText, RequiredFrom
from schemas.filled import Filled, item
from schemas.msgid import msgid


class EntryCondition(Choice):
    """What the organisation has done before, one of which opens the door."""

    KEINO_ACADEMY = "keino_academy", msgid("has completed the KEINO academy")
    TOIMI_ONE = "toimi_one", msgid("has completed TOIMI I")
    TOIMI_TWO = "toimi_two", msgid("takes part in TOIMI II")


class Application(Filled):
    """What an applicant writes; the organisers weigh it in the programme file."""

    submitted: Annotated[Day | None, RequiredFrom("G0")] = item(
        "Date of application", "The day on which it was sent.", example="15.9.2021"
    )
    condition: Annotated[EntryCondition | None, RequiredFrom("G0")] = item(
        "Entry condition", "Choose from the list what you have taken part in."
    )
    will: Annotated[PlainText | None, RequiredFrom("G0")] = item(
        "Will to develop", "Why you want to renew how procurement is led."
    )
    commitment: Annotated[PlainText | None, RequiredFrom("G0")] = item(
        "Commitment of the management", "Who of the management takes part, and how."
    )
    need: Annotated[PlainText | None, RequiredFrom("G0")] = item(
        "First view of the renewal need",
        "Such as a changing service need, productivity, digitalisation, carbon neutrality or a"
        " large investment.",
    )
    team: Annotated[PlainText | None, RequiredFrom("G0")] = item(
        "Team from many fields", "Which fields take part."
    )
