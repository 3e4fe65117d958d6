"""Invitations and the guide: computed times, versions, and what an event still lacks."""

import datetime as dt

import pytest

from pipeline.contexts.document import current_version
from pipeline.contexts.events import occasion_of, sparring_occasion
from pipeline.contexts.facilitator_guide import facilitator_guide
from pipeline.contexts.invitations import kick_off_invitation, sparring_invitation
from pipeline.contexts.people import mentor_of
from schemas.contexts.gap import Gap
from schemas.fields import LocalizedText
from tests.unit.pipeline.contexts.scenes import deliverable, programme, scene, submission


def test_clock_times_follow_from_the_lengths_of_the_blocks() -> None:
    guide = facilitator_guide(
        scene(
            deliverable=deliverable("facilitator_guide", "programme"),
            submission=None,
            participant=None,
        )
    )
    assert [(each.starts, each.ends) for each in guide.run] == [
        (dt.time(9, 0), dt.time(9, 20)),
        (dt.time(9, 20), dt.time(9, 30)),
        (dt.time(9, 30), dt.time(9, 45)),
        (dt.time(9, 45), dt.time(10, 0)),
    ]
    assert [(each.number, each.name) for each in guide.blocks] == [
        (1, "Avaus"),
        (2, "Purku"),
        (3, "Lopetus"),
    ]
    assert guide.groups == 6
    assert [(each.label, each.date) for each in guide.checks] == [
        ("Kaksi viikkoa ennen", dt.date(2021, 10, 5)),
        ("3 päivää jälkeen", dt.date(2021, 10, 22)),
    ]
    assert guide.document.organisation == "Mallikeskus"


def test_the_invitation_shows_public_blocks_with_their_own_times() -> None:
    invitation = kick_off_invitation(scene("kick_off_invitation"))
    assert [each.name for each in invitation.programme] == ["Avaus", "Tauko", "Lopetus"]
    assert invitation.programme[-1].starts == dt.time(9, 45)
    assert (invitation.event.date, invitation.event.ends) == (dt.date(2021, 10, 19), dt.time(10, 0))
    assert [each.name for each in invitation.next_stages] == ["Ensimmäinen sparraus"]


def test_an_event_known_by_its_month_has_gaps_and_cannot_be_fixed() -> None:
    given = submission(sparrings=[{"number": 1, "timing": "marraskuu 2021"}])
    found = scene("sparring_invitation", submission=given, sparring=given.sparrings[0])
    invitation = sparring_invitation(found)
    assert isinstance(invitation.event.date, Gap)
    assert isinstance(invitation.event.starts, Gap)
    assert invitation.event.minutes == 120
    occasion = occasion_of(found)
    assert occasion is not None
    assert not occasion.is_fixed
    with pytest.raises(ValueError, match="sparraus"):
        _ = occasion.bounds


@pytest.mark.parametrize(
    ("fields", "fixed"),
    [
        ({"timing": "16.11.2021", "starts": "9", "link": "https://example.org/s"}, True),
        ({"timing": "16.11.2021", "starts": "9", "place": "Sali"}, True),
        ({"timing": "16.11.2021", "starts": "9"}, False),
        ({"timing": "16.11.2021", "place": "Sali"}, False),
        ({"timing": "16.–17.11.2021", "starts": "9", "place": "Sali"}, False),
        ({"starts": "9", "place": "Sali"}, False),
    ],
)
def test_people_can_be_invited_only_to_a_day_an_hour_and_a_place(
    fields: dict[str, object], fixed: bool
) -> None:
    given = submission(sparrings=[{"number": 1, **fields}])
    occasion = sparring_occasion(given.sparrings[0], programme(), "fi")
    assert occasion.is_fixed is fixed
    if fixed:
        start = dt.datetime(2021, 11, 16, 9)  # noqa: DTZ001 - local time of Finland
        assert occasion.bounds == (start, start + dt.timedelta(hours=2))


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (dt.date(2021, 10, 19), "1.0"),
        (dt.date(2021, 11, 16), "1.1"),
        (dt.date(2021, 9, 1), "1.1"),
        (None, "1.1"),
    ],
)
def test_an_invitation_carries_the_last_version_before_its_event(
    day: dt.date | None, number: str
) -> None:
    version = current_version(scene("kick_off_invitation"), day)
    assert version is not None
    assert str(version.number) == number


def test_the_plan_carries_the_last_version_of_its_submission() -> None:
    version = current_version(scene())
    assert version is not None
    assert str(version.number) == "0.9"


def test_a_name_that_is_missing_in_the_language_is_a_gap_and_no_other_language() -> None:
    given = submission(organisation={"id": "malli", "name": {"sv": "Modellby"}})
    document = kick_off_invitation(scene("kick_off_invitation", submission=given)).document
    assert document.organisation == Gap("Täydennettävä: Nimi")


def test_a_swedish_document_never_takes_a_finnish_name_for_a_missing_one() -> None:
    facts = programme().programme.model_copy(update={"organiser": LocalizedText(fi="Mallikeskus")})
    given = programme().model_copy(update={"programme": facts})
    found = scene("kick_off_invitation", programme=given, language="sv")
    document = kick_off_invitation(found).document
    assert document.organisation == "Modellby"
    assert isinstance(document.organiser, Gap)


@pytest.mark.parametrize("written", ["kummi-1", "KUMMI-1", "Kummi Mallinen", "kummi  mallinen"])
def test_a_mentor_is_named_however_the_reference_is_written(written: str) -> None:
    given = programme(organisations=[{"id": "malli", "name": "Malli", "mentor": written}])
    assert mentor_of(given.organisations[0], given) == "Kummi Mallinen"
