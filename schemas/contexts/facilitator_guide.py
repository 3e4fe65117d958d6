"""What the template of the kick-off's facilitator's guide sees (fasilitointisuunnitelma)."""

import datetime as dt

from pydantic import Field

from schemas.contexts.gap import Gap
from schemas.contexts.view import DocumentContext, EventView, RunRow, Shown, StageView, View
from schemas.msgid import msgid


class RoleView(View):
    """One task in running the event, with a phone number for internal use."""

    role: str
    name: Shown
    phone: str | None
    task: str | None


class SupplyView(View):
    """One thing that the event needs."""

    name: str
    amount: str | None
    bringer: str | None


class CheckView(View):
    """The tasks of one day before or after the event; `date` when the event has its day."""

    label: str = Field(title=msgid("Day of the checklist in words"))
    date: dt.date | None = Field(title=msgid("Day of the checklist"))
    tasks: list[str] = Field(title=msgid("Tasks of the day"))


class BlockView(RunRow):
    """One block with all that its facilitator needs."""

    number: int = Field(title=msgid("Number of the block"))
    goal: Shown
    do: str | None
    say: str | None
    grouping: str | None
    output: str | None
    tips: str | None
    what_if: str | None


class OrganisationView(View):
    """One organisation that takes part."""

    name: str = Field(title=msgid("Organisation"))
    mentor: Shown = Field(title=msgid("Mentor"))


class GuideGaps(View):
    """What stands in the place of a list that is still empty."""

    blocks: Gap
    roles: Gap
    supplies: Gap
    checks: Gap
    organisations: Gap


class FacilitatorGuideContext(DocumentContext):
    """Everything the facilitator's guide can print."""

    event: EventView = Field(title=msgid("The event"))
    goal: Shown
    outputs: Shown
    participants: Shown
    expected: int | None
    groups: int | None = Field(title=msgid("Number of groups"))
    group_size: int | None
    room: Shown
    online_variant: str | None
    documentation: Shown
    afterwards: str | None
    technical_contact: str | None
    roles: list[RoleView]
    run: list[RunRow] = Field(title=msgid("Run sheet"))
    blocks: list[BlockView] = Field(title=msgid("Blocks with instructions"))
    supplies: list[SupplyView]
    checks: list[CheckView] = Field(title=msgid("Checklist"))
    organisations: list[OrganisationView]
    next_stages: list[StageView] = Field(title=msgid("Next stages"))
    gaps: GuideGaps = Field(title=msgid("Marks for empty tables"))
