"""The programme file: stages, organisations, mentors, events and settings."""

from typing import Annotated

from pydantic import BeforeValidator

from schemas.acknowledgements import Acknowledgement
from schemas.events import KickOff, SparringBlock, SparringPlan
from schemas.fields import (
    AccentColour,
    Choice,
    Email,
    Gate,
    LocalizedText,
    Phone,
    RefTo,
    RequiredFrom,
    Timing,
    TitleText,
    UrlText,
    WholeNumber,
    YesNo,
    split_parts,
)
from schemas.filled import Filled, OptionalSheet, item
from schemas.msgid import msgid
from schemas.pre_assignment import PreAssignment, Question
from schemas.selection import Assessment, CriterionWeights
from schemas.stages import Stage, StageType
from schemas.versions import Version
from schemas.workshop_rules import WorkshopRules


class ProgrammeModel(Choice):
    """Which programme's schema and templates are used."""

    ACADEMY = "innovaatio-akatemia", msgid("Innovaatio-akatemia")
    COMMUNITY = "yhteisollinen-innovointi", msgid("Yhteisöllinen innovointi")

    @property
    def gates(self) -> tuple[Gate, ...]:
        """Return the gates of the model's process, in order."""
        process = "P" if self is ProgrammeModel.COMMUNITY else "G"
        return tuple(gate for gate in Gate if gate.process == process)


class Language(Choice):
    """A language of documents."""

    FI = "fi", msgid("Finnish")
    SV = "sv", msgid("Swedish")
    EN = "en", msgid("English")


Languages = Annotated[tuple[Language, ...], BeforeValidator(split_parts)]


class PrintedNames(Choice):
    """Whether a published plan names people or posts only."""

    PEOPLE = "people", msgid("people and posts")
    POSTS = "posts", msgid("posts only")


class ProgrammeFacts(Filled):
    """What the programme is."""

    id: TitleText = item("Programme id", "A short id.", default=..., example="akatemia-2021")
    model: ProgrammeModel = item("Model", "Which programme it follows.", default=...)
    name: LocalizedText = item("Name", "Name of the programme.", default=...)
    funder: TitleText | None = item("Funder", "Who pays.")
    project_number: TitleText | None = item("Project number", "Given by the funder.")
    period: Annotated[Timing | None, RequiredFrom("G1"), RequiredFrom("P0")] = item(
        "Period", "First and last day."
    )
    languages: Languages = item(
        "Languages", "Languages of the documents, the first one first.", default=(Language.FI,)
    )
    organiser: Annotated[LocalizedText | None, RequiredFrom("G1"), RequiredFrom("P0")] = item(
        "Organiser", "Who sends the invitations."
    )
    contact_name: Annotated[TitleText | None, RequiredFrom("G1"), RequiredFrom("P0")] = item(
        "Contact", "Name of the coordinator."
    )
    contact_email: Annotated[Email | None, RequiredFrom("G1"), RequiredFrom("P0")] = item(
        "E-mail", "Coordinator's."
    )
    contact_phone: Phone | None = item("Phone", "Coordinator's.")
    privacy_url: UrlText | None = item("Privacy notice", "Link.")
    feedback: Annotated[Email | None, RequiredFrom("G1"), RequiredFrom("P0")] = item(
        "Accessibility feedback", "Address for feedback on accessibility."
    )


class Settings(Filled):
    """How documents are made and rules applied in this programme."""

    gate: Gate = item("Gate", "What submissions must be complete for now.", default=Gate.G1)
    accent_colour: AccentColour = item(
        "Accent colour", "As #RRGGBB; dark enough to read on white.", default="#1F4E79"
    )
    printed_names: PrintedNames = item(
        "Printed names", "People or posts only.", default=PrintedNames.PEOPLE
    )
    places: Annotated[int, WholeNumber(1, 500)] = item(
        "Places", "How many organisations are chosen.", default=6
    )
    indicators: YesNo = item("Indicators in the plan", "Yes or no.", default=True)
    risks: YesNo = item("Risks in the plan", "Yes or no.", default=True)
    costs: YesNo = item("Costs in the plan", "Yes or no.", default=True)
    high_risk: Annotated[int, WholeNumber(1, 25)] = item(
        "High risk from", "Probability times impact that needs managing.", default=12
    )
    challenges_most: Annotated[int, WholeNumber(1, 20)] = item(
        "Challenges at most", "In one plan.", default=3
    )
    accountable_one_in: Annotated[int, WholeNumber(1, 100)] = item(
        "Measures of one person",
        "One person is to answer for at most one measure in so many.",
        default=3,
    )
    sparrings_least: Annotated[int, WholeNumber(0, 9)] = item(
        "Sparrings at least", "How many each organisation notes down.", default=2
    )
    score_most: Annotated[int, WholeNumber(1, 100)] = item(
        "Highest score", "Of one criterion in the selection.", default=5
    )
    weights: CriterionWeights = item(
        "Weights of the criteria", "Of the selection.", default=CriterionWeights.blank()
    )


class Mentor(Filled):
    """Who supports an organisation (kummi)."""

    id: TitleText = item("Mentor id", "A short id.", default=..., example="kummi-1")
    name: TitleText = item("Name", "First and last name.", default=..., example="Malli Mallinen")
    organisation: TitleText | None = item("Organisation", "The mentor's own.")
    email: Email | None = item("E-mail", "At work.")
    phone: Phone | None = item("Phone", "At work.")


class Participant(Filled):
    """One organisation that was chosen to take part."""

    id: TitleText = item("Organisation id", "As in its file.", default=..., example="esimerkkila")
    name: LocalizedText = item("Name", "The official name.", default=...)
    mentor: Annotated[TitleText | None, RefTo("mentors")] = item("Mentor", "Id or exact name.")
    gate: Gate | None = item("Gate", "If other than the programme's.")
    languages: Languages = item("Languages", "If other than the programme's.", default=())


class Programme(Filled):
    """A programme file, programme.yaml or .xlsx."""

    programme: ProgrammeFacts = item("Programme", "What the programme is.", default=...)
    settings: Settings = item("Settings", "How documents are made.", default=Settings.blank())
    workshop_rules: Annotated[WorkshopRules, OptionalSheet()] = item(
        "Rules of the workshops",
        "Of Yhteisöllinen innovointi only: the limits that its rules go by.",
        default=WorkshopRules.blank(),
    )
    stages: Annotated[tuple[Stage, ...], RequiredFrom("G1")] = item(
        "Stages", "In order.", default=()
    )
    organisations: Annotated[tuple[Participant, ...], RequiredFrom("G1"), RequiredFrom("P0")] = (
        item("Organisations", "Who take part, or the processes: a row for each.", default=())
    )
    selection: Annotated[tuple[Assessment, ...], OptionalSheet()] = item(
        "Selection", "The applicants, their scores and the decisions.", default=()
    )
    mentors: Annotated[tuple[Mentor, ...], RequiredFrom("G1")] = item(
        "Mentors", "Who support them.", default=()
    )
    pre_assignment: PreAssignment = item(
        "Pre-assignment", "Sent with the invitation.", default=PreAssignment.blank()
    )
    questions: Annotated[tuple[Question, ...], RequiredFrom("G1")] = item(
        "Questions", "Of the pre-assignment.", default=()
    )
    kick_off: KickOff = item("Kick-off", "The joint event.", default=KickOff.blank())
    sparrings: tuple[SparringPlan, ...] = item("Sparrings", "What they share.", default=())
    sparring_blocks: tuple[SparringBlock, ...] = item(
        "Programmes of the sparrings", "The blocks in order.", default=()
    )
    versions: Annotated[tuple[Version, ...], RequiredFrom("G1"), RequiredFrom("P0")] = item(
        "Versions", "Of the organisers' documents; the last row is the present.", default=()
    )
    acknowledgements: Annotated[tuple[Acknowledgement, ...], OptionalSheet()] = item(
        "Accepted findings", "What paja warns of and is right all the same.", default=()
    )

    @property
    def gate(self) -> Gate:
        """Return what submissions must be complete for now; by default the first of the model's."""
        gates = self.programme.model.gates
        return self.settings.gate if self.settings.gate in gates else gates[0]

    def sparring_stage(self, number: int) -> Stage | None:
        """Return the stage of the sparrings of a number, from 1, None where there is none."""
        stages = [stage for stage in self.stages if stage.type is StageType.SPARRING]
        return stages[number - 1] if number <= len(stages) else None
