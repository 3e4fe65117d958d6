"""YL-07, 08, 09, 10, 14 and 18 of a process: when its workshops and what follows them are."""

from collections.abc import Callable, Iterator
from typing import Final

from pipeline.core.finding import Severity
from pipeline.core.text import Text
from pipeline.rules.clock_hours import SPARRING_HOURS, odd_hours
from pipeline.rules.community.subject import CommunitySubject, error_from
from pipeline.rules.days_off import SUBMISSION_DAYS_OFF, off_days
from pipeline.rules.invitations import SPARRING_INVITATIONS, lacks, remedy
from pipeline.rules.number_order import SUBMISSION_NUMBERS, Numbered, out_of_order
from pipeline.rules.programme_period import SPARRING_PERIOD, relation_to_period
from pipeline.rules.rule import Hit, Rule, always
from pipeline.rules.subject import Subject
from pipeline.rules.time_order import SUBMISSION_ORDER, late_registration, versions_out_of_order
from schemas.fields import Relation
from schemas.fields.scalar import finnish_date

_DOUBTFUL: Final = always(Severity.WARNING)
_NOTED: Final = always(Severity.INFO)


def _order(subject: CommunitySubject) -> Iterator[Hit]:
    yield from _registrations(subject)
    yield from _follow_ups(subject)
    yield from _tasks(subject)
    yield from versions_out_of_order(subject.submission.versions)


def _registrations(subject: CommunitySubject) -> Iterator[Hit]:
    for index, workshop in enumerate(subject.submission.workshops):
        row = ("workshops", index)
        yield from late_registration(workshop.timing, workshop.registration_by, row)


def _follow_ups(subject: CommunitySubject) -> Iterator[Hit]:
    for index, experiment in enumerate(subject.submission.experiments):
        timing, day = experiment.timing, experiment.follow_up
        if timing and timing.start and day and day < timing.start:
            message = Text(
                "{row}: the follow-up ({date}) is before the experiment begins ({timing}).",
                row=experiment.id,
                date=finnish_date(day),
                timing=timing.text,
            )
            path = ("experiments", index, "follow_up")
            yield Hit(message, path, Text("Check both times."))


def _tasks(subject: CommunitySubject) -> Iterator[Hit]:
    starts = {workshop.number: workshop.timing for workshop in subject.submission.workshops}
    for index, task in enumerate(subject.submission.between_tasks):
        following = starts.get(task.workshop + 1)
        if task.due and following and following.end and task.due > following.end:
            message = Text(
                "The task is due on {date}, after the next workshop ({timing}).",
                date=finnish_date(task.due),
                timing=following.text,
            )
            hint = Text("Give a day before the next workshop, which builds on the task.")
            yield Hit(message, ("between_tasks", index, "due"), hint, _DOUBTFUL)


def _numbers(subject: CommunitySubject) -> Iterator[Hit]:
    return out_of_order(
        Numbered(workshop.number, workshop.timing, ("workshops", index, "timing"))
        for index, workshop in enumerate(subject.submission.workshops)
        if workshop.timing
    )


def _period(subject: CommunitySubject) -> Iterator[Hit]:
    period = subject.submission.process.period or subject.programme.programme.period
    for index, workshop in enumerate(subject.submission.workshops):
        timing, reason = workshop.timing, workshop.outside_period_reason
        if timing is None or relation_to_period(timing, period) is not Relation.OUTSIDE:
            continue
        path = ("workshops", index, "timing")
        if reason:
            message = Text(
                "{timing} is outside the period of the process: {reason}",
                timing=timing.text,
                reason=reason,
            )
            yield Hit(message, path, severities=_NOTED)
        else:
            message = Text("{timing} is outside the period of the process.", timing=timing.text)
            hint = Text("Check the time, or give the reason why it is outside the period.")
            yield Hit(message, path, hint)


def _invitations(subject: CommunitySubject) -> Iterator[Hit]:
    for index, workshop in enumerate(subject.submission.workshops):
        for field, lack in lacks(workshop, length_known=False):
            message = Text(
                "The invitation to workshop {number} cannot be made yet: {lack}",
                number=workshop.number,
                lack=lack,
            )
            path = ("workshops", index, field)
            yield Hit(message, path, remedy(field), error_from(workshop.number))


def _days_off(subject: CommunitySubject) -> Iterator[Hit]:
    for index, workshop in enumerate(subject.submission.workshops):
        yield from off_days(workshop.timing, ("workshops", index, "timing"))


def _hours(subject: CommunitySubject) -> Iterator[Hit]:
    for index, workshop in enumerate(subject.submission.workshops):
        yield from odd_hours(workshop, workshop.duration, ("workshops", index))


def _of_process(
    rule: Rule[Subject], check: Callable[[CommunitySubject], Iterator[Hit]]
) -> Rule[CommunitySubject]:
    """Return a rule common to the programmes as it looks at a process."""
    return Rule(
        id=rule.id,
        about=rule.about,
        severities=rule.severities,
        check=check,
        example=rule.example,
        may_be_acknowledged=rule.may_be_acknowledged,
    )


PROCESS_ORDER: Final = _of_process(SUBMISSION_ORDER, _order)
WORKSHOP_ORDER: Final = _of_process(SUBMISSION_NUMBERS, _numbers)
WORKSHOP_PERIOD: Final = _of_process(SPARRING_PERIOD, _period)
WORKSHOP_INVITATIONS: Final = _of_process(SPARRING_INVITATIONS, _invitations)
WORKSHOP_DAYS_OFF: Final = _of_process(SUBMISSION_DAYS_OFF, _days_off)
WORKSHOP_HOURS: Final = _of_process(SPARRING_HOURS, _hours)
