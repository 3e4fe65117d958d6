"""IA-20: what is said of a pilot follows its state."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.finding import Severity
from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, levels
from pipeline.rules.subject import Subject
from schemas.fields import Gate
from schemas.msgid import msgid
from schemas.pilots import Pilot, PilotState

_NEEDED: Final = {
    PilotState.DONE: ("results", "lessons"),
    PilotState.STOPPED: ("lessons",),
}
_DOUBTFUL: Final = ((Gate.G4, Severity.WARNING),)


def _check(subject: Subject) -> Iterator[Hit]:
    for index, pilot in enumerate(subject.submission.pilots):
        state = Text(pilot.state.label) if pilot.state else Text("not given")
        for name in _NEEDED.get(pilot.state, ()) if pilot.state else ():
            if not getattr(pilot, name):
                message = Text(
                    "The state of the pilot is “{state}”, but “{field}” is missing.",
                    state=state,
                    field=Text(Pilot.model_fields[name].title or name),
                )
                hint = Text("Write what came out of the pilot, or change its state.")
                yield Hit(message, ("pilots", index, name), hint)
        if pilot.state is PilotState.PLANNED and pilot.results:
            message = Text("The pilot has results, although its state is “{state}”.", state=state)
            hint = Text("Check the state of the pilot.")
            yield Hit(message, ("pilots", index, "state"), hint, _DOUBTFUL)


PILOTS: Final[Rule[Subject]] = Rule(
    id="IA-20",
    about=msgid(
        "What is said of a pilot follows its state: one that was carried out has results and"
        " lessons, one that was stopped has lessons."
    ),
    severities=levels(error="G4"),
    check=_check,
    example=Example(
        wrong=msgid("Pilot: carried out; results: (empty)"),
        right=msgid("Pilot: carried out; results and lessons written"),
    ),
)
