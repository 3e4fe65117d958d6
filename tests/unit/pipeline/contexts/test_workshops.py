"""What is computed of a workshop: clock times, groups, amounts of materials."""

from collections.abc import Mapping
from datetime import time
from decimal import Decimal

import pytest

from pipeline.contexts.gaps import Gaps
from pipeline.contexts.groups import block_groups, workshop_groups
from pipeline.contexts.materials import needed, process_amounts, workshop_amounts
from pipeline.contexts.process_people import ProcessPeople
from pipeline.contexts.times import public_rows, run_rows
from pipeline.language.catalogue import translator
from schemas.community import CommunitySubmission
from schemas.contexts.gap import Gap
from schemas.materials import Material
from schemas.workshops import Workshop, WorkshopBlock

GAPS = Gaps(translator("fi"), "fi")


def workshop(**values: str) -> Workshop:
    return Workshop.model_validate({"number": "1", **values})


def material(**values: str) -> Material:
    return Material.model_validate({"name": "Laput", "basis": "participant", **values})


def people(*rows: Mapping[str, str]) -> ProcessPeople:
    organisations = [{"id": "kunta", "name": "Esimerkkilän kunta"}]
    values = {"process": {"id": "p"}, "people": list(rows), "organisations": organisations}
    return ProcessPeople(CommunitySubmission.model_validate(values), "fi")


def blocks(*rows: tuple[str, str, str]) -> list[WorkshopBlock]:
    return [
        WorkshopBlock.model_validate({"workshop": "1", "name": n, "duration": d, "type": t})
        for n, d, t in rows
    ]


def test_clock_times_follow_from_the_start_and_the_lengths() -> None:
    plan = blocks(
        ("Ennakko", "0 min", "preparation"),
        ("Aloitus", "20 min", "opening"),
        ("Tauko", "15 min", "break"),
        ("Päätös", "25 min", "closing"),
    )

    rows = list(run_rows(plan, workshop(starts="9.00").starts, GAPS))

    assert [(row.starts, row.ends) for row in rows] == [
        (time(9), time(9)),
        (time(9), time(9, 20)),
        (time(9, 20), time(9, 35)),
        (time(9, 35), time(10)),
    ]
    assert [row.quiet for row in rows] == [False, False, True, False]


def test_hidden_blocks_take_their_time_in_the_public_programme() -> None:
    hidden = WorkshopBlock.model_validate({
        "workshop": "1",
        "name": "Vaihto",
        "duration": "10 min",
        "type": "talk",
        "public": "ei",
    })
    plan = [
        *blocks(("Aloitus", "20 min", "opening")),
        hidden,
        *blocks(("Päätös", "5 min", "closing")),
    ]

    rows = public_rows(plan, workshop(starts="9.00").starts, GAPS)

    assert [(row.name, row.starts) for row in rows] == [
        ("Aloitus", time(9)),
        ("Päätös", time(9, 30)),
    ]


def test_groups_are_as_even_as_they_can_be() -> None:
    groups = workshop_groups(workshop(expected="26", group_size="5"))

    assert groups is not None
    assert (groups.count, groups.least, groups.most) == (6, 4, 5)


def test_a_block_may_have_groups_of_its_own() -> None:
    (block,) = blocks(("Parit", "20 min", "group"))
    pairs = block.model_copy(update={"group_size": 2})
    of = workshop(expected="24", group_size="6", groups="4")

    own, common = block_groups(pairs, of), block_groups(block, of)

    assert own is not None
    assert common is not None
    assert (own.count, common.count) == (12, 4)


@pytest.mark.parametrize("known", [{"expected": "24"}, {"group_size": "5"}])
def test_without_people_or_size_there_are_no_groups(known: dict[str, str]) -> None:
    assert workshop_groups(workshop(**known)) is None


@pytest.mark.parametrize(
    ("values", "amount"),
    [
        ({"amount": "10", "basis": "participant"}, 240),
        ({"amount": "10", "basis": "participant", "reserve": "10"}, 264),
        ({"amount": "2", "basis": "group"}, 10),
        ({"amount": "2", "basis": "group", "reserve": "25"}, 13),
        ({"amount": "1", "basis": "event", "reserve": "0"}, 1),
        ({"amount": "0,1", "basis": "participant"}, 3),
        ({"amount": "1,5", "basis": "participant", "reserve": "0"}, 36),
    ],
)
def test_amounts_follow_from_their_basis_and_reserve(values: dict[str, str], amount: int) -> None:
    assert needed(material(**values), workshop(expected="24", group_size="5")) == Decimal(amount)


def test_an_amount_is_a_gap_while_people_are_not_counted() -> None:
    rows = workshop_amounts([material(amount="10")], workshop(), people(), GAPS)

    assert isinstance(rows[0].amount, Gap)


def test_a_workshop_needs_its_own_materials_and_those_of_every_workshop() -> None:
    rows = [
        material(amount="1"),
        material(name="Kartta", workshop="2", amount="1", basis="event"),
        material(name="Kello", workshop="1", amount="1", basis="event"),
    ]

    found = workshop_amounts(rows, workshop(expected="24"), people(), GAPS)

    assert [(row.name, row.amount) for row in found] == [
        ("Laput", Decimal(24)),
        ("Kello", Decimal(1)),
    ]


def test_a_process_needs_the_sum_but_once_what_is_used_again() -> None:
    rows = [
        material(amount="10", unit="kpl"),
        material(name="laput", workshop="2", amount="5", unit="kpl"),
        material(name="Tussit", amount="4", basis="group", reused="kyllä"),
    ]
    both = [
        workshop(expected="20", group_size="5"),
        workshop(number="2", expected="30", group_size="5"),
    ]

    found = process_amounts(rows, both, people(), GAPS)

    assert [(row.name, row.amount) for row in found] == [
        ("Laput", Decimal(650)),
        ("Tussit", Decimal(24)),
    ]


def test_a_process_total_is_a_gap_while_one_workshop_is_not_counted() -> None:
    both = [workshop(expected="20"), workshop(number="2")]

    (row,) = process_amounts([material(amount="10")], both, people(), GAPS)

    assert isinstance(row.amount, Gap)


def test_who_brings_is_printed_by_name() -> None:
    known = people({"id": "HLO1", "first_name": "Malli", "last_name": "Mallinen"})
    rows = [material(amount="1", bringer="HLO1"), material(amount="1", bringer="keittiö")]

    found = workshop_amounts(rows, workshop(expected="1"), known, GAPS)

    assert [row.bringer for row in found] == ["Malli Mallinen", "keittiö"]


@pytest.mark.parametrize(
    ("organisation", "printed"), [("kunta", "Esimerkkilän kunta"), ("", "HLO1")]
)
def test_who_refuses_the_name_is_printed_by_the_organisation(
    organisation: str, printed: str
) -> None:
    known = people({
        "id": "HLO1",
        "first_name": "Malli",
        "last_name": "Mallinen",
        "may_publish_name": "ei",
        **({"organisation": organisation} if organisation else {}),
    })

    assert known.name("Malli Mallinen") == printed


def test_organisations_are_printed_by_name_and_strangers_as_written() -> None:
    assert people().names(("kunta", "Vieras")) == ["Esimerkkilän kunta", "Vieras"]
    assert people().name(None) is None
