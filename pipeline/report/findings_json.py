"""Findings as JSON: one flat shape for inputs and templates."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from pipeline.core.finding import Finding
from pipeline.core.summary import SubmissionSummary
from pipeline.language.catalogue import Translator
from pipeline.report.visible import json_safe


def flat(finding: Finding, translator: Translator) -> dict[str, object]:
    """Return a finding as one flat mapping; keys that do not apply are None."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": translator.text(finding.message),
        "hint": None if finding.hint is None else translator.text(finding.hint),
        "path": finding.dotted_path,
        **asdict(finding.location),
    }


def findings_json(findings: Iterable[Finding], translator: Translator) -> str:
    """Return findings alone as JSON, as `validation_json` does."""
    return _json(findings, translator, {})


def validation_json(
    findings: Iterable[Finding],
    submissions: Iterable[SubmissionSummary],
    translator: Translator,
) -> str:
    """Return the outcome of a validation as JSON; ends in a line break.

    Letters stand as themselves; characters that could steer a terminal are escaped.
    """
    summaries = [asdict(submission) for submission in submissions]
    return _json(findings, translator, {"submissions": summaries})


def production_json(
    findings: Iterable[Finding],
    documents: Iterable[Mapping[str, object]],
    translator: Translator,
) -> str:
    """Return the outcome of making documents as JSON, as `validation_json` does.

    Each of `documents` is the flat description of one file that stands in the output folder.
    """
    return _json(findings, translator, {"documents": list(documents)})


def _json(findings: Iterable[Finding], translator: Translator, rest: Mapping[str, object]) -> str:
    outcome = {"findings": [flat(finding, translator) for finding in findings], **rest}
    return json_safe(json.dumps(outcome, ensure_ascii=False, indent=2)) + "\n"
