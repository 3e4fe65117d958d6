"""The options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from pipeline.cli.words import say
from schemas.msgid import msgid

F = TypeVar("F", bound=Callable[..., Any])
Names = str | tuple[str, ...] | None
Decorator = Callable[[F], F]

LANGUAGES: Final = ("fi", "sv", "en")
GATES: Final = ("G0", "G1", "G2", "G3", "G4", "G5", "P0", "P1", "P2", "P3", "P4", "P5", "P6")
FORMATS: Final = ("text", "json", "sarif", "junit", "github", "html")
#: Whether a path can be read is told where it is opened, in words of ours.
PATH: Final = click.Path(path_type=Path, readable=False)
PATH.name = say(msgid("path"))


class _Gate(click.Choice[str]):
    """A gate, which may be written in small letters too; messages list gates as they are called."""

    def normalize_choice(self, choice: object, ctx: click.Context | None) -> str:
        """Return a gate as it is called."""
        return super().normalize_choice(choice, ctx).upper()


def refuse_empty(
    _context: click.Context, _option: click.Parameter, value: Path | None
) -> Path | None:
    """Refuse an empty name, which would mean the present folder without saying so."""
    if value == Path():
        raise click.BadParameter(say(msgid("Give a folder of its own for the documents.")))
    return value


def refuse_unreadable(_context: click.Context, _option: click.Parameter, value: Names) -> Names:
    """Refuse names of which nothing can be read: empty ones, and ones with control characters."""
    names = (value,) if isinstance(value, str) else value or ()
    if all(name.strip() and name.isprintable() for name in names):
        return value
    raise click.BadParameter(say(msgid("Give a name that can be read and printed.")))


def inputs(command: F) -> F:
    """Add the options that say which inputs are read and how."""
    options = (
        click.option("--programme", type=PATH, help=say(msgid("The programme file."))),
        click.option(
            "--gate",
            type=_Gate(GATES),
            metavar=f"[{'|'.join(GATES)}]",
            help=say(msgid("The gate that submissions must be complete for.")),
        ),
        click.option(
            "--allow-empty",
            is_flag=True,
            help=say(msgid("Finding no submissions is not an error.")),
        ),
        strict,
        report_form,
        language,
    )
    return _with(command, options)


def validation(command: F) -> F:
    """Add the options that say what a validation writes, and where."""
    options = (
        click.option(
            "-o",
            "--out",
            "report",
            type=PATH,
            help=say(msgid("A file for the report, instead of printing it.")),
        ),
        click.option(
            "--mark",
            type=PATH,
            callback=refuse_empty,
            help=say(
                msgid(
                    "A folder for copies of the files in which what is wrong is marked where it"
                    " stands."
                )
            ),
        ),
        click.option(
            "--gaps",
            type=PATH,
            callback=refuse_empty,
            help=say(msgid("A folder for lists of what waits for whom, for each organisation.")),
        ),
    )
    return _with(command, options)


def outputs(command: F) -> F:
    """Add the options that say what is made and where."""
    options = (
        click.option(
            "-o",
            "--out",
            type=PATH,
            required=True,
            callback=refuse_empty,
            help=say(msgid("The folder for the documents.")),
        ),
        templates,
        click.option(
            "--language",
            "documents",
            type=click.Choice(LANGUAGES),
            help=say(msgid("Make documents in this language only.")),
        ),
        time_limit,
        memory_limit,
    )
    return _with(command, options)


def tracing(command: F) -> F:
    """Add the options that say which documents are looked at, and how they are told of."""
    options = (
        click.option("--programme", type=PATH, help=say(msgid("The programme file."))),
        templates,
        time_limit,
        memory_limit,
        strict,
        form,
        language,
    )
    return _with(command, options)


def _whole_number(least: int, most: int) -> click.IntRange:
    """Return the type of a whole number; click names it in its messages."""
    kind = click.IntRange(least, most)
    kind.name = say(msgid("whole number"))
    return kind


strict = click.option(
    "--strict", is_flag=True, help=say(msgid("Warnings end with exit code 1 too."))
)

templates = click.option(
    "--templates", type=PATH, help=say(msgid("The folder of the Word templates."))
)

time_limit = click.option(
    "--time-limit",
    type=_whole_number(1, 86_400),
    default=60,
    show_default=True,
    metavar="S",
    help=say(msgid("The most seconds that a template or a document may take.")),
)

memory_limit = click.option(
    "--memory-limit",
    type=_whole_number(1, 1_000_000),
    default=1000,
    show_default=True,
    metavar="MB",
    help=say(msgid("The most memory that they may take, in megabytes; held to on Linux only.")),
)

report_form = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    show_default=True,
    help=say(msgid("How the outcome is printed.")),
)

form = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS[:2]),
    default=FORMATS[0],
    show_default=True,
    help=say(msgid("How the outcome is printed.")),
)

language = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help=say(msgid("The language of messages; your system's, or Finnish, by default.")),
)


def _with(command: F, options: tuple[Decorator[F], ...]) -> F:
    for option in reversed(options):
        command = option(command)
    return command
