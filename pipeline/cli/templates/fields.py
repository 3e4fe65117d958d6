"""The command `paja templates fields`."""

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.words import chosen_language, say
from pipeline.core.errors import ExitCode, UsageError
from pipeline.core.text import Text
from schemas.msgid import msgid

FORMATS = ("text", "json", "docx")


@click.command(
    name="fields",
    help=say(
        msgid(
            "List the names that the templates of a deliverable can use: what each means, how it"
            " is written, and which field of the form it comes from. A context's name or a"
            " template's path will do as well."
        )
    ),
)
@click.argument("deliverable", metavar=say(msgid("DELIVERABLE")))
@options.templates
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    show_default=True,
    help=say(msgid("How the list is printed.")),
)
@click.option(
    "-o",
    "--out",
    type=options.PATH,
    help=say(msgid("A file for the list, instead of printing it.")),
)
@options.language
def command(
    deliverable: str, templates: Path | None, *, form: str, out: Path | None, lang: str | None
) -> ExitCode:
    """List the names of a deliverable's templates."""
    from pipeline.app.templates.fields import names_document, names_for, write_names
    from pipeline.language.catalogue import translator
    from pipeline.report.fields_json import names_json
    from pipeline.report.fields_text import names_text

    if form == "docx" and out is None:
        raise UsageError(
            Text("A Word document cannot be printed on the screen."),
            hint=Text("Give a file for it with -o."),
        )
    words = translator(lang or chosen_language())
    names = names_for(deliverable, templates, language=words.language, whole=form == "json")
    if form == "docx" and out is not None:
        write_names(out, names_document(names))
        return ExitCode.OK
    text = names_json(names) if form == "json" else names_text(names, words)
    if out is None:
        click.echo(text, nl=False)
    else:
        write_names(out, text.encode())
    return ExitCode.OK
