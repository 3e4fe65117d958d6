"""The command `paja batch`."""

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
    name="batch",
    help=say(msgid("Make the documents of a programme folder: every organisation's, and yours.")),
)
@click.argument("folder", type=options.PATH, metavar=say(msgid("FOLDER")))
@options.outputs
@options.inputs
def command(folder: Path, **given: Unpack["ProductionOptions"]) -> ExitCode:
    """Make all documents of a programme, report, and return the exit code."""
    from pipeline.cli.ahead import make_documents

    return make_documents((folder,), given, organisers=True)
