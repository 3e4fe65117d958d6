"""Findings as annotations of GitHub: workflow commands, one a line."""

from typing import Final

from pipeline.core.finding import Finding, Severity
from pipeline.language.catalogue import Translator
from pipeline.report.run import RunReport, place_in_file
from pipeline.report.visible import visible

_COMMANDS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}
_IN_MESSAGE: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = str.maketrans({
    "%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C",
})  # fmt: skip


def github_annotations(report: RunReport, translator: Translator) -> str:
    """Return a command for each finding; a value of an input can never begin one."""
    return "".join(_command(finding, report, translator) for finding in report.findings)


def _command(finding: Finding, report: RunReport, translator: Translator) -> str:
    place = finding.location
    properties = {
        "file": report.path(finding),
        "line": place.line,
        "col": place.column,
        "title": finding.code if place.line else f"{finding.code} {place_in_file(finding)}".strip(),
    }
    given = ",".join(
        f"{name}={visible(str(value)).translate(_IN_PROPERTY)}"
        for name, value in properties.items()
        if value is not None
    )
    texts = (finding.message, finding.hint)
    said = "\n".join(visible(translator.text(text)) for text in texts if text is not None)
    return f"::{_COMMANDS[finding.severity]} {given}::{said.translate(_IN_MESSAGE)}\n"
