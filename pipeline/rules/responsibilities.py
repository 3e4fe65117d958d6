"""IA-12 and IA-13: one person or post answers for each measure, and somebody carries it out."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.finding import Path, Severity
from pipeline.core.references import Target
from pipeline.core.text import Text
from pipeline.rules.references import several_names
from pipeline.rules.rule import Example, Hit, Rule, always, levels
from pipeline.rules.subject import Subject
from schemas.measures import Measure
from schemas.msgid import msgid
from schemas.organisation import Person, Post

WHO: Final = ("people", "posts")
"""The collections that a responsible, consulted or informed party stands in."""


def _accountable(subject: Subject) -> Iterator[Hit]:
    team = _team(subject)
    for index, measure in enumerate(subject.submission.measures):
        hit = _one_accountable(measure, index, subject, team)
        if hit is not None:
            yield hit


def _team(subject: Subject) -> frozenset[int]:
    members = (member.person for member in subject.submission.team)
    found = (subject.form.references.resolve(name, ("people",)) for name in members)
    return frozenset(target.index for target in found if target)


def _one_accountable(
    measure: Measure, index: int, subject: Subject, team: frozenset[int]
) -> Hit | None:
    path = ("measures", index, "responsibility", "accountable")
    text = measure.responsibility.accountable
    if not text:
        message = Text("{row}: nobody is accountable for the measure.", row=measure.id)
        return Hit(message, path, Text("Write one person of the team or one post."))
    target = subject.form.references.resolve(text, WHO)
    if target is not None:
        return _fit(measure, path, target, team)
    names = several_names(text, subject.form, WHO)
    if not names:
        return None
    message = Text(
        "{row}: {count} names are given as accountable (“{text}”), but exactly one is.",
        row=measure.id,
        count=len(names),
        text=text,
    )
    hint = Text("Leave the one who answers for the result; the others can be responsible for it.")
    return Hit(message, path, hint)


def _fit(measure: Measure, path: Path, target: Target, team: frozenset[int]) -> Hit | None:
    match target.row:
        case Person(organisation=str() as other) if other:
            message = Text(
                "{row}: {name} is accountable but comes from another organisation, {organisation}.",
                row=measure.id,
                name=target.label,
                organisation=other,
            )
            return Hit(message, path, Text("Write a person of your own team or one of your posts."))
        case Person() if target.index not in team:
            message = Text(
                "{row}: {name} is accountable but is not in the team.",
                row=measure.id,
                name=target.label,
            )
            return Hit(message, path, Text("Add the person to the team, or write somebody else."))
        case Post(holder=holder) if not holder:
            message = Text(
                "{row}: the accountable post {name} has no holder.",
                row=measure.id,
                name=target.label,
            )
            hint = Text("Write who holds the post, or make somebody else accountable meanwhile.")
            return Hit(message, path, hint, always(Severity.WARNING))
        case _:
            return None


def _responsible(subject: Subject) -> Iterator[Hit]:
    for index, measure in enumerate(subject.submission.measures):
        if not measure.responsibility.responsible:
            message = Text("{row}: nobody carries the measure out.", row=measure.id)
            hint = Text("Write at least one person or post; it may be the accountable one.")
            yield Hit(message, ("measures", index, "responsibility", "responsible"), hint)


ACCOUNTABLE: Final[Rule[Subject]] = Rule(
    id="IA-12",
    about=msgid(
        "Exactly one answers for each measure, from the organisation's own team or posts: what"
        " belongs to several is done by nobody."
    ),
    severities=levels(warning="G2", error="G3"),
    check=_accountable,
    example=Example(
        wrong=msgid("Measure P2, accountable: Malli Mallinen; Testi Testaaja"),
        right=msgid("Measure P2, accountable: Malli Mallinen; responsible: Testi Testaaja"),
    ),
)
RESPONSIBLE: Final[Rule[Subject]] = Rule(
    id="IA-13",
    about=msgid("Every measure has somebody who carries it out."),
    severities=levels(warning="G3", error="G4"),
    check=_responsible,
    example=Example(
        wrong=msgid("Measure P1, responsible: (empty)"),
        right=msgid("Measure P1, responsible: HLO2; TEH2"),
    ),
)
