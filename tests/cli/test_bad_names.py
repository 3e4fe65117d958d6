"""Organisation ids and texts that could lead out of their folder, file or line."""

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.bad_inputs import (
    TEMPLATES,
    WORKBOOK,
    assert_sound_made,
    attempt,
    invitation_only,
    line_of,
    workbook,
    yaml,
)
from tests.cli.conftest import Paja, edited

SAFE = re.compile(r"[a-z0-9_][a-z0-9_.-]{0,119}")


def renamed(programme: Path, old: str, new: str) -> None:
    """Give an organisation of the programme another id, in its YAML submission too."""
    edited(programme / "programme.yaml", f"  - id: {old}\n", f'  - id: "{new}"\n')
    if old == "keskimaa":
        edited(programme / "submissions" / "keskimaa.yaml", "  id: keskimaa", f'  id: "{new}"')


@pytest.mark.parametrize(
    ("id_", "folder"),
    [
        ("../../x", "x"),
        ("..", None),
        ("CON", "con-x"),
        ("a/b", "a-b"),
        ("C:\\\\Temp", "c-temp"),
        ("_organisers", "organisers"),
        (".paja.lock", "paja-lock"),
        ("Hämeen–Kymen kunta", "hameen-kymen-kunta"),
        ("市役所", None),
        ("pitkä " * 42, None),
    ],
)
def test_documents_of_any_id_stay_in_a_safe_folder_of_their_own(
    paja: Paja, programme: Path, tmp_path: Path, id_: str, folder: str | None
) -> None:
    renamed(programme, "keskimaa", id_)
    out = tmp_path / "ulos" / "out"
    templates = invitation_only(tmp_path)
    result = paja("batch", programme, "-o", out, "--templates", templates)
    assert (result.code, "Traceback" in result.err) == (0, False)
    made = [path.relative_to(out) for path in out.rglob("*") if path.is_file()]
    (owner,) = {path.parts[0] for path in made if len(path.parts) > 1}
    assert owner == folder or folder is None
    assert len(made) == 3
    for path in made:
        assert all(SAFE.fullmatch(part) for part in path.parts), path
    assert {path.name for path in tmp_path.iterdir()} == {"ohjelma", "pohjat", "ulos"}
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_an_id_that_is_too_long_is_refused_in_both_files(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    renamed(programme, "keskimaa", "a" * 300)
    out = tmp_path / "out"
    result = paja("batch", programme, "-o", out)
    assert result.code == 1
    assert result.out.count("The text has 300 characters; at most 255 fit here.") == 2
    assert "programme.yaml[" in result.out
    assert "keskimaa.yaml[8:7]: CE-02 error" in result.out
    assert not (out / "keskimaa").exists()


def test_an_id_that_the_programme_lacks_is_said_once(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    edited(programme / "submissions" / "keskimaa.yaml", "id: keskimaa", "id: ../keskima")
    result = paja("batch", programme, "-o", tmp_path / "out")
    assert result.code == 1
    assert "keskimaa.yaml[8:7]: YL-02 error: The programme has no organisation" in result.out
    assert result.out.count("8:7") == 1
    assert [path.name for path in (tmp_path / "out").glob("*/")] == ["_organisers"]


@pytest.mark.parametrize(
    ("first", "second", "folder"),
    [
        ("malli/kunta", "malli-kunta", "malli-kunta"),
        ("café", "cafe\u0301", "cafe"),
        ("näyte", "nayte", "nayte"),
    ],
)
def test_two_ids_of_one_folder_are_an_error_that_names_both(
    paja: Paja, programme: Path, tmp_path: Path, first: str, second: str, folder: str
) -> None:
    renamed(programme, "keskimaa", first)
    renamed(programme, "mallivirasto", second)
    (programme / "submissions" / "mallivirasto.xlsx").write_bytes(
        workbook({"organisation.id": second})
    )
    shutil.copy(WORKBOOK.with_name("yhteishankinta.xlsx"), programme / "submissions")
    out = tmp_path / "out"
    result = paja("batch", programme, "-o", out, "--templates", invitation_only(tmp_path))
    content = (programme / "programme.yaml").read_bytes()
    lines = [line_of(content, f'- id: "{each}"') for each in (first, second)]
    assert result.code == 1
    assert f"programme.yaml[{max(lines)}:9]: PR-02 error:" in result.out
    for each, line in zip((first, second), lines, strict=True):
        assert f"“{each}” (line {line})" in result.out
    assert f"one folder, “{folder}”" in result.out
    assert [path.name for path in out.iterdir() if path.is_dir()] == ["yhteishankinta"]
    assert result.err.count("fault in paja") == 0


def test_two_ids_that_differ_in_case_alone_are_one_id_twice(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    renamed(programme, "keskimaa", "A")
    renamed(programme, "mallivirasto", "a")
    (programme / "submissions" / "mallivirasto.xlsx").write_bytes(
        workbook({"organisation.id": "a"})
    )
    out = tmp_path / "out"
    result = paja("batch", programme, "-o", out, "--templates", invitation_only(tmp_path))
    content = (programme / "programme.yaml").read_bytes()
    first, second = (line_of(content, f'- id: "{each}"') for each in "Aa")
    assert result.code == 1
    assert "YL-03 error: “a” stands twice" in result.out or "YL-03 error: “A”" in result.out
    assert f"line {first}" in result.out
    assert f"line {second}" in result.out
    assert not [path for path in out.iterdir() if path.is_dir()]


def test_an_id_may_be_written_in_either_form_of_its_letters(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    edited(programme / "programme.yaml", "  - id: keskimaa\n", "  - id: Kyl\u00e4\n")
    edited(programme / "submissions" / "keskimaa.yaml", "id: keskimaa", "id: kyla\u0308")
    out = tmp_path / "out"
    result = paja("batch", programme, "-o", out, "--templates", invitation_only(tmp_path))
    assert result.code == 0
    assert [path.name for path in out.iterdir() if path.is_dir()] == ["kyla"]


PLACE = "Sali 1\r\nATTENDEE:mailto:vieras@example.org\rBEGIN:VALARM"
NAME = "Malli; virasto, \\n ATTENDEE:x"


def test_texts_of_a_calendar_file_stay_inside_their_line(paja: Paja, tmp_path: Path) -> None:
    bad = workbook({"sparrings.place@4": PLACE, "organisation.name.fi": NAME})
    tried = attempt(paja, tmp_path, bad, name="mallivirasto.xlsx", templates=TEMPLATES)
    assert (tried.code, tried.errors) == (0, [])
    assert_sound_made(tried)
    event = calendar(tried.made, "sparrauskutsu-1_mallivirasto")
    assert "LOCATION;LANGUAGE=fi:Sali 1 ATTENDEE:mailto:vieras@example.org BEGIN:VALARM" in event
    description = next(line for line in event if line.startswith("DESCRIPTION"))
    assert description.split(":", 1)[1].startswith(r"Malli\; virasto\, \\n ATTENDEE:x\n\n")


def test_texts_of_a_calendar_file_stay_inside_their_line_in_yaml(
    paja: Paja, tmp_path: Path
) -> None:
    link = "    link: https://example.org/akatemia/keskimaa-1"
    bad = yaml(link, f'{link}\n    place: "Sali 1\\r\\nATTENDEE:x\\rEND:VEVENT"')
    tried = attempt(paja, tmp_path, bad, name="keskimaa.yaml", templates=TEMPLATES)
    assert (tried.code, tried.errors) == (0, [])
    event = calendar(tried.made, "sparrauskutsu-1_keskimaa")
    assert "LOCATION;LANGUAGE=fi:Sali 1 ATTENDEE:x END:VEVENT" in event


def calendar(made: tuple[Path, ...], name: str) -> list[str]:
    """Return the unfolded lines of a calendar file, of which each must begin a known property."""
    (file,) = (path for path in made if path.suffix == ".ics" and name in path.name)
    text = file.read_bytes().decode("utf-8")
    assert text.count("\r\n") == text.count("\n") == text.count("\r")
    lines = text.replace("\r\n ", "").split("\r\n")
    assert not [line for line in lines if line.startswith("ATTENDEE")]
    assert (lines.count("BEGIN:VEVENT"), lines.count("END:VEVENT")) == (1, 1)
    assert "BEGIN:VALARM" not in lines
    return lines
