"""The wheel: what it holds, and that it works where the project's folder is not."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = tmp_path_factory.mktemp("source")
    for name in ("pipeline", "schemas", "templates"):
        shutil.copytree(
            ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__", ".~*")
        )
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, source)
    target = tmp_path_factory.mktemp("wheel")
    code = "import sys, hatchling.build as b; print(b.build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", code, str(target)],
        cwd=source,
        capture_output=True,
        text=True,
        check=True,
    )
    return target / done.stdout.split()[-1]


def test_the_wheels_top_level_is_ours_alone(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"pipeline", "schemas"}
    assert "pipeline/_templates/innovaatio-akatemia/action-plan/fi.docx" in names
    assert "pipeline/_templates/house-style.docx" in names
    assert "pipeline/language/locale/fi/LC_MESSAGES/paja.mo" in names
    assert not any(name.startswith("tests") for name in names)


def test_the_installed_wheel_makes_documents_from_its_own_templates(
    wheel: Path, tmp_path: Path
) -> None:
    home = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(home)
    shutil.copytree(ROOT / "examples" / "innovaatio-akatemia", tmp_path / "ohjelma")
    code = "import sys; from pipeline.cli.boundary import run; sys.exit(run(sys.argv[1:]))"
    keskimaa = tmp_path / "ohjelma" / "submissions" / "keskimaa.yaml"
    done = subprocess.run(
        [sys.executable, "-c", code, "generate", str(keskimaa), "-o", "out"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(home), "PAJA_LANG": "en"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert list((tmp_path / "out" / "keskimaa").glob("*_toimenpidesuunnitelma_*.docx"))
