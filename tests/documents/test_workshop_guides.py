"""The facilitator's guides of a process: whole, accessible, and true to what was filled in."""

import re
import shutil
from pathlib import Path

import pytest

from pipeline.api import InputRequest, ProductionRequest, compile_template, produce
from pipeline.contexts import CONTEXTS, plain
from pipeline.core.layout import SheetShape, layout
from pipeline.core.shape import FieldKind
from schemas.community import CommunitySubmission
from tests.documents import test_accessibility as accessibility
from tests.documents.conftest import ROOT
from tests.documents.test_every_field import HOSTILE, filled, words
from tests.documents.test_validity import audit, structural_faults
from tests.unit.pipeline.contexts.scenes import deliverable, programme, scene

FOLDER = "yhteisollinen-innovointi"
GUIDES = {"process_guide": "facilitator-guide", "workshop_guide": "workshop-guide"}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the guides of the example, in order."""
    folder = tmp_path_factory.mktemp("guides")
    shutil.copytree(ROOT / "examples" / FOLDER, folder / "ohjelma")
    out = folder / "out"
    produce(ProductionRequest(inputs=InputRequest(paths=(folder / "ohjelma",)), out=out))
    return sorted(out.rglob("*opas*.docx"))


@pytest.mark.parametrize(
    "check",
    [
        accessibility.test_title_language_and_author_are_set,
        accessibility.test_headings_go_down_one_level_at_a_time,
        accessibility.test_tables_have_repeated_header_rows_and_descriptions_and_no_merged_cells,
        accessibility.test_no_empty_paragraphs_text_boxes_or_pictures_without_words,
        accessibility.test_lists_are_real_lists,
        accessibility.test_visible_text_has_contrast,
    ],
)
def test_the_guides_are_accessible(check: object, documents: list[Path]) -> None:
    assert callable(check)
    check(documents)


def test_there_is_a_whole_guide_and_one_for_each_workshop(documents: list[Path]) -> None:
    names = [re.sub(r"^[0-9-]+_|_v.*", "", each.name) for each in documents]

    assert sorted(names) == [
        "fasilitaattorin-opas_esimerkkila_fi",
        *(f"tyopajan-opas-{number}_esimerkkila_fi" for number in range(1, 6)),
    ]


def test_the_guides_are_sound_and_have_no_finding_of_the_audit(documents: list[Path]) -> None:
    for file in documents:
        assert audit(file) == [], file.name
        assert structural_faults(file.read_bytes()) == [], file.name
        assert not re.search(r"\{\{|\{%|\{#|Täydennettävä", words(file.read_bytes())), file.name


def test_the_whole_guide_has_its_chapters_in_their_order(documents: list[Path]) -> None:
    whole = next(each for each in documents if "fasilitaattorin" in each.name)
    headings = [
        accessibility.text_of(each)
        for each in accessibility.part(whole, "word/document.xml").iter()
        if each.tag == f"{accessibility.W}p" and accessibility.style_of(each) == "Heading1"
    ]

    assert [re.sub(r"työpaja: .*", "työpaja", each) for each in headings] == [
        "Näin käytät opasta",
        "Prosessi yhdellä sivulla",
        "Roolit",
        "Pelisäännöt avoimeen vuoropuheluun",
        "Ensimmäinen työpaja",
        "Toinen työpaja",
        "Kolmas työpaja",
        "Neljäs työpaja",
        "Viides työpaja",
        "Menetelmäkori",
        "Etätoteutus",
        "Lähteet",
    ]


@pytest.mark.parametrize(("confirmed", "told"), [("ei", True), ("kyllä", False)])
def test_the_footer_tells_that_unconfirmed_names_are_the_organisers_own(
    confirmed: str, *, told: bool, tmp_path: Path
) -> None:
    for number, content in enumerate(made(submission(names_confirmed=confirmed))):
        file = tmp_path / f"{number}.docx"
        file.write_bytes(content)
        for name in ("word/footer1.xml", "word/footer2.xml"):
            assert (
                "omia työnimiä" in accessibility.text_of(accessibility.part(file, name))
            ) is told


#: Addresses stand behind links, where no text of any kind can be.
LINKS = ("accessibility_form", "privacy_url")
WORKSHOP_LINKS = ("link", "registration_link", "registration_email")
#: What is asked for other documents of the process, for matching or for checking.
NOT_PRINTED = {
    "process.id",
    "process.name.sv",
    "process.name.en",
    "process.funding",
    *(f"process.{each}" for each in LINKS),
    *(f"workshops.{each}" for each in WORKSHOP_LINKS),
    "organisations.id",
    "organisations.business_id",
    "organisations.name.sv",
    "organisations.name.en",
    "workshops.name.sv",
    "workshops.name.en",
    "workshops.welcome",
    "workshops.outside_period_reason",
    "methods.id",
    "methods.source_url",
}
#: The parts of a submission of which the guides tell all.
PRINTED = ("process", "organisations", "workshops", "invitees", "methods", "blocks", "materials")
SPECIAL: dict[str, dict[str, object]] = {
    "process": {"id": "malli", "facilitators": "HLO1", **dict.fromkeys(LINKS)},
    "organisations": {"id": "kunta", "role": "client", "business_id": None},
    "workshops": {
        "number": "1",
        "timing": "19.10.2021",
        "starts": "9.00",
        "duration": "1 h",
        "expected": "11",
        **dict.fromkeys(WORKSHOP_LINKS),
    },
    "invitees": {"kind": "leaders"},
    "methods": {"id": "M1", "source_url": None},
    "blocks": {"workshop": "1", "type": "talk", "duration": "1 h", "method": "M1"},
    "materials": {"basis": "event", "amount": "1"},
}


def submission(**process: str) -> CommunitySubmission:
    """Return a process with every text filled in, hostile text behind each field's name."""
    data: dict[str, object] = {}
    for sheet in layout(CommunitySubmission):
        if sheet.key in PRINTED:
            row = {**filled(sheet, HOSTILE), **SPECIAL[sheet.key]}
            data[sheet.key] = {**row, **process} if sheet.shape is SheetShape.FORM else [row]
    return CommunitySubmission.model_validate(data)


def made(given: CommunitySubmission) -> list[bytes]:
    """Return both guides of a process."""
    return [
        compile_template((ROOT / "templates" / FOLDER / name / "fi.docx").read_bytes()).render(
            plain(
                CONTEXTS[context](
                    scene(
                        submission=given,
                        programme=programme(),
                        deliverable=deliverable(context),
                        workshop=given.workshops[0],
                    )
                )
            )
        )
        for context, name in GUIDES.items()
    ]


@pytest.fixture(scope="module")
def printed() -> str:
    return "\n".join(map(words, made(submission())))


@pytest.mark.parametrize(
    "key",
    [
        key
        for sheet in layout(CommunitySubmission)
        if sheet.key in PRINTED
        for column in sheet.columns
        if (key := f"{sheet.key}.{column.key}") not in NOT_PRINTED
        and column.leaf.kind is FieldKind.TEXT
        and not column.leaf.references
        and not column.leaf.many
    ],
)
def test_each_text_is_printed_exactly(printed: str, key: str) -> None:
    assert f"⟦{key}⟧{HOSTILE}" in printed


def test_a_guide_of_nothing_but_gaps_is_sound(tmp_path: Path) -> None:
    given = CommunitySubmission.model_validate({
        "process": {"id": "malli"},
        "workshops": [{"number": "1"}],
    })
    for number, content in enumerate(made(given)):
        file = tmp_path / f"{number}.docx"
        file.write_bytes(content)
        assert audit(file) == []
        assert structural_faults(content) == []
        assert words(content).count("Täydennettävä") > 5
