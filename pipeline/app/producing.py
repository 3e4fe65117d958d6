"""The use case of `paja generate` and `paja batch`: validated inputs become documents on disk."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from pipeline.app.deliverables import FoundDeliverable
from pipeline.app.failures import failure_findings
from pipeline.app.inputs import input_files
from pipeline.app.known import Known, get_to_know
from pipeline.app.listing import inputs_of, manifest_of
from pipeline.app.making import Made, Maker, maker_for
from pipeline.app.planning import missing_languages, organisation_jobs, programme_jobs
from pipeline.app.requests import ProductionRequest
from pipeline.app.submissions import CheckedSubmission
from pipeline.app.validation import Progress, Validation, silent, validate
from pipeline.app.worker import Worker
from pipeline.app.workforce import Workforce
from pipeline.core.document import Document
from pipeline.core.errors import PajaError, TemplateError
from pipeline.core.finding import Finding
from pipeline.core.manifest import ManifestEntry, State
from pipeline.core.naming import folded, slug
from pipeline.core.plan import Job
from pipeline.core.text import Text
from pipeline.output.beside import Outcome
from pipeline.output.folder import OutputFolder, kept_finding
from schemas.fields import LANGUAGES
from schemas.programme import Programme

ORGANISERS_FOLDER = "_organisers"


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """A file in the output folder, with the organisation that it is of (None: the organisers)."""

    path: PurePosixPath
    organisation: str | None
    deliverable: str
    language: str
    draft: bool
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Production:
    """What a run made, and all that was found on the way.

    `made_findings` are those of the making, each with the organisation whose document it is of.
    """

    validation: Validation
    documents: tuple[WrittenDocument, ...] = ()
    made_findings: tuple[tuple[str | None, Finding], ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return the findings of the inputs, then those of the making."""
        return (*self.validation.findings, *(finding for _, finding in self.made_findings))

    def findings_of(self, checked: CheckedSubmission) -> tuple[Finding, ...]:
        """Return the findings of one submission and of its documents."""
        organisation = checked.participant.id if checked.participant else checked.path.name
        own = (finding for owner, finding in self.made_findings if owner == organisation)
        return (*checked.findings, *own)


@dataclass(slots=True)
class _Run:
    """A run under way: what has been written and found so far."""

    folder: OutputFolder
    maker: Maker
    inputs: dict[str | None, tuple[str, ...]]
    documents: list[WrittenDocument] = field(default_factory=list)
    findings: list[tuple[str | None, Finding]] = field(default_factory=list)
    entries: list[ManifestEntry] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)

    def do(self, job: Job, checked: CheckedSubmission | None) -> None:
        """Make and write one job; a failure is a finding, and the run goes on."""
        try:
            made = self.maker.make(job, checked)
            for document in made.documents:
                self._write(made, document)
        except PajaError as fault:
            self._note(job, failure_findings(fault))

    def _write(self, made: Made, document: Document) -> None:
        job = made.job
        owner = slug(job.organisation) if job.organisation else ORGANISERS_FOLDER
        path = PurePosixPath(owner, document.name)
        self._take(path, job)
        published = self.folder.publish(path, document.content)
        if published.outcome is Outcome.KEPT:
            self.findings.append((job.organisation, kept_finding(published)))
        self.documents.append(
            WrittenDocument(
                path=published.path,
                organisation=job.organisation,
                deliverable=job.deliverable,
                language=job.language,
                draft=made.draft,
                outcome=published.outcome,
            )
        )
        self.entries.append(
            ManifestEntry(
                path=str(published.path),
                organisation=job.organisation,
                deliverable=job.deliverable,
                language=job.language,
                state=State.DRAFT if made.draft else State.FINAL,
                sha256=document.sha256,
                parts_sha256=document.parts_sha256,
                inputs=self.inputs.get(job.organisation, ()),
                template=made.template_sha256,
            )
        )

    def _note(self, job: Job, findings: tuple[Finding, ...]) -> None:
        """Keep what has not been said before: a faulty template fails for every organisation."""
        said = {finding for _, finding in self.findings}
        self.findings += [(job.organisation, each) for each in findings if each not in said]

    def _take(self, path: PurePosixPath, job: Job) -> None:
        """Keep a name for one document of the run, however the file system spells it.

        Raises:
            TemplateError: another document of the run has it.
        """
        name = folded(str(path))
        if name in self._taken:
            raise TemplateError(
                Text("Another document of this run has the name “{name}” already.", name=path.name),
                hint=Text(
                    "Add to the file name pattern of the deliverable what tells its documents"
                    " apart: {parts}.",
                    parts="{deliverable}, {language}",
                ),
                location=self.maker.deliverables[job.deliverable].place,
            )
        self._taken.add(name)


def produce(
    request: ProductionRequest,
    progress: Progress = silent,
    *,
    workforce: Workforce | None = None,
    known: Known | None = None,
) -> Production:
    """Validate the inputs and make every document that they are good for.

    The `workforce` opens the inputs and makes the documents, by default one that ends with the run;
    `known` is what is known of the programme already.

    Raises:
        PajaError: no programme file, no submissions, no templates, or an output folder that
            cannot be used; anything that concerns one organisation alone is a finding.
    """
    own = workforce or Workforce(worker=Worker(request.work))
    with own if workforce is None else nullcontext():
        if known is None:
            files = input_files(request.inputs.paths, request.inputs.programme)
            known = get_to_know(files, request, own)
        return _produce(request, progress, own, known)


def _produce(
    request: ProductionRequest, progress: Progress, workforce: Workforce, known: Known
) -> Production:
    validation = validate(
        request.inputs,
        progress,
        opening=workforce.opener.open,
        files=known.files,
        programme=known.programme,
    )
    programme, found = validation.programme.programme, known.found
    if programme is None:
        return Production(validation)
    missing = _missing(request, validation, found, programme)
    possible = _jobs(request, validation, found, programme)
    jobs = [job for job in possible if request.language in {None, job.language}]
    with OutputFolder(request.out) as folder:
        maker = maker_for(validation.programme, found, request.inputs.gate, workforce.worker)
        run = _Run(folder, maker, inputs_of(validation))
        run.findings += missing
        run.findings += [(None, finding) for finding in folder.findings]
        _do_all(run, jobs, validation, progress)
        folder.finish(manifest_of(validation, programme, tuple(run.entries)))
    return Production(validation, tuple(run.documents), tuple(run.findings))


def _jobs(
    request: ProductionRequest,
    validation: Validation,
    found: Sequence[FoundDeliverable],
    programme: Programme,
) -> Iterator[Job]:
    for checked in validation.submissions:
        yield from organisation_jobs(checked, found, programme)
    if request.organisers:
        yield from programme_jobs(found, programme)


def _missing(
    request: ProductionRequest,
    validation: Validation,
    found: Sequence[FoundDeliverable],
    programme: Programme,
) -> list[tuple[str | None, Finding]]:
    return [
        (checked.participant.id, finding)
        for checked in validation.submissions
        if checked.participant is not None and not checked.blocked
        for finding in missing_languages(checked, found, programme, request.language)
    ]


def _do_all(run: _Run, jobs: list[Job], validation: Validation, progress: Progress) -> None:
    of = {each.participant.id: each for each in validation.submissions if each.participant}
    named = run.maker.programme.programme.organiser
    organiser = named.first(LANGUAGES) if named else None
    for done, job in enumerate(jobs):
        checked = of[job.organisation] if job.organisation else None
        name = (checked.organisation if checked else organiser) or ORGANISERS_FOLDER
        progress(done, len(jobs), name)
        run.do(job, checked)
