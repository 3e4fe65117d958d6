"""Reports for other programs: SARIF, JUnit and GitHub's annotations."""

import json
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from pipeline.core.duty import Duty
from pipeline.core.finding import Severity
from pipeline.core.location import Location
from pipeline.language.catalogue import translator
from pipeline.report.github import github_annotations
from pipeline.report.junit import junit
from pipeline.report.run import RunReport
from pipeline.report.sarif import sarif
from tests.unit.pipeline.report.runs import HOSTILE, MALLI, finding, run

EN = translator("en")
RUN = run(
    Duty(finding("wrong"), MALLI),
    Duty(finding("odd", Location(file="a.xlsx"), severity=Severity.WARNING, code="YL-06")),
    Duty(finding("so be it", severity=Severity.INFO)),
)

#: What the standard says of the parts that we use; anything else would not be allowed by it either.
_TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string"}},
    "additionalProperties": False,
}
_PHYSICAL = {
    "type": "object",
    "required": ["artifactLocation"],
    "properties": {
        "artifactLocation": {
            "type": "object",
            "properties": {"uri": {"type": "string", "pattern": "^[!-;=?-Z_a-z~%#]+$"}},
            "additionalProperties": False,
        },
        "region": {
            "type": "object",
            "properties": {
                "startLine": {"type": "integer", "minimum": 1},
                "startColumn": {"type": "integer", "minimum": 1},
            },
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
_LOCATION = {
    "type": "object",
    "properties": {
        "physicalLocation": _PHYSICAL,
        "logicalLocations": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {"fullyQualifiedName": {"type": "string"}},
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
_RESULT = {
    "type": "object",
    "required": ["message"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": _TEXT,
        "locations": {"type": "array", "items": _LOCATION, "uniqueItems": False},
    },
    "additionalProperties": False,
}
_RULE = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": {"type": "string"}},
    "additionalProperties": False,
}
_DRIVER = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string"},
        "version": {"type": "string"},
        "rules": {"type": "array", "items": _RULE, "uniqueItems": True},
    },
    "additionalProperties": False,
}
SARIF_PARTS = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {"driver": _DRIVER},
                        "additionalProperties": False,
                    },
                    "language": {"pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": _RESULT},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


@pytest.mark.parametrize("report", [RUN, RunReport(findings=()), run(Duty(finding(HOSTILE)))])
def test_sarif_has_only_what_the_standard_allows(report: RunReport) -> None:
    log = json.loads(sarif(report, EN))
    jsonschema.validate(log, SARIF_PARTS)
    found = log["runs"][0]
    rules = found["tool"]["driver"]["rules"]
    assert [rules[each["ruleIndex"]]["id"] for each in found["results"]] == [
        each["ruleId"] for each in found["results"]
    ]


def test_sarif_tells_level_place_and_what_to_do() -> None:
    results = json.loads(sarif(RUN, EN))["runs"][0]["results"]
    assert [each["level"] for each in results] == ["error", "error", "warning", "note"]
    assert results[1]["message"] == {"text": "wrong Mend it."}
    assert results[0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "programme.yaml"},
        "region": {"startLine": 3, "startColumn": 5},
    }
    assert results[1]["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "submissions/%C3%A4%20a.xlsx"}},
            "logicalLocations": [{"fullyQualifiedName": "Toimenpiteet!F7"}],
        }
    ]
    assert "logicalLocations" not in results[2]["locations"][0]


def test_junit_has_a_suite_for_each_file_and_a_failure_for_each_error() -> None:
    root = ET.fromstring(junit(RUN, EN))
    suites = {each.get("name"): each for each in root}
    assert list(suites) == ["programme.yaml", "a.xlsx", "b.yaml"]
    assert (root.get("tests"), root.get("failures")) == ("5", "2")
    own = suites["a.xlsx"]
    assert (own.get("tests"), own.get("failures")) == ("3", "1")
    failure = own.find("testcase/failure")
    assert failure is not None
    assert (failure.get("type"), failure.get("message"), failure.text) == (
        "IA-12", "wrong", "Mend it.",
    )  # fmt: skip
    assert [each.get("name") for each in suites["b.yaml"]] == ["paja"]
    assert suites["b.yaml"].find("testcase/failure") is None


def test_junit_stays_xml_whatever_an_input_says() -> None:
    root = ET.fromstring(junit(run(Duty(finding(HOSTILE))), EN))
    found = root.find("testsuite[@name='a.xlsx']/testcase/failure")
    assert found is not None
    assert "</script><b>" in (found.get("message") or "")
    assert "U+001B" in (found.get("message") or "")


def test_github_gets_a_command_for_each_finding() -> None:
    assert github_annotations(RUN, EN).splitlines() == [
        "::error file=programme.yaml,line=3,col=5,title=PR-01::of the programme%0AMend it.",
        "::error file=submissions/ä a.xlsx,title=IA-12 Toimenpiteet!F7::wrong%0AMend it.",
        "::warning file=submissions/ä a.xlsx,title=YL-06::odd%0AMend it.",
        "::notice file=submissions/ä a.xlsx,title=IA-12 Toimenpiteet!F7::so be it%0AMend it.",
    ]


def test_no_value_can_begin_a_command_of_its_own() -> None:
    place = Location(file="a:b,c\n.xlsx", sheet="S::,", cell="A1")
    lines = github_annotations(RunReport(findings=(finding(HOSTILE, place),)), EN).splitlines()
    assert len(lines) == 1
    head, _, said = lines[0].removeprefix("::error ").partition("::")
    assert head == "file=a%3Ab%2CcU+000A.xlsx,title=IA-12 S%3A%3A%2C!A1"
    assert "%250A" in said
    assert "\x1b" not in said
