"""A checked run as text for the terminal: organisation by organisation, sheet by sheet."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from pipeline.core.finding import Finding
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from pipeline.report.findings_text import Style, finding_lines, plain, summary_line
from pipeline.report.order import in_order
from pipeline.report.run import RunReport
from pipeline.report.run_table import run_table
from pipeline.report.visible import visible

#: Sets a heading off where the terminal can; the command line passes its own.
Heading = Callable[[str], str]


def validation_text(
    report: RunReport, translator: Translator, style: Style = plain, heading: Heading = str
) -> str:
    """Return the findings under a heading for each file, with a summary line at the end.

    Within a file the sheets stand apart, the gravest findings of each first. Ends in a line break.
    """
    found = in_order(report.findings)
    names = {file.summary.file: file.name for file in report.files}
    blocks: list[str] = []
    for name, group in groupby(found, key=lambda finding: finding.location.file):
        findings = tuple(group)
        title = _title(name, names, findings, translator)
        sheets = "\n\n".join(_sheets(findings, translator, style))
        blocks.append(f"{heading(title)}\n{sheets}" if title else sheets)
    return "\n\n".join([*blocks, summary_line(found, translator)]) + "\n"


def state_table(report: RunReport, translator: Translator) -> str:
    """Return how each submission stands as a table, "" when there is none."""
    titles = (Text("File"), Text("Organisation"), Text("Gate"), Text("Errors"), Text("Warnings"))
    headers = (*map(translator.text, titles), translator.text(Text("Ready")))
    ready = {True: translator.text(Text("yes")), False: translator.text(Text("no"))}
    rows = [
        (
            each.file,
            each.organisation or "–",
            each.gate,
            str(each.errors),
            str(each.warnings),
            ready[each.ready],
        )
        for each in (file.summary for file in report.files)
    ]
    return run_table(headers, rows) if rows else ""


def _title(
    file: str | None, names: dict[str, str], findings: tuple[Finding, ...], translator: Translator
) -> str:
    if file is None:
        return ""
    known = names.get(file, file)
    shown = visible(file) if known == file else f"{visible(known)} · {visible(file)}"
    return f"{shown} · {summary_line(findings, translator)}"


def _sheets(findings: Iterable[Finding], translator: Translator, style: Style) -> Iterator[str]:
    for _, group in groupby(findings, key=lambda finding: finding.location.sheet):
        yield "\n".join(finding_lines(finding, translator, style) for finding in group)
