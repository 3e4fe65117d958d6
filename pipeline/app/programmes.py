"""The programme file, checked by its rules."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.app.programme_files import ProgrammeFile, read_programme
from pipeline.core.finding import Finding
from pipeline.core.record import RawRecord
from pipeline.rules.registry import check_programme
from pipeline.rules.subject import ProgrammeSubject
from pipeline.sources.nesting import LeftOut
from schemas.fields import Gate
from schemas.programme import Programme


@dataclass(frozen=True, slots=True)
class LoadedProgramme:
    """A programme file; `programme` is None when nothing of it can be used.

    `record` holds the values that could be used, its rows numbered as the model's are.
    """

    path: Path
    sha256: str
    programme: Programme | None
    findings: tuple[Finding, ...]
    record: RawRecord | None = None


def load_programme(path: Path, *, gate: Gate | None, language: str) -> LoadedProgramme:
    """Read a programme file and check it at a gate, its own by default.

    Raises:
        EnvironmentFailedError: the file is missing, locked or cannot be opened.
    """
    return check_programme_file(read_programme(path, language=language), gate)


def check_programme_file(file: ProgrammeFile, gate: Gate | None) -> LoadedProgramme:
    """Check a programme file that was read, at a gate, its own by default."""
    bound = file.bound
    if bound.model is None:
        return LoadedProgramme(file.path, file.sha256, None, bound.findings, bound.record)
    subject = ProgrammeSubject(bound.model, bound.record)
    ruled = check_programme(subject, gate or bound.model.gate)
    said = LeftOut.of(bound.unreadable)
    new = tuple(each for each in ruled if not said.concerns(each.path))
    findings = (*bound.findings, *new)
    return LoadedProgramme(file.path, file.sha256, bound.model, findings, bound.record)
