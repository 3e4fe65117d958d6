"""IA-08, IA-09 and IA-10: how many innovation challenges, what each holds and is linked to."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.finding import Severity
from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, always, levels
from pipeline.rules.subject import Subject
from schemas.challenges import Challenge
from schemas.msgid import msgid

_HALVES: Final = ("renewal_need", "procurement_procedure")


def _number(subject: Subject) -> Iterator[Hit]:
    count, most = len(subject.submission.challenges), subject.settings.challenges_most
    if count == 0:
        hint = Text("Write at least one challenge: a renewal need and the procurement for it.")
        yield Hit(Text("The plan has no innovation challenge."), ("challenges",), hint)
    if count > most:
        message = Text(
            "The plan has {count} innovation challenges; {most} is the most.",
            count=count,
            most=most,
        )
        hint = Text("Choose the most important ones; the others can be written into the measures.")
        yield Hit(message, ("challenges", most, "id"), hint, always(Severity.ERROR))


def _halves(subject: Subject) -> Iterator[Hit]:
    for index, challenge in enumerate(subject.submission.challenges):
        for name in _HALVES:
            if not getattr(challenge, name):
                field = Challenge.model_fields[name]
                message = Text(
                    "{row} is not a whole innovation challenge: “{field}” is missing.",
                    row=challenge.id,
                    field=Text(field.title or name),
                )
                hint = Text("A challenge joins a renewal need and the procurement that answers it.")
                yield Hit(message, ("challenges", index, name), hint)


def _links(subject: Subject) -> Iterator[Hit]:
    references = subject.form.references
    targets = (
        references.resolve(measure.challenge, ("challenges",))
        for measure in subject.submission.measures
    )
    served = {target.index for target in targets if target}
    for index, challenge in enumerate(subject.submission.challenges):
        # What is written but means no objective is told by YL-02, with the nearest names.
        if not challenge.objectives:
            message = Text("{row} is not linked to any objective.", row=challenge.id)
            hint = Text("Write the ids of the objectives that the challenge serves.")
            yield Hit(message, ("challenges", index, "objectives"), hint)
        if index not in served:
            message = Text("No measure carries out {row}.", row=challenge.id)
            hint = Text(
                "Write {row} to the measures that carry the challenge out.", row=challenge.id
            )
            yield Hit(message, ("challenges", index, "id"), hint)


NUMBER: Final[Rule[Subject]] = Rule(
    id="IA-08",
    about=msgid("A plan has a few innovation challenges, so that each can be carried through."),
    severities=levels(warning="G2", error="G3"),
    check=_number,
    example=Example(
        wrong=msgid("Challenges H1, H2, H3, H4 and H5"),
        right=msgid("The three most important challenges"),
    ),
)
HALVES: Final[Rule[Subject]] = Rule(
    id="IA-09",
    about=msgid(
        "An innovation challenge is a renewal need and the carrying out of a procurement together;"
        " one without the other is not enough."
    ),
    severities=levels(warning="G2", error="G3"),
    check=_halves,
    example=Example(
        wrong=msgid("H1: renewal need written, procurement procedure (empty)"),
        right=msgid("H1: both the renewal need and the procurement written"),
    ),
)
LINKS: Final[Rule[Subject]] = Rule(
    id="IA-10",
    about=msgid("Every challenge serves an objective and is carried out by a measure."),
    severities=levels(warning="G3", error="G4"),
    check=_links,
    example=Example(
        wrong=msgid("H1 on no measure's row"),
        right=msgid("Measure P1, challenge: H1"),
    ),
)
