"""The command `paja generate`."""

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from pipeline.cli import options
from pipeline.cli.words import say
from pipeline.core.errors import ExitCode
from schemas.msgid import msgid

if TYPE_CHECKING:
    from pipeline.cli.requests import ProductionOptions


@click.command(
    name="generate",
    help=say(msgid("Make the documents of the submissions given: files, or folders of them.")),
)
@click.argument("paths", nargs=-1, required=True, type=options.PATH, metavar=say(msgid("PATHS...")))
@options.outputs
@options.inputs
def command(paths: tuple[Path, ...], **given: Unpack["ProductionOptions"]) -> ExitCode:
    """Make each organisation's documents, report, and return the exit code."""
    from pipeline.cli.ahead import make_documents

    return make_documents(paths, given, organisers=False)
