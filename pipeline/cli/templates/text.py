"""The command `paja templates text`."""

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.words import say
from pipeline.core.errors import ExitCode
from schemas.msgid import msgid


@click.command(
    name="text",
    help=say(
        msgid(
            "Print the text of a Word document, a line for each paragraph and row. Git shows"
            " changes in Word documents as text when this command is its textconv."
        )
    ),
)
@click.argument("file", type=options.PATH, metavar=say(msgid("FILE")))
@options.language
def command(file: Path, lang: str | None) -> ExitCode:
    """Print the text; it is the same in every language of messages."""
    from pipeline.app.templates.text import template_text

    del lang
    click.echo(template_text(file), nl=False)
    return ExitCode.OK
