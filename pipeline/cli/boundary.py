"""The one place where exceptions become exit codes."""

import errno
import gc
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from itertools import chain, pairwise
from pathlib import Path
from typing import NoReturn

import click

from pipeline.cli.words import chosen_language, say
from pipeline.core.errors import ExitCode, PajaError
from pipeline.core.text import Text


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    _start_lightly()
    _open_streams()
    _print_utf8()
    _end(run(sys.argv[1:] if arguments is None else list(arguments)))


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; nothing escapes as a traceback."""
    try:
        return _run(arguments)
    except PajaError as fault:
        _report(fault)
        _print_report(fault, _asked_form(arguments))
        return fault.exit_code
    except click.ClickException as fault:
        fault.show()
        return ExitCode.USAGE
    except (KeyboardInterrupt, click.Abort):
        click.echo(say(Text("Interrupted.")), err=True)
        return ExitCode.INTERRUPTED
    except Exception as fault:  # noqa: BLE001 - the only place where anything is caught
        if isinstance(fault, OSError) and fault.errno == errno.ENOSPC:
            return _told_unwritten(fault)
        _report_bug(fault)
        return ExitCode.BUG


def _run(arguments: Sequence[str]) -> int:
    from pipeline.cli.click_texts import teach_click

    teach_click(chosen_language(arguments))  # before the commands: they ask click for its words
    from pipeline.cli.root import root

    output = sys.stdout
    try:
        code: object = root.main(args=list(arguments), prog_name="paja", standalone_mode=False)
    except SystemExit as end:
        # click ends so after completing a word, and when the reader of the output, such as `head`,
        # has gone: then it has put a silent stream in place of ours, and nothing is wrong.
        code = end.code if sys.stdout is output else ExitCode.OK
    return code if isinstance(code, int) else ExitCode.OK


def _start_lightly() -> None:
    """Leave out what takes a tenth of a short run and gives it nothing.

    Pydantic would look through every installed package for plugins of its own, and the collector
    through all that imports have made, hundreds of times.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    gc.set_threshold(50_000, 20, 20)


def _open_streams() -> None:
    """Open what was closed when the process began, so that no file of ours takes its place."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            silence = open(os.devnull, mode, encoding="utf-8")  # noqa: PTH123, SIM115 - it stays
            setattr(sys, name, silence)


def _end(code: int) -> NoReturn:
    """End the process without taking apart, object by object, all that it has loaded.

    Everything has been closed by now but the streams.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as fault:
            code = code or _told_unwritten(fault)
    os._exit(code)


def _told_unwritten(fault: OSError) -> ExitCode:
    """Tell that the output is not whole, and return what the process ends with."""
    message = Text("The output cannot be written: {reason}", reason=fault.strerror or str(fault))
    with suppress(OSError):
        click.echo(say(message), err=True)
    return ExitCode.ENVIRONMENT


def _print_utf8() -> None:
    """Print UTF-8 into files and pipes: the code pages of Windows lack signs that we use."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _report(fault: PajaError) -> None:
    from pipeline.report.visible import visible

    place = str(fault.location)
    line = f"{place}: {say(fault.message)}" if place else say(fault.message)
    click.echo(visible(line), err=True)
    if fault.hint is not None:
        click.echo(f"    {visible(say(fault.hint))}", err=True)


def _asked_form(arguments: Sequence[str]) -> str:
    joined = (each.partition("=")[2] for each in arguments if each.startswith("--format="))
    apart = (form for name, form in pairwise(arguments) if name == "--format")
    return next(chain(joined, apart), "text")


def _print_report(fault: PajaError, form: str) -> None:
    """Print the fault as the one finding of the run: who asked for JSON gets JSON."""
    from pipeline.app.failures import failure_findings
    from pipeline.language.catalogue import translator
    from pipeline.report.findings_json import validation_json
    from pipeline.report.formats import REPORTS
    from pipeline.report.run import RunReport

    words = translator(chosen_language())
    findings = failure_findings(fault)
    if form == "json":
        click.echo(validation_json(findings, [], words), nl=False)
    elif form in REPORTS:
        click.echo(REPORTS[form](RunReport(findings=findings), words), nl=False)


def _report_bug(fault: BaseException) -> None:
    """Write where it happened to a log file: the places in the code, and no values of inputs."""
    kind = type(fault).__name__
    click.echo(say(Text("This is a fault in paja itself: {kind}.", kind=kind)), err=True)
    # A fault in the process of the templates brings the places of that process.
    frames = "".join(traceback.format_tb(fault.__traceback__)) + getattr(fault, "frames", "")
    try:
        handle, name = tempfile.mkstemp(prefix="paja-", suffix=".log")
        os.close(handle)
        Path(name).write_text(f"{kind}\n{frames}", encoding="utf-8")
    except OSError:  # a full disk may be what broke paja; there is nowhere to write then
        return
    click.echo(say(Text("Send this file to its makers; it holds nothing that you filled in: {file}",
                        file=name)), err=True)  # fmt: skip
