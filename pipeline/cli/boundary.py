"""The one place where exceptions become exit codes."""

import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from pipeline.cli.words import chosen_language, say
from pipeline.core.errors import ExitCode, PajaError
from pipeline.core.text import Text


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; nothing escapes as a traceback."""
    try:
        return _run(arguments)
    except PajaError as fault:
        _report(fault)
        return fault.exit_code
    except click.ClickException as fault:
        fault.show()
        return ExitCode.USAGE
    except (KeyboardInterrupt, click.Abort):
        click.echo(say(Text("Interrupted.")), err=True)
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader of the output, such as `head`, has gone; there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK
    except Exception as fault:  # noqa: BLE001 - the only place where anything is caught
        _report_bug(fault)
        return ExitCode.BUG


def _run(arguments: Sequence[str]) -> int:
    from pipeline.cli.click_texts import teach_click
    from pipeline.cli.root import root

    teach_click(chosen_language(arguments))
    code = root.main(args=list(arguments), prog_name="paja", standalone_mode=False)
    return code if isinstance(code, int) else ExitCode.OK


def _report(fault: PajaError) -> None:
    from pipeline.report.visible import visible

    place = str(fault.location)
    line = f"{place}: {say(fault.message)}" if place else say(fault.message)
    click.echo(visible(line), err=True)
    if fault.hint is not None:
        click.echo(f"    {visible(say(fault.hint))}", err=True)


def _report_bug(fault: BaseException) -> None:
    """Write where it happened to a log file: the places in the code, and no values of inputs."""
    frames = "".join(traceback.format_tb(fault.__traceback__))
    handle, name = tempfile.mkstemp(prefix="paja-", suffix=".log")
    os.close(handle)
    Path(name).write_text(f"{type(fault).__name__}\n{frames}", encoding="utf-8")
    click.echo(
        say(Text("This is a fault in paja itself: {kind}.", kind=type(fault).__name__)), err=True
    )
    click.echo(say(Text("Send this file to its makers; it holds nothing that you filled in: {file}",
                        file=name)), err=True)  # fmt: skip
