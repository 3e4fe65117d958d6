"""What one organisation of the Innovaatio-akatemia fills in: one workbook or YAML file."""

from typing import Annotated

from schemas.acknowledgements import Acknowledgement
from schemas.application import Application
from schemas.challenges import Challenge
from schemas.costs import Cost
from schemas.fields import RequiredFrom
from schemas.filled import Filled, OptionalSheet, item
from schemas.indicators import Indicator
from schemas.management_items import ManagementItem
from schemas.management_links import ManagementLink
from schemas.measures import Measure
from schemas.objectives import ImpactGoal, Objective
from schemas.operating_model import OperatingModel
from schemas.organisation import Organisation, Person, Post, TeamMember
from schemas.pilots import Pilot
from schemas.plan import Attachment, FollowUp, Plan
from schemas.pre_assignment import PreAssignmentAnswer
from schemas.risks import Risk
from schemas.sparring_actions import SparringAction
from schemas.sparrings import Sparring
from schemas.versions import Version


class AcademySubmission(Filled):
    """All that the documents of one organisation are made from, in the order of filling in."""

    organisation: Organisation = item("Organisation", "Who you are.", default=...)
    people: Annotated[tuple[Person, ...], RequiredFrom("G1")] = item(
        "People", "Everybody named in the plan.", default=()
    )
    posts: tuple[Post, ...] = item("Posts", "Posts that answer for something.", default=())
    team: tuple[TeamMember, ...] = item("Team", "Who take part in the programme.", default=())
    application: Annotated[Application | None, OptionalSheet()] = item(
        "Application", "Only while you apply to the programme."
    )
    pre_assignment: tuple[PreAssignmentAnswer, ...] = item(
        "Pre-assignment", "Your answers before the kick-off.", default=()
    )
    plan: Plan = item("Plan", "The texts of the action plan.", default=Plan.blank())
    impact_goals: Annotated[tuple[ImpactGoal, ...], RequiredFrom("G2")] = item(
        "Impact goals", "Benefits to society that you aim at, one to five.", default=()
    )
    objectives: Annotated[tuple[Objective, ...], RequiredFrom("G2")] = item(
        "Objectives", "Concrete changes, one to eight.", default=()
    )
    challenges: tuple[Challenge, ...] = item(
        "Innovation challenges", "One to three: a renewal need and a procurement.", default=()
    )
    operating_model: OperatingModel = item(
        "Operating model", "How innovative procurement is led.", default=OperatingModel.blank()
    )
    measures: Annotated[tuple[Measure, ...], RequiredFrom("G3")] = item(
        "Measures", "What is done, by whom and when.", default=()
    )
    indicators: Annotated[tuple[Indicator, ...], RequiredFrom("G3")] = item(
        "Indicators", "How the change is measured.", default=()
    )
    management_links: tuple[ManagementLink, ...] = item(
        "Management system", "Ties to the management system.", default=()
    )
    costs: Annotated[tuple[Cost, ...], RequiredFrom("G4")] = item(
        "Costs", "Year by year; sums are computed.", default=()
    )
    risks: tuple[Risk, ...] = item("Risks", "What may go wrong.", default=())
    pilots: Annotated[tuple[Pilot, ...], RequiredFrom("G4")] = item(
        "Pilots", "What is tried out.", default=()
    )
    follow_ups: Annotated[tuple[FollowUp, ...], RequiredFrom("G5")] = item(
        "Follow-ups", "When the plan is looked at again.", default=()
    )
    sparrings: tuple[Sparring, ...] = item("Sparrings", "Your two sparrings.", default=())
    sparring_actions: Annotated[tuple[SparringAction, ...], OptionalSheet()] = item(
        "Actions agreed in sparrings", "What, who and by when.", default=()
    )
    management_items: Annotated[tuple[ManagementItem, ...], OptionalSheet()] = item(
        "Handling by management group", "When the plan is presented.", default=()
    )
    versions: Annotated[tuple[Version, ...], RequiredFrom("G1")] = item(
        "Versions", "The last row is the present.", default=()
    )
    attachments: tuple[Attachment, ...] = item("Appendices", "If there are any.", default=())
    acknowledgements: Annotated[tuple[Acknowledgement, ...], OptionalSheet()] = item(
        "Accepted findings", "What paja warns of and is right all the same.", default=()
    )
