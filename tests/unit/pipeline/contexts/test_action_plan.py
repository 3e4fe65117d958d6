"""The action plan's context: names, gaps, order, sums."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.contexts.action_plan import action_plan
from pipeline.contexts.plain import plain
from schemas.contexts.action_plan import ActionPlanContext
from schemas.contexts.gap import Gap
from tests.unit.pipeline.contexts.scenes import programme, scene, submission


def plan_of(**changes: object) -> ActionPlanContext:
    return action_plan(scene(submission=submission(**changes)))


def measure(identifier: str, **fields: object) -> dict[str, object]:
    return {"id": identifier, "name": f"Toimi {identifier}", **fields}


def test_an_empty_submission_is_all_gaps_and_never_none() -> None:
    plan = plan_of(versions=[])
    assert plan.summary == Gap("Täydennettävä: Tiivistelmä")
    assert isinstance(plan.document.date, Gap)
    assert plan.gaps.measures == Gap("Täydennettävä: Toimenpiteet")
    assert plan.mentor == "Kummi Mallinen"


@pytest.mark.parametrize(
    ("reference", "shown"),
    [
        ("TEH1", "päällikkö (Malli Mallinen)"),
        ("teh 1", "päällikkö (Malli Mallinen)"),
        ("Päällikkö", "päällikkö (Malli Mallinen)"),
        ("TEH2", "asiantuntija"),
        ("HLO2", "Testi Testaaja"),
        ("testi  testaaja", "Testi Testaaja"),
        ("Joku Muu", "Joku Muu"),
    ],
)
def test_references_are_printed_by_name(reference: str, shown: str) -> None:
    plan = plan_of(measures=[measure("P1", responsibility={"accountable": reference})])
    assert plan.measures[0].accountable == shown


def test_a_list_of_posts_leaves_their_holders_out() -> None:
    roles = {"accountable": "TEH1", "responsible": "TEH1; HLO2", "consulted": "asiantuntija"}
    shown = plan_of(measures=[measure("P1", responsibility=roles)]).measures[0]
    assert (shown.responsible, shown.consulted) == (
        ["päällikkö", "Testi Testaaja"],
        ["asiantuntija"],
    )


def test_posts_only_hides_peoples_names() -> None:
    posts = programme(settings={"printed_names": "posts"})
    given = submission(
        measures=[
            measure("P1", responsibility={"accountable": "TEH1"}),
            measure("P2", responsibility={"accountable": "HLO1"}),
            measure("P3", responsibility={"accountable": "HLO2"}),
        ]
    )
    plan = action_plan(scene(programme=posts, submission=given))
    shown = [each.accountable for each in plan.measures]
    assert shown == ["päällikkö", "päällikkö", "tiimin jäsen"]


def test_a_name_that_may_not_be_published_is_never_printed() -> None:
    people = [
        {"id": "HLO1", "first_name": "Malli", "last_name": "Mallinen", "may_publish_name": "ei"},
        {"id": "HLO2", "first_name": "Testi", "last_name": "Testaaja", "may_publish_name": "ei"},
    ]
    plan = plan_of(
        people=people,
        team=[{"person": "HLO1", "function": "leadership"}],
        measures=[
            measure("P1", responsibility={"accountable": "TEH1", "responsible": "HLO2"}),
            measure("P2", responsibility={"accountable": "HLO1"}),
        ],
    )
    assert [each.accountable for each in plan.measures] == ["päällikkö", "päällikkö"]
    assert plan.measures[0].responsible == ["tiimin jäsen"]
    assert [(each.name, each.post) for each in plan.team] == [("päällikkö", None)]


def test_objectives_gather_their_measures_and_indicators_by_id_or_name() -> None:
    plan = plan_of(
        objectives=[{"id": "T1", "name": "Kotona"}, {"id": "T2", "name": "Muu"}],
        measures=[measure("P1", objectives="T1; T2"), measure("P2", objectives="kotona")],
        indicators=[{"id": "N1", "name": "Osuus", "objective": "Kotona"}],
    )
    first, second = plan.objectives
    assert [each.id for each in first.measures] == ["P1", "P2"]
    assert [each.id for each in second.measures] == ["P1"]
    assert [each.id for each in first.indicators] == ["N1"]
    assert plan.measures[1].objectives == ["T1"]


def test_the_timeline_goes_by_start_and_the_open_ones_come_last() -> None:
    plan = plan_of(
        measures=[
            measure("P1"),
            measure("P2", timing="kevät 2022"),
            measure("P3", timing="ei vielä sovittu"),
            measure("P4", timing="1.–22.11.2021"),
        ]
    )
    assert [each.id for each in plan.timeline] == ["P4", "P2", "P1", "P3"]


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"baseline": "91,2", "unit": "%"}, "91,2\xa0%"),
        ({"baseline": "12 500", "unit": "kpl"}, "12\xa0500\xa0kpl"),
        ({"baseline_text": "ei käytäntöä"}, "ei käytäntöä"),
        ({"baseline": "3", "baseline_text": "arvio"}, "3; arvio"),
        ({"baseline_planned": "3/2022"}, "mitataan viimeistään: maaliskuu 2022"),
        ({}, Gap("Täydennettävä: Lähtötaso")),
    ],
)
def test_a_baseline_is_a_value_words_a_promise_or_a_gap(
    fields: dict[str, object], shown: str | Gap
) -> None:
    plan = plan_of(indicators=[{"id": "N1", "name": "x", **fields}])
    assert plan.indicators[0].baseline == shown


def test_the_annual_clock_follows_the_months_of_links_that_apply() -> None:
    plan = plan_of(
        management_links=[
            {"instrument": "budget_cycle", "content": "a", "months": "syyskuu, huhtikuu"},
            {"instrument": "performance", "content": "b", "months": "9", "not_applicable": "kyllä"},
            {"instrument": "annual_clock", "content": "c", "months": "9"},
        ]
    )
    shown = [(each.month, [entry.content for entry in each.entries]) for each in plan.annual_clock]
    assert shown == [("huhtikuu", ["a"]), ("syyskuu", ["a", "c"])]
    assert [each.applies for each in plan.management_links] == [True, False, True]


@given(
    st.lists(
        st.tuples(
            st.sampled_from([2022, 2023, 2024]),
            st.integers(0, 10**9),
            st.sampled_from(["in_budget", "proposed", "external"]),
        ),
        max_size=12,
    )
)
def test_sums_by_year_and_funding_add_up(costs: list[tuple[int, int, str]]) -> None:
    rows = [
        {"name": "x", "year": year, "amount": Decimal(cents) / 100, "funding": funding}
        for year, cents, funding in costs
    ]
    plan = plan_of(costs=rows)
    assert plan.cost_total == Decimal(sum(cents for _, cents, _ in costs)) / 100
    assert sum((each.total for each in plan.cost_years), Decimal(0)) == plan.cost_total
    for each in plan.cost_years:
        assert each.in_budget + each.proposed + each.external == each.total
    assert [each.year for each in plan.cost_years] == sorted({year for year, _, _ in costs})


@pytest.mark.parametrize(
    ("probability", "impact", "level"),
    [("4", "3", "suuri"), ("2", "3", "kohtalainen"), ("1", "5", "pieni")],
)
def test_risks_have_their_size_in_words(probability: str, impact: str, level: str) -> None:
    risk = {"id": "R1", "description": "x", "probability": probability, "impact": impact}
    assert plan_of(risks=[risk]).risks[0].level == level


def test_a_plain_context_holds_no_models() -> None:
    def check(value: object) -> None:
        match value:
            case dict():
                for each in value.values():
                    check(each)
            case list():
                for each in value:
                    check(each)
            case _:
                assert not hasattr(value, "model_fields")

    context = plain(plan_of(measures=[measure("P1")]))
    check(context)
    assert context["document"]
