"""The context of the action plan (toimenpidesuunnitelma)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from pipeline.contexts import money, plan_parts
from pipeline.contexts.directory import Directory
from pipeline.contexts.document import current_version, document_view
from pipeline.contexts.gaps import Gaps
from pipeline.contexts.management import annual_clock, link_view
from pipeline.contexts.measures import indicator_view, measure_view
from pipeline.contexts.people import mentor_name, team_views
from pipeline.contexts.scene import Scene
from pipeline.contexts.times import timing_view
from schemas.academy import AcademySubmission
from schemas.contexts.action_plan import (
    ActionPlanContext,
    IndicatorView,
    MeasureView,
    ObjectiveView,
    PlanGaps,
    PlanSwitches,
)
from schemas.measures import Measure
from schemas.objectives import Objective

#: The plan's own texts, by the names that the schema and the template share.
_PLAN_TEXTS: Final = (
    "key_message",
    "summary",
    "current_state",
    "strategy_link",
    "communication",
    "follow_up",
)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the parts of one plan are made with."""

    scene: Scene
    submission: AcademySubmission
    directory: Directory
    gaps: Gaps

    @classmethod
    def of(cls, scene: Scene) -> Self:
        settings = scene.programme.settings
        directory = Directory(scene.plan, scene.language, scene.translator, settings.printed_names)
        return cls(scene, scene.plan, directory, Gaps(scene.translator, scene.language))


def action_plan(scene: Scene) -> ActionPlanContext:
    """Return everything that the action plan can print."""
    desk = _Desk.of(scene)
    settings = scene.programme.settings
    return ActionPlanContext.model_validate({
        "document": document_view(scene, desk.gaps, current_version(scene)),
        "mentor": mentor_name(scene, desk.gaps),
        **_texts(desk),
        **_aims(desk),
        **_management(desk),
        **_following(desk),
        "switches": PlanSwitches(
            indicators=settings.indicators, risks=settings.risks, costs=settings.costs
        ),
        "gaps": _empty_tables(desk.gaps),
    })


def _texts(desk: _Desk) -> Mapping[str, object]:
    plan, gaps = desk.submission.plan, desk.gaps
    return {
        "period": gaps.there(plan, "period", timing_view),
        **{name: gaps.shown(plan, name) for name in _PLAN_TEXTS},
    }


def _aims(desk: _Desk) -> Mapping[str, object]:
    submission, directory, gaps = desk.submission, desk.directory, desk.gaps
    measures = [measure_view(each, directory, gaps) for each in submission.measures]
    indicators = [indicator_view(each, directory, gaps) for each in submission.indicators]
    return {
        "team": team_views(submission, directory, gaps),
        "impact_goals": [
            plan_parts.impact_goal_view(each, gaps) for each in submission.impact_goals
        ],
        "objectives": [
            _objective(each, desk, measures, indicators) for each in submission.objectives
        ],
        "challenges": [
            plan_parts.challenge_view(each, directory, gaps) for each in submission.challenges
        ],
        "operating_model": plan_parts.operating_model_view(submission.operating_model, gaps),
        "measures": measures,
        "timeline": _by_start(submission, measures),
        "indicators": indicators,
    }


def _management(desk: _Desk) -> Mapping[str, object]:
    submission, language = desk.submission, desk.scene.language
    links = submission.management_links
    return {
        "management_links": [
            link_view(each, desk.directory, desk.gaps, language) for each in links
        ],
        "annual_clock": annual_clock(links, desk.gaps, language),
        "costs": [money.cost_view(each, desk.directory, desk.gaps) for each in submission.costs],
        "cost_years": money.amounts_by_year(submission.costs),
        # A row without a year, such as a typed sum, belongs to no year and to no sum.
        "cost_total": money.total(cost for cost in submission.costs if cost.year is not None),
    }


def _following(desk: _Desk) -> Mapping[str, object]:
    submission, directory, gaps = desk.submission, desk.directory, desk.gaps
    high = desk.scene.programme.settings.high_risk
    return {
        "risks": [plan_parts.risk_view(each, directory, gaps, high) for each in submission.risks],
        "pilots": [plan_parts.pilot_view(each, directory, gaps) for each in submission.pilots],
        "follow_ups": [
            plan_parts.follow_up_view(each, directory, gaps) for each in submission.follow_ups
        ],
        "versions": [plan_parts.version_view(each, gaps) for each in submission.versions],
        "attachments": [plan_parts.attachment_view(each, gaps) for each in submission.attachments],
    }


def _objective(
    objective: Objective,
    desk: _Desk,
    measures: Sequence[MeasureView],
    indicators: Sequence[IndicatorView],
) -> ObjectiveView:
    gaps = desk.gaps
    goals = desk.directory.ids(objective.impact_goals, "impact_goals")
    return ObjectiveView(
        id=objective.id,
        name=gaps.shown(objective, "name"),
        description=gaps.shown(objective, "description"),
        level=plan_parts.optional_label(objective.level, gaps),
        impact_goals=goals or gaps.of(Objective, "impact_goals"),
        measures=[each for each in measures if objective.id in each.objectives],
        indicators=[each for each in indicators if each.objective == objective.id],
    )


def _by_start(submission: AcademySubmission, measures: Sequence[MeasureView]) -> list[MeasureView]:
    """Return the measures by their start; those without a time come last, in their order."""
    timed = zip(submission.measures, measures, strict=True)
    return [view for _, view in sorted(timed, key=lambda pair: _start(pair[0]))]


def _start(measure: Measure) -> tuple[dt.date, dt.date]:
    return measure.timing.sort_key if measure.timing else (dt.date.max, dt.date.max)


def _empty_tables(gaps: Gaps) -> PlanGaps:
    fields = AcademySubmission.model_fields
    return PlanGaps(**{
        name: gaps.named(fields[name].title or name) for name in PlanGaps.model_fields
    })
