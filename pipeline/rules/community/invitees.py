"""YI-09: leaders and employees are both invited, and every client is represented."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.text import Text
from pipeline.rules.community.subject import CommunitySubject
from pipeline.rules.rule import Example, Hit, Rule, levels
from schemas.invitees import InviteeGroup, InviteeKind
from schemas.msgid import msgid

_BOTH: Final = (InviteeKind.LEADERS, InviteeKind.EMPLOYEES)


def _check(subject: CommunitySubject) -> Iterator[Hit]:
    invited = [group for group in subject.submission.invitees if group.target != 0]
    for kind in _BOTH:
        if not any(group.kind is kind for group in invited):
            message = Text("No group of the kind “{kind}” is invited.", kind=Text(kind.label))
            hint = Text("The process is a dialogue of leaders and employees: invite both.")
            yield Hit(message, ("invitees",), hint)
    represented = {_organisation(group, subject) for group in invited}
    for index, client in subject.clients:
        if index not in represented:
            name = (client.name.first(subject.languages) if client.name else None) or client.id
            message = Text("Nobody is invited from the client {name}.", name=name)
            yield Hit(message, ("invitees",), Text("Add a group of people of the client."))


def _organisation(group: InviteeGroup, subject: CommunitySubject) -> int | None:
    target = subject.form.references.resolve(group.organisation, ("organisations",))
    return None if target is None else target.index


INVITEES: Final[Rule[CommunitySubject]] = Rule(
    id="YI-09",
    about=msgid(
        "Leaders and employees are both invited, and people from every client, because the process"
        " is their dialogue across borders."
    ),
    severities=levels(warning="P1"),
    check=_check,
    example=Example(
        wrong=msgid("Groups invited: leaders of the municipality"),
        right=msgid("Groups invited: leaders and employees of the municipality and of the parish"),
    ),
    may_be_acknowledged=True,
)
