"""`paja templates diff`: what a change of templates changes, and what comes of it in documents."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from pipeline.app.comparing import pages
from pipeline.core.errors import ExitCode
from pipeline.output import page_pictures
from tests.cli.conftest import Paja

TEMPLATES = Path(__file__).parents[2] / "templates"
INVITATION = "innovaatio-akatemia/kick-off-invitation"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository, the present folder, with one deliverable."""
    (tmp_path / "templates" / INVITATION).mkdir(parents=True)
    description = TEMPLATES / INVITATION / "deliverable.yaml"
    shutil.copy(description, tmp_path / "templates" / INVITATION)
    _build(template(tmp_path / "templates"))
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "Pohjat")
    return tmp_path


@pytest.fixture
def tried(repository: Path, programme: Path) -> Path:
    """Return the repository, with one submission in a programme folder."""
    assert programme.parent == repository
    return repository


def _build(path: Path) -> None:
    document = Document()
    document.add_heading("Tavoite", 1)
    document.add_paragraph("{{ document.title }}. Tervetuloa!")
    document.add_paragraph("Kummi {{ mentor }}")
    document.add_paragraph("{%p if not next_stages %}")
    document.add_paragraph("Kerromme jatkosta tilaisuudessa.")
    document.add_paragraph("{%p endif %}")
    document.add_heading("Mitä seuraavaksi", 1)
    document.save(str(path))


def git(*arguments: str) -> None:
    """Run Git in the present folder."""
    who = ["-c", "user.name=Testi", "-c", "user.email=testi@example.org"]
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


def template(folder: Path) -> Path:
    """Return the template of a templates folder."""
    return folder / INVITATION / "fi.docx"


def edit(path: Path, old: str, new: str) -> None:
    """Replace words in a template's runs; the test fails if they are not there."""
    document = Document(str(path))
    runs = [run for each in document.paragraphs for run in each.runs if old in run.text]
    assert runs, old
    for run in runs:
        run.text = run.text.replace(old, new)
    document.save(str(path))


def outcome(text: str) -> Any:  # noqa: ANN401 - JSON of any shape, looked into by the test
    """Return what the command prints as JSON."""
    return json.loads(text)


def test_nothing_changed_is_said_in_a_line(paja: Paja, repository: Path) -> None:
    done = paja("templates", "diff", "HEAD")

    assert repository == Path.cwd()
    assert done.code == ExitCode.OK
    assert "Change of templates: HEAD → the working tree\n" in done.out
    assert "The templates are the same.\n" in done.out


def test_words_structure_tags_and_documents_are_told_apart(paja: Paja, tried: Path) -> None:
    path = template(tried / "templates")
    edit(path, "{{ mentor }}", "{{ document.author }}")
    edit(path, "Kerromme jatkosta tilaisuudessa.", "Kerromme jatkosta myöhemmin.")
    document = Document(str(path))
    (heading,) = (each for each in document.paragraphs if each.text == "Mitä seuraavaksi")
    heading.insert_paragraph_before("Kahvi tarjotaan.", style="Quote")
    document.save(str(path))

    done = paja("templates", "diff", "HEAD", "--format", "json")

    found = outcome(done.out)
    assert done.code == ExitCode.OK
    (changed,) = found["templates"]
    told = [(each["matter"], each["before"], each["after"]) for each in changed["differences"]]
    assert told == [
        ("tags", "{{ mentor }}", "{{ document.author }}"),
        ("wording", "Kerromme jatkosta tilaisuudessa.", "Kerromme jatkosta myöhemmin."),
        ("wording", None, "[Quote] Kahvi tarjotaan."),
    ]
    (made,) = found["documents"]
    assert (made["fate"], made["was_final"], made["is_final"]) == ("changed", True, True)
    sentences = [each["after"] for each in made["differences"]]
    assert sentences == ["Kummi Koordi Naattori", "[Quote] Kahvi tarjotaan."]
    assert found["inputs"] == ["ohjelma/submissions/keskimaa.yaml"]


def test_a_folder_outside_of_the_repository_is_compared_with_a_revision(
    paja: Paja, repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("muualla") / "pohjat"
    shutil.copytree(repository / "templates", outside)
    edit(template(outside), "Tavoite", "Päämäärä")

    done = paja("templates", "diff", "HEAD", outside)

    assert done.code == ExitCode.OK
    assert "Templates changed: 1, unchanged: 0." in done.out


def test_a_form_change_alone_leaves_the_words(paja: Paja, tried: Path) -> None:
    faulty = tried / "ohjelma" / "submissions" / "rikki.yaml"
    faulty.write_text("organisation: [", encoding="utf-8")
    path = template(tried / "templates")
    document = Document(str(path))
    document.styles["Quote"].font.size = 120_000
    document.save(str(path))

    done = paja("templates", "diff", "HEAD")

    assert done.code == ExitCode.OK
    assert "only styles, pictures or settings have changed" in done.out
    assert "Say the same, but may look different" in done.out
    assert "Left out, because of errors in them: ohjelma/submissions/rikki.yaml." in done.out


def test_a_name_typed_wrong_is_a_document_that_can_no_longer_be_made(
    paja: Paja, tried: Path
) -> None:
    edit(template(tried / "templates"), "{{ mentor }}", "{{ mentro }}")

    done = paja("templates", "diff", "HEAD")

    assert done.code == ExitCode.FINDINGS
    assert "Documents that can no longer be made: 1." in done.out
    assert "The template uses the name mentro" in done.out


def test_the_other_way_round_it_can_be_made_again(paja: Paja, tried: Path) -> None:
    shutil.copytree(tried / "templates", tried / "uudet")
    edit(template(tried / "templates"), "{{ mentor }}", "{{ mentro }}")

    done = paja("templates", "diff", "templates", "uudet")

    assert done.code == ExitCode.OK
    assert "Documents that can be made again: 1." in done.out


def test_a_document_that_becomes_a_draft_is_told_and_fails_if_strict(
    paja: Paja, tried: Path
) -> None:
    edit(template(tried / "templates"), "{{ mentor }}", "{{ mentor }} {{ gaps.team }}")

    done = paja("templates", "diff", "HEAD", "--strict")

    assert "Documents that were ready and are drafts now: 1." in done.out
    assert done.code == ExitCode.FINDINGS


def test_a_template_that_is_added_and_one_that_is_removed(paja: Paja, tried: Path) -> None:
    path = template(tried / "templates")
    shutil.copy(path, path.with_name("sv.docx"))
    path.unlink()

    done = paja("templates", "diff", "HEAD", "--format", "json")

    found = outcome(done.out)
    acts = {each["path"]: each["act"] for each in found["templates"]}
    assert acts == {f"{INVITATION}/fi.docx": "removed", f"{INVITATION}/sv.docx": "added"}
    assert [each["fate"] for each in found["documents"]] == ["added", "gone"]


def test_two_files_are_compared_in_the_folder_of_the_new_one(paja: Paja, repository: Path) -> None:
    new = template(repository / "templates")
    shutil.copy(new, repository / "vanha.docx")
    edit(new, "Kerromme jatkosta", "Kerromme lisää jatkosta")

    files = paja("templates", "diff", "vanha.docx", new, "--format", "json")
    kept = paja("templates", "diff", "HEAD", new, "--format", "json")

    for done in (files, kept):
        found = outcome(done.out)
        assert [each["path"] for each in found["templates"]] == [f"{INVITATION}/fi.docx"]
        assert found["templates"][0]["differences"][0]["after"].startswith("Kerromme lisää")


def test_files_that_are_of_no_deliverable_are_compared_as_texts(
    paja: Paja, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, words in (("a.docx", "Yksi asia."), ("b.docx", "Toinen asia.")):
        document = Document()
        document.add_paragraph(words)
        document.save(str(tmp_path / name))

    done = paja("templates", "diff", "a.docx", "b.docx")

    assert done.code == ExitCode.OK
    assert "  - Yksi asia.\n" in done.out
    assert "  + Toinen asia.\n" in done.out
    assert "No submissions were given or found, so no documents were made." in done.out


def test_two_revisions_are_compared_from_any_folder_of_templates(
    paja: Paja, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(template(repository / "templates"), "Tavoite", "Päämäärä")
    git("commit", "-qam", "Sanat")
    monkeypatch.chdir(repository / "templates")

    done = paja("templates", "diff", "HEAD~1", "HEAD")

    assert done.code == ExitCode.OK
    assert "  - Tavoite\n" in done.out
    assert "Change of templates: HEAD~1 → HEAD" in done.out


@pytest.mark.parametrize("name", ["ei-ole", "--output=varas", "HEAD:templates", "HEAD\n"])
def test_what_is_no_revision_is_refused_before_git_may_take_it_for_an_option(
    paja: Paja, repository: Path, name: str
) -> None:
    done = paja("templates", "diff", "--", name)

    assert done.code == ExitCode.USAGE
    assert "There is no file, folder or Git revision" in done.err
    assert not (repository / "varas").exists()


def test_outside_of_git_a_revision_is_wrong_usage(
    paja: Paja, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "templates").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    assert paja("templates", "diff", "HEAD").code == ExitCode.USAGE


def test_without_git_it_is_said_plainly(
    paja: Paja, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(repository / "tyhja"))

    done = paja("templates", "diff", "HEAD")

    assert done.code == ExitCode.ENVIRONMENT
    assert "Git is not installed" in done.err


def test_a_folder_and_a_file_cannot_be_compared(paja: Paja, repository: Path) -> None:
    done = paja("templates", "diff", "templates", template(repository / "templates"))

    assert done.code == ExitCode.USAGE


def test_a_damaged_template_is_told_with_its_name(paja: Paja, repository: Path) -> None:
    template(repository / "templates").write_bytes(b"PK\x03\x04 rikki")

    done = paja("templates", "diff", "HEAD")

    assert done.code == ExitCode.FINDINGS
    assert f"{INVITATION}/fi.docx" in done.out
    assert "not a whole Word document" in done.out


def test_a_description_that_cannot_be_used_keeps_its_documents_from_being_made(
    paja: Paja, tried: Path
) -> None:
    description = tried / "templates" / INVITATION / "deliverable.yaml"
    text = description.read_text(encoding="utf-8")
    description.write_text(text.replace("kick_off_invitation", "kick_of"), encoding="utf-8")

    done = paja("templates", "diff", "HEAD")

    assert done.code == ExitCode.FINDINGS
    assert "- context: kick_off_invitation" in done.out
    assert "names the context kick_of, which does not exist" in done.out


def test_the_page_says_plainly_that_there_are_no_pictures(
    paja: Paja, tried: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "page_tools", lambda: None)
    edit(template(tried / "templates"), "Tavoite", "Päämäärä")

    done = paja("templates", "diff", "HEAD", "--format", "html", "-o", "muutos.html")

    page = (tried / "muutos.html").read_text(encoding="utf-8")
    assert (done.code, done.out) == (ExitCode.OK, "")
    assert "LibreOffice or pdftoppm is not installed" in page
    assert "<del>Tavoite</del>" in page


def test_the_page_shows_the_pages_that_differ(
    paja: Paja, tried: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools = page_pictures.PageTools("soffice", "pdftoppm")
    seen: list[int] = []

    def pictures(
        documents: tuple[bytes, ...], _tools: object, *, most: int
    ) -> tuple[tuple[bytes, ...], ...]:
        seen.append(len(documents))
        assert most > 1
        return ((b"same", b"before"), (b"same", b"after", b"third"))

    monkeypatch.setattr(pages, "page_tools", lambda: tools)
    monkeypatch.setattr(pages, "page_pictures", pictures)
    edit(template(tried / "templates"), "Tavoite", "Päämäärä")

    page = paja("templates", "diff", "HEAD", "--format", "html").out

    assert seen == [2]
    assert 'alt="Page 1' not in page
    assert page.count("<img ") == 3
    assert 'alt="Page 2 before" src="data:image/png;base64,YmVmb3Jl"' in page
    assert "There is no such page." in page


def test_the_list_of_gaps_is_tried_too(paja: Paja, tried: Path) -> None:
    path = tried / "templates" / "common" / "gap-list" / "fi.docx"
    path.parent.mkdir(parents=True)
    for words in ("Portti {{ gate }}.", "Portti on {{ gate }}."):
        document = Document()
        document.add_paragraph(words)
        document.save(str(path))
        git("add", "-A")
        git("commit", "-qm", words)

    done = paja("templates", "diff", "HEAD~1", "HEAD", "--format", "json")

    (made,) = (each for each in outcome(done.out)["documents"] if each["deliverable"] == "gap-list")
    assert (made["fate"], made["differences"][0]["after"]) == ("changed", "Portti on G4.")
