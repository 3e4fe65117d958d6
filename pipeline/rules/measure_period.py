"""IA-14: measures are carried out within the plan's own period."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.text import Text
from pipeline.rules.programme_period import relation_to_period
from pipeline.rules.rule import Example, Hit, Rule, levels
from pipeline.rules.subject import Subject
from schemas.fields import Precision, Relation, Timing
from schemas.measures import Measure
from schemas.msgid import msgid

_EXACT: Final = frozenset({Precision.DAY, Precision.RANGE})
_SHOWN: Final = 10


def _check(subject: Subject) -> Iterator[Hit]:
    period = subject.submission.plan.period
    for index, measure in enumerate(subject.submission.measures):
        if measure.timing is not None and period is not None:
            yield from _in_plan(measure, measure.timing, period, index)
    yield from _after_programme(subject)


def _in_plan(measure: Measure, timing: Timing, period: Timing, index: int) -> Iterator[Hit]:
    path = ("measures", index, "timing")
    match relation_to_period(timing, period):
        case Relation.OUTSIDE:
            message = Text(
                "{row} ({timing}) is outside the plan's period ({period}).",
                row=measure.id,
                timing=timing.text,
                period=period.text,
            )
            yield Hit(message, path, Text("Check the time of the measure and the plan's period."))
        case Relation.OVERLAPPING:
            message = Text(
                "{row} ({timing}) is partly outside the plan's period ({period}).",
                row=measure.id,
                timing=timing.text,
                period=period.text,
            )
            exact = levels(warning="G3") if timing.precision in _EXACT else levels(info="G3")
            hint = Text("Give the time more exactly, or extend the plan's period.")
            yield Hit(message, path, hint, exact)
        case _:
            return


def _after_programme(subject: Subject) -> Iterator[Hit]:
    period = subject.programme.programme.period
    outside = [
        measure.id
        for measure in subject.submission.measures
        if relation_to_period(measure.timing, period) is Relation.OUTSIDE
    ]
    if outside and period is not None:
        message = Text(
            "Outside the programme's period ({period}) are these measures: {ids}.",
            period=period.text,
            ids=", ".join(outside[:_SHOWN]) + (" …" if len(outside) > _SHOWN else ""),
        )
        hint = Text("This is no fault: a plan may well go on after the programme.")
        yield Hit(message, ("measures",), hint, levels(info="G3"))


MEASURE_PERIOD: Final[Rule[Subject]] = Rule(
    id="IA-14",
    about=msgid(
        "Measures are carried out within the plan's period; they may well go on after the"
        " programme, whose period is another."
    ),
    severities=levels(warning="G3", error="G4"),
    check=_check,
    example=Example(
        wrong=msgid("Plan period: 1.11.2021–31.12.2022; measure P4: spring 2023"),
        right=msgid("Plan period: 1.11.2021–31.12.2023; measure P4: spring 2023"),
    ),
    may_be_acknowledged=True,
)
