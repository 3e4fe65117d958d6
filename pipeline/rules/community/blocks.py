"""YI-05: the blocks of a workshop: their sum, their order, and breaks between them."""

from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.core.finding import Severity
from pipeline.core.text import Text
from pipeline.rules.community.subject import CommunitySubject, error_from
from pipeline.rules.rule import Example, Hit, Rule, always
from schemas.blocks import BlockType
from schemas.fields import Duration
from schemas.msgid import msgid
from schemas.workshops import Workshop, WorkshopBlock

_Blocks = Sequence[tuple[int, WorkshopBlock]]


def _check(subject: CommunitySubject) -> Iterator[Hit]:
    for index, workshop in enumerate(subject.submission.workshops):
        blocks = subject.blocks_of(workshop.number)
        yield from _sum(workshop, index, blocks)
        yield from _half_day(workshop, index, subject)
        yield from _order(workshop, blocks)
        yield from _breaks(workshop, blocks, subject.limits.minutes_without_break)


def _sum(workshop: Workshop, index: int, blocks: _Blocks) -> Iterator[Hit]:
    severities = error_from(workshop.number)
    if not blocks:
        message = Text("Workshop {number} has no blocks yet.", number=workshop.number)
        yield Hit(message, ("blocks",), Text("Add its programme block by block."), severities)
        return
    total = Duration(sum(block.duration.minutes for _, block in blocks))
    if workshop.duration is not None and total != workshop.duration:
        message = Text(
            "Workshop {number}: the blocks take {total} together, but its length is {length}.",
            number=workshop.number,
            total=str(total),
            length=str(workshop.duration),
        )
        hint = Text("Change the length of the workshop or of its blocks.")
        yield Hit(message, ("workshops", index, "duration"), hint, severities)


def _half_day(workshop: Workshop, index: int, subject: CommunitySubject) -> Iterator[Hit]:
    least, most = subject.limits.minutes_least, subject.limits.minutes_most
    if workshop.duration is not None and not least <= workshop.duration.minutes <= most:
        message = Text(
            "Workshop {number} lasts {length}; a half day is {least}–{most}.",
            number=workshop.number,
            length=str(workshop.duration),
            least=str(Duration(least)),
            most=str(Duration(most)),
        )
        yield Hit(message, ("workshops", index, "duration"), Text("Check the length."))


def _order(workshop: Workshop, blocks: _Blocks) -> Iterator[Hit]:
    for index, block in blocks:
        if block.type is BlockType.PREPARATION and block.duration.minutes:
            message = Text(
                "“{name}” is preparation, so it takes no time of the workshop.", name=block.name
            )
            yield Hit(message, ("blocks", index, "duration"), Text("Write 0 min."))
    held = [each for each in blocks if each[1].type is not BlockType.PREPARATION]
    for (index, block), wanted in zip(held[:1] + held[-1:], _ENDS, strict=False):
        if block.type is not wanted:
            message = Text(
                "Workshop {number}: “{name}” is not of the type “{type}”.",
                number=workshop.number,
                name=block.name,
                type=Text(wanted.label),
            )
            hint = Text("The first block is the opening and the last one the closing.")
            yield Hit(message, ("blocks", index, "type"), hint)


def _breaks(workshop: Workshop, blocks: _Blocks, most: int) -> Iterator[Hit]:
    """Yield a hit at each block with which the time without a break becomes too long."""
    minutes = 0
    for index, block in blocks:
        if block.type is BlockType.BREAK:
            minutes = 0
            continue
        before, minutes = minutes, minutes + block.duration.minutes
        if before <= most < minutes:
            message = Text(
                "Workshop {number}: more than {most} minutes pass without a break by the end of"
                " “{name}”.",
                number=workshop.number,
                most=most,
                name=block.name,
            )
            yield Hit(message, ("blocks", index, "duration"), Text("Add a break before it."))


_ENDS: Final = (BlockType.OPENING, BlockType.CLOSING)

BLOCKS: Final[Rule[CommunitySubject]] = Rule(
    id="YI-05",
    about=msgid(
        "The blocks of a workshop fill exactly its length, because clock times are computed from"
        " them; it begins with an opening, ends with a closing and has breaks in between."
    ),
    severities=always(Severity.WARNING),
    check=_check,
    example=Example(
        wrong=msgid("Length: 4 h; blocks together: 3 h 45 min"),
        right=msgid("Length: 4 h; blocks together: 4 h"),
    ),
    may_be_acknowledged=True,
)
