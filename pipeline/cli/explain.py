"""The command `paja explain`."""

import click

from pipeline.cli import options
from pipeline.cli.words import chosen_language, say
from pipeline.core.errors import ExitCode
from schemas.msgid import msgid


@click.command(
    name="explain", help=say(msgid("Tell what the code of a finding means, such as IA-12."))
)
@click.argument("code", metavar=say(msgid("CODE")))
@options.language
@options.form
def command(code: str, lang: str | None, form: str) -> ExitCode:
    """Explain one code."""
    from pipeline.app.explaining import explain
    from pipeline.language.catalogue import translator
    from pipeline.report.explanations import explanation_text, explanations_json

    words = translator(lang or chosen_language())
    told = explain(code)
    text = explanations_json([told], words) if form == "json" else explanation_text(told, words)
    click.echo(text, nl=False)
    return ExitCode.OK
