"""IA-15: an indicator has what is needed to follow it."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, levels
from pipeline.rules.subject import Subject
from schemas.indicators import Indicator, IndicatorKind
from schemas.msgid import msgid


def _check(subject: Subject) -> Iterator[Hit]:
    if not subject.settings.indicators:
        return
    for index, indicator in enumerate(subject.submission.indicators):
        for name, hint in _lacks(indicator):
            field = Indicator.model_fields[name]
            message = Text(
                "{row}: “{field}” is missing.",
                row=indicator.id,
                field=Text(field.title or name),
            )
            yield Hit(message, ("indicators", index, name), hint)


def _lacks(indicator: Indicator) -> Iterator[tuple[str, Text]]:
    in_words = _is_in_words(indicator)
    baseline, target = _values(indicator, in_words=in_words)
    words = "_text" if in_words else ""
    if not baseline and indicator.baseline_planned is None:
        yield f"baseline{words}", Text("Give the value now, or the day by when it is measured.")
    if not target:
        yield f"target{words}", Text("Give the value that is aimed at.")
    if not in_words and not indicator.unit:
        yield "unit", Text("Give the unit, such as %, days or pieces.")
    if indicator.data_source is None and not indicator.data_source_detail:
        yield "data_source", Text("Say where the values come from.")
    if not indicator.owner:
        yield "owner", Text("Write who follows the indicator: a person or a post.")


def _is_in_words(indicator: Indicator) -> bool:
    """Tell whether the indicator is described and not counted, from its kind or its values."""
    if indicator.kind is not None:
        return indicator.kind is IndicatorKind.QUALITATIVE
    return indicator.baseline is None and indicator.target is None and bool(indicator.target_text)


def _values(indicator: Indicator, *, in_words: bool) -> tuple[bool, bool]:
    """Tell whether baseline and target are given; a described indicator may have numbers too."""
    numbers = (indicator.baseline is not None, indicator.target is not None)
    if not in_words:
        return numbers
    return (
        numbers[0] or bool(indicator.baseline_text),
        numbers[1] or bool(indicator.target_text),
    )


INDICATORS: Final[Rule[Subject]] = Rule(
    id="IA-15",
    about=msgid(
        "An indicator has a baseline (or the day by when it is measured), a target, a unit, a"
        " source and an owner; without them nobody can tell whether anything changed."
    ),
    severities=levels(warning="G3", error="G4"),
    check=_check,
    example=Example(
        wrong=msgid("Indicator N1: target 93, baseline (empty)"),
        right=msgid("Indicator N1: baseline 91,2 on 31.12.2021, target 93 on 31.12.2023"),
    ),
)
