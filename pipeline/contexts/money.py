"""Costs and their sums; sums are computed, never typed."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from pipeline.contexts.directory import Directory
from pipeline.contexts.gaps import Gaps
from schemas.contexts.action_plan import CostView
from schemas.contexts.view import Amounts
from schemas.costs import Cost, Funding
from schemas.fields import Money


def cost_view(cost: Cost, directory: Directory, gaps: Gaps) -> CostView:
    """Return one cost."""
    return CostView(
        name=gaps.shown(cost, "name"),
        year=gaps.there(cost, "year", int),
        amount=gaps.there(cost, "amount", lambda money: money.euros),
        funding=gaps.shown(cost, "funding"),
        measure=directory.id(cost.measure, "measures") if cost.measure else None,
    )


def amounts_by_year(costs: Sequence[Cost]) -> list[Amounts]:
    """Return the sums of each year that has costs, by where the money comes from."""
    years = sorted({cost.year for cost in costs if cost.year is not None})
    return [_amounts(year, [cost for cost in costs if cost.year == year]) for year in years]


def total(costs: Iterable[Cost]) -> Decimal:
    """Return the sum of costs, in euros."""
    return sum((cost.amount or Money(0) for cost in costs), Money(0)).euros


def _amounts(year: int, costs: Sequence[Cost]) -> Amounts:
    return Amounts(
        year=year,
        in_budget=total(cost for cost in costs if cost.funding is Funding.IN_BUDGET),
        proposed=total(cost for cost in costs if cost.funding is Funding.PROPOSED),
        external=total(cost for cost in costs if cost.funding is Funding.EXTERNAL),
        total=total(costs),
    )
