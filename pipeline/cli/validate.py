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
    from pipeline.cli.requests import InputOptions
    from pipeline.language.catalogue import Translator


@click.command(
    name="validate",
    help=say(msgid("Check filled-in workbooks or YAML files: files, or folders of them.")),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@options.inputs
def command(paths: tuple[Path, ...], **given: Unpack["InputOptions"]) -> ExitCode:
    """Validate, report, and return the exit code."""
    from pipeline.app.validation import exit_code, validate
    from pipeline.cli.printing import end_progress, progress_for
    from pipeline.cli.requests import input_request
    from pipeline.language.catalogue import translator
    from pipeline.report.findings_json import validation_json

    quiet = given["form"] == "json"
    request = input_request(paths, given)
    outcome = validate(request, progress_for(quiet=quiet))
    end_progress(quiet=quiet)
    words = translator(request.language)
    if quiet:
        summaries = [each.summary for each in outcome.submissions]
        click.echo(validation_json(outcome.findings, summaries, words), nl=False)
    else:
        _print(outcome, words)
    return exit_code(outcome.findings, strict=given["strict"])


def _print(outcome: "Validation", words: "Translator") -> None:
    from pipeline.cli.printing import print_findings
    from pipeline.core.text import Text
    from pipeline.report.run_table import run_table

    print_findings(outcome.findings, words)
    titles = (Text("File"), Text("Organisation"), Text("Gate"), Text("Errors"), Text("Warnings"))
    headers = (*map(words.text, titles), words.text(Text("Ready")))
    ready = {True: words.text(Text("yes")), False: words.text(Text("no"))}
    rows = [
        (
            each.file,
            each.organisation or "–",
            each.gate,
            str(each.errors),
            str(each.warnings),
            ready[each.ready],
        )
        for each in (submission.summary for submission in outcome.submissions)
    ]
    if rows:
        click.echo("")
        click.echo(run_table(headers, rows), nl=False)
