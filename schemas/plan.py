"""The action plan's own texts: period, summary, current state, follow-up."""

from typing import Annotated

from schemas.fields import PlainText, RefTo, RequiredFrom, Timing, TitleText
from schemas.filled import Filled, item


class Plan(Filled):
    """What the plan says as a whole (toimenpidesuunnitelma)."""

    title: Annotated[TitleText | None, RequiredFrom("G3")] = item(
        "Title of the plan", "What the plan is about.", example="Leading innovative procurement"
    )
    period: Annotated[Timing | None, RequiredFrom("G2")] = item(
        "Plan period",
        "First and last day of the plan.",
        example="1.11.2021–31.12.2023",
        synonyms="period",
    )
    key_message: Annotated[PlainText | None, RequiredFrom("G4")] = item(
        "Key message", "What the reader must remember, in one or two sentences.", example="…"
    )
    summary: Annotated[PlainText | None, RequiredFrom("G3")] = item(
        "Summary", "The plan in ten lines.", example="…"
    )
    current_state: Annotated[PlainText | None, RequiredFrom("G2")] = item(
        "Current state", "How procurement and renewal are led now.", example="…"
    )
    strategy_link: Annotated[PlainText | None, RequiredFrom("G3")] = item(
        "Link to the strategy", "Which choices of the strategy the plan carries out.", example="…"
    )
    communication: Annotated[PlainText | None, RequiredFrom("G4")] = item(
        "Communication", "Who is told, what and when.", example="…"
    )
    follow_up: Annotated[PlainText | None, RequiredFrom("G4")] = item(
        "Follow-up", "How progress is followed and the plan kept up to date.", example="…"
    )


class FollowUp(Filled):
    """One occasion on which the plan is looked at again (seuranta)."""

    timing: Annotated[Timing | None, RequiredFrom("G4")] = item(
        "Time of the follow-up", "As exactly as it is known.", example="9/2022", synonyms="when"
    )
    subject: Annotated[PlainText | None, RequiredFrom("G4")] = item(
        "What is followed", "Measures, indicators, risks.", example="…", synonyms="what"
    )
    responsible: Annotated[TitleText | None, RefTo("people", "posts")] = item(
        "Responsible for the follow-up", "A person or post: id or exact name.", example="TEH1"
    )


class Attachment(Filled):
    """One appendix of the plan (liite)."""

    name: Annotated[TitleText | None, RequiredFrom("G4")] = item(
        "Appendix", "Its name.", example="Memo of the market dialogue"
    )
    about: PlainText | None = item("What it holds", "In one sentence.", example="…")
