"""The command `paja init`."""

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.words import chosen_language, say
from pipeline.core.errors import ExitCode
from schemas.msgid import msgid

MODELS = ("innovaatio-akatemia", "yhteisollinen-innovointi")


@click.command(
    name="init",
    help=say(
        msgid(
            "Lay out the folder of a new programme: the programme file, a blank workbook for each"
            " organisation, and a README. Files that are there already are left as they are."
        )
    ),
)
@click.argument("programme", type=click.Choice(MODELS), metavar=f"[{'|'.join(MODELS)}]")
@click.argument("folder", type=options.PATH, metavar=say(msgid("FOLDER")))
@click.option(
    "--organisation",
    "organisations",
    multiple=True,
    metavar=say(msgid("NAME")),
    callback=options.refuse_unreadable,
    help=say(msgid("An organisation of the new programme file; may be given many times.")),
)
@click.option(
    "--language",
    "documents",
    type=click.Choice(options.LANGUAGES),
    default=options.LANGUAGES[0],
    show_default=True,
    help=say(msgid("The language of the programme.")),
)
@options.language
def command(
    *,
    programme: str,
    folder: Path,
    organisations: tuple[str, ...],
    documents: str,
    lang: str | None,
) -> ExitCode:
    """Lay out a folder and list its files."""
    from pipeline.app.starting import StartRequest, start
    from pipeline.core.text import Text
    from pipeline.language.catalogue import translator
    from schemas.programme import ProgrammeModel

    language = lang or chosen_language()
    words = translator(language)
    request = StartRequest(
        model=ProgrammeModel(programme),
        folder=folder,
        organisations=organisations,
        language=documents,
        messages=language,
    )
    for file in start(request):
        name = str(file.path)
        said = (
            Text("Made: {file}", file=name)
            if file.made
            else Text("Was there already: {file}", file=name)
        )
        click.echo(words.text(said))
    return ExitCode.OK
