"""The command `paja validate`."""

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from pipeline.cli import options
from pipeline.cli.words import say
from pipeline.core.errors import ExitCode
from schemas.msgid import msgid

if TYPE_CHECKING:
    from pipeline.app.validation import Validation
    from pipeline.cli.requests import ValidationOptions
    from pipeline.core.finding import Finding
    from pipeline.core.text import Text
    from pipeline.language.catalogue import Translator


@click.command(
    name="validate",
    help=say(msgid("Check filled-in workbooks or YAML files: files, or folders of them.")),
)
@click.argument("paths", nargs=-1, required=True, type=options.PATH, metavar=say(msgid("PATHS...")))
@options.validation
@options.inputs
def command(paths: tuple[Path, ...], **given: Unpack["ValidationOptions"]) -> ExitCode:
    """Validate, write what was asked for, report, and return the exit code."""
    from pipeline.app.inputs import input_files
    from pipeline.cli.ahead import opener_for
    from pipeline.cli.requests import input_request

    request = input_request(paths, given)
    files = input_files(paths, request.programme)
    with opener_for(files) as opener:
        # Files are being opened while the rest is loaded.
        from pipeline.app.validation import validate
        from pipeline.cli.printing import end_progress, progress_for

        quiet = given["form"] != "text"
        progress = progress_for(quiet=quiet)
        outcome = validate(request, progress, opening=opener.open, files=files)
        end_progress(quiet=quiet)
    return _told(outcome, given, request.language)


def _told(outcome: "Validation", given: "ValidationOptions", language: str) -> ExitCode:
    """Write what was asked for, report, and return the exit code."""
    from pipeline.app.reporting import write_report
    from pipeline.app.validation import exit_code
    from pipeline.language.catalogue import translator

    words = translator(language)
    noticed = _write(outcome, given, words)
    if given["report"] is not None:
        text = _report(outcome, noticed, given["form"], words)
        write_report(given["report"], click.unstyle(text), outcome)
    else:
        click.echo(_report(outcome, noticed, given["form"], words), nl=False)
    return exit_code((*outcome.findings, *noticed), strict=given["strict"])


def _write(
    outcome: "Validation", given: "ValidationOptions", words: "Translator"
) -> tuple["Finding", ...]:
    """Write the marked copies and lists that were asked for; return what was noticed then."""
    from pipeline.core.text import Text

    noticed: list[Finding] = []
    if given["mark"] is not None:
        from pipeline.app.marking import mark

        noticed += mark(outcome, given["mark"], words).findings
        _say(Text("Marked copies: {folder}", folder=str(given["mark"])), words)
    if given["gaps"] is not None:
        from pipeline.app.gap_lists import write_gap_lists

        noticed += write_gap_lists(outcome, given["gaps"], words.language)
        _say(Text("Lists of gaps: {folder}", folder=str(given["gaps"])), words)
    return tuple(noticed)


def _say(text: "Text", words: "Translator") -> None:
    """Say what was written where, apart from the report."""
    click.echo(words.text(text), err=True)


def _report(
    outcome: "Validation", noticed: tuple["Finding", ...], form: str, words: "Translator"
) -> str:
    if form == "json":
        from pipeline.report.findings_json import validation_json

        summaries = [each.summary for each in outcome.submissions]
        return validation_json((*outcome.findings, *noticed), summaries, words)
    from pipeline.app.reporting import report_of

    report = report_of(outcome, noticed)
    if form == "text":
        from pipeline.cli.printing import report_text

        return report_text(report, words)
    from pipeline.report.formats import REPORTS

    return REPORTS[form](report, words)
