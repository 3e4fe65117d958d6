"""Findings as SARIF 2.1.0, which code-scanning services read."""

import json
from typing import Final
from urllib.parse import quote

from pipeline.core.finding import Finding, Severity
from pipeline.language.catalogue import Translator
from pipeline.report.run import RunReport, place_in_file
from pipeline.report.visible import json_safe

_VERSION: Final = "2.1.0"
_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}


def sarif(report: RunReport, translator: Translator) -> str:
    """Return the findings as a SARIF log of one run; ends in a line break."""
    codes = list(dict.fromkeys(finding.code for finding in report.findings))
    driver: dict[str, object] = {"name": "paja", "rules": [{"id": code} for code in codes]}
    if report.version:
        driver["version"] = report.version
    run = {
        "tool": {"driver": driver},
        "language": translator.language,
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, codes.index(finding.code), report, translator)
            for finding in report.findings
        ],
    }
    log = {"$schema": _SCHEMA, "version": _VERSION, "runs": [run]}
    return json_safe(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _result(
    finding: Finding, rule: int, report: RunReport, translator: Translator
) -> dict[str, object]:
    texts = (finding.message, finding.hint)
    said = " ".join(translator.text(text) for text in texts if text is not None)
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": said},
    }
    place = _location(finding, report)
    return result | ({"locations": [place]} if place else {})


def _location(finding: Finding, report: RunReport) -> dict[str, object]:
    path = report.path(finding)
    if path is None:
        return {}
    uri = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    physical: dict[str, object] = {"artifactLocation": {"uri": uri}}
    place = finding.location
    if place.line is not None:
        region = {"startLine": place.line}
        physical["region"] = region | ({"startColumn": place.column} if place.column else {})
    found: dict[str, object] = {"physicalLocation": physical}
    inside = place_in_file(finding)
    if inside and place.line is None:
        found["logicalLocations"] = [{"fullyQualifiedName": inside}]
    return found
