"""`paja templates text`: the words of a document, also for Git."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from pipeline.core.errors import ExitCode
from tests.cli.conftest import Paja

TEMPLATES = Path(__file__).parents[2] / "templates"
INVITATION = TEMPLATES / "innovaatio-akatemia" / "kick-off-invitation" / "fi.docx"


def test_the_text_of_a_template_is_printed(paja: Paja) -> None:
    done = paja("templates", "text", INVITATION)

    assert done.code == ExitCode.OK
    lines = done.out.splitlines()
    assert "# Osallistujat" in lines
    assert "[Letter Facts] Kummi → {{ mentor }}" in lines
    assert "|| Klo || Ohjelma ||" in lines
    assert lines[lines.index("=== header1") + 1].startswith("[header] ")
    assert paja("templates", "text", INVITATION, "--lang", "sv").out == done.out


def test_a_damaged_file_is_told_and_ends_with_1(paja: Paja, tmp_path: Path) -> None:
    torn = tmp_path / "rikki.docx"
    torn.write_bytes(INVITATION.read_bytes()[:4000])

    done = paja("templates", "text", torn)

    assert (done.code, done.out) == (ExitCode.FINDINGS, "")
    assert "rikki.docx" in done.err
    assert "not a whole Word document" in done.err


def test_a_missing_file_is_the_environments_fault(paja: Paja, tmp_path: Path) -> None:
    assert paja("templates", "text", tmp_path / "ei-ole.docx").code == ExitCode.ENVIRONMENT


def test_git_shows_what_changed_as_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git = ["git", "-c", "user.name=Testi", "-c", "user.email=testi@example.org"]
    converter = f'"{sys.executable}" -m pipeline.cli templates text'
    settings = ["-c", f"diff.paja.textconv={converter}", "-c", "diff.paja.xfuncname=^#+ .*$"]
    monkeypatch.setenv("PYTHONPATH", str(TEMPLATES.parent))
    (tmp_path / ".gitattributes").write_text("*.docx -text -merge diff=paja\n", encoding="utf-8")
    shutil.copy(INVITATION, tmp_path / "fi.docx")
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Pohja"]):
        subprocess.run([*git, *command], cwd=tmp_path, check=True)
    document = Document(str(tmp_path / "fi.docx"))
    next(each for each in document.paragraphs if each.text == "Tavoite").add_run(" ja tulokset")
    document.save(str(tmp_path / "fi.docx"))

    shown = subprocess.run(
        [*git, *settings, "diff", "--unified=0"],
        cwd=tmp_path, check=True, capture_output=True, encoding="utf-8",
    ).stdout  # fmt: skip

    changed = [line for line in shown.splitlines() if line[:1] in "+-" and line[1:3] != line[:2]]
    assert changed == ["-# Tavoite", "+# Tavoite ja tulokset"]
    assert "@@ # Aika ja liittyminen" in shown
