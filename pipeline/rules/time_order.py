"""YL-07: what comes first in a plan does not end up last in its dates."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from pipeline.core.finding import Path, Severity
from pipeline.core.text import Text
from pipeline.rules.dependencies import waiting_for_each_other
from pipeline.rules.rule import Example, Hit, Rule, always
from pipeline.rules.subject import ProgrammeSubject, Subject
from schemas.fields import Timing
from schemas.fields.scalar import finnish_date
from schemas.measures import Measure
from schemas.msgid import msgid
from schemas.versions import Version

_DOUBTFUL: Final = always(Severity.WARNING)
_ABOUT: Final = msgid(
    "What must come first comes first: a period starts before it ends, the market is heard before"
    " the procurement, a measure waits for those it depends on."
)
_EXAMPLE: Final = Example(
    wrong=msgid("Market dialogue: 9/2022; procurement: spring 2022"),
    right=msgid("Market dialogue: 3/2022; procurement: autumn 2022"),
)


def ends_before(first: Timing | None, second: Timing | None) -> bool:
    """Tell whether one time is over before the other begins; never true of what is not known."""
    if first is None or second is None or first.end is None or second.start is None:
        return False
    return first.end < second.start


def _submission(subject: Subject) -> Iterator[Hit]:
    yield from _dialogues(subject)
    yield from _dependencies(subject)
    yield from _loops(subject)
    yield from versions_out_of_order(subject.submission.versions)


def _dialogues(subject: Subject) -> Iterator[Hit]:
    for index, challenge in enumerate(subject.submission.challenges):
        dialogue, procurement = challenge.market_dialogue_timing, challenge.procurement_timing
        if dialogue and procurement and ends_before(procurement, dialogue):
            message = Text(
                "{row}: the market dialogue ({dialogue}) is after the procurement ({procurement}).",
                row=challenge.id,
                dialogue=dialogue.text,
                procurement=procurement.text,
            )
            hint = Text("Check both times; the market is heard before tenders are asked for.")
            path = ("challenges", index, "market_dialogue_timing")
            yield Hit(message, path, hint, _DOUBTFUL)


def _dependencies(subject: Subject) -> Iterator[Hit]:
    for index, measure in enumerate(subject.submission.measures):
        for text in measure.depends_on:
            target = subject.form.references.resolve(text, ("measures",))
            first = target.row if target else None
            if isinstance(first, Measure) and ends_before(measure.timing, first.timing):
                message = Text(
                    "{row} is over ({timing}) before {first} begins ({first_timing}), though it"
                    " depends on it.",
                    row=measure.id,
                    timing=measure.timing.text if measure.timing else "",
                    first=first.id,
                    first_timing=first.timing.text if first.timing else "",
                )
                hint = Text("Check both times, and which of the two waits for the other.")
                yield Hit(message, ("measures", index, "timing"), hint, _DOUBTFUL)


def _loops(subject: Subject) -> Iterator[Hit]:
    waiting = waiting_for_each_other(subject)
    if waiting:
        ids = ", ".join(subject.submission.measures[index].id for index in waiting)
        message = Text("These measures wait for each other, so none can begin: {ids}.", ids=ids)
        hint = Text("Remove one of their dependencies.")
        yield Hit(message, ("measures", waiting[0], "depends_on"), hint)


def versions_out_of_order(versions: Iterable[Version]) -> Iterator[Hit]:
    """Yield a hit at each row of the versions that is older than the one before it."""
    for index, (former, version) in enumerate(pairwise(versions), start=1):
        if version.date < former.date:
            message = Text(
                "Version {number} ({date}) is older than version {former} ({former_date}), which"
                " stands before it.",
                number=str(version.number),
                date=finnish_date(version.date),
                former=str(former.number),
                former_date=finnish_date(former.date),
            )
            hint = Text("Put the versions in order of time; the last row is the present one.")
            yield Hit(message, ("versions", index, "date"), hint, _DOUBTFUL)


def late_registration(event: Timing | None, last_day: dt.date | None, row: Path) -> Iterator[Hit]:
    """Yield a hit at the `registration_by` of a row whose registration outlasts its event."""
    if event and event.end and last_day and last_day > event.end:
        message = Text(
            "Registration ends on {date}, after the event itself ({timing}).",
            date=finnish_date(last_day),
            timing=event.text,
        )
        hint = Text("Give a last day of registration before the event.")
        yield Hit(message, (*row, "registration_by"), hint)


def _programme(subject: ProgrammeSubject) -> Iterator[Hit]:
    for index, stage in enumerate(subject.programme.stages):
        yield from late_registration(stage.timing, stage.registration_by, ("stages", index))
    task = subject.programme.pre_assignment
    if task.sent and task.due and task.due < task.sent:
        message = Text(
            "The pre-assignment is due on {due}, before it is sent on {sent}.",
            due=finnish_date(task.due),
            sent=finnish_date(task.sent),
        )
        yield Hit(message, ("pre_assignment", "due"), Text("Check both days."))


SUBMISSION_ORDER: Final[Rule[Subject]] = Rule(
    id="YL-07",
    about=_ABOUT,
    severities=always(Severity.ERROR),
    check=_submission,
    example=_EXAMPLE,
)
PROGRAMME_ORDER: Final[Rule[ProgrammeSubject]] = Rule(
    id="YL-07",
    about=_ABOUT,
    severities=always(Severity.ERROR),
    check=_programme,
    example=_EXAMPLE,
)
