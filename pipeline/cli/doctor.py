"""The command `paja doctor`."""

import click

from pipeline.cli import options
from pipeline.cli.words import chosen_language, say
from pipeline.core.errors import ExitCode
from schemas.msgid import msgid


@click.command(
    name="doctor", help=say(msgid("Check this installation: versions, fonts, LibreOffice."))
)
@options.language
def command(lang: str | None) -> ExitCode:
    """Print what this installation has, and return 4 when something is in the way."""
    from pipeline.app.doctor import Health, examine
    from pipeline.core.text import Text
    from pipeline.language.catalogue import translator
    from pipeline.report.run_table import run_table

    words = translator(lang or chosen_language())
    states = {
        Health.GOOD: words.text(Text("in order")),
        Health.ABSENT: words.text(Text("absent")),
        Health.BAD: words.text(Text("at fault")),
    }
    checks = examine()
    rows = [
        (words.text(each.what), states[each.health], words.text(each.detail)) for each in checks
    ]
    headers = (words.text(Text("What")), words.text(Text("State")), words.text(Text("More")))
    click.echo(run_table(headers, rows), nl=False)
    bad = any(each.health is Health.BAD for each in checks)
    return ExitCode.ENVIRONMENT if bad else ExitCode.OK
