"""What the templates of the facilitator's guides see: of a whole process, and of one workshop."""

import datetime as dt

from pydantic import Field

from schemas.contexts.facilitator_guide import CheckView
from schemas.contexts.gap import Gap
from schemas.contexts.view import DocumentContext, EventView, RunRow, Shown, TimingView, View
from schemas.contexts.workshops import AmountView, GroupsView
from schemas.msgid import msgid


class ProcessView(View):
    """What is commissioned; `names_confirmed` tells whether the workshops' names are official."""

    name: Shown
    locality: Shown
    mode: Shown
    period: TimingView | Gap
    start_question: Shown
    goals: Shown
    themes: str | None
    scope: str | None
    ground_rules: str | None
    accessibility_form: str | None
    names_confirmed: bool


class PersonView(View):
    """A person with what the internal guide needs to reach them."""

    name: str = Field(title=msgid("Name of the person"))
    organisation: str | None
    phone: str | None
    email: str | None


class CrewView(View):
    """Who run the process; `leads` are those besides them who lead a block."""

    facilitators: list[PersonView] | Gap = Field(title=msgid("Facilitators"))
    documenter: PersonView | Gap = Field(title=msgid("Documenter"))
    contact: PersonView | Gap = Field(title=msgid("Contact for participants"))
    leads: list[PersonView] = Field(title=msgid("Others who lead a block"))


class ProcessOrganisationView(View):
    """An organisation and what it is in the process."""

    name: Shown
    role: Shown
    is_client: bool = Field(title=msgid("Is the organisation a client"))


class InviteesView(View):
    """A group of people who are invited."""

    name: str
    kind: Shown
    organisation: str | None
    target: int | Gap
    enrolled: int | None


class WorkBlockView(RunRow):
    """One block with all that its facilitator needs; `before` is done before the workshop."""

    before: bool = Field(title=msgid("Is it done before the workshop"))
    goal: str | None
    do: str | None
    say: str | None
    grouping: str | None
    groups: GroupsView | None = Field(title=msgid("Groups of the block"))
    method: str | None
    output: str | None
    tips: str | None
    what_if: str | None


class MethodView(View):
    """A method of the basket; `workshops` are the numbers of those that use it."""

    id: str
    name: str
    purpose: str | None
    minutes_least: int | None
    minutes_most: int | None
    group_least: int | None
    group_most: int | None
    steps: str | None
    materials: str | None
    space: str | None
    online: str | None
    tips: str | None
    what_if: str | None
    source: str | None
    source_url: str | None
    licence: str | None
    workshops: list[int] = Field(title=msgid("Workshops that use the method"))


class TaskView(View):
    """A task between two workshops."""

    what: str
    who: Shown
    person: str | None
    due: dt.date | Gap


class NextWorkshopView(View):
    """The workshop that comes next."""

    number: int
    name: str
    timing: TimingView | Gap


class WorkshopView(View):
    """One workshop with its run sheet.

    `blocks` are all rows of the run sheet, breaks too; `spare` is what they leave of the workshop's
    length, below nothing when they take more. `lessons` is what the memo of the workshop before
    says of this one. `plans_experiments` is true of the last workshop but one.
    """

    number: int
    name: str
    timing: TimingView | Gap
    event: EventView = Field(title=msgid("The workshop as an event"))
    purpose: Shown
    goal: Shown
    output: Shown
    for_whom: str | None
    expected: int | None
    groups: GroupsView | None = Field(title=msgid("Groups of the workshop"))
    arrangement: str | None
    catering: str | None
    preparation: str | None
    documentation: str | None
    online_variant: str | None
    afterwards: str | None
    lessons: str | None = Field(title=msgid("What is done otherwise this time"))
    blocks: list[WorkBlockView] = Field(title=msgid("Run sheet"))
    spare: int | None = Field(title=msgid("Time left over"))
    amounts: list[AmountView] = Field(title=msgid("Materials"))
    checks_before: list[CheckView] = Field(title=msgid("Checklist before the workshop"))
    checks_after: list[CheckView] = Field(title=msgid("Checklist after the workshop"))
    tasks: list[TaskView] = Field(title=msgid("Tasks until the next workshop"))
    plans_experiments: bool = Field(title=msgid("Are experiments planned in it"))
    is_last: bool = Field(title=msgid("Is it the last workshop"))
    next_workshop: NextWorkshopView | None = Field(title=msgid("Next workshop"))


class WorkshopGuideGaps(View):
    """What stands in the place of a list that is still empty."""

    organisations: Gap
    invitees: Gap
    workshops: Gap
    blocks: Gap
    materials: Gap
    methods: Gap


class ProcessGuideContext(DocumentContext):
    """Everything the facilitator's guide of a whole process can print."""

    process: ProcessView
    crew: CrewView = Field(title=msgid("Those who run the process"))
    organisations: list[ProcessOrganisationView]
    invitees: list[InviteesView]
    workshops: list[WorkshopView]
    methods: list[MethodView]
    gaps: WorkshopGuideGaps = Field(title=msgid("Marks for empty tables"))


class WorkshopGuideContext(DocumentContext):
    """Everything the facilitator's guide of one workshop can print; methods are those it uses."""

    process: ProcessView
    crew: CrewView = Field(title=msgid("Those who run the process"))
    workshop: WorkshopView = Field(title=msgid("The workshop"))
    methods: list[MethodView]
    gaps: WorkshopGuideGaps = Field(title=msgid("Marks for empty tables"))
