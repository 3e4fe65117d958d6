"""IA-18: the plan names its risks, and the high ones are managed by somebody."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, levels
from pipeline.rules.subject import Subject
from schemas.msgid import msgid
from schemas.risks import Risk


def _check(subject: Subject) -> Iterator[Hit]:
    if not subject.settings.risks:
        return
    if not subject.submission.risks:
        hint = Text("Write at least one risk and how it is managed.")
        yield Hit(Text("The plan names no risks."), ("risks",), hint)
    for index, risk in enumerate(subject.submission.risks):
        if risk.score is not None and risk.score >= subject.settings.high_risk:
            yield from _unmanaged(risk, risk.score, index)


def _unmanaged(risk: Risk, score: int, index: int) -> Iterator[Hit]:
    for name in ("mitigation", "owner"):
        if not getattr(risk, name):
            message = Text(
                "{row} is a high risk ({score}), but “{field}” is missing.",
                row=risk.id,
                score=score,
                field=Text(Risk.model_fields[name].title or name),
            )
            hint = Text("Write how the risk is managed and who sees to it.")
            yield Hit(message, ("risks", index, name), hint)


RISKS: Final[Rule[Subject]] = Rule(
    id="IA-18",
    about=msgid("The plan names its risks; a high one has a way of managing it and an owner."),
    severities=levels(warning="G3", error="G4"),
    check=_check,
    example=Example(
        wrong=msgid("R1: probability 4, impact 4, owner (empty)"),
        right=msgid("R1: probability 4, impact 4, with a way of managing it and an owner"),
    ),
)
