"""Targets and sources that are no ordinary files, for the commands that read and write forms."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Paja


@pytest.mark.parametrize("ending", ["xlsx", "yaml"])
def test_a_name_too_long_for_the_disk_is_said(paja: Paja, programme: Path, ending: str) -> None:
    result = paja("workbook", programme, "-o", programme / f"{'a' * 300}.{ending}")
    assert result.code == 4
    assert "the name is too long for the disk" in result.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_refused_and_not_waited_for(paja: Paja, programme: Path) -> None:
    pipe = programme / "putki.yaml"
    os.mkfifo(pipe)
    converted = paja("convert", pipe, programme / "uusi.xlsx")
    assert converted.code == 4
    assert "putki.yaml: The file cannot be opened: FIFO" in converted.err
    filled = paja("workbook", programme, "--from", pipe, "-o", programme / "uusi.xlsx")
    assert filled.code == 4
    checked = paja("validate", pipe, "--programme", programme)
    assert checked.code in {1, 4}
    assert "putki.yaml" in checked.out + checked.err
    assert not (programme / "uusi.xlsx").exists()


def test_a_character_that_no_xml_can_hold_does_not_break_the_reports(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    file = programme / "submissions" / "keskimaa.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("id: keskimaa", 'id: "keski\\uFFFEmaa"', 1), encoding="utf-8")
    result = paja("validate", programme, "--format", "junit", "--mark", tmp_path / "out")
    assert result.code == 1
    assert "\ufffe" not in result.out
