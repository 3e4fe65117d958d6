"""How innovative procurement is tied to the management system (johtamisjärjestelmä)."""

from typing import Annotated

from schemas.fields import (
    Choice,
    Months,
    PlainText,
    RefTo,
    RequiredFrom,
    TitleText,
    YesNo,
)
from schemas.filled import Filled, item
from schemas.msgid import msgid


class Instrument(Choice):
    """The part of the management system that is linked to."""

    BUDGET_CYCLE = "budget_cycle", msgid("budget cycle")
    ANNUAL_CLOCK = "annual_clock", msgid("annual cycle of operating and financial planning")
    PERFORMANCE = "performance", msgid("performance management")
    INVESTMENT_PLAN = "investment_plan", msgid("investment plan")
    PROCUREMENT_PLAN = "procurement_plan", msgid("procurement plan")
    OTHER = "other", msgid("other")


class ManagementLink(Filled):
    """One tie to one instrument, or the reason why the instrument does not apply."""

    instrument: Annotated[Instrument | None, RequiredFrom("G3")] = item(
        "Instrument", "Choose from the list.", example="budget cycle", synonyms="link"
    )
    content: PlainText | None = item(
        "What is linked",
        "Which appropriation, goal, item or procurement, and for which year.",
        example="…",
        synonyms="content",
    )
    months: Months = item(
        "Months",
        "The months in which the matter is handled, as names or numbers.",
        default=(),
        example="September, October",
        synonyms="month",
    )
    body: TitleText | None = item("Body", "Who handles it.", example="management group")
    preparer: Annotated[TitleText | None, RefTo("people", "posts")] = item(
        "Preparer", "A person or post: id or exact name.", example="TEH1"
    )
    document: TitleText | None = item(
        "Document", "The document in which it is written.", example="Budget 2023"
    )
    not_applicable: YesNo | None = item(
        "Not applicable", "Yes if the organisation has no such instrument.", example=""
    )
    reason: PlainText | None = item(
        "Reason why not applicable", "Why the instrument does not apply.", synonyms="reason"
    )
