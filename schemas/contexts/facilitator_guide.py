"""What the template of the kick-off's facilitator's guide sees (fasilitointisuunnitelma)."""

import datetime as dt

from schemas.contexts.gap import Gap
from schemas.contexts.view import DocumentContext, EventView, RunRow, Shown, StageView, View


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

    label: str
    date: dt.date | None
    tasks: list[str]


class BlockView(RunRow):
    """One block with all that its facilitator needs."""

    number: int
    goal: Shown
    do: str | None
    say: str | None
    grouping: str | None
    output: str | None
    tips: str | None
    what_if: str | None


class OrganisationView(View):
    """One organisation that takes part."""

    name: str
    mentor: Shown


class GuideGaps(View):
    """What stands in the place of a list that is still empty."""

    blocks: Gap
    roles: Gap
    supplies: Gap
    checks: Gap
    organisations: Gap


class FacilitatorGuideContext(DocumentContext):
    """Everything the facilitator's guide can print."""

    event: EventView
    goal: Shown
    outputs: Shown
    participants: Shown
    expected: int | None
    groups: int | None
    group_size: int | None
    room: Shown
    online_variant: str | None
    documentation: Shown
    afterwards: str | None
    technical_contact: str | None
    roles: list[RoleView]
    run: list[RunRow]
    blocks: list[BlockView]
    supplies: list[SupplyView]
    checks: list[CheckView]
    organisations: list[OrganisationView]
    next_stages: list[StageView]
    gaps: GuideGaps
