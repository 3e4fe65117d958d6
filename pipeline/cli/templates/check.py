"""The command `paja templates check`."""

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.words import chosen_language, say
from pipeline.core.errors import ExitCode
from schemas.msgid import msgid


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
@options.strict
@options.report_form
@options.language
def command(
    paths: tuple[Path, ...], templates: Path | None, *, strict: bool, form: str, lang: str | None
) -> ExitCode:
    """Check the templates, report, and return the exit code."""
    from pipeline.app.template_checks import check_templates
    from pipeline.app.validation import exit_code
    from pipeline.cli.printing import end_progress, print_findings, progress_for
    from pipeline.language.catalogue import translator
    from pipeline.report.findings_json import findings_json
    from pipeline.report.formats import REPORTS

    quiet = form != "text"
    words = translator(lang or chosen_language())
    report = check_templates(
        paths, templates, language=words.language, progress=progress_for(quiet=quiet)
    )
    end_progress(quiet=quiet)
    if form == "text":
        print_findings(report.findings, words)
    elif form == "json":
        click.echo(findings_json(report.findings, words), nl=False)
    else:
        click.echo(REPORTS[form](report, words), nl=False)
    return exit_code(report.findings, strict=strict)
