"""Bad inputs, built beside one sound submission, and what a batch makes of the two."""

import io
import json
import shutil
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook

from tests.cli.conftest import ACADEMY, Paja

TEMPLATES: Final = ACADEMY.parents[1] / "templates"
WORKBOOK: Final = ACADEMY / "submissions" / "mallivirasto.xlsx"
YAML: Final = ACADEMY / "submissions" / "keskimaa.yaml"
SHEET: Final = "xl/worksheets/sheet{}.xml"
#: What an earlier run, or a person, left where the bad organisation's invitation would go.
EARLIER: Final = b"tehty aiemmin"


@dataclass(frozen=True)
class Found:
    """One finding as `--format json` prints it; `place` is short, such as `Riskit!A4` or `8:3`."""

    code: str
    severity: str
    file: str
    place: str
    message: str
    hint: str


@dataclass(frozen=True)
class Attempt:
    """A batch over a sound and a bad submission, and what it left in its output folder."""

    code: int
    err: str
    findings: tuple[Found, ...]
    made: tuple[Path, ...]
    drafts: tuple[Path, ...]
    out: Path
    file: str
    bad: str
    sound: str

    def of_bad(self, severity: str) -> list[tuple[str, str]]:
        """Return code and place of the bad file's findings of one severity."""
        own = (each for each in self.findings if each.file == self.file)
        return [(each.code, each.place) for each in own if each.severity == severity]

    @property
    def errors(self) -> list[Found]:
        """Return the errors."""
        return [each for each in self.findings if each.severity == "error"]

    def only(self, code: str) -> Found:
        """Return the one finding with a code in the bad file."""
        (found,) = (each for each in self.findings if (each.code, each.file) == (code, self.file))
        return found


def attempt(
    paja: Paja, folder: Path, bad: bytes, *, name: str, templates: Path | None = None
) -> Attempt:
    """Run `paja batch` over a bad submission and the sound one of the other kind.

    `name` is the bad file's; its organisation is keskimaa when it is YAML, else mallivirasto.
    Without `templates` the invitation to the kick-off is all that is made.
    """
    is_yaml = name.endswith(".yaml")
    owner, sound = ("keskimaa", WORKBOOK) if is_yaml else ("mallivirasto", YAML)
    submissions = folder / "ohjelma" / "submissions"
    submissions.mkdir(parents=True)
    shutil.copy(ACADEMY / "programme.yaml", submissions.parent)
    shutil.copy(sound, submissions)
    (submissions / name).write_bytes(bad)
    out = folder / "out"
    earlier = out / owner / invitation(owner)
    earlier.parent.mkdir(parents=True)
    earlier.write_bytes(EARLIER)
    chosen = templates or invitation_only(folder)
    result = paja("batch", submissions.parent, "-o", out, "--templates", chosen, "--format", "json")
    outcome = json.loads(result.out)
    documents = outcome["documents"]
    return Attempt(
        code=result.code,
        err=result.err,
        findings=tuple(map(_found, outcome["findings"])),
        made=tuple(out / each["path"] for each in documents),
        drafts=tuple(out / each["path"] for each in documents if each["draft"]),
        out=out,
        file=name,
        bad=owner,
        sound=sound.stem,
    )


def invitation(organisation: str) -> str:
    """Return the file name of an organisation's invitation to the kick-off."""
    return f"2021-10-04_kick-off-kutsu_{organisation}_fi_v1-0.docx"


def invitation_only(folder: Path) -> Path:
    """Return a templates folder with the invitation to the kick-off alone: one quick document."""
    templates = folder / "pohjat"
    kind = Path("innovaatio-akatemia") / "kick-off-invitation"
    shutil.copytree(TEMPLATES / kind, templates / kind)
    return templates


def assert_stopped(tried: Attempt, *errors: tuple[str, str]) -> None:
    """Check that the bad file has these errors alone, and cost nobody else anything."""
    assert tried.of_bad("error") == list(errors)
    assert {each.file for each in tried.errors} == {tried.file}
    assert tried.code == 1
    assert_readable(tried)
    assert_untouched(tried)
    assert_sound_made(tried)


def assert_readable(tried: Attempt) -> None:
    """Check that each message is a sentence without a trace of a library."""
    assert tried.err == ""
    for each in tried.findings:
        shown = f"{each.message} {each.hint}"
        assert each.message[0].isprintable()
        assert each.message.rstrip().endswith((".", "?", "!", ")", "”")), each.message
        for trace in ("Traceback", "Error(", "openpyxl", "pydantic", "None", "\x00", "{0}"):
            assert trace not in shown


def assert_untouched(tried: Attempt) -> None:
    """Check that what the bad organisation had is as it was, and that nothing came to it."""
    folder = tried.out / tried.bad
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert files == {invitation(tried.bad): EARLIER}
    assert not [path for path in tried.made if tried.bad in path.parts]


def assert_sound_made(tried: Attempt) -> None:
    """Check that the sound organisation's documents were made, and no temporary file is left."""
    made = [path for path in tried.made if tried.sound in path.parts]
    assert tried.out / tried.sound / invitation(tried.sound) in made
    assert all(zipfile.is_zipfile(path) for path in made if path.suffix == ".docx")
    assert not list(tried.out.rglob(".paja*"))


def _found(raw: Mapping[str, object]) -> Found:
    sheet, cell, line, column = (raw[key] for key in ("sheet", "cell", "line", "column"))
    place = f"{sheet}!{cell}" if sheet and cell else str(sheet or raw["part"] or "")
    place = f"{line}:{column}" if line else place
    return Found(
        code=str(raw["code"]),
        severity=str(raw["severity"]),
        file=str(raw["file"] or ""),
        place=place,
        message=str(raw["message"]),
        hint=str(raw["hint"] or ""),
    )


def workbook(changes: Mapping[str, object] | None = None) -> bytes:
    """Return the sound workbook with some cells changed.

    A cell is that of a defined name (`plan.title`), for a table with its row (`measures.name@5`).
    """
    opened = load_workbook(WORKBOOK)
    for where, value in (changes or {}).items():
        cell(opened, where).value = value  # type: ignore[assignment] # any content may be wrong
    return saved(opened)


def cell(opened: Workbook, where: str) -> Cell:
    """Return the cell of a field, such as `plan.title` or `measures.name@5`."""
    name, _, row = where.partition("@")
    title, _, address = opened.defined_names[f"paja.{name}"].attr_text.rpartition("!")
    column, header = address.split("$")[1:]
    chosen = opened[title.strip("'")][f"{column}{row or header}"]
    assert isinstance(chosen, Cell)
    return chosen


def saved(opened: Workbook) -> bytes:
    """Return the bytes of an opened workbook."""
    buffer = io.BytesIO()
    opened.save(buffer)
    return buffer.getvalue()


def changed(change: Callable[[Workbook], object]) -> bytes:
    """Return the sound workbook after a change to it as a whole."""
    opened = load_workbook(WORKBOOK)
    change(opened)
    return saved(opened)


def parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of a package by their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def package(members: Mapping[str, bytes | Iterable[bytes]]) -> bytes:
    """Return a package of these parts; one given in pieces is packed piece by piece."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members.items():
            with archive.open(name, "w", force_zip64=True) as part:
                for piece in (content,) if isinstance(content, bytes) else content:
                    part.write(piece)
    return buffer.getvalue()


def with_part(name: str, old: bytes, new: bytes) -> bytes:
    """Return the sound workbook with a text of one of its parts replaced."""
    members = parts(WORKBOOK.read_bytes())
    assert old in members[name], (name, old)
    return package({**members, name: members[name].replace(old, new, 1)})


def with_members(**members: bytes | Iterable[bytes]) -> bytes:
    """Return the sound workbook with parts added or replaced; `__` in a name is its `/`."""
    return package({**parts(WORKBOOK.read_bytes()), **members})


def yaml(old: str, new: str) -> bytes:
    """Return the sound YAML submission with a text replaced."""
    text = YAML.read_text(encoding="utf-8")
    assert old in text, old
    return text.replace(old, new, 1).encode("utf-8", "surrogatepass")


def line_of(content: bytes, text: str) -> int:
    """Return the number of the first line with a text."""
    lines = content.decode("utf-8").split("\n")
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def tree(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below a folder by its path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
