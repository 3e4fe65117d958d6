"""Every text that an organisation can fill in is printed somewhere, exactly as it was written."""

import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from pipeline.api import compile_template
from pipeline.contexts import CONTEXTS, plain
from pipeline.core.layout import Sheet, SheetShape, layout
from pipeline.core.shape import FieldKind
from schemas.academy import AcademySubmission
from tests.documents.conftest import ROOT
from tests.unit.pipeline.contexts.scenes import deliverable, programme, scene

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = " & <w:p/> {{ 7*7 }} {% x %} <!-- \u202b \U0001f3db\ufe0f \"'"
TEMPLATES = {
    "action_plan": "action-plan",
    "kick_off_invitation": "kick-off-invitation",
    "sparring_invitation": "sparring-invitation",
}
#: What is asked for other uses than these documents: matching, checking, later deliverables.
NOT_PRINTED = {
    "organisation.id",
    "organisation.name.sv",
    "organisation.name.en",
    "organisation.business_id",
    "organisation.address",
    "people.organisation",
    "people.email",
    "people.phone",
    "posts.title.sv",
    "posts.title.en",
    "pre_assignment.leaders",
    "pre_assignment.experts",
    "sparrings.link",
    "sparrings.observations",
    "indicators.baseline_text",
    "indicators.target_text",
}


def filled(sheet: Sheet) -> dict[str, object]:
    """Return a row or form in which every text names its field, with hostile text behind it."""
    row: dict[str, object] = {}
    for column in sheet.columns:
        if column.leaf.kind is not FieldKind.TEXT or column.leaf.references or column.leaf.many:
            continue
        branch = row
        for step in column.path[:-1]:
            branch = branch.setdefault(step, {})  # type: ignore[assignment]  # a tree of dicts
        branch[column.path[-1]] = f"⟦{sheet.key}.{column.key}⟧{HOSTILE}"
    return row


SPECIAL: dict[str, dict[str, object]] = {
    "organisation": {"id": "malli", "business_id": None},
    "people": {"id": "HLO1", "email": None, "phone": None},
    "posts": {"id": "TEH1", "holder": "HLO1"},
    "team": {"person": "HLO1", "function": "leadership"},
    "pre_assignment": {"question": "1"},
    "impact_goals": {"id": "V1"},
    "objectives": {"id": "T1", "impact_goals": "V1"},
    "challenges": {"id": "H1", "owner": "TEH1"},
    "measures": {"id": "P1", "objectives": "T1", "responsibility": {"accountable": "TEH1"}},
    "indicators": {"id": "N1", "objective": "T1", "baseline": "1", "target": "2", "owner": "TEH1"},
    "management_links": {"instrument": "budget_cycle", "months": "9", "preparer": "TEH1"},
    "costs": {"year": "2022", "amount": "1 €", "funding": "proposed", "measure": "P1"},
    "risks": {"id": "R1", "probability": "2", "impact": "2", "owner": "TEH1"},
    "pilots": {"challenge": "H1", "state": "done", "timing": "2022"},
    "follow_ups": {"timing": "2023"},
    "sparrings": {
        "number": "1",
        "timing": "16.11.2021",
        "starts": "9.00",
        "link": "https://example.org/x",
    },
    "versions": {"number": "1.0", "date": "1.2.2022", "state": "approved"},
}


@pytest.fixture(scope="module")
def printed() -> str:
    """Return the text of all documents made from a submission with every text filled in."""
    data: dict[str, object] = {}
    for sheet in layout(AcademySubmission):
        row = {**filled(sheet), **SPECIAL.get(sheet.key, {})}
        data[sheet.key] = row if sheet.shape is SheetShape.FORM else [row]
    data["management_links"] = [
        *data["management_links"],  # type: ignore[misc]  # a list of rows, made above
        {"instrument": "performance", "not_applicable": "kyllä",
            "reason": f"⟦management_links.reason⟧{HOSTILE}"},
    ]  # fmt: skip
    submission = AcademySubmission.model_validate(data)
    texts = []
    for context, folder in TEMPLATES.items():
        found = scene(
            submission=submission,
            programme=programme(),
            deliverable=deliverable(context),
            sparring=submission.sparrings[0],
        )
        file = ROOT / "templates" / "innovaatio-akatemia" / folder / "fi.docx"
        made = compile_template(file.read_bytes()).render(plain(CONTEXTS[context](found)))
        texts.append(words(made))
    return "\n".join(texts)


def words(content: bytes) -> str:
    import io

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))
    paragraphs = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p"))
    return "\n".join(paragraphs)


def keys() -> list[str]:
    return [
        f"{sheet.key}.{column.key}"
        for sheet in layout(AcademySubmission)
        for column in sheet.columns
        if column.leaf.kind is FieldKind.TEXT
        and not column.leaf.references
        and not column.leaf.many
        and column.key not in {"id", "number", "email", "phone", "business_id"}
        and f"{sheet.key}.{column.key}" not in NOT_PRINTED
    ]


@pytest.mark.parametrize("key", keys())
def test_each_text_is_printed_exactly(printed: str, key: str) -> None:
    assert f"⟦{key}⟧{HOSTILE}" in printed


def test_the_list_of_what_is_not_printed_names_real_fields() -> None:
    real = {
        f"{sheet.key}.{column.key}"
        for sheet in layout(AcademySubmission)
        for column in sheet.columns
    }
    assert real >= NOT_PRINTED
    assert Path(ROOT / "templates").is_dir()
