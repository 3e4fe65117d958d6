"""The command `paja templates diff`."""

from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict, Unpack

import click

from pipeline.cli import options
from pipeline.cli.words import chosen_language, say
from pipeline.core.errors import ExitCode
from schemas.msgid import msgid

if TYPE_CHECKING:
    from pipeline.language.catalogue import Translator
    from pipeline.report.template_diff import TemplateDiff

_FORMS: Final = ("text", "markdown", "html", "json")
_COLOURS: Final = {"+": "green", "-": "red"}


class _Options(TypedDict):
    inputs: tuple[Path, ...]
    templates: Path | None
    form: str
    report: Path | None
    strict: bool
    lang: str | None


@click.command(
    name="diff",
    help=say(
        msgid(
            "Compare templates, and the documents of all submissions made with both: files,"
            " folders, or revisions of Git. Without NEW, OLD is compared with the working tree."
        )
    ),
)
@click.argument("old", metavar=say(msgid("OLD")))
@click.argument("new", required=False, metavar=say(msgid("[NEW]")))
@click.option(
    "--inputs",
    multiple=True,
    type=options.PATH,
    help=say(
        msgid(
            "Programme folders or submissions to make documents of; may be given several times. By"
            " default, the programmes in this folder and up to two folders below."
        )
    ),
)
@options.templates
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMS),
    default=_FORMS[0],
    show_default=True,
    help=say(msgid("How the outcome is printed.")),
)
@click.option(
    "-o",
    "--out",
    "report",
    type=options.PATH,
    help=say(msgid("A file for the report, instead of printing it.")),
)
@click.option(
    "--strict",
    is_flag=True,
    help=say(msgid("Documents that become drafts end with exit code 1 too.")),
)
@options.language
def command(old: str, new: str | None, **given: Unpack[_Options]) -> ExitCode:
    """Compare, report, and return the exit code."""
    from pipeline.app.comparing.blast import Trial
    from pipeline.app.comparing.templates import DiffRequest, diff_exit_code, diff_templates
    from pipeline.cli.printing import end_progress, progress_for
    from pipeline.language.catalogue import translator

    form, report = given["form"], given["report"]
    words = translator(given["lang"] or chosen_language())
    trial = Trial(inputs=given["inputs"], language=words.language, pictures=form == "html")
    request = DiffRequest(old=old, new=new, templates=given["templates"], trial=trial)
    quiet = form != "text"
    diff = diff_templates(request, progress_for(quiet=quiet))
    end_progress(quiet=quiet)
    text = _text(diff, form, words)
    if report is None:
        click.echo(text, nl=False)
    else:
        from pipeline.output.atomic import write_atomic

        write_atomic(report, click.unstyle(text).encode("utf-8", "backslashreplace"))
    return diff_exit_code(diff, strict=given["strict"])


def _text(diff: "TemplateDiff", form: str, words: "Translator") -> str:
    match form:
        case "markdown":
            from pipeline.report.template_diff_markdown import template_diff_markdown

            return template_diff_markdown(diff, words)
        case "html":
            from pipeline.report.template_diff_html import template_diff_html

            return template_diff_html(diff, words)
        case "json":
            from pipeline.report.template_diff_json import template_diff_json

            return template_diff_json(diff, words)
        case _:
            from pipeline.report.template_diff_text import template_diff_text

            return template_diff_text(diff, words, _coloured)


def _coloured(line: str, sign: str) -> str:
    return click.style(line, fg=_COLOURS.get(sign), bold=sign == "#")
