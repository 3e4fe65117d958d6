"""The facilitator's guides of a process: what their builders compute and whom they name."""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal

import pytest

from pipeline.contexts.workshop_guides import process_guide, workshop_guide
from schemas.community import CommunitySubmission
from schemas.contexts.gap import Gap
from schemas.contexts.workshop_guide import PersonView, ProcessGuideContext, WorkshopGuideContext
from tests.unit.pipeline.contexts.scenes import WINDOW, deliverable, scene

PROCESS: Mapping[str, object] = {
    "process": {
        "id": "malli",
        "name": "Malli yhdessä",
        "facilitators": "HLO1",
        "documenter": "HLO2",
    },
    "organisations": [{"id": "kunta", "name": "Mallilan kunta", "role": "client"}],
    "people": [
        {"id": "HLO1", "first_name": "Malli", "last_name": "Mallinen", "organisation": "kunta"},
        {"id": "HLO2", "first_name": "Testi", "last_name": "Testaaja", "phone": "040 000 0002"},
        {"id": "HLO3", "first_name": "Näyte", "last_name": "Nimi", "phone": "040 000 0003"},
    ],
    "workshops": [
        {
            "number": "1",
            "timing": "19.10.2021",
            "starts": "9.00",
            "duration": "1 h",
            "expected": "11",
            "group_size": "4",
        },
        {"number": "2", "timing": "marraskuu 2021"},
        {"number": "3", "timing": "13.1.2022"},
    ],
    "methods": [
        {"id": "M1", "name": "Jana", "duration_least": "10 min"},
        {"id": "M2", "name": "Rypäs"},
    ],
    "blocks": [
        {"workshop": "1", "name": "Ennakko", "duration": "0 min", "type": "preparation"},
        {"workshop": "1", "name": "Avaus", "duration": "20 min", "type": "opening", "method": "M1"},
        {"workshop": "1", "name": "Tauko", "duration": "10 min", "type": "break"},
        {
            "workshop": "1",
            "name": "Parit",
            "duration": "20 min",
            "type": "group",
            "group_size": "2",
            "lead": "Näyte Nimi",
        },
        {"workshop": "2", "name": "Aloitus", "duration": "15 min", "type": "opening"},
    ],
    "materials": [{"name": "Laput", "amount": "10", "basis": "participant", "reserve": "10"}],
    "checklist": [
        {"days": "7", "task": "Muistio"},
        {"days": "0", "task": "Opasteet"},
        {"days": "-14", "task": "Kutsu"},
    ],
    "between_tasks": [
        {"workshop": "1", "what": "Kysy naapurilta", "who": "kaikki", "due": "1.11.2021"},
        {"workshop": "2", "what": "Piirrä kartta", "person": "HLO2"},
    ],
    "memos": [{"workshop": "1", "changes": "Lisää aikaa tarinoille"}],
    "versions": [
        {"number": "1.0", "date": "4.10.2021", "state": "approved"},
        {"number": "1.1", "date": "1.12.2021", "state": "updated"},
    ],
}


def process(**changes: object) -> CommunitySubmission:
    values = {**PROCESS, **changes}
    return CommunitySubmission.model_validate(values, context={"window": WINDOW})


def whole(**changes: object) -> ProcessGuideContext:
    given = process(**changes)
    return process_guide(scene(submission=given, deliverable=deliverable("process_guide")))


def of_workshop(number: int, **changes: object) -> WorkshopGuideContext:
    given = process(**changes)
    workshop = next(each for each in given.workshops if each.number == number)
    return workshop_guide(
        scene(
            submission=given,
            deliverable=deliverable("workshop_guide", "workshop"),
            workshop=workshop,
        )
    )


def test_the_run_sheet_has_clock_times_and_groups_and_says_what_is_spare() -> None:
    shown = of_workshop(1).workshop

    assert [(row.name, row.starts, row.before) for row in shown.blocks] == [
        ("Ennakko", time(9), True),
        ("Avaus", time(9), False),
        ("Tauko", time(9, 20), False),
        ("Parit", time(9, 30), False),
    ]
    pairs = shown.blocks[-1].groups
    assert pairs is not None
    assert (pairs.count, pairs.least, pairs.most) == (6, 1, 2)
    assert [row.groups for row in shown.blocks[:-1]] == [None, None, None]
    assert shown.groups is not None
    assert shown.groups.count == 3
    assert shown.spare == 10


def test_blocks_that_take_more_than_the_workshop_leave_less_than_nothing() -> None:
    long = [{"workshop": "1", "name": "Avaus", "duration": "90 min", "type": "opening"}]

    assert of_workshop(1, blocks=long).workshop.spare == -30
    assert of_workshop(1, blocks=[]).workshop.spare is None
    assert of_workshop(2).workshop.spare is None


def test_without_a_start_the_rows_are_gaps_and_the_month_is_told() -> None:
    shown = of_workshop(2).workshop

    assert isinstance(shown.event.date, Gap)
    assert str(shown.event.date) == "Täydennettävä: Päivä"
    assert isinstance(shown.blocks[0].starts, Gap)
    assert not isinstance(shown.timing, Gap)
    assert shown.timing.text == "marraskuu 2021"


def test_materials_are_counted_for_the_people_of_the_workshop() -> None:
    assert [row.amount for row in of_workshop(1).workshop.amounts] == [Decimal(121)]
    assert isinstance(of_workshop(2).workshop.amounts[0].amount, Gap)


def test_checklists_are_dated_and_lie_before_and_after_the_workshop() -> None:
    shown = of_workshop(1).workshop

    assert [(each.date, each.tasks) for each in shown.checks_before] == [
        (date(2021, 10, 5), ["Kutsu"]),
        (date(2021, 10, 19), ["Opasteet"]),
    ]
    assert [each.date for each in shown.checks_after] == [date(2021, 10, 26)]
    assert [each.date for each in of_workshop(2).workshop.checks_before] == [None, None]


def test_a_workshop_has_its_own_tasks_and_learns_from_the_one_before() -> None:
    first, second = of_workshop(1).workshop, of_workshop(2).workshop

    assert [(task.what, task.due) for task in first.tasks] == [
        ("Kysy naapurilta", date(2021, 11, 1))
    ]
    (task,) = second.tasks
    assert (task.person, isinstance(task.who, Gap), isinstance(task.due, Gap)) == (
        "Testi Testaaja",
        True,
        True,
    )
    assert (first.lessons, second.lessons) == (None, "Lisää aikaa tarinoille")


def test_the_series_knows_what_comes_next_and_which_is_the_last() -> None:
    shown = whole().workshops

    assert [each.number for each in shown] == [1, 2, 3]
    assert [each.next_workshop.number if each.next_workshop else None for each in shown] == [
        2,
        3,
        None,
    ]
    assert [each.plans_experiments for each in shown] == [False, True, False]
    assert [each.is_last for each in shown] == [False, False, True]


def test_of_two_workshops_with_one_number_the_first_is_shown() -> None:
    twice = [{"number": "2", "goal": "Eka"}, {"number": "1"}, {"number": "2", "goal": "Toka"}]

    assert [(each.number, each.goal) for each in whole(workshops=twice).workshops][1] == (2, "Eka")


def test_the_basket_is_whole_and_a_workshop_has_the_methods_that_it_uses() -> None:
    basket = whole().methods

    assert [(each.id, each.workshops, each.minutes_least) for each in basket] == [
        ("M1", [1], 10),
        ("M2", [], None),
    ]
    assert [each.id for each in of_workshop(1).methods] == ["M1"]
    assert of_workshop(1).workshop.blocks[1].method == "Jana"


def test_the_crew_is_named_once_with_numbers_for_internal_use() -> None:
    crew = of_workshop(1).crew

    assert crew.facilitators == [
        PersonView(name="Malli Mallinen", organisation="Mallilan kunta", phone=None, email=None)
    ]
    assert isinstance(crew.documenter, PersonView)
    assert crew.documenter.phone == "040 000 0002"
    assert isinstance(crew.contact, Gap)
    assert [each.name for each in crew.leads] == ["Näyte Nimi"]
    assert of_workshop(2).crew.leads == []


@pytest.mark.parametrize("lead", ["HLO1", "Testi Testaaja"])
def test_who_has_a_role_already_is_no_other_lead(lead: str) -> None:
    block = {"workshop": "1", "name": "A", "duration": "5 min", "type": "talk", "lead": lead}

    assert of_workshop(1, blocks=[block]).crew.leads == []


def test_who_refuses_the_name_is_not_told_by_the_number() -> None:
    shy = {"id": "HLO2", "first_name": "Testi", "phone": "040 000 0002", "may_publish_name": "ei"}
    people = [{**shy, "organisation": "kunta"}]

    documenter = whole(people=people).crew.documenter

    assert documenter == PersonView(
        name="Mallilan kunta", organisation=None, phone=None, email=None
    )


def test_a_guide_carries_the_version_that_was_there_on_the_day() -> None:
    assert of_workshop(1).document.version == "1.0"
    assert whole().document.version == "1.1"
    assert of_workshop(1).document.organisation == "Malli yhdessä"


def test_clients_and_guests_are_listed_and_empty_parts_are_gaps() -> None:
    shown = whole(invitees=[{"name": "Kunnan väki", "organisation": "kunta", "enrolled": "0"}])

    assert [(each.name, each.is_client) for each in shown.organisations] == [
        ("Mallilan kunta", True)
    ]
    (group,) = shown.invitees
    assert (group.organisation, group.enrolled) == ("Mallilan kunta", 0)
    assert isinstance(group.target, Gap)
    assert str(shown.gaps.methods) == "Täydennettävä: Menetelmät"


def test_the_guide_of_a_workshop_needs_a_workshop() -> None:
    with pytest.raises(LookupError):
        workshop_guide(scene(submission=process(), deliverable=deliverable("workshop_guide")))
