"""Findings as JUnit XML, which CI servers read: a suite for each file, an error is a failure."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from xml.etree import ElementTree as ET

from pipeline.core.finding import Finding, Severity
from pipeline.language.catalogue import Translator
from pipeline.report.order import in_order
from pipeline.report.run import RunReport, place_in_file
from pipeline.report.visible import visible


def junit(report: RunReport, translator: Translator) -> str:
    """Return the run as JUnit XML; a file without findings is a case that passes."""
    root = ET.Element("testsuites", name="paja")
    found = in_order(report.findings)
    groups = {
        name: tuple(group) for name, group in groupby(found, key=lambda each: each.location.file)
    }
    for name in dict.fromkeys((*groups, *(file.summary.file for file in report.files))):
        _suite(root, name or "paja", groups.get(name, ()), translator)
    counts = Counter(finding.severity for finding in found)
    root.set("tests", str(len(root.findall("testsuite/testcase"))))
    root.set("failures", str(counts[Severity.ERROR]))
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False) + "\n"


def _suite(
    root: ET.Element, name: str, findings: Iterable[Finding], translator: Translator
) -> None:
    suite = ET.SubElement(root, "testsuite", name=visible(name))
    listed = tuple(findings)
    for finding in listed:
        _case(suite, name, finding, translator)
    if not listed:
        ET.SubElement(suite, "testcase", classname=visible(name), name="paja")
    failures = sum(finding.severity is Severity.ERROR for finding in listed)
    suite.set("tests", str(max(len(listed), 1)))
    suite.set("failures", str(failures))


def _case(suite: ET.Element, name: str, finding: Finding, translator: Translator) -> None:
    title = " ".join(filter(None, (finding.code, place_in_file(finding))))
    case = ET.SubElement(suite, "testcase", classname=visible(name), name=visible(title))
    message = visible(translator.text(finding.message))
    hint = visible(translator.text(finding.hint)) if finding.hint else ""
    if finding.severity is Severity.ERROR:
        failure = ET.SubElement(case, "failure", type=finding.code, message=message)
        failure.text = hint
    else:
        ET.SubElement(case, "system-out").text = f"{message}\n{hint}".strip()
