"""`paja templates check --fix`: in place and whole, or not at all."""

from pathlib import Path

import pytest

from pipeline.core.errors import ExitCode
from tests.cli.conftest import Paja
from tests.cli.template_folders import SHOWN, codes, folder, found, template, write


def test_what_is_safe_is_mended_and_told_and_the_rest_is_told_as_ever(
    paja: Paja, tmp_path: Path
) -> None:
    root = folder(tmp_path)
    path = write(
        root, template("{{ “Hei”|upper }} {{ event.nmae }}", author="Testi Testaaja", title="")
    )

    findings = found(paja, "--templates", root, "--fix")

    told = [each["message"] for each in findings if each["code"] == "TE-90"]
    assert told == [
        "The name Testi Testaaja was taken out of the properties.",
        "The title was set to “Kutsu”, as the deliverable is called.",
        "The quotes in this tag were made straight.",
        "The first row of the table was marked as its header.",
    ]
    assert [each for each in codes(findings) if each[0] != "TE-90"] == [("TE-10", "error", SHOWN)]
    before = path.read_bytes()
    again = found(paja, "--templates", root, "--fix")
    assert [each["code"] for each in again if each["code"] == "TE-90"] == []
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir() if "docx" in each.name] == ["fi.docx"]


def test_without_the_option_nothing_is_written(paja: Paja, tmp_path: Path) -> None:
    root = folder(tmp_path)
    path = write(root, template("{{ document.title }}", author="Testi Testaaja"))
    before = path.read_bytes()
    assert ("TE-34", "warning", SHOWN) in codes(found(paja, path))
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["~$fi.docx", ".~lock.fi.docx#"])
def test_a_template_that_is_open_is_left_and_checked_all_the_same(
    paja: Paja, tmp_path: Path, name: str
) -> None:
    root = folder(tmp_path, "{{ event.nmae }}")
    path = root / "ohjelma" / "kutsu" / "fi.docx"
    path.with_name(name).write_bytes(b"Testi Testaaja")
    before = path.read_bytes()

    findings = found(paja, path, "--fix")

    assert ("EN-01", "error", SHOWN) in codes(findings)
    assert ("TE-10", "error", SHOWN) in codes(findings)
    assert "open in another program" in str(findings)
    assert path.read_bytes() == before


def test_a_read_only_template_and_a_link_are_left(paja: Paja, tmp_path: Path) -> None:
    root = folder(tmp_path, "{{ document.title }}")
    path = root / "ohjelma" / "kutsu" / "fi.docx"
    before = path.read_bytes()
    path.chmod(0o444)
    assert "can only be read" in str(found(paja, path, "--fix"))
    path.chmod(0o644)
    outside = tmp_path / "muualla.docx"
    path.rename(outside)
    path.symlink_to(outside)
    assert "is a link" in str(found(paja, path, "--fix"))
    assert outside.read_bytes() == before
    assert path.is_symlink()


def test_one_that_cannot_be_mended_stops_no_other(paja: Paja, tmp_path: Path) -> None:
    root = folder(tmp_path, "{{ document.title }}")
    path = root / "ohjelma" / "kutsu" / "fi.docx"
    path.with_name("en.docx").write_bytes(b"no document")
    path.with_name("~$fi.docx").write_bytes(b"")
    swedish = write(root, template("{{ document.title }}", author="Testi Testaaja"), "sv.docx")
    before = swedish.read_bytes()

    done = paja("templates", "check", "--no-proof", "--templates", root, "--fix")

    assert done.code == ExitCode.ENVIRONMENT
    assert "not a whole Word document" in done.out
    assert swedish.read_bytes() != before
    assert "The language of the text was set to sv-FI; it was fi-FI." in done.out
    assert path.with_name("en.docx").read_bytes() == b"no document"


def test_a_template_of_no_language_keeps_its_own(paja: Paja, tmp_path: Path) -> None:
    root = folder(tmp_path, "{{ document.title }}")
    path = write(root, template("{{ document.title }}"), "vanha.docx")
    findings = found(paja, path, "--fix")
    assert [each["message"] for each in findings if each["code"] == "TE-90"] == [
        "The first row of the table was marked as its header."
    ]


def test_the_templates_of_paja_itself_are_not_mended_unless_they_are_named(
    paja: Paja, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = paja("templates", "check", "--fix")
    assert done.code == ExitCode.USAGE
    assert "no folder templates here" in done.err
    folder(tmp_path, "{{ document.title }}").rename(tmp_path / "templates")
    assert paja("templates", "check", "--fix").code == ExitCode.OK
    assert (tmp_path / "templates" / SHOWN).is_file()
