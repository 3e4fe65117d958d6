"""The process itself as the facilitator's guides see it: its facts, its people, its guests."""

from collections.abc import Iterable, Iterator

from pipeline.contexts.gaps import Gaps
from pipeline.contexts.process_people import ProcessPeople
from pipeline.contexts.times import timing_view
from schemas.contexts.gap import Gap
from schemas.contexts.workshop_guide import (
    CrewView,
    InviteesView,
    PersonView,
    ProcessOrganisationView,
    ProcessView,
)
from schemas.invitees import InviteeGroup
from schemas.process import OrganisationRole, Process, ProcessOrganisation
from schemas.workshops import WorkshopBlock


def process_view(process: Process, gaps: Gaps) -> ProcessView:
    """Return what is commissioned."""
    return ProcessView(
        name=gaps.shown(process, "name"),
        locality=gaps.shown(process, "locality"),
        mode=gaps.shown(process, "mode"),
        period=gaps.there(process, "period", timing_view),
        start_question=gaps.shown(process, "start_question"),
        goals=gaps.shown(process, "goals"),
        themes=process.themes,
        scope=process.scope,
        ground_rules=process.ground_rules,
        accessibility_form=process.accessibility_form,
        names_confirmed=process.names_confirmed,
    )


def crew_view(blocks: Iterable[WorkshopBlock], people: ProcessPeople, gaps: Gaps) -> CrewView:
    """Return who run the process, and who besides them lead one of the blocks."""
    process = people.submission.process
    facilitators = [_person(each, people) for each in process.facilitators]
    return CrewView(
        facilitators=facilitators or gaps.of(Process, "facilitators"),
        documenter=_one(process.documenter, "documenter", people, gaps),
        contact=_one(process.contact, "contact", people, gaps),
        leads=list(_leads(blocks, people)),
    )


def organisation_views(
    rows: Iterable[ProcessOrganisation], gaps: Gaps
) -> list[ProcessOrganisationView]:
    """Return the organisations in their order."""
    return [
        ProcessOrganisationView(
            name=gaps.shown(row, "name"),
            role=gaps.shown(row, "role"),
            is_client=row.role is OrganisationRole.CLIENT,
        )
        for row in rows
    ]


def invitees_views(
    groups: Iterable[InviteeGroup], people: ProcessPeople, gaps: Gaps
) -> list[InviteesView]:
    """Return the groups of people who are invited."""
    return [
        InviteesView(
            name=group.name,
            kind=gaps.shown(group, "kind"),
            organisation=people.name(group.organisation),
            target=gaps.there(group, "target", int),
            enrolled=group.enrolled,
        )
        for group in groups
    ]


def _one(reference: str | None, field: str, people: ProcessPeople, gaps: Gaps) -> PersonView | Gap:
    return gaps.of(Process, field) if reference is None else _person(reference, people)


def _leads(blocks: Iterable[WorkshopBlock], people: ProcessPeople) -> Iterator[PersonView]:
    process = people.submission.process
    known = {
        _key(each, people)
        for each in (*process.facilitators, process.documenter, process.contact)
        if each
    }
    for block in blocks:
        if block.lead and (key := _key(block.lead, people)) not in known:
            known.add(key)
            yield _person(block.lead, people)


def _key(reference: str, people: ProcessPeople) -> str:
    person = people.person(reference)
    return reference if person is None else person.id


def _person(reference: str, people: ProcessPeople) -> PersonView:
    """Return a person; a number would tell who it is that has refused the name."""
    person = people.person(reference)
    name = people.name(reference) or reference
    if person is None or person.may_publish_name is False:
        return PersonView(name=name, organisation=None, phone=None, email=None)
    return PersonView(
        name=name,
        organisation=people.name(person.organisation),
        phone=person.phone,
        email=person.email,
    )
