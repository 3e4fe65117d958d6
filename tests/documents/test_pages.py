"""The pages as LibreOffice lays them out: how many, and that no template is left on them."""

import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
NEEDS_OFFICE = pytest.mark.skipif(
    SOFFICE is None or shutil.which("pdftotext") is None,
    reason="LibreOffice and pdftotext are not installed",
)


@pytest.fixture(scope="module")
def pages(documents: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return the text of each page of each document."""
    folder = tmp_path_factory.mktemp("pdf")
    profile = tmp_path_factory.mktemp("profile")
    command = [str(SOFFICE), "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, documents)], check=True, capture_output=True, timeout=240)
    made = sorted(folder.glob("*.pdf"))
    assert len(made) == len(documents)
    return {file.name: _text(file) for file in made}


def _text(file: Path) -> list[str]:
    done = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True, text=True
    )
    return done.stdout.split("\f")[:-1]


@NEEDS_OFFICE
def test_documents_have_the_pages_that_their_readers_expect(pages: dict[str, list[str]]) -> None:
    counts = {name: len(found) for name, found in pages.items()}
    plans = [count for name, count in counts.items() if "suunnitelma_" in name and "v1-0" in name]
    full = [
        count
        for name, count in counts.items()
        if "toimenpidesuunnitelma" in name and "v1-0" in name
    ]
    assert plans
    assert len(full) == 5
    assert all(6 <= count <= 12 for count in full), counts
    assert all(count <= 3 for name, count in counts.items() if "kutsu" in name), counts
    letters = [name for name in counts if "_tyopajakutsu" in name or "_kutsu-prosessiin" in name]
    assert len(letters) == 6
    assert all(counts[name] <= 2 for name in letters), counts


@NEEDS_OFFICE
def test_every_page_has_something_to_read_and_nothing_of_the_template(
    pages: dict[str, list[str]],
) -> None:
    for name, found in pages.items():
        for number, text in enumerate(found, 1):
            assert len(text.split()) > 15, f"{name}, page {number}"
            assert "{{" not in text
            assert "None" not in text.split()
            assert "False" not in text.split()
        if len(found) > 1:
            assert f"2 ({len(found)})" in found[1], name
