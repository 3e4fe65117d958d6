"""The command `paja templates check`."""

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from pipeline.cli import options
from pipeline.cli.words import chosen_language, say
from pipeline.core.errors import ExitCode
from schemas.msgid import msgid

if TYPE_CHECKING:
    from pipeline.app.templates.checking import CheckRequest
    from pipeline.language.catalogue import Translator


class CheckOptions(TypedDict):
    """The options of the command, as click passes them."""

    templates: Path | None
    fix: bool
    no_proof: bool
    mark: Path | None
    baseline: Path | None
    write_baseline: Path | None
    time_limit: int
    memory_limit: int
    strict: bool
    form: str
    lang: str | None


@click.command(
    name="check",
    help=say(
        msgid(
            "Check Word templates: files, or folders of them; without any, the whole templates"
            " folder."
        )
    ),
)
@click.argument("paths", nargs=-1, type=options.PATH, metavar=say(msgid("[PATHS]...")))
@options.templates
@click.option(
    "--fix",
    is_flag=True,
    help=say(
        msgid("Mend in the templates themselves what is safe to mend, and tell what was done.")
    ),
)
@click.option(
    "--no-proof",
    is_flag=True,
    help=say(msgid("Leave out the proof with made-up values, which takes most of the time.")),
)
@click.option(
    "--mark",
    type=options.PATH,
    callback=options.refuse_empty,
    help=say(
        msgid("A folder for copies of the templates with Word comments where something is wrong.")
    ),
)
@click.option(
    "--baseline",
    type=options.PATH,
    help=say(msgid("A file of old findings, which are not told any more.")),
)
@click.option(
    "--write-baseline",
    type=options.PATH,
    help=say(msgid("Write the findings of this run into a file of old findings.")),
)
@options.time_limit
@options.memory_limit
@options.strict
@options.report_form
@options.language
def command(paths: tuple[Path, ...], **given: Unpack[CheckOptions]) -> ExitCode:
    """Check the templates, report, and return the exit code."""
    from pipeline.app.templates.checking import check_templates
    from pipeline.app.validation import exit_code
    from pipeline.cli.printing import end_progress, print_findings, progress_for
    from pipeline.language.catalogue import translator
    from pipeline.report.findings_json import findings_json
    from pipeline.report.formats import REPORTS

    form = given["form"]
    quiet = form != "text"
    words = translator(given["lang"] or chosen_language())
    report = check_templates(_request(paths, given, words.language), progress_for(quiet=quiet))
    end_progress(quiet=quiet)
    _say_where(given, words)
    if form == "text":
        print_findings(report.findings, words)
    elif form == "json":
        click.echo(findings_json(report.findings, words), nl=False)
    else:
        click.echo(REPORTS[form](report, words), nl=False)
    return exit_code(report.findings, strict=given["strict"])


def _request(paths: tuple[Path, ...], given: CheckOptions, language: str) -> "CheckRequest":
    from pipeline.app.templates.checking import CheckRequest
    from pipeline.cli.requests import work_limits

    return CheckRequest(
        paths=paths,
        folder=given["templates"],
        language=language,
        fix=given["fix"],
        proof=not given["no_proof"],
        mark=given["mark"],
        baseline=given["baseline"],
        new_baseline=given["write_baseline"],
        work=work_limits(given["time_limit"], given["memory_limit"]),
    )


def _say_where(given: CheckOptions, words: "Translator") -> None:
    """Say what was written where, apart from the report."""
    from pipeline.core.text import Text

    if given["mark"] is not None:
        text = Text("Marked copies: {folder}", folder=str(given["mark"]))
        click.echo(words.text(text), err=True)
    if given["write_baseline"] is not None:
        text = Text("Old findings: {file}", file=str(given["write_baseline"]))
        click.echo(words.text(text), err=True)
