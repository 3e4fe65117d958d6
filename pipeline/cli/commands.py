"""A group of commands, each of which is imported only when it is called for."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final

import click

from pipeline.cli.words import say
from pipeline.core.text import Text
from schemas.msgid import msgid

#: What stands for the options, and for the command, in the line of usage.
OPTIONS: Final = msgid("[OPTIONS]")
COMMAND: Final = msgid("COMMAND [ARGUMENTS]...")


class Commands(click.Group):
    """Commands of the modules of a package; `abouts` says what each does, in its order of use.

    A command stands in the module of its own name, as `command`.
    """

    def __init__(
        self,
        *,
        package: str,
        abouts: Mapping[str, str],
        **attributes: Any,  # noqa: ANN401 - what click.Group takes
    ) -> None:
        attributes["options_metavar"] = say(OPTIONS)
        attributes["subcommand_metavar"] = say(COMMAND)
        super().__init__(**attributes)
        self._package = package
        self._abouts = abouts

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names in the order in which they are used."""
        return list(self._abouts)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, None when there is none."""
        if cmd_name not in self._abouts:
            return None
        command: click.Command = import_module(f"{self._package}.{cmd_name}").command
        command.options_metavar = say(OPTIONS)
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section(say(Text("Commands"))):
            formatter.write_dl([(name, say(about)) for name, about in self._abouts.items()])
