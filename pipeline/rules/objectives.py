"""IA-11: every objective is worked for and measured."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, levels
from pipeline.rules.subject import Subject
from schemas.msgid import msgid


def _check(subject: Subject) -> Iterator[Hit]:
    worked_for = _targets(subject, [m.objectives for m in subject.submission.measures])
    measured = _targets(
        subject, [(i.objective,) for i in subject.submission.indicators if i.objective]
    )
    for index, objective in enumerate(subject.submission.objectives):
        path = ("objectives", index, "id")
        if index not in worked_for:
            message = Text("No measure serves {row}.", row=objective.id)
            hint = Text("Write {row} to at least one measure.", row=objective.id)
            yield Hit(message, path, hint)
        if index not in measured and subject.settings.indicators:
            message = Text("No indicator measures {row}.", row=objective.id)
            hint = Text("Write at least one indicator for {row}.", row=objective.id)
            yield Hit(message, path, hint)


def _targets(subject: Subject, texts: list[tuple[str, ...]]) -> set[int]:
    found = (
        subject.form.references.resolve(text, ("objectives",)) for names in texts for text in names
    )
    return {target.index for target in found if target}


OBJECTIVES: Final[Rule[Subject]] = Rule(
    id="IA-11",
    about=msgid(
        "Every objective has a measure that works for it and an indicator that shows the change."
    ),
    severities=levels(warning="G2", error="G4"),
    check=_check,
    example=Example(
        wrong=msgid("T2 has measures but no indicator"),
        right=msgid("Indicator N2, objective: T2"),
    ),
)
