"""What the template of the action plan sees (toimenpidesuunnitelma)."""

import datetime as dt
from decimal import Decimal

from pydantic import Field

from schemas.contexts.gap import Gap
from schemas.contexts.view import Amounts, DocumentContext, MemberView, Shown, TimingView, View
from schemas.msgid import msgid


class ImpactGoalView(View):
    """A benefit to society that is aimed at."""

    id: str
    text: Shown
    source: str | None


class MeasureView(View):
    """A measure with the names of those who answer for it."""

    id: str
    name: Shown
    description: str | None
    objectives: list[str]
    challenge: str | None
    timing: TimingView | Gap
    accountable: Shown
    responsible: list[str] | Gap
    consulted: list[str]
    informed: list[str]
    output: Shown
    person_days: Decimal | None
    depends_on: list[str]
    state: Shown


class IndicatorView(View):
    """An indicator; baseline and target are ready for print, with their units."""

    id: str
    name: Shown
    objective: Shown = Field(title=msgid("Objective of the indicator"))
    unit: str | None
    baseline: Shown
    baseline_date: TimingView | None
    target: Shown
    target_date: TimingView | None
    source: Shown = Field(title=msgid("Data source"))
    frequency: str | None
    owner: Shown


class ObjectiveView(View):
    """An objective with its measures and indicators."""

    id: str
    name: Shown
    description: Shown
    level: str | None
    impact_goals: list[str] | Gap
    measures: list[MeasureView] = Field(title=msgid("Measures of the objective"))
    indicators: list[IndicatorView] = Field(title=msgid("Indicators of the objective"))


class ChallengeView(View):
    """An innovation challenge."""

    id: str
    name: Shown
    renewal_kind: Shown
    renewal_need: Shown
    beneficiaries: Shown
    procurement_object: Shown
    procurement_procedure: Shown
    procurement_timing: TimingView | Gap
    procurement_value: Decimal | None
    market_dialogue: Shown
    market_dialogue_timing: TimingView | None
    owner: Shown
    objectives: list[str]
    measures: list[str] = Field(title=msgid("Measures of the challenge"))


class OperatingModelView(View):
    """The way of working."""

    description: Shown
    roles: Shown
    decision_making: Shown
    market_cooperation: Shown
    competence: Shown


class LinkView(View):
    """A tie to the management system, or the reason why there is none."""

    instrument: Shown
    applies: bool = Field(title=msgid("Does the instrument concern us"))
    content: Shown
    months: list[str]
    body: str | None
    preparer: str | None
    document: str | None
    reason: Shown


class ClockEntry(View):
    """What is handled in a month, by which body and for which instrument."""

    instrument: Shown
    content: Shown
    body: str | None


class ClockMonth(View):
    """One month of the annual clock that has something in it."""

    month: str = Field(title=msgid("Month"))
    entries: list[ClockEntry] = Field(min_length=1, title=msgid("What is handled in the month"))


class CostView(View):
    """One cost of one year, in euros."""

    name: Shown
    year: int | Gap
    amount: Decimal | Gap
    funding: Shown
    measure: str | None


class RiskView(View):
    """A risk; `level` says its size in words."""

    id: str
    description: Shown
    category: str | None
    probability: int | Gap
    impact: int | Gap
    score: int | None = Field(title=msgid("Probability times impact"))
    level: str | None = Field(title=msgid("Size of the risk in words"))
    mitigation: str | None
    owner: str | None
    related: list[str]


class PilotView(View):
    """A pilot; results and lessons are there once it has been carried out."""

    challenge: Shown
    what: Shown
    hypothesis: Shown
    timing: TimingView | Gap
    state: Shown
    signs: str | None
    results: str | None
    lessons: str | None
    proposal: str | None


class FollowUpView(View):
    """An occasion on which the plan is looked at again."""

    timing: TimingView | Gap
    subject: Shown
    responsible: str | None


class VersionView(View):
    """One row of the version history."""

    number: str
    date: dt.date
    state: Shown
    change: str | None
    author: str | None


class AttachmentView(View):
    """An appendix."""

    name: Shown
    about: str | None


class PlanSwitches(View):
    """Which optional parts the programme wants in the plan."""

    indicators: bool = Field(title=msgid("Are indicators in the plan"))
    risks: bool = Field(title=msgid("Are risks in the plan"))
    costs: bool = Field(title=msgid("Are costs in the plan"))


class PlanGaps(View):
    """What stands in the place of a table that is still empty."""

    team: Gap
    impact_goals: Gap
    objectives: Gap
    challenges: Gap
    measures: Gap
    indicators: Gap
    management_links: Gap
    costs: Gap
    risks: Gap
    pilots: Gap
    follow_ups: Gap


class ActionPlanContext(DocumentContext):
    """Everything the action plan can print."""

    period: TimingView | Gap
    mentor: Shown = Field(title=msgid("Mentor"))
    key_message: Shown
    summary: Shown
    current_state: Shown
    strategy_link: Shown
    communication: Shown
    follow_up: Shown
    team: list[MemberView]
    impact_goals: list[ImpactGoalView]
    objectives: list[ObjectiveView]
    challenges: list[ChallengeView]
    operating_model: OperatingModelView
    measures: list[MeasureView]
    timeline: list[MeasureView] = Field(title=msgid("Measures in order of time"))
    indicators: list[IndicatorView]
    management_links: list[LinkView]
    annual_clock: list[ClockMonth] = Field(title=msgid("Annual clock"))
    costs: list[CostView]
    cost_years: list[Amounts] = Field(title=msgid("Costs of each year"))
    cost_total: Decimal = Field(title=msgid("Costs in all"))
    risks: list[RiskView]
    pilots: list[PilotView]
    follow_ups: list[FollowUpView]
    versions: list[VersionView]
    attachments: list[AttachmentView]
    switches: PlanSwitches = Field(title=msgid("Parts of the plan"))
    gaps: PlanGaps = Field(title=msgid("Marks for empty tables"))
