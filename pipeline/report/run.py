"""What every report of a run is made from: submissions, findings, and whom they wait for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pipeline.core.duty import Duty
from pipeline.core.finding import Finding, Severity
from pipeline.core.summary import SubmissionSummary


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One submission: how it stands, and its findings with who must answer each."""

    summary: SubmissionSummary
    duties: tuple[Duty, ...]

    @property
    def name(self) -> str:
        """Return the organisation, or the file while that is not known."""
        return self.summary.organisation or self.summary.file

    @property
    def open_duties(self) -> tuple[Duty, ...]:
        """Return what somebody must do something about."""
        grave = {Severity.ERROR, Severity.WARNING}
        return tuple(duty for duty in self.duties if duty.finding.severity in grave)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """A run: all findings in order, the submissions, and the paths of the files by their names."""

    findings: tuple[Finding, ...]
    files: tuple[CheckedFile, ...] = ()
    paths: Mapping[str, str] = field(default_factory=dict)
    programme: str = ""
    version: str = ""

    @property
    def others(self) -> tuple[Finding, ...]:
        """Return the findings that are of no submission, such as those of the programme file."""
        own = {duty.finding for file in self.files for duty in file.duties}
        return tuple(finding for finding in self.findings if finding not in own)

    def path(self, finding: Finding) -> str | None:
        """Return the path of the file that a finding is in, with forward slashes."""
        file = finding.location.file
        return None if file is None else self.paths.get(file, file).replace("\\", "/")


def place_in_file(finding: Finding) -> str:
    """Return where in its file a finding is, such as `Toimenpiteet!F7` or `12:5`, "" for it all."""
    return str(replace(finding.location, file=None))[1:-1]
