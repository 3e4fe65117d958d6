"""The documents of all examples, made once for each worker of a run."""

import shutil
from pathlib import Path

import pytest

from pipeline.api import InputRequest, Production, ProductionRequest, produce

ROOT = Path(__file__).parents[2]
ACADEMY = ROOT / "examples" / "innovaatio-akatemia"


@pytest.fixture(scope="session")
def produced(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Production]:
    """Return the output folder of a batch over the examples, and what it reports."""
    folder = tmp_path_factory.mktemp("examples")
    shutil.copytree(ACADEMY, folder / "ohjelma")
    out = folder / "out"
    request = ProductionRequest(
        inputs=InputRequest(paths=(folder / "ohjelma",)), out=out, organisers=True
    )
    return out, produce(request)


@pytest.fixture(scope="session")
def documents(produced: tuple[Path, Production]) -> list[Path]:
    """Return the Word documents of the batch."""
    return sorted(produced[0].rglob("*.docx"))
