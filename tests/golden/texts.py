"""Texts that are kept in files and reviewed there; `make golden` writes them anew."""

import hashlib
import os
from pathlib import Path
from xml.etree import ElementTree as ET

from pipeline.checks.wording.document import document_text
from pipeline.render.inspecting import package_parts

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent
#: Parts whose words the text tells; of the others, the hash of the canonical XML is kept.
_TOLD = ("word/document", "word/header", "word/footer", "word/footnotes")


def text_of(document: Path) -> str:
    """Return the text of a Word document."""
    return document_text(package_parts(document.read_bytes()))


def hashes_of(document: Path) -> str:
    """Return a line for each part that the text does not tell whole."""
    parts = package_parts(document.read_bytes())
    told = sorted(name for name in parts if not name.startswith(_TOLD))
    return "".join(f"{name} {_digest(parts[name])}\n" for name in told)


def differing(texts: dict[str, str]) -> list[str]:
    """Return the names of the files that say something else than these texts do."""
    if os.environ.get("PAJA_UPDATE_GOLDEN"):
        for name, text in texts.items():
            (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / name).write_text(text, encoding="utf-8")
    return [name for name, text in texts.items() if _kept(GOLDEN / name) != text]


def left_over(folder: str, texts: dict[str, str]) -> list[str]:
    """Return the files of a folder that no text is of; where texts are renewed, they go."""
    found = [file for file in sorted((GOLDEN / folder).rglob("*.txt"))
             if file.relative_to(GOLDEN).as_posix() not in texts]  # fmt: skip
    if os.environ.get("PAJA_UPDATE_GOLDEN"):
        for file in found:
            file.unlink()
        return []
    return [file.name for file in found]


def _kept(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.is_file() else None


def _digest(content: bytes) -> str:
    canonical = ET.canonicalize(content.decode("utf-8"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]
