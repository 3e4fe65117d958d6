"""The command `paja where`."""

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
    name="where",
    help=say(
        msgid(
            "Show where documents print a cell or field of a filled-in file: each document,"
            " heading and sentence, and the tag that prints it. WHAT is a cell such as"
            " Measures!F7, a line of a YAML file, or a path such as measures.P3.accountable."
        )
    ),
)
@click.argument("file", type=options.PATH, metavar=say(msgid("FILE")))
@click.argument("what", required=False, metavar=say(msgid("[WHAT]")))
@click.option(
    "--unused", is_flag=True, help=say(msgid("List the filled-in cells that no document shows."))
)
@options.tracing
def command(
    file: Path, what: str | None, *, unused: bool, **given: Unpack["TracingOptions"]
) -> ExitCode:
    """Trace a field, or list unused ones, and return the exit code."""
    if unused is (what is not None):
        raise click.UsageError(say(msgid("Give either a cell or field, or --unused.")))
    return _unused(file, given) if what is None else _where(file, what, given)


def _unused(file: Path, given: "TracingOptions") -> ExitCode:
    from pipeline.app.tracing.unused import unused
    from pipeline.app.validation import exit_code
    from pipeline.cli.printing import end_progress, print_findings, progress_for
    from pipeline.cli.requests import trace_request
    from pipeline.language.catalogue import translator
    from pipeline.report.findings_json import findings_json

    quiet = given["form"] != "text"
    request = trace_request(file, given)
    findings = unused(request, progress_for(quiet=quiet))
    end_progress(quiet=quiet)
    words = translator(request.language)
    if quiet:
        click.echo(findings_json(findings, words), nl=False)
    else:
        print_findings(findings, words)
    return exit_code(findings, strict=given["strict"])


def _where(file: Path, what: str, given: "TracingOptions") -> ExitCode:
    from pipeline.app.tracing.where import where
    from pipeline.app.validation import exit_code
    from pipeline.cli.printing import end_progress, print_findings, progress_for
    from pipeline.cli.requests import trace_request
    from pipeline.language.catalogue import translator
    from pipeline.report.traces_json import fields_json
    from pipeline.report.traces_text import fields_text

    quiet = given["form"] != "text"
    request = trace_request(file, given)
    traces, findings = where(request, what, progress_for(quiet=quiet))
    end_progress(quiet=quiet)
    words = translator(request.language)
    if quiet:
        click.echo(fields_json(traces, findings, words), nl=False)
    else:
        click.echo(fields_text(traces, words), nl=False)
        if findings:
            print_findings(findings, words)
    return exit_code(findings, strict=given["strict"])
