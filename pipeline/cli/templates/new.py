"""The command `paja templates new`."""

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.words import chosen_language, say
from pipeline.core.errors import ExitCode
from schemas.msgid import msgid

MODELS = ("innovaatio-akatemia", "yhteisollinen-innovointi")


@click.command(
    name="new",
    help=say(
        msgid(
            "Begin a new deliverable: a description and a first template in the house style, in"
            " which the main values are in place, ready to be edited in Word. Nothing that is"
            " there already is changed."
        )
    ),
)
@click.argument("programme", type=click.Choice(MODELS), metavar=f"[{'|'.join(MODELS)}]")
@click.argument("deliverable", metavar=say(msgid("DELIVERABLE")))
@click.option(
    "--context",
    metavar=say(msgid("NAME")),
    help=say(msgid("Which values the documents print, such as action_plan.")),
)
@click.option(
    "--language",
    "written",
    type=click.Choice(options.LANGUAGES),
    default=options.LANGUAGES[0],
    show_default=True,
    help=say(msgid("The language of the template.")),
)
@options.templates
@options.language
def command(
    *,
    programme: str,
    deliverable: str,
    context: str | None,
    written: str,
    templates: Path | None,
    lang: str | None,
) -> ExitCode:
    """Begin a deliverable and list its files."""
    from pipeline.app.templates.starting import NewDeliverable, start_deliverable
    from pipeline.core.text import Text
    from pipeline.language.catalogue import translator
    from schemas.programme import ProgrammeModel

    words = translator(lang or chosen_language())
    wanted = NewDeliverable(
        programme=ProgrammeModel(programme),
        name=deliverable,
        context=context,
        language=written,
        templates=templates,
        messages=words.language,
    )
    for path in start_deliverable(wanted):
        click.echo(words.text(Text("Made: {file}", file=str(path))))
    return ExitCode.OK
