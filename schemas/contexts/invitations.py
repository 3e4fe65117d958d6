"""What the templates of the invitations see: kick-off with pre-assignment, and sparrings."""

import datetime as dt

from pydantic import Field

from schemas.contexts.gap import Gap
from schemas.contexts.view import (
    DocumentContext,
    EventView,
    MemberView,
    RunRow,
    Shown,
    StageView,
    View,
)
from schemas.msgid import msgid


class QuestionView(View):
    """One question of the pre-assignment."""

    number: int
    text: str


class PreAssignmentView(View):
    """The pre-assignment; `minutes` is the time it takes."""

    introduction: str | None
    minutes: int | None
    due: dt.date | Gap
    return_address: Shown
    questions: list[QuestionView]


class InvitationGaps(View):
    """What stands in the place of a list that is still empty."""

    programme: Gap
    questions: Gap
    team: Gap


class KickOffInvitationContext(DocumentContext):
    """Everything the invitation to the kick-off can print."""

    event: EventView = Field(title=msgid("The event"))
    welcome: Shown
    goal: Shown
    outputs: str | None
    programme: list[RunRow] = Field(title=msgid("Programme of the event"))
    pre_assignment: PreAssignmentView
    team: list[MemberView]
    mentor: Shown = Field(title=msgid("Mentor"))
    next_stages: list[StageView] = Field(title=msgid("Next stages"))
    afterwards: str | None
    technical_contact: str | None
    accessibility_form: str | None
    gaps: InvitationGaps = Field(title=msgid("Marks for empty tables"))


class SparringInvitationContext(DocumentContext):
    """Everything the invitation to one sparring can print."""

    event: EventView = Field(title=msgid("The event"))
    number: int = Field(title=msgid("Sparring number"))
    goal: Shown
    preparation: str | None
    questions: str | None
    programme: list[RunRow] = Field(title=msgid("Programme of the event"))
    team: list[MemberView]
    mentor: Shown = Field(title=msgid("Mentor"))
    experts: list[str]
    afterwards: str | None
    gaps: InvitationGaps = Field(title=msgid("Marks for empty tables"))
