"""The command `paja schema`."""

import json

import click

from pipeline.cli import options
from pipeline.cli.words import say
from pipeline.core.errors import ExitCode
from schemas.msgid import msgid

KINDS = ("submission", "programme")
MODELS = ("innovaatio-akatemia", "yhteisollinen-innovointi")


@click.command(
    name="schema",
    help=say(msgid("Print the JSON Schema of a submission or of the programme file.")),
)
@click.argument("kind", type=click.Choice(KINDS), default=KINDS[0])
@click.option(
    "--model",
    type=click.Choice(MODELS),
    default=MODELS[0],
    show_default=True,
    help=say(msgid("The programme model whose submission is meant.")),
)
@options.language
def command(kind: str, model: str, lang: str | None) -> ExitCode:
    """Print a JSON Schema; its titles are English, as the keys are."""
    from pipeline.app.schema import json_schema

    del lang
    click.echo(json.dumps(json_schema(kind, model), ensure_ascii=False, indent=2))
    return ExitCode.OK
