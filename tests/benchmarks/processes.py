"""Whole processes: how one grows over many documents, and how long one file takes."""

import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.benchmarks.plan import ACADEMY, ROOT, TEMPLATE
from tests.benchmarks.timing import least, medians, of_children
from tests.benchmarks.warm import BARE_IMPORTS, warm_processes

#: Renders the plan again and again; prints by how many bytes it grew after the first hundred.
_MANY = """
import gc, os, sys
from pathlib import Path
from tests.benchmarks.plan import plan
def resident():
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
made = plan()
for _ in range(100):
    made.ours()
before = resident()
for _ in range(int(sys.argv[1]) - 100):
    made.ours()
print(resident() - before)
"""
ROUNDS = 11


def growth(documents: int) -> float:
    """Return by how many megabytes a process grows after its first hundred documents."""
    done = subprocess.run(
        [sys.executable, "-c", _MANY, str(documents)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout) / 1_000_000


def commands() -> dict[str, dict[str, float]]:
    """Return what `paja validate` of a workbook and `paja generate` of a plan take, by kind.

    "elapsed" are seconds as a person waits for them, "processor" those of all processes together;
    "imports" is Python with what paja is held against.
    """
    submissions = ACADEMY / "submissions"
    with tempfile.TemporaryDirectory() as folder, warm_processes() as run:
        out, templates = Path(folder) / "out", Path(folder) / "templates"
        kept = Path(TEMPLATE.parent.parent.name) / TEMPLATE.parent.name
        shutil.copytree(TEMPLATE.parent, templates / kept)
        paja = ("-m", "pipeline.cli")
        runs = {
            "validate": partial(run, *paja, "validate", str(submissions / "esimerkkila.xlsx")),
            "generate": partial(
                run,
                *(*paja, "generate", str(submissions / "keskimaa.yaml")),
                *("-o", str(out), "--templates", str(templates)),
            ),
            "imports": partial(run, *BARE_IMPORTS),
        }
        return {
            "elapsed": medians(runs, ROUNDS),
            "processor": least(runs, ROUNDS, of_children),
        }
