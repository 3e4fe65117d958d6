"""Files built to exhaust or deceive a reader: refused fast, in little memory, reading no other."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.bad_inputs import (
    SHEET,
    WORKBOOK,
    assert_stopped,
    attempt,
    package,
    parts,
    with_members,
    with_part,
    workbook,
)
from tests.cli.conftest import ACADEMY, Paja
from tests.effort import at_most

XLSX = "mallivirasto.xlsx"
POSTS = SHEET.format(3)
MEASURES = SHEET.format(11)
#: In times of the known work; a refusal is about a hundred of them.
WORK = 600
MEMORY = 1_000_000_000
ORIGINAL = parts(WORKBOOK.read_bytes())
ELSEWHERE = "rivi-muualta-4711"


def in_sheet(pieces: Iterator[bytes]) -> bytes:
    head, tail = ORIGINAL[POSTS].split(b"</sheetData>")

    def whole() -> Iterator[bytes]:
        yield head
        yield from pieces
        yield b"</sheetData>" + tail

    return with_members(**{POSTS: whole()})


def blanks() -> bytes:
    return in_sheet(b" " * 1_000_000 for _ in range(400))


def cells() -> bytes:
    row = b"<row>" + b"<c><v>1</v></c>" * 1_000 + b"</row>"
    return in_sheet(row for _ in range(16_000))


def styled_rows() -> bytes:
    return in_sheet(
        b"".join(b'<row r="%d" s="1" customFormat="1"/>' % (start + at) for at in range(10_000))
        for start in range(20, 1_000_020, 10_000)
    )


def texts() -> bytes:
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    def whole() -> Iterator[bytes]:
        yield b'<sst xmlns="' + space + b'">'
        for _ in range(1_000):
            yield b"<si><t>a</t></si>" * 10_000
        yield b"</sst>"

    return with_members(**{"xl/sharedStrings.xml": whole()})


def far_cell() -> bytes:
    cell = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    return in_sheet(iter([cell]))


def wide_merge() -> bytes:
    merge = b'<mergeCells count="1"><mergeCell ref="A2:XFD1048576"/></mergeCells>'
    return with_part(POSTS, b"</sheetData>", b"</sheetData>" + merge)


@pytest.mark.parametrize(
    ("build", "place", "said"),
    [
        (blanks, POSTS, r"at most \d+ MB are read"),
        (texts, "xl/sharedStrings.xml", r"more than \d+ different texts"),
        (cells, r"Tehtävät!\w+", r"more than \d+ (filled )?cells"),
        (styled_rows, r"Tehtävät!A\d+", r"more than \d+ rows"),
        (far_cell, "Tehtävät!XFD1048576", "The cell XFD1048576 is filled, far outside"),
        (wide_merge, "Tehtävät!A2:XFD1048576", r"A2:XFD1048576 is too large: .* \d+ cells"),
    ],
)
def test_too_much_is_refused_in_time_with_the_limit(
    paja: Paja, tmp_path: Path, build: Callable[[], bytes], place: str, said: str
) -> None:
    content = build()
    assert len(content) < 20_000_000
    with at_most(WORK):
        tried = attempt(paja, tmp_path, content, name=XLSX)
    (found,) = tried.errors
    assert_stopped(tried, ("FI-07", found.place))
    assert re.fullmatch(place, found.place)
    assert re.search(said, found.message)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of memory are POSIX")
@pytest.mark.parametrize("build", [blanks, cells, texts])
def test_the_worst_are_refused_in_little_memory(tmp_path: Path, build: Callable[[], bytes]) -> None:
    bad = tmp_path / XLSX
    bad.write_bytes(build())
    limited = f"import resource as r; r.setrlimit(r.RLIMIT_AS, ({MEMORY}, {MEMORY}));"
    options = ["validate", str(bad), "--programme", str(ACADEMY), "--format", "json"]
    ran = subprocess.run(
        [sys.executable, "-c", f"{limited} from pipeline.cli import main; main()", *options],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "PAJA_LANG": "en"},
    )
    assert (ran.returncode, ran.stderr) == (1, "")
    codes = [each["code"] for each in json.loads(ran.stdout)["findings"] if each["file"] == XLSX]
    assert codes == ["FI-07"]


@pytest.mark.parametrize(
    ("part", "used"),
    [
        ("[Content_Types].xml", False),
        ("docProps/custom.xml", False),
        ("xl/_rels/workbook.xml.rels", False),
        ("xl/sharedStrings.xml", True),
        ("xl/styles.xml", False),
        ("xl/workbook.xml", True),
        (POSTS, True),
        (POSTS, False),
    ],
)
def test_a_document_type_is_refused_in_every_part_and_no_file_is_read(
    paja: Paja,
    tmp_path: Path,
    part: str,
    used: bool,
) -> None:
    other = tmp_path / "muualla.txt"
    other.write_text(ELSEWHERE, encoding="utf-8")
    inner = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    entities = f'<!ENTITY l0 "ha"><!ENTITY ulko SYSTEM "{other.as_uri()}">{inner}'
    content = ORIGINAL[part]
    start = content.index(b"?>") + 2 if content.startswith(b"<?xml") else 0
    rest = content[start:]
    if used:
        end = rest.rindex(b"</")
        rest = rest[:end] + b"&ulko;&l8;" + rest[end:]
    declared = f"<!DOCTYPE x [{entities}]>".encode()
    bad = package({**ORIGINAL, part: content[:start] + declared + rest})
    tried = attempt(paja, tmp_path / "ajo", bad, name=XLSX)
    assert_stopped(tried, ("FI-08", part))
    assert "DOCTYPE" in tried.errors[0].message
    assert ELSEWHERE not in str(tried.findings)


def test_a_wrong_dimension_hides_nothing(paja: Paja, tmp_path: Path) -> None:
    members = parts(workbook({"measures.state@16": "melkein"}))
    small, count = re.subn(rb"<dimension[^>]*>", b'<dimension ref="A1"/>', members[MEASURES])
    assert count == 1
    tried = attempt(paja, tmp_path, package({**members, MEASURES: small}), name=XLSX)
    assert_stopped(tried, ("YL-05", "Toimenpiteet!N16"))
