"""The use case of `paja validate --mark`: a marked copy of each submission."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from pipeline.app.opening import YAML_ENDINGS, read_bytes
from pipeline.app.reporting import ordered_duties
from pipeline.app.submissions import CheckedSubmission
from pipeline.app.validation import Validation
from pipeline.app.version import version
from pipeline.core.duty import Duty
from pipeline.core.errors import PajaError
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.manifest import Manifest
from pipeline.core.naming import folded, slug
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from pipeline.output.beside import Outcome
from pipeline.output.folder import OutputFolder, kept_finding
from pipeline.sources.opening.excel.preflight import is_sound
from pipeline.sources.yaml import read_yaml
from pipeline.workbook.marking import mark_workbook, mark_yaml

#: A submission of which no marked copy could be made.
UNMARKED = "OUT-04"


@dataclass(slots=True)
class Marked:
    """The marked copies that were written, by their names in the folder, and what was noticed."""

    files: list[PurePosixPath] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def mark(validation: Validation, folder: Path, translator: Translator) -> Marked:
    """Write a marked copy of every submission into a folder; inputs and edited files are kept.

    A submission that cannot be opened, or not be marked, has no copy: a warning says why.

    Raises:
        EnvironmentFailedError: the folder cannot be used.
    """
    done = Marked()
    with OutputFolder(folder) as output:
        done.findings += output.findings
        names = _Names(folder, validation.submissions)
        for checked in validation.submissions:
            content = _copy(checked, translator)
            if isinstance(content, Finding):
                done.findings.append(content)
                continue
            published = output.publish(names.next(checked.path), content)
            done.files.append(published.path)
            if published.outcome is Outcome.KEPT:
                done.findings.append(kept_finding(published))
        programme = validation.programme.programme
        output.finish(
            Manifest(paja=version(), programme=programme.programme.id if programme else "")
        )
    return done


class _Names:
    """Gives each copy a safe name that is neither another's nor an input's."""

    def __init__(self, folder: Path, submissions: Iterable[CheckedSubmission]) -> None:
        root = folder.resolve()
        inputs = (checked.path.resolve() for checked in submissions)
        self._taken = {folded(path.name) for path in inputs if path.parent == root}

    def next(self, path: Path) -> PurePosixPath:
        stem, ending = slug(path.stem), path.suffix.lower()
        number = 1
        name = f"{stem}{ending}"
        while folded(name) in self._taken:
            number += 1
            name = f"{stem}-{number}{ending}"
        self._taken.add(folded(name))
        return PurePosixPath(name)


def _copy(checked: CheckedSubmission, translator: Translator) -> bytes | Finding:
    """Return the marked copy of a submission, or the warning that tells why there is none."""
    try:
        content = read_bytes(checked.path)
        duties = ordered_duties(checked)
        if checked.path.suffix.lower() in YAML_ENDINGS:
            marked = _yaml_copy(content, checked, duties, translator)
        else:
            marked = mark_workbook(content, duties, translator) if is_sound(content) else None
    except PajaError as fault:
        return _unmarked(checked.path, fault.message, fault.hint)
    return _not_opened(checked.path) if marked is None else marked


def _yaml_copy(
    content: bytes, checked: CheckedSubmission, duties: tuple[Duty, ...], translator: Translator
) -> bytes | None:
    try:
        marked = mark_yaml(content, duties, translator)
    except UnicodeDecodeError:
        return None
    model = type(checked.submission) if checked.submission else None
    if model is None:
        return mark_yaml(content, duties, translator, at_top=True)
    before, after = (read_yaml(each, checked.path.name, model) for each in (content, marked))
    same = {path: raw.value for path, raw in before.values.items()} == {
        path: raw.value for path, raw in after.values.items()
    }
    return marked if same else mark_yaml(content, duties, translator, at_top=True)


def _not_opened(path: Path) -> Finding:
    return _unmarked(
        path,
        Text("No marked copy was made of “{name}”, as it cannot be opened.", name=path.name),
        Text("See what is wrong with the file as a whole, and mend that first."),
    )


def _unmarked(path: Path, message: Text, hint: Text | None) -> Finding:
    return Finding(UNMARKED, Severity.WARNING, message, Location(file=path.name), hint)
