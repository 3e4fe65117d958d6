"""The root command and its subcommands."""

from importlib import import_module
from typing import Final

import click

from pipeline.cli.words import say
from pipeline.core.text import Text
from schemas.msgid import msgid

#: Each command's module and what it does, so that help need not import them all.
COMMANDS: Final = {
    "init": msgid("Lay out the folder of a new programme."),
    "workbook": msgid("Make the blank form of a programme."),
    "validate": msgid("Check filled-in workbooks or YAML files."),
    "generate": msgid("Make the documents of the submissions given."),
    "batch": msgid("Make the documents of a whole programme folder."),
    "convert": msgid("Write a filled-in workbook as YAML, or YAML as a workbook."),
    "templates": msgid("Check the Word templates."),
    "explain": msgid("Tell what the code of a finding means."),
    "rules": msgid("List the rules, and how much each matters at which gate."),
    "schema": msgid("Print the JSON Schema of a submission or of the programme file."),
    "doctor": msgid("Check this installation: versions, fonts, LibreOffice."),
}


#: What stands for the options in the line of usage.
OPTIONS: Final = msgid("[OPTIONS]")


class Commands(click.Group):
    """Import a command only when it is called for."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names in the order in which they are used."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"pipeline.cli.{cmd_name}").command
        command.options_metavar = say(OPTIONS)
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section(say(Text("Commands"))):
            formatter.write_dl([(name, say(about)) for name, about in COMMANDS.items()])


@click.command(
    cls=Commands,
    help=say(msgid("Turn filled-in spreadsheets into the documents of an innovation programme.")),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar=say(OPTIONS),
    subcommand_metavar=say(msgid("COMMAND [ARGUMENTS]...")),
)
@click.version_option(package_name="paja", prog_name="paja")
def root() -> None:
    """Run paja; the help is given above in the reader's language."""
