"""The documents of all examples, made once for each worker of a run."""

import shutil
from pathlib import Path

import pytest

from pipeline.api import InputRequest, Production, ProductionRequest, produce

ROOT = Path(__file__).parents[2]
ACADEMY = ROOT / "examples" / "innovaatio-akatemia"
COMMUNITY = ROOT / "examples" / "yhteisollinen-innovointi"


def batch(programme: Path, folder: Path) -> tuple[Path, Production]:
    """Return the output folder of a batch over a copy of a programme, and what it reports."""
    shutil.copytree(programme, folder / "ohjelma")
    out = folder / "out"
    request = ProductionRequest(
        inputs=InputRequest(paths=(folder / "ohjelma",)), out=out, organisers=True
    )
    return out, produce(request)


@pytest.fixture(scope="session")
def produced(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Production]:
    """Return the output folder of a batch over the academy's examples, and what it reports."""
    return batch(ACADEMY, tmp_path_factory.mktemp("examples"))


@pytest.fixture(scope="session")
def produced_process(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Production]:
    """Return the output folder of a batch over the example of a process, and what it reports."""
    return batch(COMMUNITY, tmp_path_factory.mktemp("process"))


@pytest.fixture(scope="session")
def documents(
    produced: tuple[Path, Production], produced_process: tuple[Path, Production]
) -> list[Path]:
    """Return the Word documents of both batches."""
    files = sorted(
        file for out in (produced[0], produced_process[0]) for file in out.rglob("*.docx")
    )
    # Without documents the tests that go through all of them would say nothing.
    assert files
    return files
