"""Processes of Python that find their modules compiled, as they are after a first run."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from tests.benchmarks.plan import ROOT

#: What a short run of paja is held against.
BARE_IMPORTS: Final = ("-c", "import click, pydantic, openpyxl")


@contextmanager
def warm_processes() -> Iterator[Callable[..., None]]:
    """Give what runs Python with arguments in the repository, and keeps what it compiles."""
    with tempfile.TemporaryDirectory() as folder:
        compiled = {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        environment = {**os.environ, **compiled}

        def run(*arguments: str) -> None:
            command = [sys.executable, *arguments]
            subprocess.run(command, cwd=ROOT, capture_output=True, check=True, env=environment)

        yield run
