"""What a blank form of a programme says and already holds: facts, times, and known values."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.app.inputs import programme_file
from pipeline.app.programmes import LoadedProgramme, load_programme
from pipeline.contexts.times import timing_view
from pipeline.core.errors import PajaError, UsageError
from pipeline.core.finding import Path as FieldPath
from pipeline.core.location import Location
from pipeline.core.naming import folded
from pipeline.core.text import Text
from pipeline.language.timing import timing
from pipeline.workbook import Guide
from schemas.fields import Gate
from schemas.programme import Participant, Programme
from schemas.stages import StageType
from schemas.submissions import SUBMISSIONS, Submission, owner_field
from schemas.workshops import WORKING_NAMES


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one programme, for one of its organisations or for any."""

    programme: Programme
    participant: Participant | None = None

    @property
    def name(self) -> str:
        """Return what the form's workbooks call themselves."""
        return self.programme.programme.model.value

    @property
    def model(self) -> type[Submission]:
        """Return what is filled in."""
        return SUBMISSIONS[self.programme.programme.model]

    @property
    def language(self) -> str:
        """Return the first language of the organisation, else of the programme."""
        own = self.participant.languages if self.participant else ()
        return (*own, *self.programme.programme.languages)[0].value

    def guide(self, language: str, changes: tuple[Text, ...] = ()) -> Guide:
        """Return what the instruction sheet of a language says."""
        title = Text("Form of the programme {name}", name=self._named(language))
        return Guide(title, tuple(self._facts(language)), tuple(self._times(language)), changes)

    def known(self) -> dict[FieldPath, object]:
        """Return the values that the programme file knows of the organisation."""
        if self.participant is None:
            return {}
        owner = owner_field(self.model)
        values: dict[FieldPath, object] = {(owner, "id"): self.participant.id}
        names = self.participant.name.model_dump(exclude_none=True)
        values |= {(owner, "name", language): name for language, name in names.items()}
        return values | self._rows() | self._workshop_names()

    def _rows(self) -> dict[FieldPath, object]:
        """Return the numbers of what everybody fills in: answers, sparrings, workshops."""
        stages = [stage.type for stage in self.programme.stages]
        questions = [question.number for question in self.programme.questions]
        counted = (
            ("pre_assignment", "question", questions),
            ("sparrings", "number", range(1, stages.count(StageType.SPARRING) + 1)),
            ("workshops", "number", range(1, self.programme.workshop_rules.workshops + 1)),
        )
        return {
            (collection, at, name): number
            for collection, name, numbers in counted
            if collection in self.model.model_fields
            for at, number in enumerate(numbers)
        }

    def _workshop_names(self) -> dict[FieldPath, object]:
        """Return the working names of the workshops, for people to keep or to change."""
        if "workshops" not in self.model.model_fields:
            return {}
        named = WORKING_NAMES[: self.programme.workshop_rules.workshops]
        return {
            ("workshops", at, "name", language): text
            for at, name in enumerate(named)
            for language, text in name.model_dump(exclude_none=True).items()
        }

    def _named(self, language: str) -> str:
        facts = self.programme.programme
        return facts.name.first((language, "fi", "sv", "en")) or facts.id

    def _facts(self, language: str) -> Iterator[tuple[Text, str]]:
        facts = self.programme.programme
        languages = (language, "fi", "sv", "en")
        participant, organiser = self.participant, facts.organiser
        found = (
            (Text("Organisation"), participant.name.first(languages) if participant else None),
            (Text("Organiser"), organiser.first(languages) if organiser else None),
            (Text("Contact"), facts.contact_name),
            (Text("E-mail"), facts.contact_email),
            (Text("Phone"), facts.contact_phone),
        )
        for label, value in found:
            if value:
                yield label, str(value)

    def _times(self, language: str) -> Iterator[tuple[Gate, str]]:
        for stage in self.programme.stages:
            if stage.gate is not None:
                name = stage.name.first((language, "fi", "sv", "en")) or ""
                when = timing_view(stage.timing).model_dump() if stage.timing else None
                said = timing(when, language) if when else ""
                yield stage.gate, " ".join(filter(None, (name, said)))


def form_of(programme: Path, organisation: str | None, *, language: str) -> Form:
    """Return the form of a programme file or folder, for an organisation by its id or name.

    Raises:
        EnvironmentFailedError: the programme file cannot be opened.
        PajaError: nothing of it can be used.
        UsageError: there is none, or it has no such organisation.
    """
    loaded = load_programme(programme_file((), programme), gate=None, language=language)
    known = usable(loaded)
    return Form(known, _participant(known, organisation) if organisation else None)


def usable(loaded: LoadedProgramme) -> Programme:
    """Return the programme of a file.

    Raises:
        PajaError: nothing of the file can be used.
    """
    if loaded.programme is None:
        raise PajaError(
            Text("The programme file cannot be used yet."),
            hint=Text("Run paja validate on its folder: it tells what is wrong."),
            location=Location(file=loaded.path.name),
        )
    return loaded.programme


def _participant(programme: Programme, wanted: str) -> Participant:
    for each in programme.organisations:
        names = (each.id, *each.name.model_dump(exclude_none=True).values())
        if folded(wanted) in {folded(name) for name in names}:
            return each
    known = ", ".join(each.id for each in programme.organisations)
    raise UsageError(
        Text("The programme has no organisation “{id}”.", id=wanted),
        hint=Text("The programme's organisations are: {names}.", names=known),
    )
