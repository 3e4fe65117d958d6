"""YI-13: everybody has a place in a group of a good size."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.finding import Path, Severity
from pipeline.core.text import Text
from pipeline.rules.community.subject import CommunitySubject
from pipeline.rules.rule import Example, Hit, Rule, always
from schemas.blocks import BlockType
from schemas.msgid import msgid
from schemas.workshops import Workshop


def _check(subject: CommunitySubject) -> Iterator[Hit]:
    for index, workshop in enumerate(subject.submission.workshops):
        path = ("workshops", index, "group_size")
        yield from _size(workshop.group_size, path, subject)
        yield from _places(workshop, ("workshops", index, "groups"))
    for index, block in enumerate(subject.submission.blocks):
        # In pairs and other forms people choose on purpose what is no group.
        if block.type is BlockType.GROUP:
            yield from _size(block.group_size, ("blocks", index, "group_size"), subject)


def _size(size: int | None, path: Path, subject: CommunitySubject) -> Iterator[Hit]:
    least, most = subject.limits.group_least, subject.limits.group_most
    if size is not None and not least <= size <= most:
        message = Text(
            "A group of {size} is not between {least} and {most}.",
            size=size,
            least=least,
            most=most,
        )
        hint = Text("In larger groups some fall silent, in smaller ones ideas run out.")
        yield Hit(message, path, hint)


def _places(workshop: Workshop, path: Path) -> Iterator[Hit]:
    size, groups, expected = workshop.group_size, workshop.groups, workshop.expected
    if size is None or groups is None or expected is None:
        return
    if groups * size < expected:
        message = Text(
            "Workshop {number}: {groups} groups of {size} have {places} places for {expected}"
            " people.",
            number=workshop.number,
            groups=groups,
            size=size,
            places=groups * size,
            expected=expected,
        )
        yield Hit(message, path, Text("Add groups, or leave the number to be computed."))


GROUPS: Final[Rule[CommunitySubject]] = Rule(
    id="YI-13",
    about=msgid(
        "The groups have places for everybody who is expected, and are small enough for all to"
        " speak: three to eight people."
    ),
    severities=always(Severity.WARNING),
    check=_check,
    example=Example(
        wrong=msgid("24 people in 4 groups of 5"), right=msgid("24 people in 5 groups of 5")
    ),
    may_be_acknowledged=True,
)
