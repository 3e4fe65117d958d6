"""Every text that an organisation can fill in is printed somewhere, exactly as it was written."""

import io
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.api import compile_template
from pipeline.contexts import CONTEXTS, plain
from pipeline.core.layout import Sheet, SheetShape, layout
from pipeline.core.shape import FieldKind
from schemas.academy import AcademySubmission
from schemas.fields.text import plain as plain_text
from tests.documents.conftest import ROOT
from tests.documents.test_validity import audit, structural_faults
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
    "application.will",
    "application.commitment",
    "application.need",
    "application.team",
    "sparring_actions.what",
    "management_items.proposal",
    "management_items.alternatives",
    "management_items.economic_effects",
    "management_items.decision",
    "acknowledgements.rule",
    "acknowledgements.where",
    "acknowledgements.reason",
    "acknowledgements.who",
}


def filled(sheet: Sheet, hostile: str) -> dict[str, object]:
    """Return a row or form in which every text names its field, with hostile text behind it."""
    row: dict[str, object] = {}
    for column in sheet.columns:
        if column.leaf.kind is not FieldKind.TEXT or column.leaf.references or column.leaf.many:
            continue
        branch = row
        for step in column.path[:-1]:
            branch = branch.setdefault(step, {})  # type: ignore[assignment]  # a tree of dicts
        branch[column.path[-1]] = f"⟦{sheet.key}.{column.key}⟧{hostile}"
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
    "sparring_actions": {"sparring": "1"},
    "versions": {"number": "1.0", "date": "1.2.2022", "state": "approved"},
}


def submission_of(hostile: str) -> AcademySubmission:
    """Return a submission with every text filled in, hostile text behind each field's name."""
    data: dict[str, object] = {}
    for sheet in layout(AcademySubmission):
        row = {**filled(sheet, hostile), **SPECIAL.get(sheet.key, {})}
        data[sheet.key] = row if sheet.shape is SheetShape.FORM else [row]
    reason = f"⟦management_links.reason⟧{hostile}"
    data["management_links"] = [
        *data["management_links"],  # type: ignore[misc]  # a list of rows, made above
        {"instrument": "performance", "not_applicable": "kyllä", "reason": reason},
    ]
    return AcademySubmission.model_validate(data)


COMPILED = {
    context: compile_template(
        (ROOT / "templates" / "innovaatio-akatemia" / folder / "fi.docx").read_bytes()
    )
    for context, folder in TEMPLATES.items()
}


def documents_of(hostile: str) -> list[bytes]:
    """Return the documents of a submission with every text filled in."""
    given = submission_of(hostile)
    return [
        template.render(
            plain(
                CONTEXTS[context](
                    scene(
                        submission=given,
                        programme=programme(),
                        deliverable=deliverable(context),
                        sparring=given.sparrings[0],
                    )
                )
            )
        )
        for context, template in COMPILED.items()
    ]


@pytest.fixture(scope="module")
def printed() -> str:
    """Return the text of all documents made from a submission with every text filled in."""
    return "\n".join(map(words, documents_of(HOSTILE)))


def words(content: bytes) -> str:
    """Return the paragraphs of a document, one a line."""
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


#: What the schema keeps as it is: no control characters, no blanks at the ends, no semicolon
#: (which divides the names of experts).
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufffe\uffff;")
    | st.sampled_from("<>&{}%#\"'-_x"),
    min_size=1,
    max_size=80,
).map(lambda text: f" {text}⟧")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_in_any_field_is_printed_exactly_in_a_sound_document(hostile: str) -> None:
    documents = documents_of(hostile)
    shown = "\n".join(map(words, documents))
    # The schema decodes Excel's escapes, such as _x0041_, in what people wrote.
    expected = plain_text(hostile)
    for key in keys():
        assert f"⟦{key}⟧{expected}" in shown, key
    for document in documents:
        assert structural_faults(document) == []
        with tempfile.NamedTemporaryFile(suffix=".docx") as file:
            file.write(document)
            file.flush()
            assert audit(Path(file.name)) == []


def test_the_list_of_what_is_not_printed_names_real_fields() -> None:
    real = {
        f"{sheet.key}.{column.key}"
        for sheet in layout(AcademySubmission)
        for column in sheet.columns
    }
    assert real >= NOT_PRINTED
    assert Path(ROOT / "templates").is_dir()
