"""The same inputs give the same bytes: under another hash seed, time zone and day."""

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.test_production import tree

ROOT = Path(__file__).parents[2]

#: Moves every clock that Python code can read before anything of paja is imported.
MOVED = """
import datetime, sys, time
shift = float(sys.argv[1]) * 86400
real_time, real_local, real_gm = time.time, time.localtime, time.gmtime
time.time = lambda: real_time() + shift
time.localtime = lambda at=None: real_local(time.time() if at is None else at)
time.gmtime = lambda at=None: real_gm(time.time() if at is None else at)
class Moved(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
datetime.datetime = Moved
from pipeline.cli.boundary import run
sys.exit(run(sys.argv[2:]))
"""


def batch(programme: Path, out: Path, *, days: int, seed: str, zone: str) -> dict[str, bytes]:
    done = subprocess.run(
        [sys.executable, "-c", MOVED, str(days), "batch", str(programme), "-o", str(out)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PAJA_LANG": "fi"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(out)


def test_two_runs_are_byte_identical(programme: Path, tmp_path: Path) -> None:
    first = batch(programme, tmp_path / "a", days=0, seed="1", zone="Europe/Helsinki")
    second = batch(programme, tmp_path / "b", days=400, seed="2", zone="Pacific/Auckland")
    assert len(first) >= 8
    assert list(first) == list(second)
    for name, content in first.items():
        assert content == second[name], name
