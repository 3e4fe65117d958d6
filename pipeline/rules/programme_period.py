"""YL-09: events are held within the programme's period, or the reason is given."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.finding import Severity
from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, always
from pipeline.rules.subject import ProgrammeSubject, Subject
from schemas.fields import Relation, Timing
from schemas.msgid import msgid
from schemas.programme import Programme
from schemas.stages import Stage

_ABOUT: Final = msgid(
    "Events are held within the programme's period. Real programmes have good reasons for some"
    " that are not; then the reason is written down."
)
_NOTED: Final = always(Severity.INFO)
_EXAMPLE: Final = Example(
    wrong=msgid("Period: 31.8.2021–28.2.2022; closing event: 5.4.2022"),
    right=msgid("The same, with the reason why it is outside the period"),
)


def relation_to_period(timing: Timing | None, period: Timing | None) -> Relation:
    """Return how a time stands to a period, unknown when either is not known."""
    if timing is None or period is None or period.start is None or period.end is None:
        return Relation.UNKNOWN
    return timing.relation_to(period.start, period.end)


def _programme(subject: ProgrammeSubject) -> Iterator[Hit]:
    for index, stage in enumerate(subject.programme.stages):
        hit = _stage(stage, index, subject.programme)
        if hit is not None:
            yield hit


def _stage(stage: Stage, index: int, programme: Programme) -> Hit | None:
    relation = relation_to_period(stage.timing, programme.programme.period)
    path = ("stages", index, "timing")
    if stage.timing is None or relation in {Relation.CONTAINED, Relation.UNKNOWN}:
        return None
    if stage.outside_period_reason:
        message = Text(
            "{timing} is not wholly within the programme's period: {reason}",
            timing=stage.timing.text,
            reason=stage.outside_period_reason,
        )
        return Hit(message, path, severities=_NOTED)
    if relation is Relation.OVERLAPPING:
        message = Text(
            "{timing} is partly outside the programme's period.", timing=stage.timing.text
        )
        return Hit(message, path, severities=_NOTED)
    hint = Text("Check the time, or give the reason why it is outside the period.")
    return Hit(_outside(stage.timing), path, hint)


def _submission(subject: Subject) -> Iterator[Hit]:
    period = subject.programme.programme.period
    for index, sparring in enumerate(subject.submission.sparrings):
        timing = sparring.timing
        if timing and relation_to_period(timing, period) is Relation.OUTSIDE:
            hint = Text("Check the time; sparrings are held during the programme.")
            yield Hit(_outside(timing), ("sparrings", index, "timing"), hint)


def _outside(timing: Timing) -> Text:
    return Text("{timing} is outside the programme's period.", timing=timing.text)


PROGRAMME_PERIOD: Final[Rule[ProgrammeSubject]] = Rule(
    id="YL-09",
    about=_ABOUT,
    severities=always(Severity.WARNING),
    check=_programme,
    example=_EXAMPLE,
    may_be_acknowledged=True,
)
SPARRING_PERIOD: Final[Rule[Subject]] = Rule(
    id="YL-09",
    about=_ABOUT,
    severities=always(Severity.WARNING),
    check=_submission,
    example=_EXAMPLE,
    may_be_acknowledged=True,
)
