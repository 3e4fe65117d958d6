"""YI-07: who leads each block, and where the facilitators can be reached."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.finding import Severity
from pipeline.core.text import Text
from pipeline.rules.community.subject import CommunitySubject
from pipeline.rules.rule import Example, Hit, Rule, always
from schemas.blocks import BlockType
from schemas.msgid import msgid
from schemas.organisation import Person

_UNLED: Final = frozenset({BlockType.BREAK, BlockType.PREPARATION})


def _check(subject: CommunitySubject) -> Iterator[Hit]:
    for index, block in enumerate(subject.submission.blocks):
        if not block.lead and block.type not in _UNLED:
            message = Text(
                "Workshop {number}: “{name}” has no lead.", number=block.workshop, name=block.name
            )
            hint = Text("Write the id or exact name of the person who leads it.")
            yield Hit(message, ("blocks", index, "lead"), hint)
    for name in dict.fromkeys(subject.submission.process.facilitators):
        target = subject.form.references.resolve(name, ("people",))
        if target is not None and isinstance(target.row, Person) and not target.row.phone:
            message = Text("{name} is a facilitator but has no phone number.", name=target.label)
            hint = Text("The number stands in the internal guide only.")
            yield Hit(message, ("people", target.index, "phone"), hint)


LEADS: Final[Rule[CommunitySubject]] = Rule(
    id="YI-07",
    about=msgid(
        "Every block but a break has somebody who leads it, and every facilitator can be phoned on"
        " the day; the number is printed in the internal guide only."
    ),
    severities=always(Severity.WARNING),
    check=_check,
    example=Example(wrong=msgid("Opening, lead: empty"), right=msgid("Opening, lead: HLO1")),
)
