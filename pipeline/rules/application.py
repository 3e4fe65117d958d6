"""IA-01, IA-02 and IA-03: the application is whole and came while the call was open."""

from collections.abc import Iterator
from typing import Final

from pipeline.core.finding import Severity
from pipeline.core.text import Text
from pipeline.rules.programme_period import relation_to_period
from pipeline.rules.rule import Example, Hit, Rule, Severities, levels
from pipeline.rules.subject import Subject
from schemas.application import Application
from schemas.fields import Gate, Relation, Timing
from schemas.fields.scalar import finnish_date
from schemas.msgid import msgid
from schemas.selection import CRITERIA
from schemas.stages import StageType

#: Whoever was chosen long ago is not asked for an application any more.
_WHILE_APPLYING: Final[Severities] = ((Gate.G0, Severity.ERROR), (Gate.G1, None))


def _condition(subject: Subject) -> Iterator[Hit]:
    application = subject.submission.application
    if application is None:
        hint = Text("Fill in the sheet of the application.")
        yield Hit(Text("The application is missing."), ("application",), hint, _WHILE_APPLYING)
    elif application.condition is None:
        hint = Text("Choose from the list which programme you have taken part in.")
        message = Text("The entry condition is not given.")
        yield Hit(message, ("application", "condition"), hint)


def _in_call(subject: Subject) -> Iterator[Hit]:
    application = subject.submission.application
    if application is None or application.submitted is None:
        return
    calls = [
        stage.timing
        for stage in subject.programme.stages
        if stage.type is StageType.CALL and stage.timing
    ]
    sent = finnish_date(application.submitted)
    relations = {relation_to_period(Timing.parse(sent), call) for call in calls}
    if relations and relations <= {Relation.OUTSIDE}:
        message = Text(
            "The application was sent on {date}; the call was open {call}.",
            date=sent,
            call=calls[0].text,
        )
        hint = Text("Check the day, or accept a late application with a reason.")
        yield Hit(message, ("application", "submitted"), hint)


def _reasons(subject: Subject) -> Iterator[Hit]:
    application = subject.submission.application
    for name in CRITERIA if application is not None else ():
        if not getattr(application, name):
            field = Text(Application.model_fields[name].title or name)
            message = Text("The application does not answer “{field}”.", field=field)
            hint = Text("All four criteria weigh in the selection; answer each.")
            yield Hit(message, ("application", name), hint)


CONDITION: Final[Rule[Subject]] = Rule(
    id="IA-01",
    about=msgid(
        "An applicant has completed the KEINO academy or TOIMI I, or takes part in TOIMI II; the"
        " academy builds on what was learned there."
    ),
    severities=levels(error="G0"),
    check=_condition,
    example=Example(
        wrong=msgid("Entry condition: (empty)"),
        right=msgid("Entry condition: has completed TOIMI I"),
    ),
)
IN_CALL: Final[Rule[Subject]] = Rule(
    id="IA-02",
    about=msgid("An application is sent while the call is open, so that all are treated alike."),
    severities=levels(warning="G0"),
    check=_in_call,
    example=Example(
        wrong=msgid("Call: 31.8.–30.9.2021; date of application: 4.10.2021"),
        right=msgid("Call: 31.8.–30.9.2021; date of application: 28.9.2021"),
    ),
    may_be_acknowledged=True,
)
REASONS: Final[Rule[Subject]] = Rule(
    id="IA-03",
    about=msgid(
        "An application answers all four criteria, and an applicant is interviewed and scored"
        " before the decision."
    ),
    severities=levels(error="G0"),
    check=_reasons,
    example=Example(
        wrong=msgid("Commitment of the management: (empty)"),
        right=msgid("Commitment of the management: The director leads the team."),
    ),
)
