"""What a blank form of a programme says and already holds: facts, times, and known values."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.app.inputs import PROGRAMME_NAMES, programme_file
from pipeline.app.programmes import LoadedProgramme, load_programme
from pipeline.core.errors import PajaError, UsageError
from pipeline.core.finding import Path as FieldPath
from pipeline.core.location import Location
from pipeline.core.naming import folded
from pipeline.core.text import Text
from pipeline.language.labels import label
from pipeline.language.timing import timing
from pipeline.workbook import Guide
from schemas.fields import Gate, Timing
from schemas.programme import Participant, Programme, ProgrammeModel
from schemas.stages import StageType
from schemas.submissions import SUBMISSIONS, owner_field
from schemas.workshops import WORKING_NAMES

if TYPE_CHECKING:
    from schemas.submissions import Submission


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
    def model(self) -> type["Submission"]:
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
        facts, times = tuple(self._facts(language)), tuple(self._times(language))
        return Guide(title, facts, times, changes, self._questions())

    def _questions(self) -> tuple[tuple[int, str], ...]:
        """Return the questions of the pre-assignment, if the form has a place for the answers."""
        asked = self.programme.questions if "pre_assignment" in self.model.model_fields else ()
        return tuple((question.number, question.text) for question in asked)

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
        for title, value in found:
            if value:
                yield title, str(value)

    def _times(self, language: str) -> Iterator[tuple[Gate, str]]:
        for stage in self.programme.stages:
            if stage.gate is not None:
                name = stage.name.first((language, "fi", "sv", "en")) or ""
                said = _said(stage.timing, language) if stage.timing else ""
                yield stage.gate, " ".join(filter(None, (name, said)))


def _said(time: Timing, language: str) -> str:
    view = {"start": time.start, "end": time.end, "precision": time.precision}
    return timing(view, language)


def form_of(programme: Path, organisation: str | None, *, language: str) -> Form:
    """Return the form of a programme file or folder, for an organisation by its id or name.

    The name of a programme model stands for its form, of which nothing more is known yet.

    Raises:
        EnvironmentFailedError: the programme file cannot be opened.
        PajaError: nothing of it can be used.
        UsageError: there is none, or it has no such organisation.
    """
    known = _of_model(programme) or _of_file(programme, language)
    return Form(known, _participant(known, organisation) if organisation else None)


def _of_model(name: Path) -> Programme | None:
    """Return a programme that says no more than its model, None if nothing else is so called."""
    model = next((each for each in ProgrammeModel if each.value == str(name)), None)
    if model is None or name.exists():
        return None
    names = {language: label(model, language) for language in ("fi", "sv", "en")}
    facts = {"id": model.value, "model": model.value, "name": names}
    return Programme.model_validate({"programme": facts})


def _of_file(path: Path, language: str) -> Programme:
    return usable(load_programme(programme_file((), path), gate=None, language=language))


def usable(loaded: LoadedProgramme) -> Programme:
    """Return the programme of a file.

    Raises:
        PajaError: nothing of the file can be used.
    """
    if loaded.programme is None:
        raise PajaError(
            Text("The programme file cannot be used yet."),
            hint=Text(
                "Check that this is the programme file ({name}); if it is, run paja validate on its"
                " folder: it tells what is wrong.",
                name=PROGRAMME_NAMES[0],
            ),
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
        hint=Text("Write one of these: {accepted}.", accepted=known)
        if known
        else Text("List the organisations in the programme file first."),
    )
