"""PR-03: the gates that a programme names are those of its model."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.finding import Path, Severity
from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, always
from pipeline.rules.subject import ProgrammeSubject
from schemas.fields import Gate
from schemas.msgid import msgid


def _check(subject: ProgrammeSubject) -> Iterator[Hit]:
    model = subject.programme.programme.model
    for gate, path in _named(subject):
        if gate not in model.gates:
            message = Text(
                "{gate} is not a gate of the programme model “{model}”.",
                gate=gate.value,
                model=Text(model.label),
            )
            names = ", ".join(each.value for each in model.gates)
            yield Hit(message, path, Text("Write one of these: {accepted}.", accepted=names))


def _named(subject: ProgrammeSubject) -> Iterator[tuple[Gate, Path]]:
    """Yield every gate that somebody wrote into the programme file, with its place."""
    programme = subject.programme
    if "gate" in programme.settings.model_fields_set:
        yield programme.settings.gate, ("settings", "gate")
    for index, organisation in enumerate(programme.organisations):
        if organisation.gate is not None:
            yield organisation.gate, ("organisations", index, "gate")
    for index, stage in enumerate(programme.stages):
        if stage.gate is not None:
            yield stage.gate, ("stages", index, "gate")


GATES: Final[Rule[ProgrammeSubject]] = Rule(
    id="PR-03",
    about=msgid(
        "A programme has the gates of its model: G0–G5 in the Innovaatio-akatemia, P0–P6 in"
        " Yhteisöllinen innovointi. Rules are silent at a gate of another model."
    ),
    severities=always(Severity.ERROR),
    check=_check,
    example=Example(
        wrong=msgid("Model: yhteisollinen-innovointi; gate: G3"),
        right=msgid("Model: yhteisollinen-innovointi; gate: P3"),
    ),
)
