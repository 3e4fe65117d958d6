"""From a checked run to its report, and the report to a file."""

from pathlib import Path

from pipeline.app.answering import duties_of
from pipeline.app.submissions import CheckedSubmission
from pipeline.app.validation import Validation
from pipeline.app.version import version
from pipeline.core.duty import Duty
from pipeline.core.errors import UsageError
from pipeline.core.finding import Finding
from pipeline.core.text import Text
from pipeline.output.atomic import write_atomic
from pipeline.report.order import in_order
from pipeline.report.run import CheckedFile, RunReport
from schemas.fields import LANGUAGES


def report_of(validation: Validation, others: tuple[Finding, ...] = ()) -> RunReport:
    """Return what a run has to report; `others` are findings of what was made of the inputs."""
    loaded = validation.programme
    name = loaded.programme.programme.name if loaded.programme else None
    files = {each.shown: each.path for each in validation.submissions}
    return RunReport(
        findings=in_order((*validation.findings, *others)),
        files=tuple(
            CheckedFile(each.summary, ordered_duties(each)) for each in validation.submissions
        ),
        paths={
            name: path.as_posix() for name, path in {loaded.path.name: loaded.path, **files}.items()
        },
        programme=(name.first(LANGUAGES) or "") if name else "",
        version=version(),
    )


def ordered_duties(checked: CheckedSubmission) -> tuple[Duty, ...]:
    """Return a submission's findings in the order of reading, each with who must answer it."""
    by_finding = {duty.finding: duty for duty in duties_of(checked)}
    return tuple(by_finding[finding] for finding in in_order(by_finding))


def write_report(path: Path, text: str, validation: Validation) -> None:
    """Write a report to a file, in the place of an older one.

    Raises:
        UsageError: the file is one of the inputs.
        EnvironmentFailedError: it could not be written.
    """
    inputs = (validation.programme.path, *(each.path for each in validation.submissions))
    if path.resolve() in {each.resolve() for each in inputs}:
        raise UsageError(
            Text("The report would be written over an input: {file}", file=path.name),
            hint=Text("Give another file for it."),
        )
    write_atomic(path, text.encode("utf-8", "backslashreplace"))
