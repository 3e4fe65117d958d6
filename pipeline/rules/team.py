"""IA-05 and IA-06: who take part: the functions in the team, its contact person, its mentor."""

import difflib
from collections.abc import Iterator
from typing import Final

from pipeline.core.naming import folded
from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, levels
from pipeline.rules.subject import ProgrammeSubject, Subject
from schemas.msgid import msgid
from schemas.organisation import TeamFunction, TeamMember

_NEEDED: Final = (TeamFunction.LEADERSHIP, TeamFunction.PROCUREMENT, TeamFunction.SUBSTANCE)
_CONTACTS_ABOUT: Final = msgid(
    "Every organisation has one mentor and one contact person, so that everybody knows whom to ask."
)
_CONTACTS_EXAMPLE: Final = Example(
    wrong=msgid("Two members of the team with yes as contact person"),
    right=msgid("One member with yes as contact person"),
)


def _functions(subject: Subject) -> Iterator[Hit]:
    present = {member.function for member in subject.submission.team if member.person}
    for function in _NEEDED:
        if function not in present:
            message = Text(
                "Nobody in the team has the function “{function}”.", function=Text(function.label)
            )
            hint = Text("Add a member with this function to the team.")
            yield Hit(message, ("team",), hint)


def _contacts(subject: Subject) -> Iterator[Hit]:
    contacts = [i for i, member in enumerate(subject.submission.team) if member.contact_person]
    column = Text(TeamMember.model_fields["contact_person"].title or "")
    if not contacts:
        hint = Text("Write yes to one member in the column “{column}”.", column=column)
        yield Hit(Text("The team has no contact person."), ("team",), hint)
    for index in contacts[1:]:
        message = Text("The team has {count} contact persons.", count=len(contacts))
        hint = Text("Leave yes to one member in the column “{column}”.", column=column)
        yield Hit(message, ("team", index, "contact_person"), hint)
    yield from _participant(subject)


def _participant(subject: Subject) -> Iterator[Hit]:
    own = subject.submission.organisation.id
    ids = [organisation.id for organisation in subject.programme.organisations]
    if not ids or folded(own) in map(folded, ids):
        return
    near = difflib.get_close_matches(own, ids, n=1)
    message = Text("The programme has no organisation with the id “{text}”.", text=own)
    hint = Text("Write one of these: {accepted}.", accepted=", ".join(near or ids))
    yield Hit(message, ("organisation", "id"), hint)


def _mentors(subject: ProgrammeSubject) -> Iterator[Hit]:
    for index, organisation in enumerate(subject.programme.organisations):
        if not organisation.mentor:
            message = Text("The organisation “{id}” has no mentor.", id=organisation.id)
            hint = Text("Write the id or exact name of one mentor.")
            yield Hit(message, ("organisations", index, "mentor"), hint)


FUNCTIONS: Final[Rule[Subject]] = Rule(
    id="IA-05",
    about=msgid(
        "The team has leadership, procurement and the line of business, because renewal needs all"
        " three."
    ),
    severities=levels(warning="G1", error="G2"),
    check=_functions,
    example=Example(
        wrong=msgid("Team: leadership and procurement"),
        right=msgid("Team: leadership, procurement and line of business"),
    ),
)
CONTACTS: Final[Rule[Subject]] = Rule(
    id="IA-06",
    about=_CONTACTS_ABOUT,
    severities=levels(error="G1"),
    check=_contacts,
    example=_CONTACTS_EXAMPLE,
)
MENTORS: Final[Rule[ProgrammeSubject]] = Rule(
    id="IA-06",
    about=_CONTACTS_ABOUT,
    severities=levels(error="G1"),
    check=_mentors,
    example=_CONTACTS_EXAMPLE,
)
