"""The workshops of a process and their programmes; clock times are computed from lengths."""

from typing import Annotated, Final

from schemas.blocks import BlockType
from schemas.fields import (
    ClockTime,
    Day,
    Duration,
    Email,
    LocalizedText,
    PlainText,
    RefTo,
    RequiredFrom,
    Timing,
    TitleText,
    UrlText,
    WholeNumber,
    YesNo,
)
from schemas.filled import Filled, item
from schemas.stages import Attendance, Place

WorkshopNumber = Annotated[int, WholeNumber(1, 20)]

#: Names of our own for workshops 1 to 5; the official ones are not known.
WORKING_NAMES: Final = (
    LocalizedText(
        fi="Arjen kokemukset ja avoin vuoropuhelu", sv="Vardagens erfarenheter och öppen dialog"
    ),
    LocalizedText(fi="Samansuuntaiset tehtävät ja yhteinen suunta", sv="Gemensam riktning"),
    LocalizedText(fi="Yhteinen ideointi", sv="Gemensam idégenerering"),
    LocalizedText(fi="Matalan kynnyksen kokeilut", sv="Försök med låg tröskel"),
    LocalizedText(fi="Uusi yhteinen käytäntö", sv="Ny gemensam praxis"),
)


class Workshop(Filled):
    """One workshop (työpaja): when, where, what for and for how many."""

    number: WorkshopNumber = item(
        "Workshop number", "1 to 5.", default=..., example="1", synonyms="number"
    )
    name: LocalizedText | None = item(
        "Workshop", "If empty, the working name is used.", example="Everyday experiences"
    )
    timing: Annotated[Timing | None, RequiredFrom("P0")] = item(
        "Date of the workshop",
        "The day; the month will do while the day is not agreed.",
        example="10.2.2022",
        synonyms="date|day",
    )
    starts: ClockTime | None = item("Starts at", "The clock time.", example="9.00")
    duration: Duration | None = item(
        "Length", "From beginning to end, breaks included.", example="4 h", synonyms="duration"
    )
    attendance: Attendance | None = item("Form", "Choose from the list.", example="on site")
    place: Place | None = item("Place", "Where it is held.")
    link: UrlText | None = item("Link", "For joining online.")
    purpose: Annotated[PlainText | None, RequiredFrom("P1")] = item(
        "Purpose", "Why the workshop is held.", example="…"
    )
    goal: Annotated[PlainText | None, RequiredFrom("P1")] = item(
        "Goal", "What is reached by the end.", example="…"
    )
    output: Annotated[PlainText | None, RequiredFrom("P1")] = item(
        "Output", "What must exist before the next workshop; a line for each.", example="…"
    )
    welcome: PlainText | None = item("Welcome", "The opening words of the invitation.")
    for_whom: PlainText | None = item("For whom", "Who are invited and why.")
    expected: Annotated[int, WholeNumber(1, 10000)] | None = item(
        "Expected number", "Of participants.", example="24"
    )
    group_size: Annotated[int, WholeNumber(2, 50)] | None = item(
        "Group size", "People in one group.", example="5"
    )
    groups: Annotated[int, WholeNumber(1, 500)] | None = item(
        "Number of groups", "Only if the room or the tables decide it; otherwise it is computed."
    )
    arrangement: PlainText | None = item(
        "Room set-up", "Tables, walls, screens, in words.", example="…"
    )
    catering: PlainText | None = item("Catering", "What is served and when.", example="…")
    preparation: PlainText | None = item(
        "Preparation", "What participants do before the workshop; a line for each.", example="…"
    )
    documentation: PlainText | None = item(
        "Documentation", "What is written down and where.", example="…"
    )
    online_variant: PlainText | None = item(
        "Other form", "If the event moves online or on site.", example="…"
    )
    afterwards: PlainText | None = item("Afterwards", "What happens next, for participants.")
    registration_link: UrlText | None = item("Registration", "Link to the registration form.")
    registration_email: Email | None = item("Registration by e-mail", "Address.")
    registration_by: Day | None = item("Register by", "The last day.", example="3.2.2022")
    outside_period_reason: TitleText | None = item(
        "Why outside the period", "If the workshop is not within the period of the process."
    )

    @property
    def shown_name(self) -> LocalizedText:
        """Return the workshop's own name, else the working name of its number."""
        if self.name:
            return self.name
        known = self.number <= len(WORKING_NAMES)
        return WORKING_NAMES[self.number - 1] if known else LocalizedText(fi=str(self.number))


class WorkshopBlock(Filled):
    """One block of a workshop's programme (ohjelmakohta); blocks stand in their order."""

    workshop: WorkshopNumber = item(
        "Workshop number", "1 to 5.", default=..., example="1", synonyms="workshop"
    )
    name: TitleText = item("Block", "What participants see.", default=..., example="Opening")
    duration: Duration = item("Length", "Such as 20 min.", default=..., example="20 min")
    type: BlockType = item("Type of block", "Choose from the list.", default=..., example="opening")
    method: Annotated[TitleText | None, RefTo("methods")] = item(
        "Method", "Id or exact name of a method.", example="M1"
    )
    lead: Annotated[TitleText | None, RefTo("people")] = item(
        "Lead", "Who leads the block: id or exact name of a person.", example="HLO1"
    )
    goal: PlainText | None = item("Goal", "What it is for.", example="…")
    do: PlainText | None = item("Do", "What the facilitator does; a line for each step.")
    say: PlainText | None = item("Say", "What the facilitator says.")
    materials: PlainText | None = item("Materials", "What is needed.")
    grouping: TitleText | None = item("Grouping", "How people are grouped.")
    group_size: Annotated[int, WholeNumber(2, 50)] | None = item(
        "Group size", "If other than the workshop's."
    )
    output: PlainText | None = item("Output", "What exists afterwards.")
    tips: PlainText | None = item("Tips", "What makes it work.")
    what_if: PlainText | None = item("What if", "What to do when it does not go as planned.")
    public: YesNo | None = item("Seen by participants", "Yes or no; yes if empty.")
