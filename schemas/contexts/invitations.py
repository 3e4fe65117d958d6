"""What the templates of the invitations see: kick-off with pre-assignment, and sparrings."""

import datetime as dt

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

    event: EventView
    welcome: Shown
    goal: Shown
    outputs: str | None
    programme: list[RunRow]
    pre_assignment: PreAssignmentView
    team: list[MemberView]
    mentor: Shown
    next_stages: list[StageView]
    afterwards: str | None
    technical_contact: str | None
    accessibility_form: str | None
    gaps: InvitationGaps


class SparringInvitationContext(DocumentContext):
    """Everything the invitation to one sparring can print."""

    event: EventView
    number: int
    goal: Shown
    preparation: str | None
    questions: str | None
    programme: list[RunRow]
    team: list[MemberView]
    mentor: Shown
    experts: list[str]
    afterwards: str | None
    gaps: InvitationGaps
