"""The command `paja workbook`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.words import chosen_language, say
from pipeline.core.errors import ExitCode
from schemas.msgid import msgid

if TYPE_CHECKING:
    from pipeline.app.workbooks import MadeForm
    from pipeline.language.catalogue import Translator


@click.command(
    name="workbook",
    help=say(
        msgid(
            "Make the blank form of a programme: a workbook (.xlsx), or the same as YAML (.yaml)."
            " PROGRAMME is the programme's folder, its programme file, or the name of a model, for"
            " a form that knows nothing of the programme yet."
        )
    ),
)
@click.argument("programme", type=options.PATH, metavar=say(msgid("PROGRAMME")))
@click.option(
    "-o",
    "--out",
    type=options.PATH,
    required=True,
    help=say(msgid("The new file, .xlsx or .yaml.")),
)
@click.option(
    "--language",
    "documents",
    type=click.Choice(options.LANGUAGES),
    help=say(msgid("The language of the form; the programme's first one by default.")),
)
@click.option(
    "--for",
    "organisation",
    metavar=say(msgid("ORGANISATION")),
    callback=options.refuse_unreadable,
    help=say(msgid("Fill in what the programme file knows of this organisation: its id or name.")),
)
@click.option(
    "--from",
    "earlier",
    type=options.PATH,
    help=say(msgid("Take the answers from this filled-in file, also one of an older form.")),
)
@options.language
def command(
    *,
    programme: Path,
    out: Path,
    documents: str | None,
    organisation: str | None,
    earlier: Path | None,
    lang: str | None,
) -> ExitCode:
    """Make a form and say what came of it."""
    from pipeline.app.workbooks import WorkbookRequest, make_form
    from pipeline.language.catalogue import translator

    language = lang or chosen_language()
    request = WorkbookRequest(
        programme=programme,
        out=out,
        language=documents,
        organisation=organisation,
        earlier=earlier,
        messages=language,
    )
    made = make_form(request)
    return _report(made, translator(language), earlier)


def _report(made: "MadeForm", words: "Translator", earlier: Path | None) -> ExitCode:
    from pipeline.cli.printing import print_findings
    from pipeline.core.text import Text

    if made.findings:
        print_findings(made.findings, words)
    if not made.made:
        click.echo(words.text(Text("No form was made: mend these in the earlier file first.")))
        return ExitCode.FINDINGS
    click.echo(words.text(Text("Made: {file}", file=str(made.path))))
    if earlier is not None:
        taken = Text("Answers taken from {file}: {count}", file=earlier.name, count=made.answers)
        click.echo(words.text(taken))
    for change in made.changes:
        click.echo(f"- {words.text(change)}")
    return ExitCode.OK
