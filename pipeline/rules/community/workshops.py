"""YI-01 and YI-04: the workshops of a process: how many, and how far apart."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from pipeline.core.finding import Path, Severity
from pipeline.core.text import Text
from pipeline.rules.community.subject import CommunitySubject
from pipeline.rules.rule import Example, Hit, Rule, always, levels
from schemas.msgid import msgid
from schemas.workshops import Workshop

#: Collections whose rows belong to a workshop by its number.
_OF_WORKSHOPS: Final = ("blocks", "materials", "observations", "ideas", "between_tasks", "memos")


def _numbers(subject: CommunitySubject) -> Iterator[Hit]:
    wanted = range(1, subject.limits.workshops + 1)
    given = [workshop.number for workshop in subject.submission.workshops]
    missing = [number for number in wanted if number not in given]
    if missing:
        message = Text(
            "The process has {count} workshops, but number {missing} is missing.",
            count=subject.limits.workshops,
            missing=", ".join(map(str, missing)),
        )
        yield Hit(message, ("workshops",), Text("Add a row for each workshop."))
    for index, number in enumerate(given):
        if number not in wanted:
            message = Text(
                "There is a workshop {number}, but the process has workshops 1–{count}.",
                number=number,
                count=subject.limits.workshops,
            )
            hint = Text("Change the number, or the number of workshops in the programme file.")
            yield Hit(message, ("workshops", index, "number"), hint)
    yield from _strays(subject, frozenset(given))


def _strays(subject: CommunitySubject, known: frozenset[int]) -> Iterator[Hit]:
    """Yield each number that rows give and no workshop has, where it first stands.

    One wrong number in the list of workshops leaves all its rows without a workshop.
    """
    if not known:
        return
    places: dict[int, list[Path]] = {}
    for name in _OF_WORKSHOPS:
        for index, row in enumerate(getattr(subject.submission, name)):
            if row.workshop is not None and row.workshop not in known:
                places.setdefault(row.workshop, []).append((name, index, "workshop"))
    for number, (first, *others) in places.items():
        message = Text("There is no workshop {number}.", number=number)
        if others:
            message = Text(
                "There is no workshop {number}, but this row and others ({count}) name it.",
                number=number,
                count=len(others),
            )
        yield Hit(message, first, Text("Write the number of one of the workshops."))


def _gaps(subject: CommunitySubject) -> Iterator[Hit]:
    rows = sorted(enumerate(subject.submission.workshops), key=lambda row: row[1].number)
    for (_, former), (index, later) in pairwise(rows):
        days = _most_days_between(former, later)
        least = _least_days(subject, later)
        if days is not None and 0 <= days < least:
            message = Text(
                "Days between workshops {former} and {later}: {days}; needed: at least {least}.",
                former=former.number,
                later=later.number,
                days=days,
                least=least,
            )
            hint = Text("Move one of them: the work between workshops takes its time.")
            yield Hit(message, ("workshops", index, "timing"), hint)


def _least_days(subject: CommunitySubject, later: Workshop) -> int:
    limits = subject.limits
    is_last = later.number == limits.workshops
    return limits.days_for_experiments_least if is_last else limits.days_between_least


def _most_days_between(former: Workshop, later: Workshop) -> int | None:
    """Return the days from one to the other, at most while only months are known."""
    first = former.timing.start if former.timing else None
    last = later.timing.end if later.timing else None
    return None if first is None or last is None else (last - first).days


NUMBERS: Final[Rule[CommunitySubject]] = Rule(
    id="YI-01",
    about=msgid(
        "A process has exactly five workshops, numbered from 1 to 5, because each builds on the"
        " one before it; everything else refers to them by number."
    ),
    severities=levels(error="P0"),
    check=_numbers,
    example=Example(
        wrong=msgid("Workshops 1, 2, 3 and 5"), right=msgid("Workshops 1, 2, 3, 4 and 5")
    ),
)
GAPS: Final[Rule[CommunitySubject]] = Rule(
    id="YI-04",
    about=msgid(
        "Between two workshops there is time to do what was agreed, and between the fourth and the"
        " fifth time for the experiments."
    ),
    severities=always(Severity.WARNING),
    check=_gaps,
    example=Example(
        wrong=msgid("Workshop 4: 2.5.2022, workshop 5: 9.5.2022"),
        right=msgid("Workshop 4: 2.5.2022, workshop 5: 6.6.2022"),
    ),
    may_be_acknowledged=True,
)
