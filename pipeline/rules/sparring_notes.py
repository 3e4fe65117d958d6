"""IA-23: the sparrings are noted down and what was agreed in them is closed or moved."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, levels
from pipeline.rules.subject import Subject
from schemas.msgid import msgid
from schemas.sparring_actions import ActionState


def _check(subject: Subject) -> Iterator[Hit]:
    yield from _notes(subject)
    yield from _actions(subject)


def _notes(subject: Subject) -> Iterator[Hit]:
    sparrings = subject.submission.sparrings
    least = subject.settings.sparrings_least
    noted = sum(bool(sparring.observations) for sparring in sparrings)
    if noted >= least:
        return
    if len(sparrings) < least:
        message = Text(
            "{count} sparrings are written down; there are to be {least}.",
            count=len(sparrings),
            least=least,
        )
        yield Hit(message, ("sparrings",), Text("Add the sparrings and their observations."))
    for index, sparring in enumerate(sparrings):
        if not sparring.observations:
            message = Text("No observations of sparring {number}.", number=sparring.number)
            hint = Text("Write what came up in the sparring, in a few lines.")
            yield Hit(message, ("sparrings", index, "observations"), hint)


def _actions(subject: Subject) -> Iterator[Hit]:
    for index, action in enumerate(subject.submission.sparring_actions):
        path = ("sparring_actions", index)
        if action.state in {None, ActionState.OPEN}:
            message = Text("An action agreed in sparring {number} is still open.",
                           number=action.sparring)  # fmt: skip
            hint = Text("Close it, or move it to a later day.")
            yield Hit(message, (*path, "state"), hint)
        if action.state is ActionState.MOVED and action.moved_to is None:
            message = Text("An action agreed in sparring {number} was moved, but not to when.",
                           number=action.sparring)  # fmt: skip
            yield Hit(message, (*path, "moved_to"), Text("Write the new time."))


SPARRING_NOTES: Final[Rule[Subject]] = Rule(
    id="IA-23",
    about=msgid(
        "What came up in the sparrings is written down, and each agreed action is closed or moved"
        " before the plan goes to the management group."
    ),
    severities=levels(warning="G4"),
    check=_check,
    example=Example(
        wrong=msgid("Agreed action: “Meet three suppliers”; state: open"),
        right=msgid("Agreed action: “Meet three suppliers”; state: moved, moved to 2/2022"),
    ),
    may_be_acknowledged=True,
)
