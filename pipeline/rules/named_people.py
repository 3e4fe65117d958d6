"""YL-16: who is named in a text is also among the people."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from pipeline.core.finding import Severity
from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, always
from pipeline.rules.subject import Subject
from pipeline.rules.walk import Spot, walk
from schemas.fields import RefTo
from schemas.msgid import msgid

if TYPE_CHECKING:
    from pipeline.rules.community.subject import CommunitySubject

#: Two words with capital letters, the latter with the ending of a common kind of surname. What
#: looks like a name and is none costs a note; so rarer kinds of surname are let be.
_NAME: Final = re.compile(
    r"\b([A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?) "
    r"([A-ZÅÄÖ][a-zåäö]+?)(nen|se(?:n|en|l[lt][aäe]|s[st][aä])|ström|[qk]vist|berg)\b"
)
#: Collections and fields in which people are named because that is what they are for.
_ROSTERS: Final = frozenset({"people", "team", "mentors", "posts", "versions", "roles"})
_ROSTER_FIELDS: Final = frozenset({
    "author",
    "experts",
    "interviewers",
    "contact_name",
    "responsible",
    "lead",
    "who",
})


def _check(subject: "Subject | CommunitySubject") -> Iterator[Hit]:
    known = frozenset(_known(subject))
    said: set[tuple[str, str]] = set()
    for spot in subject.form.spots:
        if not _is_prose(spot):
            continue
        for found in _NAME.finditer(str(spot.value)):
            key = _key(found[1], found[2])
            if key not in known and key not in said:
                said.add(key)
                yield _hit(spot, found[0])


def _hit(spot: Spot, name: str) -> Hit:
    message = Text(
        "“{field}” names {name}, who is not among the people.", field=spot.title, name=name
    )
    return Hit(message, spot.path, Text("Add the person to the people, or name the post instead."))


def _is_prose(spot: Spot) -> bool:
    if not isinstance(spot.value, str):
        return False
    named = spot.path[0] in _ROSTERS or spot.path[-1] in _ROSTER_FIELDS
    return not named and not spot.marks(RefTo)


def _known(subject: "Subject | CommunitySubject") -> Iterator[tuple[str, str]]:
    people = (person.full_name for person in subject.submission.people)
    yield from _keys(people)
    for spot in (*subject.form.spots, *walk(subject.programme)):
        if isinstance(spot.value, str) and not _is_prose(spot):
            yield from _keys([spot.value])


def _keys(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    for text in texts:
        for found in _NAME.finditer(text):
            yield _key(found[1], found[2])


def _key(first: str, stem: str) -> tuple[str, str]:
    """Return what the forms of one name have in common: Malli Mallinen, Malli Mallisen."""
    return first.casefold(), stem.casefold()


NAMED_PEOPLE: Final[Rule["Subject | CommunitySubject"]] = Rule(
    id="YL-16",
    about=msgid(
        "Who is named in a text is also among the people: only there is it said whether the name"
        " may be published. A post is often the better word."
    ),
    severities=always(Severity.INFO),
    check=_check,
    example=Example(
        wrong=msgid("Current state: “Procurement is led by Tuntematon Nimetönen.”"),
        right=msgid("Current state: “Procurement is led by the head of procurement.”"),
    ),
    may_be_acknowledged=True,
)
