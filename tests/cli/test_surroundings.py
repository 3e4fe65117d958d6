"""What a command meets outside of its inputs: code pages, readers that go, names of files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Paja

PAJA = [sys.executable, "-m", "pipeline.cli"]


def test_output_into_a_file_is_utf8_whatever_the_code_page(programme: Path) -> None:
    done = subprocess.run(
        [*PAJA, "validate", str(programme)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0", "PAJA_LANG": "fi"},
    )
    assert done.returncode == 0, done.stderr
    assert "─" in done.stdout.decode("utf-8")


def test_a_reader_that_has_gone_is_no_fault(programme: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*PAJA, "validate", str(programme)],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
@pytest.mark.parametrize("what", ["examples", "--version"], ids=["long", "short"])
def test_an_output_that_cannot_be_written_is_told(programme: Path, what: str) -> None:
    arguments = ["validate", str(programme)] if what == "examples" else [what]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*PAJA, *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "PAJA_LANG": "en"},
        )
    assert done.returncode == 4
    assert done.stderr.splitlines()[-1] == "The output cannot be written: No space left on device"


@pytest.mark.skipif(sys.platform == "win32", reason="closing streams so is of POSIX shells")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_streams_that_were_never_open_are_no_fault(programme: Path, closed: str) -> None:
    command = f'"{sys.executable}" -m pipeline.cli validate "{programme}" {closed}'
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_a_programme_file_of_another_name_is_no_submission(paja: Paja, programme: Path) -> None:
    submission = programme / "submissions" / "keskimaa.yaml"
    file = submission.parent / "akatemia.yaml"
    (programme / "programme.yaml").rename(file)
    result = paja("validate", submission.parent, "--programme", file, "--format", "json")
    assert result.code == 0
    assert [each["file"] for each in json.loads(result.out)["submissions"]] == [submission.name]


def test_a_missing_value_of_the_programme_is_told_and_nothing_is_final(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    file = programme / "programme.yaml"
    head, _, rest = file.read_text(encoding="utf-8").partition("  room: >-")
    _, key, tail = rest.partition("  online_variant:")
    assert key
    file.write_text(head + key + tail, encoding="utf-8")
    result = paja("batch", programme, "-o", tmp_path / "out", "--format", "json")
    outcome = json.loads(result.out)
    missing = [each["path"] for each in outcome["findings"] if each["code"] == "YL-17"]
    assert missing == ["kick_off.room"]
    assert outcome["documents"]
    assert all(each["draft"] for each in outcome["documents"])
