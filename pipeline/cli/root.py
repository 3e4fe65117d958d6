"""The root command and its subcommands."""

from typing import Final

import click

from pipeline.cli.commands import Commands
from pipeline.cli.words import say
from schemas.msgid import msgid

#: Each command's module and what it does, so that help need not import them all.
ABOUTS: Final = {
    "init": msgid("Lay out the folder of a new programme."),
    "workbook": msgid("Make the blank form of a programme."),
    "validate": msgid("Check filled-in workbooks or YAML files."),
    "generate": msgid("Make the documents of the submissions given."),
    "batch": msgid("Make the documents of a whole programme folder."),
    "convert": msgid("Write a filled-in workbook as YAML, or YAML as a workbook."),
    "templates": msgid("Work on the Word templates."),
    "where": msgid("Show where documents print a cell or field, or list what none of them shows."),
    "why": msgid("Show which cells and tags stand behind the words of a document."),
    "explain": msgid("Tell what the code of a finding means."),
    "rules": msgid("List the rules, and how much each matters at which gate."),
    "schema": msgid("Print the JSON Schema of a submission or of the programme file."),
    "doctor": msgid("Check this installation: versions, fonts, LibreOffice."),
}


@click.group(
    cls=Commands,
    package="pipeline.cli",
    abouts=ABOUTS,
    help=say(msgid("Turn filled-in spreadsheets into the documents of an innovation programme.")),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="paja", prog_name="paja")
def root() -> None:
    """Run paja; the help is given above in the reader's language."""
