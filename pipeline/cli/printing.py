"""What commands print: findings, progress and tables."""

import sys
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

import click

from pipeline.app.validation import Progress, silent
from pipeline.core.finding import Finding, Severity
from pipeline.language.catalogue import Translator
from pipeline.report.findings_text import findings_text
from pipeline.report.visible import visible

if TYPE_CHECKING:
    from pipeline.report.run import RunReport

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def styled(word: str, severity: Severity) -> str:
    """Return a word in the colour of a severity; click drops it where there are no colours."""
    return click.style(word, fg=_COLOURS[severity], bold=severity is Severity.ERROR)


def print_findings(findings: Iterable[Finding], translator: Translator) -> None:
    """Print findings for a person."""
    click.echo(findings_text(findings, translator, styled), nl=False)


def report_text(report: "RunReport", translator: Translator) -> str:
    """Return what a validation found for a person: the findings, then a table of the files."""
    from pipeline.report.validation_text import state_table, validation_text

    bold = partial(click.style, bold=True)
    text = validation_text(report, translator, styled, bold)
    table = state_table(report, translator)
    return f"{text}\n{table}" if table else text


def progress_for(*, quiet: bool) -> Progress:
    """Return what shows progress on stderr: one line that renews itself, or lines in a log."""
    if quiet:
        return silent
    return _renewing if sys.stderr.isatty() else _logging


def end_progress(*, quiet: bool) -> None:
    """Clear the line of progress."""
    if not quiet and sys.stderr.isatty():
        click.echo("\r\033[K", err=True, nl=False)


def _renewing(done: int, total: int, name: str) -> None:
    click.echo(f"\r\033[K[{done + 1}/{total}] {visible(name)}", err=True, nl=False)


def _logging(done: int, total: int, name: str) -> None:
    click.echo(f"[{done + 1}/{total}] {visible(name)}", err=True)
