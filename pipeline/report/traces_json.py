"""Where fields stand and what stands behind words, as JSON."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from pipeline.core.finding import Finding
from pipeline.core.layout import Column
from pipeline.core.trace import Field, FieldTrace, Standing, TracedDocument, WordsTrace
from pipeline.language.catalogue import Translator
from pipeline.language.headers import header_text
from pipeline.report.findings_json import flat
from pipeline.report.visible import json_safe


def fields_json(
    traces: Iterable[FieldTrace], findings: Iterable[Finding], words: Translator
) -> str:
    """Return where fields stand as JSON: `{"fields": […], "findings": […]}`."""
    fields = [
        {
            **_field(each.field, words),
            "looked_at": each.looked_at,
            "documents": [
                {**_document(own.document), "places": [_standing(one) for one in own.standings]}
                for own in each.documents
            ],
        }
        for each in traces
    ]
    return _json({"fields": fields}, findings, words)


def words_json(trace: WordsTrace, findings: Iterable[Finding], words: Translator) -> str:
    """Return what stands behind words as JSON: `{"words", "paragraphs": […], "findings": […]}`."""
    paragraphs = [
        {
            **_document(each.document),
            **_standing(each.standing),
            "shown": [_field(field, words) for field in each.shown],
            "deciding": [_field(field, words) for field in each.deciding],
        }
        for each in trace.reasons
    ]
    outcome = {"words": trace.words, "paragraphs": paragraphs, "left_out": trace.left_out}
    return _json(outcome, findings, words)


def _json(outcome: Mapping[str, object], findings: Iterable[Finding], words: Translator) -> str:
    whole = {**outcome, "findings": [flat(each, words) for each in findings]}
    return json_safe(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"


def _field(field: Field, words: Translator) -> dict[str, object]:
    place = field.place
    return {
        "path": ".".join(map(str, field.path)),
        "title": header_text(Column((), field.leaf, ""), words),
        "value": field.value,
        "file": place.file,
        "sheet": place.sheet,
        "cell": place.cell,
        "line": place.line,
        "column": place.column,
    }


def _document(document: TracedDocument) -> dict[str, object]:
    return asdict(document)


def _standing(standing: Standing) -> dict[str, object]:
    place, tags = standing.place, standing.tags
    return {
        "text": standing.text,
        "shows": standing.shows,
        "part": place.part,
        "heading": place.heading,
        "table": place.table,
        "row": place.row,
        "table_column": place.table_column,
        "paragraph": place.paragraph,
        "tags": [
            {"file": tag.file, "part": tag.part, "heading": tag.heading, "table": tag.table,
             "row": tag.row, "table_column": tag.table_column, "paragraph": tag.paragraph,
             "tag": tag.tag}
            for tag in tags
        ],
    }  # fmt: skip
