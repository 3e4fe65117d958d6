"""One side of a trial of templates: which documents it makes, and how each comes out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipeline.app.comparing.sides import Side
from pipeline.app.deliverables import FoundDeliverable, deliverables
from pipeline.app.failures import failure_findings
from pipeline.app.making import Made, Maker
from pipeline.app.planning import organisation_jobs, programme_jobs
from pipeline.app.submissions import CheckedSubmission
from pipeline.app.template_files import DESCRIPTION
from pipeline.app.validation import Validation
from pipeline.app.worker import Worker
from pipeline.core.errors import PajaError
from pipeline.core.finding import Finding, has_errors
from pipeline.core.plan import Job
from schemas.programme import Programme

#: A document, what kept it from being made, or None where it is not asked for.
Outcome = Made | tuple[Finding, ...] | None
_ANY: Final = "*"


@dataclass(frozen=True, slots=True)
class Half:
    """The documents of a programme with the templates of one side.

    `faults` tell what keeps all of them from being made: a description that cannot be used.
    """

    side: Side
    root: Path
    maker: Maker
    jobs: dict[Job, None]
    faults: tuple[Finding, ...] = ()

    def made(self, job: Job, checked: CheckedSubmission | None) -> Outcome:
        """Return what comes of a job."""
        if self.faults:
            return self.faults
        if job not in self.jobs:
            return None
        try:
            return self.maker.make(job, checked)
        except PajaError as fault:
            return failure_findings(fault)

    def is_same(self, other: "Half", job: Job) -> bool:
        """Tell that both sides have the same template for a job, which gives the same bytes."""
        own = tuple(self.files(job))
        return bool(own) and own == tuple(other.files(job)) and not (self.faults or other.faults)

    def files(self, job: Job) -> Iterator[bytes | None]:
        """Yield the description and the template of a job."""
        found = self.maker.deliverables.get(job.deliverable)
        if found is None or job not in self.jobs:
            return
        for name in (DESCRIPTION, f"{job.language}.docx"):
            path = (found.folder / name).relative_to(self.root).as_posix()
            yield self.side.files.get(path)


def half_of(
    side: Side, root: Path, validation: Validation, programme: Programme, *, worker: Worker
) -> Half:
    """Return what a side, laid out in a folder, makes of a programme's submissions."""
    found, faults = _deliverables(root, programme)
    loaded = validation.programme
    maker = Maker(
        programme,
        {each.deliverable.id: each for each in found},
        programme.gate,
        not has_errors(loaded.findings),
        programme_sha256=loaded.sha256,
        worker=worker,
    )
    jobs = [
        job
        for checked in validation.submissions
        for job in organisation_jobs(checked, found, programme)
    ]
    jobs += programme_jobs(found, programme)
    return Half(side, root, maker, dict.fromkeys(jobs), faults)


def _deliverables(
    root: Path, programme: Programme
) -> tuple[tuple[FoundDeliverable, ...], tuple[Finding, ...]]:
    model = programme.programme.model.value
    if not any((root / model).glob(f"{_ANY}/{DESCRIPTION}")):
        return (), ()
    try:
        return deliverables(root, model, language="fi"), ()
    except PajaError as fault:
        return (), failure_findings(fault)
