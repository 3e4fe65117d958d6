"""What the templates of a process's invitations see: to the whole of it, and to one workshop."""

import datetime as dt

from pydantic import Field

from schemas.contexts.gap import Gap
from schemas.contexts.view import (
    ContactView,
    DocumentContext,
    EventView,
    RunRow,
    Shown,
    TimingView,
    View,
)
from schemas.msgid import msgid


class InvitedProcessView(View):
    """The process that people are invited to, and those who run it.

    `clients` is empty while one of them has no name; `own_names` says that the workshops' names
    are working names of the organiser's own.
    """

    name: Shown
    crosses_borders: bool = Field(title=msgid("Does the process cross organisations"))
    clients: list[str] = Field(title=msgid("Clients"))
    facilitators: list[str]
    own_names: bool = Field(title=msgid("Are the workshop names working names"))
    contact: ContactView = Field(title=msgid("Contact for participants"))
    accessibility_form: str | None
    privacy_url: str | None


class InvitedGroupView(View):
    """A group of people who are invited; `organisation` is where they come from."""

    name: str
    organisation: str | None


class WorkshopDateView(View):
    """When and where a workshop is held, as far as it is known; `date` only once it is one day."""

    number: int
    name: Shown
    date: dt.date | None = Field(title=msgid("Day of the workshop"))
    timing: TimingView | Gap
    starts: dt.time | None
    ends: dt.time | None = Field(title=msgid("Ends at"))
    place: str | None = Field(title=msgid("Place"))
    attendance: str | None


class AgreedTaskView(View):
    """A task that was agreed on in the workshop before and is still to do; `person` knows more."""

    what: str
    who: Shown
    person: str | None
    due: dt.date | Gap


class FormerWorkshopView(View):
    """What was done last time, from the memo; `present` is how many were there."""

    number: int
    name: Shown
    date: dt.date | None = Field(title=msgid("Day of the workshop"))
    timing: TimingView | Gap
    present: int | None
    done: Shown
    observations: Shown
    decisions: str | None


class ProcessInvitationGaps(View):
    """What stands in the place of a list that is still empty."""

    clients: Gap
    facilitators: Gap
    invited: Gap
    workshops: Gap


class ProcessInvitationContext(DocumentContext):
    """Everything the invitation to a process can print; `first` is its first workshop."""

    process: InvitedProcessView
    start_question: Shown
    goals: Shown
    themes: str | None
    out_of_scope: str | None
    ground_rules: str | None
    invited: list[InvitedGroupView] = Field(title=msgid("Groups invited"))
    workshops: list[WorkshopDateView]
    first: EventView | None = Field(title=msgid("First workshop"))
    gaps: ProcessInvitationGaps = Field(title=msgid("Marks for empty tables"))


class WorkshopInvitationGaps(View):
    """What stands in the place of a list that is still empty, or of a memo not yet written."""

    clients: Gap
    facilitators: Gap
    invited: Gap
    programme: Gap
    memo: Gap


class WorkshopInvitationContext(DocumentContext):
    """Everything the invitation to one workshop can print.

    `is_first` says that there is no workshop before it; `former` is None then, and while the memo
    of that workshop is missing. `advance` names what is done before the workshop; `preparation` is
    how, a line for each, without what the tasks say already.
    """

    process: InvitedProcessView
    event: EventView = Field(title=msgid("The event"))
    number: int
    name: Shown
    welcome: str | None
    purpose: Shown
    goal: Shown
    for_whom: str | None
    invited: list[InvitedGroupView] = Field(title=msgid("Groups invited"))
    catering: str | None
    programme: list[RunRow] = Field(title=msgid("Programme of the event"))
    is_first: bool = Field(title=msgid("Is it the first workshop"))
    former: FormerWorkshopView | None = Field(title=msgid("The workshop before"))
    advance: list[str] = Field(title=msgid("What is done before the workshop"))
    preparation: str | None
    tasks: list[AgreedTaskView] = Field(title=msgid("Tasks agreed on"))
    afterwards: str | None
    following: WorkshopDateView | None = Field(title=msgid("The workshop after"))
    gaps: WorkshopInvitationGaps = Field(title=msgid("Marks for empty tables"))
