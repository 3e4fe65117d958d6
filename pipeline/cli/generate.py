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
    from pipeline.cli.ahead import workforce_for

    with workforce_for(paths, given) as workforce:
        from pipeline.app.meeting import meet
        from pipeline.cli.requests import production_request

        request = production_request(paths, given, organisers=False)
        met = meet(request, workforce)
        # A template is being compiled while the rest is loaded.
        from pipeline.cli.production import make

        return make(request, workforce, met, form=given["form"], strict=given["strict"])
