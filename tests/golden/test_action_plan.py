"""One action plan, part by part: what it says as text, and every other part by its hash.

`make golden` writes the files anew; a change in them is then reviewed as text.
"""

import hashlib
import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from pipeline.api import InputRequest, ProductionRequest, produce

ROOT = Path(__file__).parents[2]
ACADEMY = ROOT / "examples" / "innovaatio-akatemia"
FOLDER = Path(__file__).parent / "esimerkkila"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Parts whose words a reader sees; the others are compared by the hash of their canonical XML.
READ = ("word/document.xml", "word/header", "word/footer", "docProps/core.xml")


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("golden")
    submission = ACADEMY / "submissions" / "esimerkkila.xlsx"
    produce(ProductionRequest(inputs=InputRequest(paths=(submission,)), out=out))
    file = next(out.rglob("*toimenpidesuunnitelma*.docx"))
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_plan_says_what_it_said(plan: dict[str, bytes]) -> None:
    for name in sorted(name for name in plan if name.startswith(READ)):
        compare(FOLDER / f"{Path(name).stem}.txt", "\n".join(lines(plan[name])) + "\n")


def test_the_other_parts_are_as_they_were(plan: dict[str, bytes]) -> None:
    hashes = [f"{name} {digest(plan[name])}" for name in sorted(plan) if not name.startswith(READ)]
    compare(FOLDER / "parts.txt", "\n".join(hashes) + "\n")


def compare(file: Path, text: str) -> None:
    if os.environ.get("PAJA_UPDATE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text, f"see {file.name}; make golden renews it"


def digest(content: bytes) -> str:
    canonical = ET.canonicalize(content.decode("utf-8"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def lines(content: bytes) -> Iterator[str]:
    """Yield a line for each paragraph with its style, table cells apart by bars."""
    root = ET.fromstring(content)
    if root.find(f".//{W}p") is None:
        yield from (f"{each.tag.rpartition('}')[2]}: {each.text}" for each in root)
        return
    inside = {paragraph for table in root.iter(f"{W}tbl") for paragraph in table.iter(f"{W}p")}
    for element in root.iter():
        if element.tag == f"{W}tr":
            cells = [" / ".join(map(text, cell.iter(f"{W}p"))) for cell in element.iter(f"{W}tc")]
            yield "| " + " | ".join(cells) + " |"
        elif element.tag == f"{W}p" and element not in inside:
            style = element.find(f"{W}pPr/{W}pStyle")
            yield f"[{'Normal' if style is None else style.get(f'{W}val')}] {text(element)}"


def text(paragraph: ET.Element) -> str:
    signs = {f"{W}br": " ⏎ ", f"{W}tab": " → "}
    return "".join(
        signs.get(each.tag, (each.text or "") if each.tag == f"{W}t" else "")
        for each in paragraph.iter()
        if each.tag != f"{W}tabs"
    )
