"""A run killed at any moment: every file whole, and the next run ends as if nothing had been."""

import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

DRIVER = Path(__file__).with_name("interrupted_run.py")
_DRIVER = runpy.run_path(str(DRIVER))
RUN = cast("Callable[[Path, str], None]", _DRIVER["run"])
CONTENT_OF = cast("Callable[[str, str], bytes]", _DRIVER["content_of"])
PATHS = cast("tuple[str, ...]", _DRIVER["PATHS"])

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork are POSIX")


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def killed_copies(folder: Path, version: str) -> list[Path]:
    ran = subprocess.run(
        [sys.executable, str(DRIVER), str(folder), version],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return [folder.with_name(f"{folder.name}-{step}") for step in range(1, int(ran.stdout) + 1)]


def undisturbed(folder: Path, *versions: str) -> dict[str, bytes]:
    for version in versions:
        RUN(folder, version)
    return tree(folder)


def test_a_first_run_killed_at_every_step(tmp_path: Path) -> None:
    start = tmp_path / "out"
    start.mkdir()
    expected = undisturbed(tmp_path / "expected", "first")
    copies = killed_copies(start, "first")
    assert len(copies) > 30
    for copy in copies:
        whole = [path for path in PATHS if (copy / path).exists()]
        assert all((copy / path).read_bytes() == CONTENT_OF(path, "first") for path in whole)
        RUN(copy, "first")
        assert tree(copy) == expected


def with_earlier_work(folder: Path) -> Path:
    RUN(folder, "old")
    (folder / "mallila/plan.docx").write_bytes(b"edited by hand")
    return folder


def test_a_run_over_earlier_work_killed_at_every_step(tmp_path: Path) -> None:
    same = undisturbed(with_earlier_work(tmp_path / "same"), "new")
    newer = undisturbed(with_earlier_work(tmp_path / "newer"), "new", "newer")
    assert sorted(same) == [
        "_org/g.docx",
        "esimerkkila/letter.docx",
        "mallila/plan.docx",
        "mallila/plan_uusi.docx",
        "manifest.json",
    ]
    assert sorted(same) == sorted(newer)
    left: set[str] = set()
    for copy in killed_copies(with_earlier_work(tmp_path / "out"), "new"):
        left |= {Path(name).name for name in tree(copy)}
        for path in set(PATHS) - {"mallila/plan.docx"}:
            found = (copy / path).read_bytes()
            assert found in {CONTENT_OF(path, "old"), CONTENT_OF(path, "new")}
        assert (copy / "mallila/plan.docx").read_bytes() == b"edited by hand"
        other = shutil.copytree(copy, copy.with_name(f"{copy.name}-newer"))
        assert undisturbed(copy, "new") == same
        assert undisturbed(other, "newer") == newer
    assert {".paja-journal", ".paja.lock"} < left
    assert any(name.endswith(".tmp") for name in left)


@pytest.mark.parametrize("moment", range(4))
def test_killed_by_the_clock(tmp_path: Path, moment: int) -> None:
    folder = with_earlier_work(tmp_path / "out")
    code = f"import runpy; r = runpy.run_path({str(DRIVER)!r})['run']; print(flush=True)\n"
    loop = f"from pathlib import Path\nfor n in range(9999): r(Path({str(folder)!r}), str(n))"
    child = subprocess.Popen([sys.executable, "-c", code + loop], stdout=subprocess.PIPE)
    with child:
        assert child.stdout is not None
        child.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            child.wait(0.01 + moment * 0.0171)
        child.kill()
    RUN(folder, "last")
    expected = undisturbed(with_earlier_work(tmp_path / "expected"), "0", "last")
    assert tree(folder) == expected
