"""The command `paja why`."""

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from pipeline.cli import options
from pipeline.cli.words import say
from pipeline.core.errors import ExitCode
from schemas.msgid import msgid

if TYPE_CHECKING:
    from pipeline.cli.requests import TracingOptions


@click.command(
    name="why",
    help=say(
        msgid(
            "Show which cells and which tags stand behind the words of a document. FILE is a"
            " document that paja made, or a filled-in file that documents are made of."
        )
    ),
)
@click.argument("file", type=options.PATH, metavar=say(msgid("FILE")))
@click.argument("text", metavar=say(msgid("WORDS")))
@options.tracing
def command(file: Path, text: str, **given: Unpack["TracingOptions"]) -> ExitCode:
    """Trace words back to cells and tags, and return the exit code."""
    from pipeline.app.tracing.why import why
    from pipeline.app.validation import exit_code
    from pipeline.cli.printing import end_progress, print_findings, progress_for
    from pipeline.cli.requests import trace_request
    from pipeline.language.catalogue import translator
    from pipeline.report.traces_json import words_json
    from pipeline.report.traces_text import words_text

    quiet = given["form"] != "text"
    request = trace_request(file, given)
    trace, findings = why(request, text, progress_for(quiet=quiet))
    end_progress(quiet=quiet)
    words = translator(request.language)
    if quiet:
        click.echo(words_json(trace, findings, words), nl=False)
    else:
        click.echo(words_text(trace, words), nl=False)
        if findings:
            print_findings(findings, words)
    return exit_code(findings, strict=given["strict"])
