"""Findings as lines for the terminal, with a summary at the end."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final

from pipeline.core.finding import Finding, Severity
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from pipeline.report.order import in_order
from pipeline.report.visible import visible
from schemas.msgid import msgid

#: Colours a word by its severity; the command line passes its own.
Style = Callable[[str, Severity], str]

_INDENT: Final = "    "
_NAMES: Final[Mapping[Severity, str]] = {
    Severity.ERROR: msgid("error"),
    Severity.WARNING: msgid("warning"),
    Severity.INFO: msgid("note"),
}
_COUNTED: Final[Mapping[Severity, tuple[str, str]]] = {
    Severity.ERROR: (msgid("1 error"), msgid("{count} errors")),
    Severity.WARNING: (msgid("1 warning"), msgid("{count} warnings")),
    Severity.INFO: (msgid("1 note"), msgid("{count} notes")),
}


def plain(word: str, severity: Severity) -> str:
    """Return the word as it is: the style of a terminal without colours."""
    del severity
    return word


def findings_text(findings: Iterable[Finding], translator: Translator, style: Style = plain) -> str:
    """Return all findings, files apart by an empty line, and the summary; ends in a line break.

    What inputs say cannot steer the terminal: unseen characters stand as their numbers.
    """
    found = in_order(findings)
    by_file = groupby(found, key=lambda finding: finding.location.file)
    blocks = [_block(tuple(group), translator, style) for _, group in by_file]
    return "\n\n".join([*blocks, summary_line(found, translator)]) + "\n"


def summary_line(findings: Sequence[Finding], translator: Translator) -> str:
    """Return how many findings of each severity there are, as "3 virhettä, 2 huomautusta"."""
    counts = Counter(finding.severity for finding in findings)
    parts = [_counted(severity, counts[severity]) for severity in Severity if counts[severity]]
    if not parts:
        return translator.text(Text("No findings."))
    return ", ".join(translator.text(part) for part in parts)


def _counted(severity: Severity, count: int) -> Text:
    one, many = _COUNTED[severity]
    return Text(one) if count == 1 else Text(many, count=count)


def _block(findings: Iterable[Finding], translator: Translator, style: Style) -> str:
    return "\n".join(finding_lines(finding, translator, style) for finding in findings)


def finding_lines(finding: Finding, translator: Translator, style: Style = plain) -> str:
    """Return a finding as a line with its place, and its hint as a line below."""
    name = style(translator.text(_NAMES[finding.severity]), finding.severity)
    place = visible(str(finding.location))
    message = visible(translator.text(finding.message))
    first = f"{place}: " if place else ""
    line = f"{first}{finding.code} {name}: {message}"
    if finding.hint is None:
        return line
    return f"{line}\n{_INDENT}{visible(translator.text(finding.hint))}"
