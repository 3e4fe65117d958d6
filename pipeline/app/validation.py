"""The use case of `paja validate`: everything that is wrong with the inputs, in one run."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.app.failures import ENVIRONMENT
from pipeline.app.inputs import (
    nothing_to_do,
    passed_over,
    programme_file,
    shown_names,
    submissions_of,
)
from pipeline.app.programmes import LoadedProgramme, load_programme
from pipeline.app.submissions import CheckedSubmission, check_file, mark_doubles
from pipeline.core.errors import ExitCode, UsageError
from pipeline.core.finding import Finding, Severity
from pipeline.core.text import Text
from schemas.fields import Gate
from schemas.programme import Programme

#: Called before each file: how many are done, how many there are, and what comes next.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class InputRequest:
    """Which inputs are looked at, and how; `language` is that of the messages."""

    paths: tuple[Path, ...]
    programme: Path | None = None
    gate: Gate | None = None
    language: str = "fi"
    allow_empty: bool = False


@dataclass(frozen=True, slots=True)
class Validation:
    """The programme and its submissions, checked; `unread` tells of what else lay beside them."""

    programme: LoadedProgramme
    submissions: tuple[CheckedSubmission, ...]
    unread: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return all findings: the programme's first, then each submission's."""
        own = tuple(each for file in self.submissions for each in file.findings)
        return (*self.programme.findings, *self.unread, *own)


def silent(_done: int, _total: int, _name: str) -> None:
    """Report no progress."""


def validate(request: InputRequest, progress: Progress = silent) -> Validation:
    """Check a programme and its submissions.

    Raises:
        UsageError: no programme file belongs to the paths, or it has no such gate.
        EnvironmentFailedError: the programme file cannot be opened.
        PajaError: there is no submission, and `allow_empty` does not say that this is well.
    """
    path = programme_file(request.paths, request.programme)
    loaded = load_programme(path, gate=request.gate, language=request.language)
    files = [file for file in submissions_of(request.paths) if file.resolve() != path.resolve()]
    if not files and not request.allow_empty:
        raise nothing_to_do(request.paths)
    if loaded.programme is None:
        return Validation(loaded, ())
    _refuse_strange_gate(request.gate, loaded.programme)
    checked = []
    shown = shown_names(files)
    for done, file in enumerate(files):
        progress(done, len(files), shown[file])
        checked.append(
            check_file(
                file,
                loaded.programme,
                gate=request.gate,
                language=request.language,
                shown=shown[file],
            )
        )
    return Validation(loaded, mark_doubles(checked), tuple(passed_over(request.paths)))


def _refuse_strange_gate(gate: Gate | None, programme: Programme) -> None:
    model = programme.programme.model
    if gate is not None and gate not in model.gates:
        raise UsageError(
            Text(
                "{gate} is not a gate of the programme model “{model}”.",
                gate=gate.value,
                model=Text(model.label),
            ),
            hint=Text("Write one of these: {accepted}.",
                      accepted=", ".join(each.value for each in model.gates)),
        )  # fmt: skip


def exit_code(findings: tuple[Finding, ...], *, strict: bool) -> ExitCode:
    """Return what a run with these findings ends with."""
    if any(finding.code == ENVIRONMENT for finding in findings):
        return ExitCode.ENVIRONMENT
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    found = any(finding.severity in grave for finding in findings)
    return ExitCode.FINDINGS if found else ExitCode.OK
