"""The use case of `paja validate`: everything that is wrong with the inputs, in one run."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from pipeline.app.failures import ENVIRONMENT
from pipeline.app.inputs import InputFiles, input_files, nothing_to_do, passed_over
from pipeline.app.opening import open_file
from pipeline.app.programme_files import ProgrammeFile, read_programme
from pipeline.app.programmes import LoadedProgramme, check_programme_file
from pipeline.app.reading import Open
from pipeline.app.requests import InputRequest
from pipeline.app.submissions import CheckedSubmission, check_file, mark_doubles
from pipeline.core.errors import ExitCode, UsageError
from pipeline.core.finding import Finding, Severity
from pipeline.core.text import Text
from schemas.fields import Gate
from schemas.programme import Programme

#: Called before each file: how many are done, how many there are, and what comes next.
Progress = Callable[[int, int, str], None]


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


def validate(
    request: InputRequest,
    progress: Progress = silent,
    *,
    opening: Open = open_file,
    files: InputFiles | None = None,
    programme: ProgrammeFile | None = None,
) -> Validation:
    """Check a programme and its submissions.

    `opening` opens their files; `files` are those that the request means, and `programme` is the
    programme's of them as it was read, where that is known already.

    Raises:
        UsageError: no programme file belongs to the paths, or it has no such gate.
        EnvironmentFailedError: the programme file cannot be opened.
        PajaError: there is no submission, and `allow_empty` does not say that this is well.
    """
    files = files or input_files(request.paths, request.programme)
    if programme is None:
        programme = read_programme(files.programme, language=request.language, opening=opening)
    loaded = check_programme_file(programme, request.gate)
    if not files.submissions and not request.allow_empty:
        raise nothing_to_do(request.paths)
    if loaded.programme is None:
        return Validation(loaded, ())
    _refuse_strange_gate(request.gate, loaded.programme)
    check = partial(
        check_file,
        programme=loaded.programme,
        gate=request.gate,
        language=request.language,
        opening=opening,
    )
    checked = []
    for done, (file, shown) in enumerate(files.submissions.items()):
        progress(done, len(files.submissions), shown)
        checked.append(check(file, shown=shown))
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
