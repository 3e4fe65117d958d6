"""The community innovation process itself: its clients, its people and what came of it."""

from typing import Annotated

from schemas.fields import (
    BusinessId,
    Choice,
    Identifier,
    LocalizedText,
    PlainText,
    ReferenceList,
    RefTo,
    RequiredFrom,
    Timing,
    TitleText,
    UrlText,
    YesNo,
)
from schemas.filled import Filled, item
from schemas.msgid import msgid
from schemas.organisation import LanguageStatus, OrganisationType, Person


class ProcessMode(Choice):
    """Whether the process crosses the borders of organisations."""

    CROSS_BORDER = "cross_border", msgid("across organisations")
    INTERNAL = "internal", msgid("within one organisation")


class OrganisationRole(Choice):
    """What an organisation is in the process."""

    CLIENT = "client", msgid("client")
    ORGANISER = "organiser", msgid("organiser")
    FUNDER = "funder", msgid("funder")
    PARTNER = "partner", msgid("partner")


class Process(Filled):
    """One process of community innovation (prosessi)."""

    id: TitleText = item(
        "Process id",
        "The short id that the programme file has given to the process.",
        default=...,
        example="esimerkkila",
        synonyms="id|code",
    )
    name: Annotated[LocalizedText | None, RequiredFrom("P0")] = item(
        "Name of the process", "As it stands in the documents.", example="Exampleton together"
    )
    locality: Annotated[TitleText | None, RequiredFrom("P0")] = item(
        "Locality", "The municipality or region.", example="Exampleton"
    )
    mode: Annotated[ProcessMode | None, RequiredFrom("P0")] = item(
        "Mode", "Choose from the list.", example="across organisations"
    )
    start_question: Annotated[PlainText | None, RequiredFrom("P0")] = item(
        "Starting question", "What the process looks for an answer to.", example="…"
    )
    themes: PlainText | None = item("Themes", "A line for each.", example="…")
    goals: Annotated[PlainText | None, RequiredFrom("P0")] = item(
        "Goals of the process", "What the clients want; a line for each.", example="…"
    )
    scope: PlainText | None = item(
        "Out of scope", "What is not dealt with, so that nobody expects it.", example="…"
    )
    funding: PlainText | None = item("Funding", "Who pays for what.", example="…")
    period: Annotated[Timing | None, RequiredFrom("P0")] = item(
        "Period of the process",
        "First and last day, or months.",
        example="1.2.–31.8.2022",
        synonyms="period",
    )
    facilitators: Annotated[ReferenceList, RefTo("people"), RequiredFrom("P0")] = item(
        "Facilitators", "Ids or exact names of people.", default=(), example="HLO1"
    )
    documenter: Annotated[TitleText | None, RefTo("people"), RequiredFrom("P1")] = item(
        "Documenter", "Who writes down and photographs: id or exact name.", example="HLO2"
    )
    contact: Annotated[TitleText | None, RefTo("people"), RequiredFrom("P1")] = item(
        "Contact for participants", "Id or exact name of a person.", example="HLO2"
    )
    ground_rules: PlainText | None = item(
        "Ground rules", "How people talk to each other; a line for each.", example="…"
    )
    accessibility_form: UrlText | None = item(
        "Accessibility form", "Link to the form for accessibility and diet needs."
    )
    privacy_url: UrlText | None = item("Privacy notice", "Link.")
    names_confirmed: YesNo = item(
        "Workshop names confirmed",
        "No, while the names of the workshops are working names of your own.",
        default=False,
        example="no",
    )


class ProcessOrganisation(Filled):
    """One organisation that commissions, runs, pays for or joins the process."""

    id: TitleText = item(
        "Organisation id", "A short id of your own.", default=..., example="kunta", synonyms="id"
    )
    name: Annotated[LocalizedText | None, RequiredFrom("P0")] = item(
        "Name", "The official name.", example="Municipality of Exampleton"
    )
    role: Annotated[OrganisationRole | None, RequiredFrom("P0")] = item(
        "Role in the process", "Choose from the list.", example="client", synonyms="role"
    )
    type: Annotated[OrganisationType | None, RequiredFrom("P0")] = item(
        "Type of organisation", "Choose from the list.", example="municipality", synonyms="type"
    )
    language: LanguageStatus | None = item(
        "Language status", "Choose from the list.", example="Finnish", synonyms="languages"
    )
    business_id: BusinessId | None = item(
        "Business ID", "Seven digits, a hyphen and a check digit.", example="1234567-1"
    )


class ProcessPerson(Person):
    """A person who runs the process or is named in it; participants are only counted."""

    id: Annotated[str, Identifier("HLO")] = item(
        "Person id", "HLO and a number.", default=..., example="HLO1", synonyms="id"
    )
    first_name: Annotated[TitleText | None, RequiredFrom("P0")] = item(
        "First name", "The name used at work.", example="Malli"
    )
    last_name: Annotated[TitleText | None, RequiredFrom("P0")] = item(
        "Last name", "The family name.", example="Mallinen", synonyms="surname"
    )
    organisation: Annotated[TitleText | None, RefTo("organisations")] = item(
        "Organisation",
        "Id or exact name of an organisation of the process; empty for others.",
        example="kunta",
    )


class Outcome(Filled):
    """What came of the process, written after the fifth workshop."""

    summary: Annotated[PlainText | None, RequiredFrom("P6")] = item(
        "Summary of the process", "In ten lines, for leaders.", example="…"
    )
    new_practice: Annotated[PlainText | None, RequiredFrom("P6")] = item(
        "New shared practice", "What is done otherwise from now on.", example="…"
    )
    carried_on_by: Annotated[PlainText | None, RequiredFrom("P6")] = item(
        "Who carries on", "Who answers for the practice after the process.", example="…"
    )
    feedback: Annotated[PlainText | None, RequiredFrom("P6")] = item(
        "Feedback", "What the participants said of the process.", example="…"
    )
    recommendations: PlainText | None = item(
        "Recommendations", "What others should know; a line for each.", example="…"
    )
