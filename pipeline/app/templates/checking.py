"""The use case of `paja templates check`: every fault of every template in one run."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final

from pipeline.app.failures import failure_findings
from pipeline.app.opening import read_bytes
from pipeline.app.processes import WorkLimits
from pipeline.app.template_files import templates_folder
from pipeline.app.templates.baselines import OldFindings
from pipeline.app.templates.files import FoundTemplates, TemplateFile, find_templates
from pipeline.app.templates.marking import refuse_inputs, write_marks
from pipeline.app.templates.mending import mend_file
from pipeline.app.templates.sets import house_for, language_findings, programme_findings
from pipeline.app.templates.waivers import waivers_for
from pipeline.app.validation import Progress, silent
from pipeline.app.version import version
from pipeline.app.worker import Worker
from pipeline.checks.template import check_template
from pipeline.checks.waiving.waivers import settled
from pipeline.core.errors import PajaError, UsageError
from pipeline.core.finding import Finding
from pipeline.core.text import Text
from pipeline.report.order import in_order
from pipeline.report.run import RunReport

#: What is mended without being named: never the templates that paja itself came with.
_HERE: Final = Path("templates")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRequest:
    """Which templates are checked, and what is done with what is found.

    Without `paths` all of the templates folder is checked. `fix` mends in place what is safe to
    mend; without `proof` nothing is rendered; `mark` is a folder for marked copies; `baseline`
    holds old findings, which are silent; `new_baseline` is where the findings of this run are kept
    as such.
    """

    paths: tuple[Path, ...] = ()
    folder: Path | None = None
    language: str = "fi"
    fix: bool = False
    proof: bool = True
    mark: Path | None = None
    baseline: Path | None = None
    new_baseline: Path | None = None
    work: WorkLimits = field(default_factory=WorkLimits)


def check_templates(request: CheckRequest, progress: Progress = silent) -> RunReport:
    """Check templates, each within its limits of time and memory.

    Raises:
        UsageError: there are no templates in what was given, or a file is no baseline.
        EnvironmentFailedError: a path leads to nothing, or what was asked for cannot be written.
    """
    paths = _paths(request)
    found = find_templates(paths, language=request.language)
    if not found.paths:
        raise UsageError(
            Text("There are no templates in what was given."),
            hint=Text("Give templates, or the folder that holds them with --templates."),
        )
    old = OldFindings.of(request.baseline, request.new_baseline)
    if request.mark is not None:
        refuse_inputs(request.mark, found.files)
    whole = _is_whole(request)
    waivers = waivers_for(found, paths, whole=whole)
    with Worker(request.work) as worker:
        made = (*found.findings, *_found(found.files, worker, progress, request))
        made += tuple(language_findings(found.files, worker))
        if whole:
            made += tuple(programme_findings(found.files, made, worker))
        findings = old.left(
            settled(made, waivers, _absolute(found)),
            frozenset(found.paths),
            whole=whole,
        )
        if request.mark is not None:
            findings += write_marks(
                request.mark, found.files, findings, worker=worker, language=request.language
            )
    return RunReport(findings=in_order(findings), paths=found.paths, version=version())


def _paths(request: CheckRequest) -> tuple[Path, ...]:
    """Return what is to be checked; what paja itself came with is not mended unless it is named."""
    if request.fix and not request.paths and request.folder is None and not _HERE.is_dir():
        raise UsageError(
            Text("There is no folder {folder} here whose templates could be mended.",
                 folder=str(_HERE)),
            hint=Text("Give templates, or the folder that holds them with --templates."),
        )  # fmt: skip
    return request.paths or (templates_folder(request.folder),)


def _is_whole(request: CheckRequest) -> bool:
    """Tell whether all of the templates folder is checked."""
    if not request.paths:
        return True
    folder = templates_folder(request.folder).resolve()
    return any(folder == path.resolve() for path in request.paths)


def _absolute(found: FoundTemplates) -> dict[str, str]:
    """Return the absolute paths of the files that findings name, and of the programmes' folders."""
    folders = dict.fromkeys(file.path.resolve().parents[1] for file in found.files)
    programmes = {folder.name: folder.as_posix() for folder in folders}
    files = {shown: Path(path).resolve().as_posix() for shown, path in found.paths.items()}
    return programmes | files


def _found(
    files: list[TemplateFile], worker: Worker, progress: Progress, request: CheckRequest
) -> Iterator[Finding]:
    """Yield what is wrong with each template; one that cannot be dealt with stops no other."""
    checked = partial(_checked, proof=request.proof)
    acts = (_mended, checked) if request.fix else (checked,)
    for done, file in enumerate(files):
        progress(done, len(files), file.shown)
        for act in acts:
            try:
                yield from act(file, worker)
            except PajaError as fault:
                for each in failure_findings(fault):
                    yield replace(each, location=replace(each.location, file=file.shown))


def _mended(file: TemplateFile, worker: Worker) -> tuple[Finding, ...]:
    return mend_file(file, read_bytes(file.path), worker)


def _checked(file: TemplateFile, worker: Worker, *, proof: bool) -> tuple[Finding, ...]:
    return worker.call(
        check_template,
        read_bytes(file.path),
        file.model,
        file=file.shown,
        language=file.language,
        proof=proof,
        house=house_for(file.path),
    )
