"""Every document opens: judged as Word would, and by what that judge is known to miss."""

import io
import re
import zipfile
from pathlib import Path
from posixpath import normpath
from xml.etree import ElementTree as ET

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from pipeline.api import compile_template
from pipeline.contexts import plain
from pipeline.contexts.action_plan import action_plan
from tests.documents.conftest import ROOT
from tests.unit.pipeline.contexts.scenes import scene, submission

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEMPLATES = sorted((ROOT / "templates").rglob("*.docx"))
PLAN = ROOT / "templates" / "innovaatio-akatemia" / "action-plan" / "fi.docx"


def audit(file: Path) -> list[str]:
    result = OpenXmlValidator(max_errors=0).validate(str(file))
    return [f"{each.part_uri} {each.description}" for each in result.errors]


def structural_faults(content: bytes) -> list[str]:
    """Return what openxml-audit does not see: bad parts, stray text, cells without paragraphs."""
    faults: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        if len(set(names)) != len(names):
            faults.append("two parts of one name")
        parts = {name: archive.read(name) for name in names}
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            root = ET.fromstring(data)
            faults += [f"{name}: {fault}" for fault in _part_faults(root)]
        if name.endswith(".rels"):
            faults += [f"{name}: {target}" for target in _lost_targets(name, data, set(names))]
    return faults


def _part_faults(root: ET.Element) -> list[str]:
    faults = []
    for parent in root.iter():
        if parent.tag == f"{W}tc" and (len(parent) == 0 or parent[-1].tag != f"{W}p"):
            faults.append("a cell does not end with a paragraph")
        if parent.tag == f"{W}tbl" and parent.find(f"{W}tr") is None:
            faults.append("a table without rows")
        if parent.tag in {f"{W}p", f"{W}body", f"{W}tr"} and (parent.text or "").strip():
            faults.append("text outside a run")
    ids = [each.get(f"{W}id") for each in root.iter(f"{W}bookmarkStart")]
    if len(ids) != len(set(ids)):
        faults.append("two bookmarks of one id")
    return faults


def _lost_targets(name: str, data: bytes, names: set[str]) -> list[str]:
    folder = name.rpartition("_rels/")[0]
    lost = []
    for relation in ET.fromstring(data):
        target = relation.get("Target", "")
        inside = normpath(target.lstrip("/") if target.startswith("/") else f"{folder}{target}")
        if relation.get("TargetMode") != "External" and inside not in names:
            lost.append(target)
    return lost


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_templates_have_no_finding_of_the_audit(file: Path) -> None:
    assert audit(file) == []


def test_documents_have_no_finding_and_no_structural_fault(documents: list[Path]) -> None:
    assert len(documents) > 20
    for file in documents:
        assert audit(file) == [], file.name
        content = file.read_bytes()
        assert structural_faults(content) == [], file.name
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            text = archive.read("word/document.xml").decode()
        assert not re.search(r"\{\{|\{%|\{#", text), file.name


@pytest.fixture(scope="module")
def empty_plan() -> bytes:
    values = plain(action_plan(scene(submission=submission(), draft=True)))
    return compile_template(PLAN.read_bytes()).render(values)


def test_a_plan_of_nothing_but_gaps_is_sound(empty_plan: bytes, tmp_path: Path) -> None:
    assert structural_faults(empty_plan) == []
    file = tmp_path / "plan.docx"
    file.write_bytes(empty_plan)
    assert audit(file) == []
    shown = "\n".join(each.text for each in Document(io.BytesIO(empty_plan)).paragraphs)
    assert shown.count("Täydennettävä") > 10


COMPILED = compile_template(PLAN.read_bytes())


def test_a_text_of_thirty_thousand_characters_is_whole() -> None:
    long = "pitkä sana " * 2_800
    given_values = submission(plan={"summary": long})
    made = COMPILED.render(plain(action_plan(scene(submission=given_values))))
    assert long.strip() in {each.strip() for each in _paragraph_texts(made)}


def _paragraph_texts(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))
    return ["".join(_texts(paragraph)) for paragraph in root.iter(f"{W}p")]


def _texts(paragraph: ET.Element) -> list[str]:
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    return [
        signs.get(each.tag, each.text if each.tag == f"{W}t" else "") or ""
        for each in paragraph.iter()
    ]
