"""Findings as JSON in the flat shape."""

import json

from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.summary import SubmissionSummary
from pipeline.core.text import Text
from pipeline.language.catalogue import translator
from pipeline.report.findings_json import flat, production_json, validation_json
from pipeline.report.visible import visible

EN = translator("en")
KEYS = [
    "code",
    "severity",
    "message",
    "hint",
    "path",
    "file",
    "sheet",
    "cell",
    "line",
    "column",
    "part",
    "heading",
    "table",
    "row",
    "table_column",
    "paragraph",
    "tag",
]


def test_a_finding_of_a_workbook() -> None:
    finding = Finding(
        "IA-12",
        Severity.ERROR,
        Text("“{name}” is unknown", name="x"),
        Location(file="a.xlsx", sheet="Toimenpiteet", cell="F7"),
        Text("Write an id"),
        ("measures", 0, "responsibility", "accountable"),
    )
    shown = flat(finding, EN)
    assert list(shown) == KEYS
    assert {key: value for key, value in shown.items() if value is not None} == {
        "code": "IA-12",
        "severity": "error",
        "message": "“x” is unknown",
        "hint": "Write an id",
        "path": "measures.0.responsibility.accountable",
        "file": "a.xlsx",
        "sheet": "Toimenpiteet",
        "cell": "F7",
    }


def test_a_finding_of_a_template_has_the_same_keys() -> None:
    place = Location(file="fi.docx", part="body", table=1, row=2, table_column=3, tag="{{ x }}")
    shown = flat(Finding("T-1", Severity.INFO, Text("m"), place), EN)
    assert list(shown) == KEYS
    assert (shown["table"], shown["row"], shown["table_column"]) == (1, 2, 3)
    assert shown["hint"] is None
    assert shown["path"] is None


def test_a_validation_gives_findings_and_submissions() -> None:
    summary = SubmissionSummary("a.xlsx", "esimerkkila", "G4", errors=0, warnings=2, ready=True)
    unread = SubmissionSummary("b.xlsx", None, "G4", errors=1, warnings=0, ready=False)
    finding = Finding("YL-01", Severity.WARNING, Text("Measures"))
    text = validation_json([finding], [summary, unread], translator("fi"))
    assert text.endswith("}\n")
    read = json.loads(text)
    assert list(read) == ["findings", "submissions"]
    assert read["findings"] == [flat(finding, translator("fi"))]
    assert read["findings"][0]["message"] == "Toimenpiteet"
    assert read["submissions"] == [
        {
            "file": "a.xlsx",
            "organisation": "esimerkkila",
            "gate": "G4",
            "errors": 0,
            "warnings": 2,
            "ready": True,
        },
        {
            "file": "b.xlsx",
            "organisation": None,
            "gate": "G4",
            "errors": 1,
            "warnings": 0,
            "ready": False,
        },
    ]


def test_a_production_gives_findings_and_documents() -> None:
    finding = Finding("OUT-01", Severity.WARNING, Text("Measures"))
    text = production_json([finding], [{"path": "a/b.docx", "draft": True}], EN)
    assert json.loads(text) == {
        "findings": [flat(finding, EN)],
        "documents": [{"path": "a/b.docx", "draft": True}],
    }


def test_letters_stand_as_themselves() -> None:
    assert "Esimerkkilä" in validation_json(
        [Finding("X", Severity.INFO, Text("Esimerkkilä"))], [], EN
    )


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_comes_back_and_none_steers_the_terminal(text: str) -> None:
    written = validation_json([Finding("X", Severity.INFO, Text("{t}", t=text))], [], EN)
    # Two surrogates that stand side by side are one character in JSON.
    whole = text.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "surrogatepass")
    assert json.loads(written)["findings"][0]["message"] == whole
    assert all(sign == "\n" or visible(sign) == sign for sign in written)
