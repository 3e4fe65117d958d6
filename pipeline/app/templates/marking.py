"""Marked copies of faulty templates, in a folder of their own."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final

from pipeline.app.opening import read_bytes
from pipeline.app.templates.files import TemplateFile
from pipeline.app.version import version
from pipeline.app.worker import Worker
from pipeline.checks.marking.template import mark_template
from pipeline.core.errors import PajaError, UsageError
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.manifest import Manifest
from pipeline.core.naming import folded, slug
from pipeline.core.text import Text
from pipeline.output.beside import Outcome
from pipeline.output.folder import OutputFolder, kept_finding

UNMARKED: Final = "TE-93"


def refuse_inputs(folder: Path, files: Iterable[TemplateFile]) -> None:
    """Refuse a folder in which a copy would stand in the place of its template.

    Raises:
        UsageError: the folder is that of the templates.
    """
    root = folder.resolve()
    for file, name in _named(files):
        if (root / name).resolve() == file.path.resolve():
            raise UsageError(
                Text("The marked copy would be written over the template: {file}", file=file.shown),
                hint=Text("Give another folder for it."),
            )


def write_marks(
    folder: Path,
    files: list[TemplateFile],
    findings: tuple[Finding, ...],
    *,
    worker: Worker,
    language: str,
) -> tuple[Finding, ...]:
    """Write a marked copy of each template that has errors or warnings; return what was noticed.

    An earlier copy of a template that has none any more loses its marks.

    Raises:
        EnvironmentFailedError: the folder cannot be used.
    """
    noticed: list[Finding] = []
    with OutputFolder(folder) as output:
        noticed += output.findings
        for file, name in _named(files):
            own = tuple(each for each in findings if _is_marked(each, file))
            if not own and not (folder / name).exists():
                continue
            try:
                marked = read_bytes(file.path)
                if own:
                    marked = worker.call(mark_template, marked, own, language=language)
            except PajaError as fault:
                noticed.append(_unmarked(file, fault))
                continue
            published = output.publish(name, marked)
            if published.outcome is Outcome.KEPT:
                noticed.append(kept_finding(published))
        output.finish(Manifest(paja=version()))
    return tuple(noticed)


def _named(files: Iterable[TemplateFile]) -> Iterator[tuple[TemplateFile, PurePosixPath]]:
    """Yield each template with the path of its copy: that of findings, made safe, no two alike."""
    taken: set[str] = set()
    for file in files:
        *folders, name = PurePosixPath(file.shown).parts
        folder = PurePosixPath(*map(slug, folders))
        stem = slug(PurePosixPath(name).stem)
        number, path = 1, folder / f"{stem}.docx"
        while folded(str(path)) in taken:
            number += 1
            path = folder / f"{stem}-{number}.docx"
        taken.add(folded(str(path)))
        yield file, path


def _is_marked(finding: Finding, file: TemplateFile) -> bool:
    return finding.location.file == file.shown and finding.severity is not Severity.INFO


def _unmarked(file: TemplateFile, fault: PajaError) -> Finding:
    return Finding(
        UNMARKED,
        Severity.WARNING,
        Text("No marked copy was made of this template: {reason}", reason=fault.message),
        replace(fault.location, file=file.shown) if fault.location.part
        else Location(file=file.shown),
        fault.hint or Text("See what is wrong with the file as a whole, and mend that first."),
    )  # fmt: skip
