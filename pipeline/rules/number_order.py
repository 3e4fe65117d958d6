"""YL-08: what is numbered later is not earlier in time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from pipeline.core.finding import Path, Severity
from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, always
from pipeline.rules.subject import ProgrammeSubject, Subject
from pipeline.rules.time_order import ends_before
from schemas.fields import Timing
from schemas.msgid import msgid

_ABOUT: Final = msgid("Stages and sparrings are numbered in the order in which they are held.")
_EXAMPLE: Final = Example(
    wrong=msgid("Sparring 1: 16.12.2021; sparring 2: 16.11.2021"),
    right=msgid("Sparring 1: 16.11.2021; sparring 2: 16.12.2021"),
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """One row with a number and a time."""

    number: int
    timing: Timing
    path: Path


def _programme(subject: ProgrammeSubject) -> Iterator[Hit]:
    return out_of_order(
        Numbered(stage.number, stage.timing, ("stages", index, "timing"))
        for index, stage in enumerate(subject.programme.stages)
        if stage.timing
    )


def _submission(subject: Subject) -> Iterator[Hit]:
    return out_of_order(
        Numbered(sparring.number, sparring.timing, ("sparrings", index, "timing"))
        for index, sparring in enumerate(subject.submission.sparrings)
        if sparring.timing
    )


def out_of_order(rows: Iterable[Numbered]) -> Iterator[Hit]:
    """Yield a hit at each row that is over before a row of a smaller number begins."""
    latest: Numbered | None = None
    for row in sorted(rows, key=attrgetter("number")):
        if latest is not None and ends_before(row.timing, latest.timing):
            message = Text(
                "Number {number} ({timing}) is before number {former} ({former_timing}) in time.",
                number=row.number,
                timing=row.timing.text,
                former=latest.number,
                former_timing=latest.timing.text,
            )
            yield Hit(message, row.path, Text("Check the time, or change the numbers."))
        latest = _later(latest, row)


def _later(former: Numbered | None, row: Numbered) -> Numbered | None:
    if row.timing.start is None:
        return former
    if former is None or former.timing.start is None:
        return row
    return row if row.timing.start >= former.timing.start else former


PROGRAMME_NUMBERS: Final[Rule[ProgrammeSubject]] = Rule(
    id="YL-08",
    about=_ABOUT,
    severities=always(Severity.WARNING),
    check=_programme,
    example=_EXAMPLE,
    may_be_acknowledged=True,
)
SUBMISSION_NUMBERS: Final[Rule[Subject]] = Rule(
    id="YL-08",
    about=_ABOUT,
    severities=always(Severity.WARNING),
    check=_submission,
    example=_EXAMPLE,
    may_be_acknowledged=True,
)
