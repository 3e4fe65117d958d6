"""IA-16: an indicator's target is another than its baseline, in the right direction, and later."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, levels
from pipeline.rules.subject import Subject
from schemas.fields import Timing
from schemas.indicators import Direction, Indicator
from schemas.msgid import msgid


def _check(subject: Subject) -> Iterator[Hit]:
    if not subject.settings.indicators:
        return
    for index, indicator in enumerate(subject.submission.indicators):
        message = _direction(indicator)
        if message is not None:
            hint = Text("Check the baseline, the target and the direction.")
            yield Hit(message, ("indicators", index, "target"), hint)
        for first in (indicator.baseline_date, indicator.baseline_planned):
            if _is_not_after(indicator.target_date, first):
                message = Text(
                    "{row}: the target ({target}) is not later than the baseline ({baseline}).",
                    row=indicator.id,
                    target=indicator.target_date.text if indicator.target_date else "",
                    baseline=first.text if first else "",
                )
                hint = Text("Check the times of the baseline and the target.")
                yield Hit(message, ("indicators", index, "target_date"), hint)


def _direction(indicator: Indicator) -> Text | None:
    baseline, target = indicator.baseline, indicator.target
    if baseline is None or target is None:
        return None
    match indicator.direction:
        case Direction.KEEP:
            wrong = target != baseline
        case Direction.INCREASE:
            wrong = target <= baseline
        case Direction.DECREASE:
            wrong = target >= baseline
        case _:
            wrong = target == baseline
    return _message(indicator) if wrong else None


def _message(indicator: Indicator) -> Text:
    if indicator.baseline == indicator.target:
        return Text(
            "{row}: the target is the same as the baseline ({baseline}).",
            row=indicator.id,
            baseline=str(indicator.baseline),
        )
    return Text(
        "{row}: the target {target} and the baseline {baseline} do not fit the direction"
        " “{direction}”.",
        row=indicator.id,
        target=str(indicator.target),
        baseline=str(indicator.baseline),
        direction=Text(indicator.direction.label if indicator.direction else ""),
    )


def _is_not_after(target: Timing | None, first: Timing | None) -> bool:
    """Tell whether a target is surely not later; of two months that are the same it is not sure."""
    if target is None or first is None or target.end is None or first.start is None:
        return False
    return target.end <= first.start


TARGETS: Final[Rule[Subject]] = Rule(
    id="IA-16",
    about=msgid(
        "A target differs from its baseline in the direction that was chosen and is later than it."
    ),
    severities=levels(warning="G0"),
    check=_check,
    example=Example(
        wrong=msgid("Direction: increase; baseline 93, target 91"),
        right=msgid("Direction: increase; baseline 91, target 93"),
    ),
    may_be_acknowledged=True,
)
