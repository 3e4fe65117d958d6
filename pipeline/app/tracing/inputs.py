"""What `paja where` and `paja why` look at: a file, and every document that is made of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.app.deliverables import FoundDeliverable, deliverables
from pipeline.app.failures import failure_findings
from pipeline.app.inputs import programme_file
from pipeline.app.making import Maker, maker_for
from pipeline.app.opening import read_bytes
from pipeline.app.planning import organisation_jobs, programme_jobs
from pipeline.app.processes import WorkLimits
from pipeline.app.programme_files import window_of
from pipeline.app.requests import InputRequest
from pipeline.app.submissions import CheckedSubmission
from pipeline.app.template_files import templates_folder
from pipeline.app.tracing.trial import Page, Trial
from pipeline.app.validation import Progress, Validation, validate
from pipeline.app.worker import Worker
from pipeline.checks.tracing.numbered import numbered_template
from pipeline.checks.tracing.origin import Origin
from pipeline.core.errors import PajaError, TemplateError
from pipeline.core.finding import Finding
from pipeline.core.location import Location
from pipeline.core.plan import Job
from pipeline.core.text import Text
from pipeline.core.trace import TracedDocument
from pipeline.language.labels import choice_labels
from schemas.programme import Programme


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceRequest:
    """Which file is asked about: a submission or a programme file.

    `language` is the messages'; `work` bounds what each document may take.
    """

    file: Path
    programme: Path | None = None
    templates: Path | None = None
    language: str = "fi"
    work: WorkLimits = field(default_factory=WorkLimits)


@dataclass(slots=True)
class Opened:
    """A file, and the documents that are made of it once they are asked for.

    `origins` are the file asked about, then the programme file if that is another one; `findings`
    tell of documents that could not be made.
    """

    request: TraceRequest
    validation: Validation
    trial: Trial
    origins: tuple[Origin, ...]
    pages: tuple[Page, ...] = ()
    findings: list[Finding] = field(default_factory=list)


@contextmanager
def opened(request: TraceRequest, progress: Progress) -> Iterator[Opened]:
    """Read a file; its documents are made in a process that ends with the context.

    Raises:
        PajaError: no document is made of the file, or it cannot be read.
    """
    # What cannot be opened is told of at once, and not as a submission with errors.
    read_bytes(request.file)
    programme = programme_file((request.file,), request.programme)
    validation = _validated(request, programme, progress)
    origins = tuple(_origins(request, validation))
    with Worker(request.work) as worker:
        yield Opened(request, validation, Trial(worker), origins)


def make_pages(found: Opened, progress: Progress) -> None:
    """Make the documents of a file, as they are.

    Raises:
        PajaError: no document is made of it.
    """
    found.pages = tuple(_pages(found, progress))
    if not found.pages and not found.findings:
        raise _no_documents(found.request.file)


def _validated(request: TraceRequest, programme: Path, progress: Progress) -> Validation:
    is_programme = programme.resolve() == request.file.resolve()
    inputs = InputRequest(
        paths=(programme.parent if is_programme else request.file,),
        programme=programme,
        language=request.language,
        allow_empty=is_programme,
    )
    validation = validate(inputs, progress)
    blocked = not is_programme and validation.submissions[:1] and validation.submissions[0].blocked
    if validation.programme.programme is None or blocked:
        raise _no_documents(request.file if blocked else programme)
    return validation


def _no_documents(file: Path) -> PajaError:
    return PajaError(
        Text("No document is made of this file."),
        hint=Text("Correct what paja validate tells of it, and try again."),
        location=Location(file=file.name),
    )


def _origins(request: TraceRequest, validation: Validation) -> Iterator[Origin]:
    loaded = validation.programme
    programme = loaded.programme
    labels: dict[str, object] = {"labels": choice_labels(request.language)}
    window = None if programme is None else window_of(programme)
    reading = labels if window is None else {**labels, "window": window}
    for checked in validation.submissions:
        own = checked.path.resolve() == request.file.resolve()
        if own and checked.record is not None and checked.submission is not None:
            yield Origin.of(checked.record, checked.submission, reading)
    if programme is not None and loaded.record is not None:
        yield Origin.of(loaded.record, programme, reading)


def _pages(into: Opened, progress: Progress) -> Iterator[Page]:
    """Yield the documents of the file; what cannot be made joins the findings."""
    request, validation = into.request, into.validation
    programme = validation.programme.programme
    if programme is None:
        return
    folder = templates_folder(request.templates)
    found = deliverables(folder, programme.programme.model.value, language=request.language)
    worker = into.trial.worker

    def alter(content: bytes) -> bytes:
        return worker.call(numbered_template, content)

    maker = maker_for(validation.programme, found, None, worker, alter=alter)
    jobs = list(_jobs(validation, found, programme, whole=len(into.origins) == 1))
    for done, (job, checked) in enumerate(jobs):
        progress(done, len(jobs), maker.deliverables[job.deliverable].deliverable.id)
        try:
            yield into.trial.page(maker.prepare(job, checked), _document(job, checked, maker))
        except TemplateError as fault:
            told = set(into.findings)
            into.findings += [each for each in failure_findings(fault) if each not in told]


def _jobs(
    validation: Validation,
    found: tuple[FoundDeliverable, ...],
    programme: Programme,
    *,
    whole: bool,
) -> Iterator[tuple[Job, CheckedSubmission | None]]:
    for checked in validation.submissions:
        for job in organisation_jobs(checked, found, programme):
            yield job, checked
    if whole:
        for job in programme_jobs(found, programme):
            yield job, None


def _document(job: Job, checked: CheckedSubmission | None, maker: Maker) -> TracedDocument:
    titles = maker.deliverables[job.deliverable].deliverable.titles
    return TracedDocument(
        organisation=checked.organisation if checked else None,
        deliverable=job.deliverable,
        title=titles.first((job.language, "fi", "en")) or job.deliverable,
        language=job.language,
        number=job.number,
    )
