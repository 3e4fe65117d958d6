"""The invitations of a process: when, what was done last time, what is left to do, who asks."""

import datetime as dt
from collections.abc import Mapping

import pytest

from pipeline.contexts.process_invitations import process_invitation, workshop_invitation
from schemas.community import CommunitySubmission
from schemas.contexts.gap import Gap
from schemas.contexts.workshop_invitations import (
    ProcessInvitationContext,
    WorkshopInvitationContext,
)
from tests.unit.pipeline.contexts.scenes import WINDOW, deliverable, scene

_HELD = {"starts": "9.00", "duration": "3 h", "place": {"name": "Mallitalo", "room": "Sali 2"}}

PROCESS: Mapping[str, object] = {
    "process": {
        "id": "malli",
        "name": {"fi": "Malli yhdessä", "sv": "Modell tillsammans"},
        "mode": "cross_border",
        "start_question": "Kuka jää yksin?",
        "facilitators": "HLO1; HLO3",
        "contact": "HLO2",
    },
    "organisations": [
        {"id": "kunta", "name": "Mallilan kunta", "role": "client"},
        {"id": "seurakunta", "name": "Mallilan seurakunta", "role": "client"},
        {"id": "kyla", "name": "Mallikylä", "role": "partner"},
    ],
    "people": [
        {"id": "HLO1", "first_name": "Malli", "last_name": "Mallinen"},
        {"id": "HLO2", "first_name": "Testi", "last_name": "Testaaja", "email": "t@example.org"},
        {
            "id": "HLO3",
            "first_name": "Näyte",
            "last_name": "Nimi",
            "organisation": "kyla",
            "email": "n@example.org",
            "may_publish_name": "ei",
        },
    ],
    "workshops": [
        {"number": "2", "timing": "18.11.2021", "purpose": "Katsoa samaan suuntaan", **_HELD},
        {"number": "1", "timing": "19.10.2021", "name": "Alku", **_HELD},
        {"number": "3", "timing": "tammikuu 2022"},
    ],
    "invitees": [
        {"name": "Johtoryhmä", "organisation": "kunta", "target": "3"},
        {"name": "Kauppiaat", "target": "0"},
    ],
    "blocks": [
        {"workshop": "2", "name": "Kysy naapurilta", "duration": "0 min", "type": "preparation"},
        {"workshop": "2", "name": "Avaus", "duration": "20 min", "type": "opening", "lead": "HLO3"},
        {"workshop": "2", "name": "Vaihto", "duration": "10 min", "type": "talk", "public": "ei"},
        {"workshop": "2", "name": "Tauko", "duration": "15 min", "type": "break", "lead": "HLO1"},
        {"workshop": "1", "name": "Tervetuloa", "duration": "15 min", "type": "opening"},
    ],
    "memos": [{"workshop": "1", "present": "23", "done": "Puhuttiin.", "observations": "- Huoli"}],
    "versions": [
        {"number": "1.0", "date": "4.10.2021", "state": "approved"},
        {"number": "1.1", "date": "1.11.2021", "state": "updated"},
    ],
}


def process(**changes: object) -> CommunitySubmission:
    values = {**PROCESS, **changes}
    return CommunitySubmission.model_validate(values, context={"window": WINDOW})


def to_process(language: str = "fi", **changes: object) -> ProcessInvitationContext:
    given = process(**changes)
    kind = deliverable("process_invitation")
    return process_invitation(scene(submission=given, deliverable=kind, language=language))


def to_workshop(number: int, **changes: object) -> WorkshopInvitationContext:
    given = process(**changes)
    (own,) = [each for each in given.workshops if each.number == number]
    kind = deliverable("workshop_invitation", "workshop")
    return workshop_invitation(scene(submission=given, deliverable=kind, workshop=own))


def tasks(*rows: Mapping[str, str]) -> list[Mapping[str, str]]:
    return [{"workshop": "1", **row} for row in rows]


def test_the_workshops_stand_in_order_with_honest_dates() -> None:
    found = to_process().workshops

    assert [(each.number, each.date, each.ends) for each in found] == [
        (1, dt.date(2021, 10, 19), dt.time(12)),
        (2, dt.date(2021, 11, 18), dt.time(12)),
        (3, None, None),
    ]
    assert [each.place for each in found] == ["Mallitalo, Sali 2", "Mallitalo, Sali 2", None]


def test_a_workshop_without_a_name_goes_by_the_working_name_of_its_number() -> None:
    invitation = to_process()

    assert [each.name for each in invitation.workshops[:2]] == [
        "Alku",
        "Samansuuntaiset tehtävät ja yhteinen suunta",
    ]
    assert invitation.process.own_names
    confirmed = {"id": "malli", "names_confirmed": "kyllä"}
    assert not to_process(process=confirmed).process.own_names


def test_a_swedish_letter_never_takes_a_finnish_name_for_a_missing_one() -> None:
    invitation = to_process("sv")

    assert invitation.process.name == "Modell tillsammans"
    assert isinstance(invitation.workshops[0].name, Gap)
    assert invitation.workshops[1].name == "Gemensam riktning"
    assert invitation.process.clients == []


def test_the_invitation_to_the_process_enrols_to_its_first_workshop() -> None:
    workshops = [
        {"number": "2", "timing": "18.11.2021", "registration_by": "1.11.2021"},
        {"number": "1", "timing": "19.10.2021", "registration_by": "12.10.2021"},
    ]
    first = to_process(workshops=workshops).first

    assert first is not None
    assert first.registration_by == dt.date(2021, 10, 12)
    assert to_process(workshops=[]).first is None


def test_clients_invite_and_groups_that_are_hoped_for_are_invited() -> None:
    invitation = to_process()

    assert invitation.process.clients == ["Mallilan kunta", "Mallilan seurakunta"]
    assert [(each.name, each.organisation) for each in invitation.invited] == [
        ("Johtoryhmä", "Mallilan kunta")
    ]


def test_while_one_client_has_no_name_none_of_them_is_printed() -> None:
    half = [{"id": "kunta", "name": "Kunta", "role": "client"}, {"id": "srk", "role": "client"}]

    assert to_process(organisations=half).process.clients == []


@pytest.mark.parametrize(
    ("contact", "name", "email"),
    [
        ("HLO2", "Testi Testaaja", "t@example.org"),
        ("HLO1", "Malli Mallinen", Gap("Täydennettävä: Sähköposti")),
        ("HLO3", "Koordi Naattori", "a@example.org"),
        (
            None,
            Gap("Täydennettävä: Yhteyshenkilö osallistujille"),
            Gap("Täydennettävä: Sähköposti"),
        ),
    ],
    ids=["named", "without-address", "refused", "missing"],
)
def test_participants_ask_the_contact_or_the_coordinator_of_who_refuses_the_name(
    contact: str | None, name: object, email: object
) -> None:
    found = to_process(process={"id": "malli", "contact": contact}).process.contact

    assert (found.name, found.email) == (name, email)


def test_who_refuses_the_name_facilitates_by_the_organisation() -> None:
    assert to_process().process.facilitators == ["Malli Mallinen", "Mallikylä"]


def test_the_programme_has_what_participants_see_and_not_what_is_done_before() -> None:
    invitation = to_workshop(2)

    assert [(each.name, each.starts, each.quiet) for each in invitation.programme] == [
        ("Avaus", dt.time(9), False),
        ("Tauko", dt.time(9, 30), True),
    ]
    assert invitation.advance == ["Kysy naapurilta"]


def test_who_leads_is_named_as_everywhere() -> None:
    assert [each.lead for each in to_workshop(2).programme] == ["Mallikylä", "Malli Mallinen"]


def test_the_letter_tells_what_the_memo_of_the_workshop_before_says() -> None:
    invitation = to_workshop(2)

    assert invitation.former is not None
    assert (invitation.former.number, invitation.former.present) == (1, 23)
    assert (invitation.former.done, invitation.former.observations) == ("Puhuttiin.", "- Huoli")
    assert invitation.former.date == dt.date(2021, 10, 19)
    assert not invitation.is_first


def test_the_first_workshop_has_nothing_before_it_and_the_last_nothing_after() -> None:
    first, second, last = to_workshop(1), to_workshop(2), to_workshop(3)

    assert (first.is_first, first.former) == (True, None)
    assert first.following is not None
    assert first.following.number == 2
    assert second.following is not None
    assert second.following.date is None
    assert last.following is None


def test_without_a_memo_there_is_a_gap_and_an_unfinished_memo_has_its_own() -> None:
    missing = to_workshop(2, memos=[])
    half = to_workshop(2, memos=[{"workshop": "1"}])

    assert (missing.is_first, missing.former) == (False, None)
    assert missing.gaps.memo == Gap("Täydennettävä: Työpajamuistiot")
    assert half.former is not None
    assert half.former.done == Gap("Täydennettävä: Mitä tehtiin")


def test_a_letter_is_never_older_than_the_workshop_that_it_tells_of() -> None:
    old = [{"number": "1.0", "date": "4.10.2021", "state": "approved"}]

    assert to_workshop(2).document.date == dt.date(2021, 11, 1)
    assert isinstance(to_workshop(2, versions=old).document.date, Gap)
    assert to_workshop(2, versions=old, memos=[]).document.date == dt.date(2021, 10, 4)
    assert to_workshop(1, versions=old).document.date == dt.date(2021, 10, 4)


def test_tasks_are_those_of_the_workshop_before_that_are_left_to_do() -> None:
    rows = tasks(
        {"what": "Kysy", "due": "10.11.2021", "person": "HLO2"},
        {"what": "Sovi", "due": "10.11.2021", "state": "done"},
        {"what": "Kirjoita", "due": "26.10.2021", "state": "done"},
        {"what": "Soita", "due": "10.11.2021", "state": "dropped"},
        {"what": "Piirrä", "due": "10.11.2021", "workshop": "2"},
        {"what": "Lue"},
    )

    found = to_workshop(2, between_tasks=rows).tasks

    assert [each.what for each in found] == ["Kysy", "Sovi", "Lue"]
    assert (found[0].person, found[0].due) == ("Testi Testaaja", dt.date(2021, 11, 10))
    assert (found[2].who, found[2].due) == (
        Gap("Täydennettävä: Tekijä"),
        Gap("Täydennettävä: Valmis viimeistään"),
    )
    assert to_workshop(1, between_tasks=rows).tasks == []


def test_what_a_task_says_is_not_said_twice() -> None:
    own = {"number": "2", "timing": "18.11.2021", "preparation": "- Kysy  kahdelta.\n- Tuo kynä."}
    workshops = [{"number": "1", "timing": "19.10.2021"}, own]
    rows = tasks({"what": "Kysy kahdelta.", "due": "10.11.2021"})

    assert to_workshop(2, workshops=workshops).preparation == own["preparation"]
    said = to_workshop(2, workshops=workshops, between_tasks=rows)
    assert said.preparation == "- Tuo kynä."
    only = [{"number": "1"}, {**own, "preparation": "- Kysy kahdelta."}]
    assert to_workshop(2, workshops=only, between_tasks=rows).preparation is None


def test_an_invitation_needs_its_workshop() -> None:
    kind = deliverable("workshop_invitation", "workshop")

    with pytest.raises(LookupError):
        workshop_invitation(scene(submission=process(), deliverable=kind))
