"""From a job to its documents: context, rendering, name, and the calendar file beside it."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from pipeline.app.deliverables import FoundDeliverable
from pipeline.app.opening import read_bytes
from pipeline.app.prepared import Prepared, in_file, printed
from pipeline.app.programmes import LoadedProgramme
from pipeline.app.submissions import CheckedSubmission
from pipeline.app.version import version
from pipeline.app.worker import WorkedTemplate, Worker
from pipeline.contexts import Scene
from pipeline.contexts.events import occasion_of
from pipeline.core.document import Document
from pipeline.core.errors import TemplateError
from pipeline.core.finding import has_errors
from pipeline.core.layout import form_sha256
from pipeline.core.naming import file_name
from pipeline.core.plan import Job
from pipeline.output.calendar_event import CalendarEvent, event_uid
from schemas.contexts.view import DocumentView
from schemas.fields import Gate
from schemas.programme import Programme
from schemas.submissions import SUBMISSIONS, academy_of, community_of


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one job: the document, its calendar file if it has one, and its state."""

    job: Job
    documents: tuple[Document, ...]
    draft: bool
    template_sha256: str


#: A template with the hash of its file.
_Compiled = tuple[WorkedTemplate, str]


@dataclass(slots=True)
class Maker:
    """Makes the documents of one run; each template is compiled once.

    `gate` is what the organisers' own documents are to be complete for; `sound` says that the
    programme file has no errors: without that nothing is final. `programme_sha256` is the
    programme file's own hash. `worker` keeps the templates in a process of their own; `alter` is
    done to each of them before it is compiled there.
    """

    programme: Programme
    deliverables: Mapping[str, FoundDeliverable]
    gate: Gate
    sound: bool
    programme_sha256: str
    worker: Worker
    alter: Callable[[bytes], bytes] = bytes
    _compiled: dict[tuple[Path, str], _Compiled | TemplateError] = field(default_factory=dict)

    def make(self, job: Job, checked: CheckedSubmission | None) -> Made:
        """Make the documents of a job; `checked` is None for the organisers' own.

        Raises:
            TemplateError: the template cannot be compiled or rendered.
            EnvironmentFailedError: the template cannot be opened.
        """
        prepared = self.prepare(job, checked)
        made = printed(prepared)
        scene, document = made.prepared.scene, made.view.document
        calendar = self._calendar(scene, document, job)
        owner = job.organisation or self.programme.programme.id
        name = _namer(self.deliverables[job.deliverable], document, job, owner)
        documents = [Document(name("docx"), made.content)]
        if calendar is not None:
            # Only an invitation pays for loading the library of calendars.
            from pipeline.output.calendar import calendar_file

            documents.append(Document(name("ics"), calendar_file(calendar)))
        return Made(job, tuple(documents), scene.draft, prepared.origin["paja.template"])

    def prepare(self, job: Job, checked: CheckedSubmission | None) -> Prepared:
        """Return what a document is made from, with its template compiled.

        Raises:
            TemplateError: the template cannot be compiled.
            EnvironmentFailedError: the template cannot be opened.
        """
        found = self.deliverables[job.deliverable]
        path = found.template(job.language)
        if path is None:
            raise LookupError(job)
        template, digest = self._template(path, job.language)
        scene = self._scene(job, found, checked)
        return Prepared(job, scene, template, path, self._origin(checked, digest))

    def _scene(self, job: Job, found: FoundDeliverable, checked: CheckedSubmission | None) -> Scene:
        submission = checked.submission if checked else None
        academy, community = academy_of(submission), community_of(submission)
        sparrings = academy.sparrings if academy else ()
        workshops = community.workshops if community else ()
        gate = checked.gate if checked else self.gate
        ready = self.sound and (checked is None or checked.summary.ready)
        return Scene(
            programme=self.programme,
            deliverable=found.deliverable,
            language=job.language,
            draft=not ready or not gate.reaches(found.deliverable.gate),
            submission=submission,
            participant=checked.participant if checked else None,
            sparring=next((each for each in sparrings if each.number == job.number), None),
            workshop=next((each for each in workshops if each.number == job.number), None),
        )

    def _template(self, path: Path, language: str) -> _Compiled:
        """Return a template; a faulty one is compiled once too, and fails for every document."""
        key = (path, language)
        if key not in self._compiled:
            accent = self.programme.settings.accent_colour
            self._compiled[key] = _compiled(self, path, language, accent)
        found = self._compiled[key]
        if isinstance(found, TemplateError):
            raise found
        return found

    def _origin(self, checked: CheckedSubmission | None, template: str) -> dict[str, str]:
        """Return what a document tells of its making, as custom properties."""
        origin = {
            "paja.version": version(),
            "paja.programme": self.programme_sha256,
            "paja.submission": (checked.sha256 if checked else None) or "",
            "paja.template": template,
            "paja.schema": form_sha256(SUBMISSIONS[self.programme.programme.model]),
        }
        return {name: value for name, value in origin.items() if value}

    def _calendar(self, scene: Scene, document: DocumentView, job: Job) -> CalendarEvent | None:
        """Return the event of an invitation; None when it has none, or is not fixed to the day."""
        occasion = occasion_of(scene) if scene.deliverable.calendar else None
        if occasion is None or not occasion.is_fixed or not isinstance(document.date, dt.date):
            return None
        facts = scene.programme.programme
        start, end = occasion.bounds
        return CalendarEvent(
            uid=event_uid(
                programme=facts.id,
                organisation=job.organisation or "",
                deliverable=job.deliverable,
                number=job.number or 0,
            ),
            title=f"{occasion.name} – {document.programme}",
            start=start,
            end=end,
            stamp=document.date,
            language=job.language,
            place=occasion.place,
            description=str(document.organisation),
            link=occasion.link,
            organiser=str(document.organiser),
            organiser_email=facts.contact_email,
        )


def maker_for(
    loaded: LoadedProgramme,
    found: Iterable[FoundDeliverable],
    gate: Gate | None,
    worker: Worker,
    *,
    alter: Callable[[bytes], bytes] = bytes,
) -> Maker:
    """Return the maker of a programme's documents; its own gate is the default.

    Raises:
        LookupError: nothing of the programme file can be used.
    """
    if loaded.programme is None:
        raise LookupError(loaded.path.name)
    return Maker(
        programme=loaded.programme,
        deliverables={each.deliverable.id: each for each in found},
        gate=gate or loaded.programme.gate,
        sound=not has_errors(loaded.findings),
        programme_sha256=loaded.sha256,
        worker=worker,
        alter=alter,
    )


def _compiled(maker: Maker, path: Path, language: str, accent: str) -> _Compiled | TemplateError:
    content = read_bytes(path)
    try:
        altered = maker.alter(content)
        template = maker.worker.compile(altered, language=language, accent=accent)
    except TemplateError as fault:
        return in_file(fault, path)
    return template, sha256(content).hexdigest()


def _namer(
    found: FoundDeliverable, document: DocumentView, job: Job, owner: str
) -> Callable[[str], str]:
    """Return what names a document's files, given their extension."""
    deliverable = found.deliverable
    slug = deliverable.slugs.first((job.language, "fi", "en")) or deliverable.id

    def name(extension: str) -> str:
        try:
            return file_name(
                deliverable.filename,
                date=document.date if isinstance(document.date, dt.date) else None,
                deliverable=f"{slug}-{job.number}" if job.number else slug,
                organisation=owner,
                language=job.language,
                version=document.version if isinstance(document.version, str) else None,
                extension=extension,
            )
        except TemplateError as fault:
            raise TemplateError(fault.message, hint=fault.hint, location=found.place) from fault

    return name
