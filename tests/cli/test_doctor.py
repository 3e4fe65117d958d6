"""paja doctor: what the installation has, and a foreign package that is in the way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Paja

ROOT = Path(__file__).parents[2]


def test_this_installation_is_in_order(paja: Paja) -> None:
    result = paja("doctor")
    assert result.code == 0
    assert "openpyxl" in result.out
    assert "package schemas" in result.out
    assert "at fault" not in result.out


def test_a_foreign_schemas_package_is_noticed(tmp_path: Path) -> None:
    foreign = tmp_path / "schemas"
    foreign.mkdir()
    (foreign / "__init__.py").write_text("", encoding="utf-8")
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from pipeline.app.doctor import examine, Health;"
        "bad = [each for each in examine() if each.health is Health.BAD];"
        "print([str(each.what) for each in bad], [str(each.detail) for each in bad])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "package schemas" in done.stdout
    assert str(tmp_path) in done.stdout


def test_the_version_is_the_projects_own(paja: Paja) -> None:
    import tomllib

    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert wanted["version"] in paja("--version").out


@pytest.mark.parametrize("command", ["validate", "generate", "batch", "schema", "doctor"])
def test_every_command_has_help_in_both_languages(paja: Paja, command: str) -> None:
    assert paja(command, "--help").code == 0
    done = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", command, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PAJA_LANG": "fi"},
    )
    assert done.returncode == 0, done.stderr
    assert "Viestien kieli" in done.stdout or command == "schema"


def test_a_bug_is_told_without_a_traceback_and_with_a_log(
    paja: Paja, programme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    value = "arvo"

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(f"salainen-{value}")

    monkeypatch.setattr("pipeline.app.validation.validate", broken)
    result = paja("validate", programme)
    assert result.code == 3
    assert "Traceback" not in result.err
    log = Path(result.err.split()[-1])
    text = log.read_text(encoding="utf-8")
    log.unlink()
    assert "RuntimeError" in text
    assert "salainen-arvo" not in text


def test_an_interruption_ends_with_130(
    paja: Paja, programme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.app.validation.validate", interrupted)
    assert paja("validate", programme).code == 130


def test_wrong_usage_ends_with_2(paja: Paja) -> None:
    assert paja("validate").code == 2
    assert paja("batch", "x").code == 2
    assert paja("forge").code == 2


def test_the_options_offer_what_the_schemas_know() -> None:
    from pipeline.cli.options import GATES, LANGUAGES
    from pipeline.language.catalogue import INTERFACES
    from schemas.fields import Gate
    from schemas.programme import Language

    assert list(GATES) == [gate.value for gate in Gate]
    assert list(LANGUAGES) == [language.value for language in Language] == list(INTERFACES)
