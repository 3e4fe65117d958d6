"""The commands `paja templates …`, one a module."""

from typing import Final

import click

from pipeline.cli.commands import Commands
from pipeline.cli.words import say
from schemas.msgid import msgid

#: What each command does, so that help need not import them all.
ABOUTS: Final = {
    "check": msgid("Find what is wrong with Word templates."),
    "fields": msgid("List the names that a template can use."),
    "new": msgid("Begin a new deliverable from the house style."),
    "text": msgid("Print the text of a Word document, made for comparing."),
    "diff": msgid("Tell what a change of templates changes, in them and in documents."),
}


@click.group(
    name="templates",
    cls=Commands,
    package=__name__,
    abouts=ABOUTS,
    help=say(msgid("Work on the Word templates.")),
)
def command() -> None:
    """Work with templates; the commands follow."""
