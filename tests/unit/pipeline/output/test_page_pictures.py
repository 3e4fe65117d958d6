"""Pages as pictures, with programs that behave as badly as the real ones can."""

import stat
import sys
from pathlib import Path

import pytest

from pipeline.output import page_pictures as module
from pipeline.output.page_pictures import PageTools, page_pictures, page_tools

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs are scripts")

#: Lays out each file whose content does not forbid it; fails at the first call if told to.
OFFICE = """#!/bin/sh
folder=$(dirname "$0")
echo call >> "$folder/calls"
if [ -e "$folder/fail-once" ]; then rm "$folder/fail-once"; exit 0; fi
for last; do :; done
while [ "$1" != "--outdir" ]; do shift; done
out=$2; shift; shift
for file; do grep -q broken "$file" || cp "$file" "$out/$(basename "$file" .docx).pdf"; done
"""
#: Paints as many pages as the file has letters.
PAINTER = """#!/bin/sh
for last; do :; done
pages=$last
while [ $# -gt 2 ]; do shift; done
for number in $(seq 1 $(wc -c < "$1")); do printf %s "$number" > "$pages-$number.png"; done
"""


@pytest.fixture
def tools(tmp_path: Path) -> PageTools:
    """Return programs that stand for the real ones."""
    paths = []
    for name, script in (("office", OFFICE), ("painter", PAINTER)):
        path = tmp_path / name
        path.write_text(script, encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        paths.append(str(path))
    return PageTools(*paths)


def calls(tmp_path: Path) -> int:
    """Return how often the office was called."""
    return len((tmp_path / "calls").read_text(encoding="utf-8").splitlines())


def test_each_document_gets_its_pages_in_their_order(tools: PageTools, tmp_path: Path) -> None:
    found = page_pictures([b"x" * 11, b"y"], tools, most=20)

    assert found == (tuple(str(n).encode() for n in range(1, 12)), (b"1",))
    assert calls(tmp_path) == 1


def test_what_failed_without_saying_so_is_tried_once_more(tools: PageTools, tmp_path: Path) -> None:
    (tmp_path / "fail-once").touch()

    assert page_pictures([b"x"], tools, most=9) == ((b"1",),)
    assert calls(tmp_path) == 2


def test_a_document_that_cannot_be_laid_out_has_no_pages(tools: PageTools, tmp_path: Path) -> None:
    assert page_pictures([b"broken", b"x"], tools, most=9) == ((), (b"1",))
    assert calls(tmp_path) == 2


def test_a_program_that_is_not_there_or_hangs_leaves_no_pages(
    tools: PageTools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = PageTools(str(tmp_path / "poissa"), tools.painter)
    assert page_pictures([b"x"], gone, most=9) == ((),)

    monkeypatch.setattr(module, "_SECONDS", 0.01)
    (tmp_path / "office").write_text("#!/bin/sh\nexec sleep 5\n", encoding="utf-8")
    assert page_pictures([b"x"], tools, most=9) == ((),)


def test_both_programs_are_needed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert page_tools() is None

    for name in ("libreoffice", "pdftoppm"):
        (tmp_path / name).write_text("#!/bin/sh\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    assert page_tools() == PageTools(str(tmp_path / "libreoffice"), str(tmp_path / "pdftoppm"))
