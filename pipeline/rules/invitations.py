"""YL-10: an invitation can be made only when day, clock time and place or link are known."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pipeline.core.finding import Severity
from pipeline.core.text import Text
from pipeline.rules.rule import Example, Hit, Rule, always, levels
from pipeline.rules.subject import ProgrammeSubject, Subject
from schemas.fields import Precision, Timing
from schemas.msgid import msgid
from schemas.programme import ProgrammeModel
from schemas.sparrings import Sparring
from schemas.stages import Place, Stage, StageType

if TYPE_CHECKING:
    from schemas.workshops import Workshop

_ABOUT: Final = msgid(
    "An invitation says on which day, at what time and where: nobody can come to “November”."
)
_EXAMPLE: Final = Example(
    wrong=msgid("Sparring 1: November 2021"),
    right=msgid("Sparring 1: 16.11.2021, starts at 9.00, 2 h, with a link"),
)


def _kick_off(subject: ProgrammeSubject) -> Iterator[Hit]:
    stages = subject.programme.stages
    kick_offs = [
        (index, stage) for index, stage in enumerate(stages) if stage.type is StageType.KICK_OFF
    ]
    is_academy = subject.programme.programme.model is ProgrammeModel.ACADEMY
    if stages and not kick_offs and is_academy:
        message = Text("None of the stages is a kick-off, so there is nothing to invite to.")
        yield Hit(message, ("stages",), Text("Add the kick-off to the stages."))
    for index, stage in kick_offs:
        for field, lack in lacks(stage, length_known=False):
            message = Text("The invitation to the kick-off cannot be made: {lack}", lack=lack)
            yield Hit(message, ("stages", index, field), remedy(field))


def _sparrings(subject: Subject) -> Iterator[Hit]:
    for index, sparring in enumerate(subject.submission.sparrings):
        stage = subject.programme.sparring_stage(sparring.number)
        known = stage is not None and stage.duration is not None
        for field, lack in lacks(sparring, length_known=known):
            message = Text(
                "The invitation to sparring {number} cannot be made yet: {lack}",
                number=sparring.number,
                lack=lack,
            )
            yield Hit(message, ("sparrings", index, field), remedy(field))


def lacks(
    event: "Stage | Sparring | Workshop", *, length_known: bool
) -> Iterator[tuple[str, Text]]:
    """Yield each field that an invitation to an event needs, with what is wrong with it."""
    if event.timing is None:
        yield "timing", Text("the day is not given.")
    elif not _is_one_day(event.timing):
        yield "timing", Text("the day is not given, only “{text}”.", text=event.timing.text)
    if event.starts is None:
        yield "starts", Text("the clock time is not given.")
    if event.duration is None and not length_known:
        yield "duration", Text("the length is not given.")
    if not event.link and not _has_place(event.place):
        yield "place", Text("neither a place nor a link is given.")


def _is_one_day(timing: Timing) -> bool:
    return timing.precision is Precision.DAY


def _has_place(place: Place | str | None) -> bool:
    match place:
        case Place():
            return any((place.name, place.street, place.town, place.room))
        case _:
            return bool(place)


def remedy(field: str) -> Text:
    """Return what to write into a field that an invitation needs."""
    match field:
        case "timing":
            return Text("Write the day when it has been agreed, such as 19.10.2021.")
        case "starts":
            return Text("Write the clock time, such as 9.00.")
        case "duration":
            return Text("Write the length, such as 2 h.")
        case _:
            return Text("Write the place, the link for joining, or both.")


KICK_OFF_INVITATION: Final[Rule[ProgrammeSubject]] = Rule(
    id="YL-10",
    about=_ABOUT,
    severities=levels(error="G1"),
    check=_kick_off,
    example=_EXAMPLE,
)
SPARRING_INVITATIONS: Final[Rule[Subject]] = Rule(
    id="YL-10",
    about=_ABOUT,
    severities=always(Severity.WARNING),
    check=_sparrings,
    example=_EXAMPLE,
)
