"""What checking one full workbook costs in one process, beside openpyxl alone."""

import time
from io import BytesIO

from openpyxl import load_workbook

from pipeline.app.programmes import load_programme
from pipeline.app.submissions import check_file
from tests.benchmarks.plan import ACADEMY
from tests.benchmarks.timing import least

WORKBOOK = ACADEMY / "submissions" / "esimerkkila.xlsx"
ROUNDS = 20


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
