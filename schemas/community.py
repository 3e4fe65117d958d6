"""What one process of Yhteisöllinen innovointi fills in: one workbook or YAML file."""

from typing import Annotated

from schemas.acknowledgements import Acknowledgement
from schemas.between_tasks import BetweenTask
from schemas.events import ChecklistItem
from schemas.experiments import Experiment
from schemas.fields import RequiredFrom
from schemas.filled import Filled, OptionalSheet, item
from schemas.ideas import Idea, Observation
from schemas.invitees import InviteeGroup
from schemas.materials import Material
from schemas.memos import WorkshopMemo
from schemas.methods import Method
from schemas.plan import Attachment
from schemas.process import Outcome, Process, ProcessOrganisation, ProcessPerson
from schemas.versions import Version
from schemas.workshops import Workshop, WorkshopBlock


class CommunitySubmission(Filled):
    """All that the documents of one process are made from, in the order of filling in."""

    process: Process = item("Process", "What is commissioned, and by whom it is run.", default=...)
    organisations: Annotated[tuple[ProcessOrganisation, ...], RequiredFrom("P0")] = item(
        "Organisations of the process", "Clients first.", default=()
    )
    people: Annotated[tuple[ProcessPerson, ...], RequiredFrom("P0")] = item(
        "People of the process",
        "Those who run the process or its experiments; participants are not named.",
        default=(),
    )
    workshops: Annotated[tuple[Workshop, ...], RequiredFrom("P0")] = item(
        "Workshops", "One row for each.", default=()
    )
    invitees: Annotated[tuple[InviteeGroup, ...], RequiredFrom("P1")] = item(
        "Groups invited", "Leaders and employees of every client.", default=()
    )
    methods: Annotated[tuple[Method, ...], RequiredFrom("P1")] = item(
        "Methods", "The method basket of the process.", default=()
    )
    blocks: Annotated[tuple[WorkshopBlock, ...], RequiredFrom("P1")] = item(
        "Programmes of the workshops", "The blocks in order, workshop by workshop.", default=()
    )
    materials: Annotated[tuple[Material, ...], RequiredFrom("P1")] = item(
        "Materials", "What is needed; totals are computed.", default=()
    )
    checklist: tuple[ChecklistItem, ...] = item(
        "Checklist", "Before and after every workshop.", default=()
    )
    observations: Annotated[tuple[Observation, ...], RequiredFrom("P2")] = item(
        "Observations", "What people have noticed.", default=()
    )
    ideas: Annotated[tuple[Idea, ...], RequiredFrom("P4")] = item(
        "Ideas", "What could be done.", default=()
    )
    experiments: Annotated[tuple[Experiment, ...], RequiredFrom("P4")] = item(
        "Experiments", "What is tried out with a low threshold.", default=()
    )
    between_tasks: tuple[BetweenTask, ...] = item(
        "Between-tasks", "What is done between the workshops.", default=()
    )
    memos: tuple[WorkshopMemo, ...] = item(
        "Memos of the workshops", "One row for each workshop held.", default=()
    )
    outcome: Outcome = item(
        "Outcome", "Written at the end of the process.", default=Outcome.blank()
    )
    versions: Annotated[tuple[Version, ...], RequiredFrom("P0")] = item(
        "Versions", "The last row is the present.", default=()
    )
    attachments: tuple[Attachment, ...] = item("Appendices", "If there are any.", default=())
    acknowledgements: Annotated[tuple[Acknowledgement, ...], OptionalSheet()] = item(
        "Accepted findings", "What paja warns of and is right all the same.", default=()
    )
