"""The organisation's own sparrings: when, where and what about."""

from typing import Annotated

from schemas.fields import (
    ClockTime,
    Duration,
    PlainText,
    RequiredFrom,
    Timing,
    TitleText,
    UrlText,
    WholeNumber,
)
from schemas.filled import Filled, item
from schemas.stages import Attendance


class Sparring(Filled):
    """One sparring of one organisation with its mentor."""

    number: Annotated[int, WholeNumber(1, 9)] = item(
        "Sparring number", "1 or 2.", default=..., example="1", synonyms="number"
    )
    timing: Annotated[Timing | None, RequiredFrom("G2")] = item(
        "Date of the sparring",
        "The day; the month will do while the day is not agreed.",
        example="16.11.2021",
        synonyms="date|day",
    )
    starts: ClockTime | None = item("Starts at", "The clock time.", example="9.00")
    duration: Duration | None = item("Length", "Such as 2 h.", example="2 h", synonyms="duration")
    attendance: Attendance | None = item("Form", "Choose from the list.", example="online")
    place: PlainText | None = item("Place", "Street, town and room.", example="")
    link: UrlText | None = item("Link", "For joining online.", example="https://example.org/x")
    experts: TitleText | None = item(
        "Sparring experts", "Names, split by semicolons.", example="", synonyms="experts"
    )
    questions: PlainText | None = item(
        "Questions for the sparring", "What the team wants help with.", synonyms="questions"
    )
    observations: PlainText | None = item("Observations", "What came up in the sparring.")
