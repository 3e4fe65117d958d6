"""A templates folder with one small deliverable, and what a check says of it."""

import json
from pathlib import Path

from docx.document import Document as Word

from tests.cli.conftest import Paja
from tests.unit.pipeline.checks.documents import document, saved, table

DESCRIPTION = """\
id: kutsu
context: kick_off_invitation
titles:
  fi: Kutsu
slugs:
  fi: kutsu
scope: programme
gate: G1
"""
SHOWN = "ohjelma/kutsu/fi.docx"


def folder(tmp_path: Path, *paragraphs: str, more: str = "") -> Path:
    """Return a templates folder with one template, of these paragraphs and a table."""
    root = tmp_path / "pohjat"
    (root / "ohjelma" / "kutsu").mkdir(parents=True)
    (root / "ohjelma" / "kutsu" / "deliverable.yaml").write_text(DESCRIPTION + more, "utf-8")
    write(root, template(*paragraphs))
    return root


def template(*paragraphs: str, author: str = "", title: str = "Pohja") -> Word:
    """Return a template whose table has no header row, with one in plain sight."""
    made = document(*paragraphs, author=author, title=title)
    table(made, ("Asia", "Tieto"), ("{{ document.title }}", "{{ document.organisation }}"))
    return made


def write(root: Path, made: Word, name: str = "fi.docx") -> Path:
    """Write a template beside the others and return its path."""
    path = root / "ohjelma" / "kutsu" / name
    path.write_bytes(saved(made))
    return path


def found(paja: Paja, *arguments: str | Path) -> list[dict[str, str]]:
    """Return the findings of a check without the proof, as JSON gives them."""
    done = paja("templates", "check", "--no-proof", *arguments, "--format", "json")
    findings = json.loads(done.out)["findings"]
    assert isinstance(findings, list)
    return findings


def codes(findings: list[dict[str, str]]) -> list[tuple[str, str, str]]:
    """Return code, severity and file of the findings that these tests are about."""
    mine = ("TE-01", "TE-10", "TE-33", "TE-34", "TE-9", "EN-01", "OUT-01")
    return [
        (each["code"], each["severity"], each["file"])
        for each in findings
        if each["code"].startswith(mine)
    ]
