"""IA-07: the pre-assignment goes out with the invitation and comes back before the kick-off."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, levels
from pipeline.rules.subject import ProgrammeSubject
from schemas.fields import Timing
from schemas.fields.scalar import finnish_date
from schemas.msgid import msgid
from schemas.programme import Programme
from schemas.stages import StageType


def _check(subject: ProgrammeSubject) -> Iterator[Hit]:
    task = subject.programme.pre_assignment
    for timing in _timings(subject.programme, StageType.KICK_OFF):
        if task.due and timing.end and task.due >= timing.end:
            message = Text(
                "The pre-assignment is due on {date}, which is not before the kick-off ({timing}).",
                date=finnish_date(task.due),
                timing=timing.text,
            )
            hint = Text("Give a day before the kick-off, so that the answers can be read.")
            yield Hit(message, ("pre_assignment", "due"), hint)
    for timing in _timings(subject.programme, StageType.INVITATION):
        if (
            task.sent
            and timing.start
            and timing.end
            and not timing.start <= task.sent <= timing.end
        ):
            message = Text(
                "The pre-assignment is sent on {date}, but the invitation goes out {timing}.",
                date=finnish_date(task.sent),
                timing=timing.text,
            )
            hint = Text("Send the pre-assignment with the invitation.")
            yield Hit(message, ("pre_assignment", "sent"), hint)


def _timings(programme: Programme, kind: StageType) -> Iterator[Timing]:
    for stage in programme.stages:
        if stage.type is kind and stage.timing:
            yield stage.timing


PRE_ASSIGNMENT: Final[Rule[ProgrammeSubject]] = Rule(
    id="IA-07",
    about=msgid(
        "The pre-assignment goes out with the invitation and is due before the kick-off, so that"
        " the kick-off can build on the answers."
    ),
    severities=levels(warning="G1"),
    check=_check,
    example=Example(
        wrong=msgid("Kick-off: 19.10.2021; pre-assignment due: 25.10.2021"),
        right=msgid("Kick-off: 19.10.2021; pre-assignment due: 12.10.2021"),
    ),
    may_be_acknowledged=True,
)
