"""The command `paja rules`."""

import click

from pipeline.cli import options
from pipeline.cli.words import chosen_language, say
from pipeline.core.errors import ExitCode
from schemas.msgid import msgid


@click.command(
    name="rules", help=say(msgid("List the rules, and how much each matters at which gate."))
)
@options.language
@options.form
def command(lang: str | None, form: str) -> ExitCode:
    """List the rules."""
    from pipeline.app.explaining import rules
    from pipeline.language.catalogue import translator
    from pipeline.report.explanations import explanations_json, rules_text

    words = translator(lang or chosen_language())
    told = rules()
    text = explanations_json(told, words) if form == "json" else rules_text(told, words)
    click.echo(text, nl=False)
    return ExitCode.OK
