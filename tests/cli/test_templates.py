"""`paja templates check`: what it finds, where, and what it ends with."""

import json
import shutil
from pathlib import Path

import pytest
from docx import Document

from pipeline.core.errors import ExitCode
from tests.cli.conftest import Paja

TEMPLATES = Path(__file__).parents[2] / "templates"
INVITATION = "innovaatio-akatemia/kick-off-invitation"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a templates folder with one deliverable and the list of gaps."""
    shutil.copytree(TEMPLATES / INVITATION, tmp_path / "pohjat" / INVITATION)
    shutil.copytree(TEMPLATES / "common", tmp_path / "pohjat" / "common")
    return tmp_path / "pohjat"


def _add(path: Path, *paragraphs: str) -> None:
    document = Document(str(path))
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))


def test_sound_templates_end_with_0(paja: Paja, folder: Path) -> None:
    done = paja("templates", "check", folder / "common", folder / INVITATION)

    assert (done.code, done.out) == (ExitCode.OK, "No findings.\n")


def test_what_a_programme_asks_for_and_shows_nowhere_is_noted(paja: Paja, folder: Path) -> None:
    done = paja("templates", "check", "--templates", folder, "--no-proof", "--format", "json")

    (found,) = json.loads(done.out)["findings"]
    assert done.code == ExitCode.OK
    assert (found["code"], found["severity"]) == ("TE-51", "info")
    assert found["file"] == "innovaatio-akatemia"
    assert "event.minutes" in found["message"]


def test_languages_that_differ_are_told(paja: Paja, folder: Path) -> None:
    written = folder / INVITATION / "fi.docx"
    shutil.copy(written, written.with_name("sv.docx"))
    _add(written, "{{ event.minutes }}")

    done = paja("templates", "check", folder / INVITATION, "--no-proof", "--format", "json")

    told = [each for each in json.loads(done.out)["findings"] if each["code"] == "TE-50"]
    assert [each["file"] for each in told] == [f"{INVITATION}/sv.docx"]
    assert "event.minutes" in told[0]["message"]


def test_every_fault_of_every_template_is_told_with_its_place(paja: Paja, folder: Path) -> None:
    _add(folder / INVITATION / "fi.docx", "Tervetuloa {{ event.nmae }} tilaisuuteen", "{{ open")
    _add(folder / "common" / "gap-list" / "fi.docx", "{{ g.name }}")

    done = paja("templates", "check", "--templates", folder, "--format", "json")

    found = json.loads(done.out)["findings"]
    assert done.code == ExitCode.FINDINGS
    assert {(each["file"], each["code"], each["tag"]) for each in found} == {
        (f"{INVITATION}/fi.docx", "TE-01", "{{ open"),
        ("common/gap-list/fi.docx", "TE-10", "{{ g.name }}"),
    }


def test_a_wrong_name_has_its_heading_words_and_the_nearest_name(paja: Paja, folder: Path) -> None:
    path = folder / INVITATION / "fi.docx"
    _add(path, "Tervetuloa {{ event.nmae }} tilaisuuteen")

    done = paja("templates", "check", path, "--format", "json")

    (found,) = json.loads(done.out)["findings"]
    assert set(found) >= {"part", "heading", "table", "row", "table_column", "paragraph", "tag"}
    assert found["part"] == "word/document.xml"
    assert found["heading"]
    assert found["paragraph"] > 50
    assert "Tervetuloa {{ event.nmae }} tilaisuuteen" in found["message"]
    assert found["hint"] == "Did you mean name?"


def test_a_warning_ends_with_1_only_if_strict(paja: Paja, folder: Path) -> None:
    path = folder / INVITATION / "fi.docx"
    _add(path, "{% if gaps.team %}Tiimi{% endif %}")

    assert paja("templates", "check", path).code == ExitCode.OK
    assert paja("templates", "check", path, "--strict").code == ExitCode.FINDINGS


@pytest.mark.parametrize("form", ["sarif", "junit", "github", "html"])
def test_other_programs_get_the_path_of_the_template(paja: Paja, folder: Path, form: str) -> None:
    path = folder / INVITATION / "fi.docx"
    _add(path, "{{ event.nmae }}")

    done = paja("templates", "check", path, "--format", form)

    assert done.code == ExitCode.FINDINGS
    assert "TE-10" in done.out
    assert "kick-off-invitation/fi.docx" in done.out


def test_a_faulty_description_is_told_and_the_other_templates_are_checked(
    paja: Paja, folder: Path
) -> None:
    description = folder / INVITATION / "deliverable.yaml"
    text = description.read_text(encoding="utf-8")
    description.write_text(text.replace("kick_off_invitation", "kick_of"), encoding="utf-8")
    _add(folder / "common" / "gap-list" / "fi.docx", "{{ file|date }}")

    done = paja("templates", "check", "--templates", folder, "--format", "json")

    found = json.loads(done.out)["findings"]
    assert {(each["file"], each["code"]) for each in found} == {
        (f"{INVITATION}/deliverable.yaml", "TE-01"),
        ("common/gap-list/fi.docx", "TE-14"),
    }


def test_a_file_that_is_no_template_is_told(paja: Paja, tmp_path: Path) -> None:
    path = tmp_path / "fi.docx"
    path.write_bytes(b"no document")

    done = paja("templates", "check", path)

    assert done.code == ExitCode.FINDINGS
    assert "not a whole Word document" in done.out


def test_a_template_without_its_description_is_told_to_be_checked_in_part(
    paja: Paja, tmp_path: Path
) -> None:
    shutil.copy(TEMPLATES / INVITATION / "fi.docx", tmp_path)

    done = paja("templates", "check", tmp_path / "fi.docx")

    assert done.code == ExitCode.OK
    assert "there is no deliverable.yaml beside it" in done.out


def test_nothing_to_check_is_wrong_usage(paja: Paja, tmp_path: Path) -> None:
    assert paja("templates", "check", tmp_path).code == ExitCode.USAGE
    assert paja("templates", "check", tmp_path / "ei-ole.docx").code == ExitCode.ENVIRONMENT


@pytest.mark.parametrize(
    "deliverable",
    sorted(path.parent.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("fi.docx")),
)
def test_a_tag_typed_wrong_is_caught_in_each_deliverable(
    paja: Paja, tmp_path: Path, deliverable: str
) -> None:
    folder = tmp_path / deliverable
    shutil.copytree(TEMPLATES / deliverable, folder)
    _add(folder / "fi.docx", "{{ tyhjaa }}")

    done = paja("templates", "check", folder / "fi.docx", "--format", "json")

    codes = [(each["code"], each["tag"]) for each in json.loads(done.out)["findings"]]
    assert ("TE-10", "{{ tyhjaa }}") in codes
