"""YI-11 and YI-12: an experiment is whole when it begins, and decided on when it ends."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.finding import Path
from pipeline.core.text import Text
from pipeline.rules.community.subject import CommunitySubject
from pipeline.rules.references import several_names
from pipeline.rules.rule import Example, Hit, Rule, levels
from schemas.experiments import Experiment, ExperimentDecision
from schemas.msgid import msgid

_WHOLE: Final = ("timing", "follow_up", "signs")
_FROM_P6: Final = levels(warning="P5", error="P6")


def _whole(subject: CommunitySubject) -> Iterator[Hit]:
    if not subject.submission.experiments:
        hint = Text("Add at least one experiment that can be started with little.")
        yield Hit(Text("The process has no experiment yet."), ("experiments",), hint)
    for index, experiment in enumerate(subject.submission.experiments):
        path = ("experiments", index)
        yield from _owner(experiment, path, subject)
        yield from _organisations(experiment, path, subject)
        for field in _WHOLE:
            if not getattr(experiment, field):
                yield _lack(experiment, path, field)


def _owner(experiment: Experiment, path: Path, subject: CommunitySubject) -> Iterator[Hit]:
    if not experiment.owner:
        yield _lack(experiment, path, "owner")
        return
    names = several_names(experiment.owner, subject.form, ("people",))
    if names and subject.form.references.resolve(experiment.owner, ("people",)) is None:
        message = Text(
            "{row}: {count} names are given as owner (“{text}”), but exactly one is.",
            row=experiment.id,
            count=len(names),
            text=experiment.owner,
        )
        hint = Text("Leave the one who answers for it; the others can carry it out.")
        yield Hit(message, (*path, "owner"), hint)


def _organisations(experiment: Experiment, path: Path, subject: CommunitySubject) -> Iterator[Hit]:
    references = subject.form.references
    targets = (references.resolve(text, ("organisations",)) for text in experiment.organisations)
    count = len({target.index for target in targets if target})
    least = subject.limits.clients_least if subject.crosses_borders else 1
    if count < least:
        message = Text(
            "{row}: the experiment needs at least {least} organisations, but has only {count}.",
            row=experiment.id,
            count=count,
            least=least,
        )
        hint = Text("Write the ids of the organisations that try it out together.")
        yield Hit(message, (*path, "organisations"), hint)


def _decided(subject: CommunitySubject) -> Iterator[Hit]:
    for index, experiment in enumerate(subject.submission.experiments):
        path = ("experiments", index)
        if experiment.decision is None:
            yield _lack(experiment, path, "decision")
        elif experiment.decision is ExperimentDecision.ROOTED and not experiment.carried_on_by:
            message = Text(
                "{row}: made the normal practice, but nobody carries it on.", row=experiment.id
            )
            hint = Text("Write the person or organisation that answers for it from now on.")
            yield Hit(message, (*path, "carried_on_by"), hint, _FROM_P6)


def _lack(experiment: Experiment, path: Path, field: str) -> Hit:
    declared = Experiment.model_fields[field]
    message = Text(
        "{row}: “{field}” is missing.", row=experiment.id, field=Text(declared.title or field)
    )
    return Hit(message, (*path, field), Text(declared.description or ""))


WHOLE: Final[Rule[CommunitySubject]] = Rule(
    id="YI-11",
    about=msgid(
        "Every experiment has one owner, at least two organisations, its time, a follow-up date"
        " and a sign of success: without them it is forgotten or cannot be judged."
    ),
    severities=levels(error="P4"),
    check=_whole,
    example=Example(
        wrong=msgid("K1, owner: HLO2; HLO3, follow-up date: empty"),
        right=msgid("K1, owner: HLO2, follow-up date: 31.5.2022"),
    ),
)
DECIDED: Final[Rule[CommunitySubject]] = Rule(
    id="YI-12",
    about=msgid(
        "Every experiment is decided on, so that none goes on for ever as an experiment; one that"
        " becomes the normal practice has somebody who carries it on."
    ),
    severities=levels(error="P5"),
    check=_decided,
    example=Example(
        wrong=msgid("K1, decision: made the normal practice, carried on by: empty"),
        right=msgid("K1, decision: made the normal practice, carried on by: kunta"),
    ),
)
