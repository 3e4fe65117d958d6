"""An output folder that resists: full, blocked, in use, or with files that are not ours."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from pipeline.output import atomic
from tests.cli.bad_inputs import WORKBOOK, invitation, invitation_only, tree
from tests.cli.conftest import Paja, edited


@pytest.fixture
def two(programme: Path) -> Path:
    """Return a programme folder with two sound submissions."""
    shutil.copy(WORKBOOK, programme / "submissions")
    return programme


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk can only be read"),
        (errno.EACCES, "there is no permission for it"),
        (errno.ENAMETOOLONG, "the name is too long for the disk"),
    ],
)
def test_a_file_that_cannot_be_written_is_named_and_the_others_are_made(
    paja: Paja,
    two: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    said: str,
) -> None:
    out, templates = tmp_path / "out", invitation_only(tmp_path)
    write = atomic._write_whole

    def refuse(path: Path, content: bytes, *, mode: int | None) -> None:
        if path.parent.name == "keskimaa":
            path.write_bytes(content[:100])
            raise OSError(number, os.strerror(number))
        write(path, content, mode=mode)

    monkeypatch.setattr(atomic, "_write_whole", refuse)
    result = paja("batch", two, "-o", out, "--templates", templates)
    assert result.code == 4
    assert f"“{out / 'keskimaa' / invitation('keskimaa')}” could not be written: {said}." in (
        result.out.replace("\n    ", " ")
    )
    made = [name for name in tree(out) if name != "manifest.json"]
    assert [Path(name).parts[0] for name in made] == ["mallivirasto"] * 2
    monkeypatch.undo()
    monkeypatch.setenv("PAJA_LANG", "en")
    assert paja("batch", two, "-o", out, "--templates", templates).code == 0
    assert (out / "keskimaa" / invitation("keskimaa")).is_file()


def test_a_document_open_in_word_is_named_and_the_others_are_made(
    paja: Paja, two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, templates = tmp_path / "out", invitation_only(tmp_path)
    assert paja("batch", two, "-o", out, "--templates", templates).code == 0
    before = tree(out)
    edited(two / "programme.yaml", "timing: 19.10.2021", "timing: 20.10.2021")
    replace = os.replace

    def locked(source: Path, target: Path) -> None:
        if target.name == invitation("keskimaa"):
            fault = PermissionError(errno.EACCES, "in use")
            fault.winerror = 32  # type: ignore[attr-defined] # as Windows reports it
            raise fault
        replace(source, target)

    monkeypatch.setattr(os, "replace", locked)
    result = paja("batch", two, "-o", out, "--templates", templates)
    monkeypatch.setattr(os, "replace", replace)
    assert result.code == 4
    assert "it is open in another program" in result.out
    assert "Close the file in Word" in result.out
    after = tree(out)
    kept, new = (f"{name}/{invitation(name)}" for name in ("keskimaa", "mallivirasto"))
    assert after[kept] == before[kept]
    assert after[new] != before[new]
    assert not [name for name in after if name.endswith(".tmp")]
    assert paja("batch", two, "-o", out, "--templates", templates).code == 0
    assert tree(out)[kept] != before[kept]


def test_what_stands_in_the_way_of_one_folder_costs_the_others_nothing(
    paja: Paja, two: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "keskimaa").write_bytes(b"muistiinpano")
    result = paja("batch", two, "-o", out, "--templates", invitation_only(tmp_path))
    assert result.code == 4
    assert "keskimaa" in result.out
    assert "EN-01 error" in result.out
    assert (out / "keskimaa").read_bytes() == b"muistiinpano"
    assert (out / "mallivirasto" / invitation("mallivirasto")).is_file()


@pytest.mark.parametrize("name", ["muistio.txt/out", "o" * 300])
def test_an_output_folder_that_cannot_be_made_is_named(
    paja: Paja, programme: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "muistio.txt").write_text("x", encoding="utf-8")
    result = paja("batch", programme, "-o", tmp_path / name)
    assert result.code == 4
    assert "could not be written" in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize("existing", ["unknown", "edited", "same", "own"])
def test_an_output_that_exists_is_kept_unless_it_is_our_own(
    paja: Paja, programme: Path, tmp_path: Path, existing: str
) -> None:
    out, templates = tmp_path / "out", invitation_only(tmp_path)
    target = out / "keskimaa" / invitation("keskimaa")
    if existing == "unknown":
        target.parent.mkdir(parents=True)
    else:
        assert paja("batch", programme, "-o", out, "--templates", templates).code == 0
    if existing in {"unknown", "edited"}:
        target.write_bytes(b"oma")
    before = target.read_bytes()
    if existing == "own":
        edited(programme / "programme.yaml", "timing: 19.10.2021", "timing: 20.10.2021")
    result = paja("batch", programme, "-o", out, "--templates", templates)
    assert result.code == 0
    kept = existing in {"unknown", "edited"}
    assert ("OUT-01 warning" in result.out) == kept
    assert target.with_name(f"{target.stem}_uusi.docx").is_file() == kept
    assert (target.read_bytes() == before) == (existing != "own")
