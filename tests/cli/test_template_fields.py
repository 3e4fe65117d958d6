"""`paja templates fields`: the names of a deliverable as text, as JSON and to print."""

import json
from pathlib import Path

import pytest
from docx import Document

from pipeline.core.errors import ExitCode
from tests.cli.conftest import Paja
from tests.documents.test_validity import audit, structural_faults

TEMPLATES = Path(__file__).parents[2] / "templates"
GAP_LIST = TEMPLATES / "common" / "gap-list"
SPARRING = TEMPLATES / "innovaatio-akatemia" / "sparring-invitation"


@pytest.fixture
def paja_fi(paja: Paja, monkeypatch: pytest.MonkeyPatch) -> Paja:
    """Run a command with Finnish messages."""
    monkeypatch.setenv("PAJA_LANG", "fi")
    return paja


@pytest.mark.parametrize(
    "wanted",
    [
        "sparring-invitation",
        "innovaatio-akatemia/sparring-invitation",
        "sparring_invitation",
        str(SPARRING),
        str(SPARRING / "fi.docx"),
    ],
)
def test_a_deliverable_is_known_by_its_id_context_and_place(paja_fi: Paja, wanted: str) -> None:
    done = paja_fi("templates", "fields", wanted, "--templates", TEMPLATES)

    assert done.code == ExitCode.OK
    assert "kontekstin sparring_invitation nimet" in done.out.splitlines()[0]
    assert "  event.ends – Päättymisaika" in done.out
    assert "{{ event.ends|clock }}  →  11.00" in done.out
    assert "Lomakkeesta: Sparraukset: Alkamisaika, Kesto; ohjelmatiedosto, Vaiheet: Kesto" in (
        " ".join(done.out.split())
    )


def test_json_has_the_meaning_in_three_languages_and_the_field(paja_fi: Paja) -> None:
    done = paja_fi("templates", "fields", "sparring-invitation", "--format", "json")

    told = json.loads(done.out)
    fields = {each["path"]: each for each in told["fields"]}
    assert (told["context"], told["title"]) == ("sparring_invitation", "Sparrauskutsu")
    assert fields["questions"] == {
        "path": "questions",
        "tag": "questions",
        "type": "monirivinen teksti",
        "presence": "voi puuttua: laita ympärille if",
        "title": {
            "fi": "Kysymykset sparraukseen",
            "sv": fields["questions"]["title"]["sv"],
            "en": "Questions for the sparring",
        },
        "meaning": fields["questions"]["meaning"],
        "print": "{{p questions|paragraphs }}",
        "example": "",
        "from": [
            {
                "sheet": "Sparraukset",
                "column": "Kysymykset sparraukseen",
                "key": "sparrings.questions",
                "in_programme": False,
            }
        ],
    }
    assert fields["team.name"]["tag"] == "member.name"


def test_the_list_to_print_is_a_sound_document_with_every_name(
    paja_fi: Paja, tmp_path: Path
) -> None:
    path = tmp_path / "nimet.docx"

    done = paja_fi("templates", "fields", "sparring-invitation", "--format", "docx", "-o", path)

    assert (done.code, done.out) == (ExitCode.OK, "")
    document = Document(str(path))
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert document.core_properties.title == "Pohjan nimet: Sparrauskutsu"
    assert "{{ event.date|date }}\nEsimerkki: 16.11.2021" in cells
    assert "Sparrauksen numero\nSparringens nummer\nSparring number" in cells
    assert all(len(table.rows) > 1 for table in document.tables)
    assert audit(path) == []
    assert structural_faults(path.read_bytes()) == []


def test_a_template_without_a_description_is_known_too(paja: Paja) -> None:
    done = paja("templates", "fields", GAP_LIST / "fi.docx")

    assert done.code == ExitCode.OK
    assert "{%tr for row in group.rows %}" in done.out


def test_an_unknown_name_gets_the_nearest(paja: Paja) -> None:
    done = paja("templates", "fields", "sparing-invitation")

    assert done.code == ExitCode.USAGE
    assert "There is no deliverable or context sparing-invitation." in done.err
    assert "Did you mean sparring-invitation?" in done.err


def test_a_folder_without_a_deliverable_is_told(paja: Paja, tmp_path: Path) -> None:
    done = paja("templates", "fields", tmp_path)

    assert done.code == ExitCode.USAGE
    assert "There is no deliverable in" in done.err


def test_a_description_that_cannot_be_read_is_no_deliverable(paja: Paja, tmp_path: Path) -> None:
    folder = tmp_path / "ohjelma" / "rikki"
    folder.mkdir(parents=True)
    (folder / "deliverable.yaml").write_text("&a [*a", encoding="utf-8")

    assert paja("templates", "fields", folder).code == ExitCode.USAGE
    assert paja("templates", "fields", "rikki", "--templates", tmp_path).code == ExitCode.USAGE


def test_two_deliverables_of_one_name_are_told_apart_by_their_programme(
    paja_fi: Paja, tmp_path: Path
) -> None:
    text = (SPARRING / "deliverable.yaml").read_text(encoding="utf-8")
    other = text.replace("context: sparring_invitation", "context: process_invitation")
    for programme, content in (("yksi", text), ("kaksi", other)):
        (tmp_path / programme / "kutsu").mkdir(parents=True)
        (tmp_path / programme / "kutsu" / "deliverable.yaml").write_text(content, encoding="utf-8")

    both = paja_fi("templates", "fields", "sparring-invitation", "--templates", tmp_path)
    one = paja_fi("templates", "fields", "yksi/sparring-invitation", "--templates", tmp_path)

    assert both.code == ExitCode.USAGE
    assert "kaksi/sparring-invitation, yksi/sparring-invitation" in both.err
    assert one.code == ExitCode.OK


def test_a_document_needs_a_file(paja: Paja) -> None:
    done = paja("templates", "fields", "sparring-invitation", "--format", "docx")

    assert done.code == ExitCode.USAGE
    assert "-o" in done.err
