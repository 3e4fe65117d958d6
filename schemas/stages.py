"""The stages of a programme, with dates of honest precision."""

from typing import Annotated

from schemas.fields import (
    Choice,
    ClockTime,
    Day,
    Duration,
    Email,
    Gate,
    LocalizedText,
    Timing,
    TitleText,
    UrlText,
    WholeNumber,
)
from schemas.filled import Filled, item
from schemas.msgid import msgid


class StageType(Choice):
    """What happens at a stage."""

    CALL = "call", msgid("call for applications")
    INTERVIEW = "interview", msgid("interview")
    SELECTION = "selection", msgid("selection")
    INVITATION = "invitation", msgid("invitation and pre-assignment")
    KICK_OFF = "kick_off", msgid("kick-off")
    SPARRING = "sparring", msgid("sparring")
    PILOTING = "piloting", msgid("piloting")
    MANAGEMENT = "management", msgid("management group")
    CLOSING = "closing", msgid("closing event")
    WORKSHOP = "workshop", msgid("workshop")
    BETWEEN_TASK = "between_task", msgid("between-task")
    EXPERIMENTS = "experiments", msgid("experiments")
    SEMINAR = "seminar", msgid("seminar")
    FOLLOW_UP = "follow_up", msgid("follow-up")


class Attendance(Choice):
    """How an event is attended."""

    ON_SITE = "on_site", msgid("on site")
    ONLINE = "online", msgid("online")
    HYBRID = "hybrid", msgid("hybrid")


class Scope(Choice):
    """Whether a stage is everybody's or each organisation's own."""

    SHARED = "shared", msgid("shared")
    OWN = "own", msgid("each organisation's own")


class Place(Filled):
    """A place that can be found with the invitation in hand."""

    name: TitleText | None = item("Name of the place", "The building.", example="Mallitalo")
    street: TitleText | None = item("Street address", "Street and number.", example="Malliraitti 1")
    town: TitleText | None = item("Town", "The town.", example="Esimerkkilä")
    room: TitleText | None = item("Room", "Room and floor.", example="Sali 2")


class Stage(Filled):
    """One stage of the programme (vaihe)."""

    number: Annotated[int, WholeNumber(1, 99)] = item(
        "Stage number", "Running number.", default=..., example="5"
    )
    name: LocalizedText = item("Stage", "Its name.", default=..., example="Kick off")
    type: StageType = item(
        "Type of stage", "Choose from the list.", default=..., example="kick-off"
    )
    timing: Timing | None = item(
        "Timing of the stage", "As exactly as it is known.", example="19.10.2021"
    )
    starts: ClockTime | None = item("Starts at", "The clock time.", example="9.00")
    duration: Duration | None = item("Length", "Such as 3 h.", example="3 h")
    attendance: Attendance | None = item("Form", "Choose from the list.", example="online")
    place: Place | None = item("Place", "Where it is held.")
    link: UrlText | None = item("Link", "For joining online.")
    scope: Scope | None = item("Scope", "Choose from the list.", example="shared")
    responsible: TitleText | None = item("Stage lead", "Who leads the stage.")
    gate: Gate | None = item("Gate", "What the submission must be complete for.", example="G1")
    registration_link: UrlText | None = item("Registration", "Link to the registration form.")
    registration_email: Email | None = item("Registration by e-mail", "Address.")
    registration_by: Day | None = item("Register by", "The last day.", example="12.10.2021")
    outside_period_reason: TitleText | None = item(
        "Why outside the period", "If the stage is not within the programme period."
    )
