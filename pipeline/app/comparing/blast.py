"""What a change of templates does to documents: every submission's, made with both."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pipeline.app.comparing.documents import Pictured, compared
from pipeline.app.comparing.gap_lists import gap_lists
from pipeline.app.comparing.half import Half, half_of
from pipeline.app.comparing.pages import with_pages
from pipeline.app.comparing.sides import Side
from pipeline.app.inputs import PROGRAMME_NAMES, programme_file
from pipeline.app.processes import WorkLimits
from pipeline.app.producing import ORGANISERS_FOLDER
from pipeline.app.requests import InputRequest
from pipeline.app.validation import Progress, Validation, silent, validate
from pipeline.app.worker import Worker
from pipeline.core.errors import PajaError
from pipeline.core.plan import Job
from pipeline.core.text import Text
from pipeline.report.template_diff import DocumentChange, Fate
from schemas.fields import LANGUAGES
from schemas.programme import Programme

#: How deep programme folders are looked for where no inputs are given, and how many are taken.
_PLACES: Final = ("", "*", "*/*")
_PROGRAMMES: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """With what the templates are tried; without `inputs`, with the programmes nearby.

    `language` is that of the messages; `pictures` asks for pages of the documents that change.
    """

    inputs: tuple[Path, ...] = ()
    language: str = "fi"
    pictures: bool = False
    work: WorkLimits = field(default_factory=WorkLimits)


@dataclass(slots=True)
class Blast:
    """What came of a trial."""

    documents: list[DocumentChange] = field(default_factory=list)
    inputs: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)


def blast_of(before: Side, after: Side, trial: Trial, progress: Progress = silent) -> Blast:
    """Make the documents of all submissions with both sides, and compare them.

    Raises:
        PajaError: inputs that were given belong to no programme.
    """
    blast = Blast()
    seen: list[Pictured] = []
    with (
        tempfile.TemporaryDirectory(prefix="paja-", ignore_cleanup_errors=True) as name,
        Worker(trial.work) as worker,
    ):
        roots = (Path(name, "before"), Path(name, "after"))
        for side, root in zip((before, after), roots, strict=True):
            _lay_out(side, root)
        for paths in _programmes(trial.inputs):
            validation = _validated(paths, trial, blast)
            if validation is not None and validation.programme.programme is not None:
                programme = validation.programme.programme
                halves = tuple(
                    half_of(side, root, validation, programme, worker=worker)
                    for side, root in zip((before, after), roots, strict=True)
                )
                seen += _tried(halves, validation, programme, progress)
                seen += gap_lists((before, after), validation, worker)
    if not seen and not blast.notes:
        blast.notes.append(Text("No submissions were given or found, so no documents were made."))
    blast.documents, notes = with_pages(seen, pictures=trial.pictures)
    blast.notes += notes
    return blast


def _lay_out(side: Side, root: Path) -> None:
    root.mkdir()
    for path, content in side.files.items():
        file = root / path
        if root in file.resolve().parents:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def _programmes(given: tuple[Path, ...]) -> Iterator[tuple[Path, ...]]:
    """Yield the paths of each programme's inputs: those given, or the folders nearby."""
    by_file: dict[Path, list[Path]] = {}
    for path in given:
        by_file.setdefault(programme_file((path,), None).resolve(), []).append(path)
    yield from map(tuple, by_file.values())
    if not given:
        yield from ((folder,) for folder in _nearby())


def _nearby() -> list[Path]:
    found = [
        folder
        for pattern in _PLACES
        for folder in (sorted(Path().glob(pattern)) if pattern else [Path()])
        if not any(part.startswith((".", "_")) for part in folder.parts)
        and any((folder / name).is_file() for name in PROGRAMME_NAMES)
    ]
    return found[:_PROGRAMMES]


def _validated(paths: tuple[Path, ...], trial: Trial, blast: Blast) -> Validation | None:
    """Return the inputs of a programme; what keeps them from being read is noted."""
    request = InputRequest(paths=paths, language=trial.language, allow_empty=True)
    try:
        validation = validate(request)
    except PajaError as fault:
        where = ", ".join(path.as_posix() for path in paths)
        blast.notes.append(Text("{where} could not be read: {reason}", where=where,
                                reason=fault.message))  # fmt: skip
        return None
    programme = validation.programme
    if programme.programme is None:
        blast.notes.append(Text("The programme file {file} has errors, so no documents were made.",
                                file=programme.path.as_posix()))  # fmt: skip
        return None
    for each in validation.submissions:
        stopped = each.blocked or each.participant is None
        (blast.left_out if stopped else blast.inputs).append(each.path.as_posix())
    return validation


def _tried(
    halves: tuple[Half, ...], validation: Validation, programme: Programme, progress: Progress
) -> Iterator[Pictured]:
    """Yield what comes of each document of a programme."""
    before, after = halves
    checked = {each.participant.id: each for each in validation.submissions if each.participant}
    jobs = tuple(dict.fromkeys((*after.jobs, *before.jobs)))
    organiser = programme.programme.organiser
    owner = (organiser.first(LANGUAGES) if organiser else None) or ORGANISERS_FOLDER
    for done, job in enumerate(jobs):
        own = checked.get(job.organisation or "")
        name = (own.organisation if own else owner) or job.organisation or owner
        progress(done, len(jobs), name)
        if before.is_same(after, job):
            yield Pictured(_untouched(job, name))
        else:
            yield from compared(job, name, before.made(job, own), after.made(job, own))


def _untouched(job: Job, organisation: str) -> DocumentChange:
    """Return what becomes of a document whose template is the same: nothing, to the byte."""
    number = f"-{job.number}" if job.number else ""
    return DocumentChange(
        name=f"{job.organisation or ORGANISERS_FOLDER}/{job.deliverable}{number}_{job.language}",
        organisation=organisation,
        deliverable=job.deliverable,
        fate=Fate.SAME,
        identical=True,
    )
