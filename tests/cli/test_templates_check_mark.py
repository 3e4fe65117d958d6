"""`paja templates check --mark`: copies with comments, the templates as they were."""

import io
from pathlib import Path

from docx import Document

from pipeline.core.errors import ExitCode
from tests.cli.conftest import Paja
from tests.cli.template_folders import SHOWN, codes, folder, found, template, write


def comments(path: Path) -> str:
    return "\n".join(each.text for each in Document(io.BytesIO(path.read_bytes())).comments)


def test_each_faulty_template_has_a_marked_copy_and_stays_as_it_was(
    paja: Paja, tmp_path: Path
) -> None:
    root, out = folder(tmp_path, "Hei {{ event.nmae }}"), tmp_path / "merkityt"
    (root / "ohjelma" / "kutsu" / "sv.docx").write_bytes(b"no document")
    original = (root / "ohjelma" / "kutsu" / "fi.docx").read_bytes()

    done = paja(
        "templates", "check", "--no-proof", "--templates", root, "--mark", out, "--lang", "sv"
    )

    assert done.code == ExitCode.FINDINGS
    assert str(out) in done.err
    assert (root / "ohjelma" / "kutsu" / "fi.docx").read_bytes() == original
    assert [each.relative_to(out).as_posix() for each in out.rglob("*.docx")] == [SHOWN]
    assert "TE-10" in comments(out / SHOWN)
    assert "Fel TE-10" in comments(out / SHOWN)
    assert "TE-93" in done.out


def test_a_copy_that_somebody_has_edited_is_kept(paja: Paja, tmp_path: Path) -> None:
    root, out = folder(tmp_path, "Hei {{ event.nmae }}"), tmp_path / "merkityt"
    found(paja, "--templates", root, "--mark", out)
    again = found(paja, "--templates", root, "--mark", out)
    assert "OUT-01" not in str(again)
    (out / SHOWN).write_bytes(b"edited")
    assert ("OUT-01", "warning", SHOWN) in codes(found(paja, "--templates", root, "--mark", out))
    assert (out / SHOWN).read_bytes() == b"edited"


def test_the_copy_of_a_mended_template_loses_its_marks(paja: Paja, tmp_path: Path) -> None:
    root, out = folder(tmp_path, "Hei {{ event.nmae }}"), tmp_path / "merkityt"
    found(paja, root / SHOWN, "--mark", out)
    assert "TE-10" in comments(out / SHOWN)
    mended = write(root, template("Hei {{ document.title }}"))
    waived = found(paja, mended, "--fix", "--mark", out)
    assert [each["severity"] for each in waived if each["severity"] != "info"] == []
    assert (out / SHOWN).read_bytes() == mended.read_bytes()


def test_the_folder_of_the_templates_is_refused(paja: Paja, tmp_path: Path) -> None:
    root = folder(tmp_path, "Hei {{ event.nmae }}")
    original = (root / SHOWN).read_bytes()
    done = paja("templates", "check", "--no-proof", "--templates", root, "--mark", root)
    assert done.code == ExitCode.USAGE
    assert (root / SHOWN).read_bytes() == original
    assert list(root.rglob("*.json")) == []


def test_what_is_accepted_is_not_marked(paja: Paja, tmp_path: Path) -> None:
    reason = "waivers:\n  - code: TE-33\n    reason: Asettelua\n"
    root, out = folder(tmp_path, "Hei {{ event.nmae }}", more=reason), tmp_path / "merkityt"
    write(root, template("{{ document.title }}"))
    found(paja, root / SHOWN, "--mark", out)
    assert not (out / SHOWN).exists() or "TE-33" not in comments(out / SHOWN)
