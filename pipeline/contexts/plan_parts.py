"""The smaller parts of the action plan: goals, challenges, risks, pilots, follow-up, versions."""

from typing import Final

from pipeline.contexts.directory import Directory
from pipeline.contexts.gaps import Gaps
from pipeline.contexts.times import optional_timing, timing_view
from pipeline.core.text import Text
from schemas.challenges import Challenge
from schemas.contexts.action_plan import (
    AttachmentView,
    ChallengeView,
    FollowUpView,
    ImpactGoalView,
    OperatingModelView,
    PilotView,
    RiskView,
    VersionView,
)
from schemas.contexts.gap import Gap
from schemas.fields import Choice
from schemas.objectives import ImpactGoal
from schemas.operating_model import OperatingModel
from schemas.pilots import Pilot
from schemas.plan import Attachment, FollowUp
from schemas.risks import Risk
from schemas.versions import Version

_HIGH: Final = Text("high")
_MODERATE: Final = Text("moderate")
_LOW: Final = Text("low")


def optional_label(choice: Choice | None, gaps: Gaps) -> str | None:
    """Return what a choice is called, None while it is not made."""
    return None if choice is None else gaps.word(choice.label)


def impact_goal_view(goal: ImpactGoal, gaps: Gaps) -> ImpactGoalView:
    """Return an impact goal."""
    return ImpactGoalView(id=goal.id, text=gaps.shown(goal, "text"), source=goal.source)


def challenge_view(challenge: Challenge, directory: Directory, gaps: Gaps) -> ChallengeView:
    """Return an innovation challenge with the ids of its measures."""
    value = challenge.procurement_value
    return ChallengeView(
        id=challenge.id,
        name=gaps.shown(challenge, "name"),
        renewal_kind=gaps.shown(challenge, "renewal_kind"),
        renewal_need=gaps.shown(challenge, "renewal_need"),
        beneficiaries=gaps.shown(challenge, "beneficiaries"),
        procurement_object=gaps.shown(challenge, "procurement_object"),
        procurement_procedure=gaps.shown(challenge, "procurement_procedure"),
        procurement_timing=gaps.there(challenge, "procurement_timing", timing_view),
        procurement_value=None if value is None else value.euros,
        market_dialogue=gaps.shown(challenge, "market_dialogue"),
        market_dialogue_timing=optional_timing(challenge.market_dialogue_timing),
        owner=directory.name(challenge.owner) or gaps.of(Challenge, "owner"),
        objectives=directory.ids(challenge.objectives, "objectives"),
        measures=[
            each.id
            for each in directory.submission.measures
            if each.challenge and directory.id(each.challenge, "challenges") == challenge.id
        ],
    )


def operating_model_view(model: OperatingModel, gaps: Gaps) -> OperatingModelView:
    """Return the operating model."""
    return OperatingModelView(**{
        name: gaps.shown(model, name) for name in OperatingModelView.model_fields
    })


def risk_view(risk: Risk, directory: Directory, gaps: Gaps, high: int) -> RiskView:
    """Return a risk with its size in words; `high` is the score from which it is high."""
    return RiskView(
        id=risk.id,
        description=gaps.shown(risk, "description"),
        category=optional_label(risk.category, gaps),
        probability=gaps.there(risk, "probability", int),
        impact=gaps.there(risk, "impact", int),
        score=risk.score,
        level=None if risk.score is None else gaps.word(_level(risk.score, high)),
        mitigation=risk.mitigation,
        owner=directory.name(risk.owner),
        related=[
            directory.id(each, "challenges", "measures", "objectives") for each in risk.related
        ],
    )


def _level(score: int, high: int) -> Text:
    if score >= high:
        return _HIGH
    return _MODERATE if score * 2 >= high else _LOW


def pilot_view(pilot: Pilot, directory: Directory, gaps: Gaps) -> PilotView:
    """Return a pilot with the id and name of its challenge."""
    return PilotView(
        challenge=_challenge_name(pilot.challenge, directory) or gaps.of(Pilot, "challenge"),
        what=gaps.shown(pilot, "what"),
        hypothesis=gaps.shown(pilot, "hypothesis"),
        timing=gaps.there(pilot, "timing", timing_view),
        state=gaps.shown(pilot, "state"),
        signs=pilot.signs,
        results=pilot.results,
        lessons=pilot.lessons,
        proposal=pilot.proposal,
    )


def _challenge_name(reference: str | None, directory: Directory) -> str | None:
    target = directory.references.resolve(reference, ("challenges",))
    return reference if target is None else " ".join([target.id, *target.names[:1]])


def follow_up_view(follow_up: FollowUp, directory: Directory, gaps: Gaps) -> FollowUpView:
    """Return an occasion of follow-up."""
    return FollowUpView(
        timing=gaps.there(follow_up, "timing", timing_view),
        subject=gaps.shown(follow_up, "subject"),
        responsible=directory.name(follow_up.responsible),
    )


def version_view(version: Version, gaps: Gaps) -> VersionView:
    """Return a row of the version history."""
    return VersionView(
        number=str(version.number),
        date=version.date,
        state=gaps.shown(version, "state"),
        change=version.change,
        author=version.author,
    )


def attachment_view(attachment: Attachment, gaps: Gaps) -> AttachmentView:
    """Return an appendix."""
    name: str | Gap = gaps.shown(attachment, "name")
    return AttachmentView(name=name, about=attachment.about)
