"""Pages of documents as pictures, made by LibreOffice and pdftoppm where they are installed.

LibreOffice runs in a profile of its own, has a limit of time, and gets a second try: it may fail
for no reason, and it does not say so when it does.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_SECONDS: Final = 180
_TRIES: Final = 2
#: Dots in an inch: enough to see where things stand, few enough to send.
_DENSITY: Final = 60


@dataclass(frozen=True, slots=True)
class PageTools:
    """The programs that make pictures of pages."""

    office: str
    painter: str


def page_tools() -> PageTools | None:
    """Return the programs, None where one of them is not installed."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    painter = shutil.which("pdftoppm")
    return PageTools(office, painter) if office and painter else None


def page_pictures(
    documents: Sequence[bytes], tools: PageTools, *, most: int
) -> tuple[tuple[bytes, ...], ...]:
    """Return the first `most` pages of each .docx as PNG; none of one that could not be laid out.

    The documents are ours: rendering has refused what would fetch or run.
    """
    with tempfile.TemporaryDirectory(prefix="paja-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        files = [folder / f"{number}.docx" for number in range(len(documents))]
        for file, content in zip(files, documents, strict=True):
            file.write_bytes(content)
        for _ in range(_TRIES):
            waiting = [file for file in files if not file.with_suffix(".pdf").is_file()]
            if waiting:
                _lay_out(waiting, folder, tools)
        return tuple(_painted(file.with_suffix(".pdf"), tools, most) for file in files)


def _lay_out(files: Sequence[Path], folder: Path, tools: PageTools) -> None:
    profile = (folder / "profile").as_uri()
    arguments = ["--headless", "--norestore", f"-env:UserInstallation={profile}"]
    arguments += ["--convert-to", "pdf", "--outdir", str(folder)]
    _run([tools.office, *arguments, *map(str, files)])


def _painted(file: Path, tools: PageTools, most: int) -> tuple[bytes, ...]:
    if not file.is_file():
        return ()
    pages = file.with_name(f"{file.stem}-page")
    _run([tools.painter, "-png", "-r", str(_DENSITY), "-l", str(most), str(file), str(pages)])
    found = sorted(file.parent.glob(f"{pages.name}-*.png"), key=lambda each: (len(each.name), each))
    return tuple(page.read_bytes() for page in found)


def _run(command: Sequence[str]) -> None:
    """Run a program to its end; what it has made tells whether it did its work."""
    try:
        subprocess.run(  # noqa: S603 - programs found on the path, files that we named
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return
