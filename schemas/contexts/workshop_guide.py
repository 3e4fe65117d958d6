"""What the templates of the facilitator's guides see: of a whole process, and of one workshop."""

import datetime as dt

from schemas.contexts.facilitator_guide import CheckView
from schemas.contexts.gap import Gap
from schemas.contexts.view import DocumentContext, EventView, RunRow, Shown, TimingView, View
from schemas.contexts.workshops import AmountView, GroupsView


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

    name: str
    organisation: str | None
    phone: str | None
    email: str | None


class CrewView(View):
    """Who run the process; `leads` are those besides them who lead a block."""

    facilitators: list[PersonView] | Gap
    documenter: PersonView | Gap
    contact: PersonView | Gap
    leads: list[PersonView]


class ProcessOrganisationView(View):
    """An organisation and what it is in the process."""

    name: Shown
    role: Shown
    is_client: bool


class InviteesView(View):
    """A group of people who are invited."""

    name: str
    kind: Shown
    organisation: str | None
    target: int | Gap
    enrolled: int | None


class WorkBlockView(RunRow):
    """One block with all that its facilitator needs; `before` is done before the workshop."""

    before: bool
    goal: str | None
    do: str | None
    say: str | None
    grouping: str | None
    groups: GroupsView | None
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
    workshops: list[int]


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
    event: EventView
    purpose: Shown
    goal: Shown
    output: Shown
    for_whom: str | None
    expected: int | None
    groups: GroupsView | None
    arrangement: str | None
    catering: str | None
    preparation: str | None
    documentation: str | None
    online_variant: str | None
    afterwards: str | None
    lessons: str | None
    blocks: list[WorkBlockView]
    spare: int | None
    amounts: list[AmountView]
    checks_before: list[CheckView]
    checks_after: list[CheckView]
    tasks: list[TaskView]
    plans_experiments: bool
    is_last: bool
    next_workshop: NextWorkshopView | None


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
    crew: CrewView
    organisations: list[ProcessOrganisationView]
    invitees: list[InviteesView]
    workshops: list[WorkshopView]
    methods: list[MethodView]
    gaps: WorkshopGuideGaps


class WorkshopGuideContext(DocumentContext):
    """Everything the facilitator's guide of one workshop can print; methods are those it uses."""

    process: ProcessView
    crew: CrewView
    workshop: WorkshopView
    methods: list[MethodView]
    gaps: WorkshopGuideGaps
