"""YI-10: the memo of a workshop exists before the next invitation is made."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.finding import Severity
from pipeline.core.text import Text
from pipeline.rules.community.subject import CommunitySubject, gate_of
from pipeline.rules.rule import Example, Hit, Rule, levels
from schemas.fields import Gate
from schemas.msgid import msgid


def _check(subject: CommunitySubject) -> Iterator[Hit]:
    written = {memo.workshop for memo in subject.submission.memos}
    numbers = sorted({workshop.number for workshop in subject.submission.workshops})
    for number in numbers:
        if number not in written:
            is_last = number == numbers[-1]
            gate = Gate.P6 if is_last else gate_of(number + 1)
            message = Text("There is no memo of workshop {number} yet.", number=number)
            hint = Text("Write it: the next invitation tells what was done last time.")
            yield Hit(message, ("memos",), hint, ((gate, Severity.WARNING),))


MEMOS: Final[Rule[CommunitySubject]] = Rule(
    id="YI-10",
    about=msgid(
        "The memo of a workshop is written before the next invitation, which tells what was done"
        " and what comes of it."
    ),
    severities=levels(warning="P2"),
    check=_check,
    example=Example(
        wrong=msgid("Invitation to workshop 3, no memo of workshop 2"),
        right=msgid("Invitation to workshop 3, memos of workshops 1 and 2"),
    ),
    may_be_acknowledged=True,
)
