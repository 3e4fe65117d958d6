"""What checking one full workbook costs, beside openpyxl alone: in one process, and as one."""

import os
import time
from collections.abc import Callable, Mapping
from io import BytesIO

from openpyxl import load_workbook

from pipeline.app.programmes import load_programme
from pipeline.app.submissions import check_file
from tests.benchmarks.plan import ACADEMY
from tests.benchmarks.warm import BARE_IMPORTS, warm_processes

WORKBOOK = ACADEMY / "submissions" / "esimerkkila.xlsx"
ROUNDS = 20
PROCESSES = 9


def in_process() -> dict[str, float]:
    """Return the seconds of reading and validating the workbook, and of openpyxl's load of it."""
    programme = load_programme(ACADEMY / "programme.yaml", gate=None, language="fi").programme
    assert programme is not None
    content = WORKBOOK.read_bytes()
    return least(
        {
            "check": lambda: check_file(WORKBOOK, programme, gate=None, language="fi"),
            "openpyxl": lambda: load_workbook(BytesIO(content)),
        },
        ROUNDS,
        time.process_time,
    )


def whole_process() -> dict[str, float]:
    """Return the seconds of `paja validate` of the workbook, and of the bare imports."""
    with warm_processes() as run:
        return least(
            {
                "validate": lambda: run("-m", "pipeline.cli", "validate", str(WORKBOOK)),
                "imports": lambda: run(*BARE_IMPORTS),
            },
            PROCESSES,
            of_children,
        )


def least(
    runs: Mapping[str, Callable[[], object]], rounds: int, clock: Callable[[], float]
) -> dict[str, float]:
    """Return the least processor time of each run over rounds in which every run has its turn."""
    for run in runs.values():
        run()
    taken = dict.fromkeys(runs, float("inf"))
    for _ in range(rounds):
        for name, run in runs.items():
            start = clock()
            run()
            taken[name] = min(taken[name], clock() - start)
    return taken


def of_children() -> float:
    """Return the processor time of all processes that were started and have ended."""
    times = os.times()
    return times.children_user + times.children_system
