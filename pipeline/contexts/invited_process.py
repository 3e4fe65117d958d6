"""What the invitations of a process share: who invites, who is invited, when it is held."""

import datetime as dt
from collections.abc import Iterable

from pipeline.contexts.document import contact_view
from pipeline.contexts.events import workshop_occasion
from pipeline.contexts.gaps import Gaps
from pipeline.contexts.process_people import ProcessPeople
from pipeline.contexts.scene import Scene
from pipeline.contexts.times import timing_view
from schemas.contexts.gap import Gap
from schemas.contexts.view import ContactView, Shown, TimingView
from schemas.contexts.workshop_invitations import (
    InvitedGroupView,
    InvitedProcessView,
    WorkshopDateView,
)
from schemas.invitees import InviteeGroup
from schemas.process import (
    OrganisationRole,
    Process,
    ProcessMode,
    ProcessOrganisation,
    ProcessPerson,
)
from schemas.workshops import Workshop


def invited_process(scene: Scene, people: ProcessPeople, gaps: Gaps) -> InvitedProcessView:
    """Return the process that people are invited to."""
    submission = scene.process
    process = submission.process
    return InvitedProcessView(
        name=gaps.shown(process, "name"),
        crosses_borders=process.mode is not ProcessMode.INTERNAL,
        clients=_clients(submission.organisations, scene.language),
        facilitators=people.names(process.facilitators),
        own_names=not process.names_confirmed,
        contact=_contact(scene, people, gaps),
        accessibility_form=process.accessibility_form,
        privacy_url=process.privacy_url or scene.programme.programme.privacy_url,
    )


def invited_groups(groups: Iterable[InviteeGroup], people: ProcessPeople) -> list[InvitedGroupView]:
    """Return the groups that are invited; one of which nobody is hoped for is not."""
    return [
        InvitedGroupView(name=group.name, organisation=people.name(group.organisation))
        for group in groups
        if group.target != 0
    ]


def workshop_date(workshop: Workshop, language: str, gaps: Gaps) -> WorkshopDateView:
    """Return when and where a workshop is held; clock times only where both are known."""
    occasion = workshop_occasion(workshop, language)
    starts, duration = workshop.starts, workshop.duration
    return WorkshopDateView(
        number=workshop.number,
        name=workshop_name(workshop, language, gaps),
        date=workshop_day(workshop),
        timing=workshop_timing(workshop, gaps),
        starts=starts.as_time if starts else None,
        ends=starts.plus(duration).as_time if starts and duration else None,
        place=occasion.place,
        attendance=gaps.word(occasion.attendance.label) if occasion.attendance else None,
    )


def workshop_name(workshop: Workshop, language: str, gaps: Gaps) -> Shown:
    """Return a workshop's name in the document's language, or its gap."""
    return workshop.shown_name.get(language) or gaps.of(Workshop, "name")


def workshop_day(workshop: Workshop) -> dt.date | None:
    """Return the day of a workshop, None while it is known less exactly."""
    timing = workshop.timing
    return timing.start if timing and timing.is_day else None


def workshop_timing(workshop: Workshop, gaps: Gaps) -> TimingView | Gap:
    """Return when a workshop is held, as exactly as it is known."""
    return timing_view(workshop.timing) if workshop.timing else gaps.of(Workshop, "timing")


def _clients(organisations: Iterable[ProcessOrganisation], language: str) -> list[str]:
    """Return the names of the clients, none at all while one of them is missing."""
    clients = [each for each in organisations if each.role is OrganisationRole.CLIENT]
    names = [each.name.get(language) if each.name else None for each in clients]
    known = [name for name in names if name]
    return known if len(known) == len(clients) else []


def _contact(scene: Scene, people: ProcessPeople, gaps: Gaps) -> ContactView:
    """Return whom participants ask; the coordinator in the place of who may not be named."""
    reference = scene.process.process.contact
    person = people.person(reference)
    if person is None:
        return ContactView(
            name=reference or gaps.of(Process, "contact"),
            email=gaps.of(ProcessPerson, "email"),
            phone=None,
        )
    if person.may_publish_name is False:
        return contact_view(scene.programme.programme, gaps)
    return ContactView(
        name=person.full_name or gaps.of(ProcessPerson, "first_name"),
        email=person.email or gaps.of(ProcessPerson, "email"),
        phone=person.phone,
    )
