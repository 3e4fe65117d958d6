"""Whole processes: how one grows over many documents, and how long one document takes."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.plan import ACADEMY, ROOT, TEMPLATE
from tests.benchmarks.timing import medians
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
ROUNDS = 7


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


def one_document() -> dict[str, float]:
    """Return the seconds of `paja generate` of one action plan, and of the bare imports."""
    submission = ACADEMY / "submissions" / "keskimaa.yaml"
    with tempfile.TemporaryDirectory() as folder, warm_processes() as run:
        out, templates = Path(folder) / "out", Path(folder) / "templates"
        kept = Path(TEMPLATE.parent.parent.name) / TEMPLATE.parent.name
        shutil.copytree(TEMPLATE.parent, templates / kept)
        command = ["-m", "pipeline.cli", "generate", str(submission), "-o", str(out)]
        command += ["--templates", str(templates)]
        runs = {
            "generate": lambda: run(*command),
            "imports": lambda: run(*BARE_IMPORTS),
        }
        return medians(runs, ROUNDS)
