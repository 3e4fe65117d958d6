"""A change of templates as JSON for other programs."""

import json
from collections.abc import Mapping
from dataclasses import asdict

from pipeline.core.difference import Difference
from pipeline.language.catalogue import Translator
from pipeline.report.findings_json import flat
from pipeline.report.template_diff import DocumentChange, TemplateChange, TemplateDiff
from pipeline.report.visible import json_safe


def template_diff_json(diff: TemplateDiff, words: Translator) -> str:
    """Return what a change of templates does as JSON, without pictures; ends in a line break."""
    outcome = {
        "old": diff.old,
        "new": diff.new,
        "templates": [_template(each, words) for each in diff.templates],
        "unchanged": diff.unchanged,
        "documents": [_document(each, words) for each in diff.documents],
        "inputs": list(diff.inputs),
        "left_out": list(diff.left_out),
        "notes": [words.text(note) for note in diff.notes],
    }
    return json_safe(json.dumps(outcome, ensure_ascii=False, indent=2)) + "\n"


def _template(change: TemplateChange, words: Translator) -> Mapping[str, object]:
    return {
        "path": change.path,
        "act": change.act.value,
        "differences": [_difference(each, words) for each in change.differences],
        "findings": [flat(each, words) for each in change.faults],
    }


def _document(change: DocumentChange, words: Translator) -> Mapping[str, object]:
    return {
        "name": change.name,
        "organisation": change.organisation,
        "deliverable": change.deliverable,
        "fate": change.fate.value,
        "identical": change.identical,
        "was_final": change.was_final,
        "is_final": change.is_final,
        "parts": list(change.parts),
        "differences": [_difference(each, words) for each in change.differences],
        "findings": [flat(each, words) for each in change.faults],
    }


def _difference(difference: Difference, words: Translator) -> Mapping[str, object]:
    return {
        "matter": difference.matter.value,
        "act": difference.act.value,
        "before": difference.before,
        "after": difference.after,
        "what": words.text(difference.what) if difference.what else None,
        **asdict(difference.place),
    }
