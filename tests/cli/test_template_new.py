"""`paja templates new`: a deliverable that is checked, rendered and edited from the first day."""

import json
import shutil
from pathlib import Path

import pytest
from docx import Document
from docx.text.paragraph import Paragraph

from pipeline.app.templates.starting import NewDeliverable, start_deliverable
from pipeline.contexts.subjects import SUBJECTS
from pipeline.core.errors import ExitCode
from schemas.programme import ProgrammeModel
from tests.cli.conftest import ACADEMY, EXAMPLES, Paja
from tests.documents.test_validity import audit, structural_faults

TEMPLATES = Path(__file__).parents[2] / "templates"
OF_PROGRAMME = "TE-51"
COMMUNITY = EXAMPLES / "yhteisollinen-innovointi"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a templates folder with the house style alone."""
    (tmp_path / "pohjat").mkdir()
    shutil.copy(TEMPLATES / "house-style.docx", tmp_path / "pohjat")
    return tmp_path / "pohjat"


def begin(folder: Path, programme: ProgrammeModel, language: str = "fi") -> list[Path]:
    """Begin a deliverable for every context of a programme; return the templates."""
    return [
        start_deliverable(
            NewDeliverable(
                programme=programme,
                name=f"uusi-{context.replace('_', '-')}",
                context=context,
                language=language,
                templates=folder,
            )
        )[1]
        for context, subject in SUBJECTS.items()
        if subject.model is programme
    ]


@pytest.mark.parametrize(
    ("programme", "language"),
    [
        (ProgrammeModel.ACADEMY, "fi"),
        (ProgrammeModel.COMMUNITY, "fi"),
        (ProgrammeModel.ACADEMY, "sv"),
    ],
)
def test_a_new_template_has_no_fault_whatever_its_context(
    paja: Paja, folder: Path, programme: ProgrammeModel, language: str
) -> None:
    begun = begin(folder, programme, language)

    proof = () if language == "fi" else ("--no-proof",)
    done = paja("templates", "check", "--templates", folder, "--strict", "--format", "json", *proof)

    # What the programme's other templates would show is no fault of these.
    found = [each for each in json.loads(done.out)["findings"] if each["code"] != OF_PROGRAMME]
    assert len(begun) == 4
    assert (found, done.code) == ([], ExitCode.OK)
    for path in begun:
        assert audit(path) == []
        assert structural_faults(path.read_bytes()) == []
        assert Document(str(path)).core_properties.language[:2] == language


@pytest.mark.parametrize(
    ("programme", "files"),
    [
        (ProgrammeModel.ACADEMY, ("programme.yaml", "submissions/keskimaa.yaml")),
        (ProgrammeModel.COMMUNITY, ("programme.yaml", "submissions/esimerkkila.xlsx")),
    ],
)
def test_a_new_deliverable_is_made_of_the_examples(
    paja: Paja, folder: Path, tmp_path: Path, programme: ProgrammeModel, files: tuple[str, ...]
) -> None:
    begin(folder, programme)
    example = ACADEMY if programme is ProgrammeModel.ACADEMY else COMMUNITY
    for file in files:
        (tmp_path / "ohjelma" / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(example / file, tmp_path / "ohjelma" / file)

    done = paja(
        "batch", tmp_path / "ohjelma", "-o", tmp_path / "out", "--templates", folder,
        "--language", "fi",
    )  # fmt: skip

    made = sorted((tmp_path / "out").rglob("*.docx"))
    assert done.code == ExitCode.OK
    assert {path.name.split("_")[1].rstrip("-0123456789") for path in made} >= {
        path.parent.name for path in folder.rglob("fi.docx")
    }
    for path in made:
        text = "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
        assert "{{" not in text
        assert "{%" not in text
        assert structural_faults(path.read_bytes()) == []
    assert audit(made[0]) == []


def _style(paragraph: Paragraph) -> str | None:
    return paragraph.style.name if paragraph.style else None


def test_the_plan_begins_with_its_title_and_has_its_lists(paja: Paja, folder: Path) -> None:
    done = paja(
        "templates", "new", "innovaatio-akatemia", "tiivis-suunnitelma", "--context",
        "action-plan", "--templates", folder,
    )  # fmt: skip

    place = folder / "innovaatio-akatemia" / "tiivis-suunnitelma"
    document = Document(str(place / "fi.docx"))
    texts = [each.text for each in document.paragraphs]
    headings = [each.text for each in document.paragraphs if _style(each) == "Heading 1"]
    assert done.code == ExitCode.OK
    assert done.out.splitlines() == [
        f"Made: {place / 'deliverable.yaml'}",
        f"Made: {place / 'fi.docx'}",
    ]
    assert texts[:3] == [
        "{{ document.kind }}",
        "{{ document.title }}",
        "{{ document.organisation }}",
    ]
    assert {"Tiivistelmä", "Tavoitteet", "Toimenpiteet", "Riskit"} <= set(headings)
    assert "{{p summary|paragraphs }}" in texts
    at = texts.index("{%p if measures %}")
    assert texts[at : at + 4] == [
        "{%p if measures %}", "{%p else %}", "{{ gaps.measures }}", "{%p endif %}"
    ]  # fmt: skip
    assert document.core_properties.title == "Tiivis suunnitelma"


def test_the_description_says_what_it_is_and_what_may_be_changed(paja: Paja, folder: Path) -> None:
    paja(
        "templates", "new", "yhteisollinen-innovointi", "workshop-guide", "--language", "sv",
        "--templates", folder,
    )  # fmt: skip

    place = folder / "yhteisollinen-innovointi" / "workshop-guide"
    text = (place / "deliverable.yaml").read_text(encoding="utf-8")
    assert (place / "sv.docx").is_file()
    assert "\nid: workshop-guide\n" in text
    assert "\ncontext: workshop_guide\n" in text
    assert "\n  sv: Workshop guide\n  # fi: …\n" in text
    assert "\nscope: workshop\n" in text
    assert "\ngate: P1\n" in text
    assert "\n# calendar: workshop\n" in text
    assert "# Below this gate the document is made as a draft." in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("innovaatio-akatemia", "kutsu"), "--context"),
        (("innovaatio-akatemia", "kutsu", "--context", "actionplan"), "Did you mean action_plan?"),
        (("innovaatio-akatemia", "kutsu", "--context", "workshop_guide"), "no context"),
        (("innovaatio-akatemia", "Kutsu!", "--context", "action_plan"), "hyphens: kutsu."),
        (("innovaatio-akatemia", "../kutsu", "--context", "action_plan"), "cannot be called"),
    ],
)
def test_what_will_not_do_is_told_and_nothing_is_written(
    paja: Paja, folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = sorted(folder.parent.rglob("*"))

    done = paja("templates", "new", *arguments, "--templates", folder)

    assert done.code == ExitCode.USAGE
    assert said in done.err
    assert sorted(folder.parent.rglob("*")) == before


def test_nothing_that_is_there_is_written_over(paja: Paja, folder: Path) -> None:
    place = folder / "innovaatio-akatemia" / "action-plan"
    arguments = ("templates", "new", "innovaatio-akatemia", "action-plan", "--templates", folder)
    assert paja(*arguments).code == ExitCode.OK
    place.rename(place.with_name("toinen"))
    taken = paja(*arguments)
    shutil.rmtree(place.with_name("toinen"))
    place.mkdir()
    (place / "oma.txt").write_text("oma", encoding="utf-8")

    there = paja(*arguments)

    assert (taken.code, there.code) == (ExitCode.USAGE, ExitCode.USAGE)
    assert [path.name for path in place.iterdir()] == ["oma.txt"]


def test_the_templates_that_come_with_paja_are_left_alone(
    paja: Paja, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundled = tmp_path / "pipeline" / "_templates"
    bundled.mkdir(parents=True)
    monkeypatch.setattr("pipeline.__file__", str(tmp_path / "pipeline" / "__init__.py"))

    done = paja("templates", "new", "innovaatio-akatemia", "action-plan", "--templates", bundled)

    assert done.code == ExitCode.USAGE
    assert list(bundled.iterdir()) == []


def test_a_house_style_that_is_no_document_is_told(paja: Paja, folder: Path) -> None:
    (folder / "house-style.docx").write_bytes(b"no document")

    done = paja("templates", "new", "innovaatio-akatemia", "action-plan", "--templates", folder)

    assert done.code not in {ExitCode.OK, ExitCode.BUG}
    assert "not a whole Word document" in done.err
    assert not (folder / "innovaatio-akatemia").exists()
