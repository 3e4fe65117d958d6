"""Runs that are stopped, doubled or cut short: every file whole, and the next run finishes."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.bad_inputs import WORKBOOK, tree
from tests.cli.conftest import Paja, edited

PAJA = "import signal as s; s.signal(s.SIGINT, s.default_int_handler);"
MAIN = "from pipeline.cli import main; main()"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits are POSIX")


@pytest.fixture
def two(programme: Path) -> Path:
    """Return a programme folder with two sound submissions."""
    shutil.copy(WORKBOOK, programme / "submissions")
    return programme


def started(folder: Path, out: Path, before: str = PAJA) -> subprocess.Popen[str]:
    """Start a batch in a process of its own, after some Python of the test's."""
    return subprocess.Popen(
        [sys.executable, "-c", f"{before} {MAIN}", "batch", str(folder), "-o", str(out)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PAJA_LANG": "en"},
    )


def stopped(folder: Path, out: Path, *, after: int, by: signal.Signals) -> subprocess.Popen[str]:
    """Return a batch that got a signal when it had made some documents."""
    run = started(folder, out)
    limit = time.monotonic() + 60
    while len(list(out.rglob("*.docx"))) < after:
        assert run.poll() is None, run.communicate()
        assert time.monotonic() < limit
        time.sleep(0.002)
    run.send_signal(by)
    return run


def whole(paja: Paja, folder: Path, out: Path) -> dict[str, bytes]:
    """Return what an undisturbed run makes."""
    assert paja("batch", folder, "-o", out).code == 0
    return tree(out)


@POSIX
@pytest.mark.parametrize("after", [1, 5])
def test_a_killed_batch_is_finished_by_the_same_command(
    paja: Paja, two: Path, tmp_path: Path, after: int
) -> None:
    expected = whole(paja, two, tmp_path / "ehjä")
    out = tmp_path / "out"
    run = stopped(two, out, after=after, by=signal.SIGKILL)
    run.communicate(timeout=60)
    assert run.returncode == -signal.SIGKILL
    left = tree(out)
    assert "manifest.json" not in left
    for name, content in left.items():
        assert ".paja" in name or content == expected[name], name
    assert whole(paja, two, out) == expected


@POSIX
def test_an_interrupted_batch_ends_with_130_and_leaves_whole_files(
    paja: Paja, two: Path, tmp_path: Path
) -> None:
    expected = whole(paja, two, tmp_path / "ehjä")
    out = tmp_path / "out"
    run = stopped(two, out, after=2, by=signal.SIGINT)
    _, err = run.communicate(timeout=60)
    assert run.returncode == 130
    assert err.endswith("Interrupted.\n")
    assert "Traceback" not in err
    left = tree(out)
    # The journal stays on purpose: by it the next run knows these files for its own.
    assert [name for name in left if ".paja" in name] == [".paja-journal"]
    documents = {name: content for name, content in left.items() if ".paja" not in name}
    assert documents
    assert documents.items() < expected.items()
    assert whole(paja, two, out) == expected


@POSIX
def test_a_second_run_at_the_same_time_is_turned_away(
    paja: Paja, two: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    before = whole(paja, two, out)
    code = (
        "import sys; from pathlib import Path; from pipeline.output.folder import OutputFolder\n"
        f"with OutputFolder(Path({str(out)!r})): print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        edited(two / "submissions" / "keskimaa.yaml", "fi: Keskimaan hyvinv", "fi: Uuden hyvinv")
        result = paja("batch", two, "-o", out)
        assert result.code == 4
        assert f"Another run is writing to the folder “{out}”." in result.err
        assert "Wait until it has ended" in result.err
        assert {**before, ".paja.lock": b""} == {**tree(out), ".paja.lock": b""}
        holder.kill()
    # The lock of a process that is gone holds nobody up.
    assert whole(paja, two, out).keys() == before.keys()


@POSIX
def test_a_disk_without_room_leaves_the_old_files_whole(
    paja: Paja, two: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    before = whole(paja, two, out)
    edited(two / "submissions" / "keskimaa.yaml", "fi: Keskimaan hyvinv", "fi: Uuden hyvinv")
    expected = whole(paja, two, Path(shutil.copytree(out, tmp_path / "ehjä")))
    limit = "import resource as r; r.setrlimit(r.RLIMIT_FSIZE, (16_000, 16_000));"
    run = started(two, out, limit)
    printed, err = run.communicate(timeout=60)
    assert run.returncode == 4
    assert "could not be written: the file is larger than the system allows" in printed + err
    assert "Traceback" not in err
    left = tree(out)
    described = {
        each["path"]: each["sha256"] for each in json.loads(left["manifest.json"])["entries"]
    }
    documents = {name: left[name] for name in left if name.endswith((".docx", ".ics"))}
    assert left.keys() - documents.keys() <= {"manifest.json", ".paja-journal"}
    for name, content in documents.items():
        assert content in {before[name], expected[name]}, name
        assert described[name] == sha256(content).hexdigest()
    assert documents != {name: before[name] for name in documents}
    assert whole(paja, two, out) == expected
