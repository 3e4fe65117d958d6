"""The command `paja convert`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.words import chosen_language, say
from pipeline.core.errors import ExitCode
from schemas.msgid import msgid

if TYPE_CHECKING:
    from pipeline.core.text import Text


@click.command(
    name="convert",
    help=say(
        msgid(
            "Write a filled-in workbook as YAML, or YAML as a workbook, with every value."
            " SOURCE is read; TARGET is the new file."
        )
    ),
)
@click.argument("source", type=options.PATH, metavar=say(msgid("SOURCE")))
@click.argument("target", type=options.PATH, metavar=say(msgid("TARGET")))
@click.option("--programme", type=options.PATH, help=say(msgid("The programme file.")))
@click.option(
    "--update",
    is_flag=True,
    help=say(msgid("Bring a YAML file that exists up to date; its comments and its order stay.")),
)
@click.option(
    "--language",
    "documents",
    type=click.Choice(options.LANGUAGES),
    help=say(msgid("The language of a new workbook; the programme's first one by default.")),
)
@options.language
def command(
    *,
    source: Path,
    target: Path,
    programme: Path | None,
    update: bool,
    documents: str | None,
    lang: str | None,
) -> ExitCode:
    """Convert a file and say what came of it."""
    from pipeline.app.converting import ConversionRequest, convert
    from pipeline.cli.printing import print_findings
    from pipeline.core.text import Text
    from pipeline.language.catalogue import translator

    language = lang or chosen_language()
    words = translator(language)
    request = ConversionRequest(
        source=source,
        target=target,
        programme=programme,
        update=update,
        language=documents,
        messages=language,
    )
    done = convert(request)
    if done.findings:
        print_findings(done.findings, words)
    if not done.made:
        stopped = Text("Nothing was written: mend these first, so that no value is lost.")
        click.echo(words.text(stopped))
        return ExitCode.FINDINGS
    click.echo(words.text(_outcome(target, done.values, done.changed)))
    return ExitCode.OK


def _outcome(target: Path, values: int, changed: int | None) -> "Text":
    from pipeline.core.text import Text

    file = str(target)
    if changed is None:
        return Text("Made: {file}; values: {values}", file=file, values=values)
    return Text("Brought up to date: {file}; changed places: {changed}", file=file, changed=changed)
