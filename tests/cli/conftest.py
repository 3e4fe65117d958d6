"""Runs of the command line in the test's own process, on copies of the examples."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.cli.boundary import run

EXAMPLES = Path(__file__).parents[2] / "examples"
ACADEMY = EXAMPLES / "innovaatio-akatemia"


@dataclass(frozen=True)
class Result:
    """What a command ended with and printed."""

    code: int
    out: str
    err: str


Paja = Callable[..., Result]


@pytest.fixture
def paja(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Paja:
    """Run a command with English messages."""
    monkeypatch.setenv("PAJA_LANG", "en")

    def call(*arguments: str | Path) -> Result:
        capsys.readouterr()
        code = run([str(each) for each in arguments])
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """Return a programme folder with one sound submission, keskimaa.yaml."""
    folder = tmp_path / "ohjelma"
    (folder / "submissions").mkdir(parents=True)
    shutil.copy(ACADEMY / "programme.yaml", folder)
    shutil.copy(ACADEMY / "submissions" / "keskimaa.yaml", folder / "submissions")
    return folder


def edited(path: Path, old: str, new: str) -> None:
    """Replace a text in a file; the test fails if the text is not there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new), encoding="utf-8")
