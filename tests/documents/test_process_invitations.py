"""The invitations of a process as files: final or draft, with what, and as they were written."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from pipeline.api import Production, compile_template
from pipeline.contexts import CONTEXTS, plain
from schemas.community import CommunitySubmission
from tests.documents.conftest import ROOT
from tests.documents.test_validity import audit, structural_faults
from tests.unit.pipeline.contexts.scenes import deliverable, scene

TEMPLATES = ROOT / "templates" / "yhteisollinen-innovointi"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = " & <w:p/> {{ 7*7 }} {% x %} <!-- \u202b \U0001f3db\ufe0f \"'"


def words(content: bytes, part: str = "word/document.xml") -> str:
    """Return the paragraphs of a part, one a line."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = ET.fromstring(archive.read(part))
    paragraphs = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p"))
    return "\n".join(paragraphs)


def letter(folder: Path, number: int) -> str:
    (file,) = folder.rglob(f"*_tyopajakutsu-{number}_*.docx")
    return words(file.read_bytes())


def test_the_letters_that_have_their_memo_are_final_and_the_fifth_waits_for_it(
    produced_process: tuple[Path, Production],
) -> None:
    folder, production = produced_process
    invitations = ("process-invitation", "workshop-invitation")
    states = {
        each.path.name.split("_")[1]: each.draft
        for each in production.documents
        if each.deliverable in invitations and each.path.suffix == ".docx"
    }

    assert states == {
        "kutsu-prosessiin": False,
        **{f"tyopajakutsu-{number}": number == 5 for number in range(1, 6)},
    }
    assert "Täydennettävä: Työpajamuistiot" in letter(folder, 5)


def test_each_workshop_has_a_calendar_file_beside_its_letter(
    produced_process: tuple[Path, Production],
) -> None:
    folder, _ = produced_process
    letters = sorted(folder.rglob("*_tyopajakutsu-*.docx"))

    assert len(letters) == 5
    for file in letters:
        event = file.with_suffix(".ics").read_text(encoding="utf-8")
        assert "BEGIN:VEVENT" in event
        assert "DTSTART;TZID=Europe/Helsinki:2023" in event


def test_a_letter_has_its_sections_in_order_and_the_first_tells_of_no_last_time(
    produced_process: tuple[Path, Production],
) -> None:
    folder, _ = produced_process
    sections = [
        "Tervetuloa",
        "Aika ja paikka",
        "Miksi ja kenelle",
        "Ohjelma",
        "Mitä tehtiin viimeksi",
        "Valmistaudu näin",
        "Ilmoittautuminen",
        "Saavutettavuus",
        "Yhteystiedot",
    ]
    for number in range(1, 6):
        lines = letter(folder, number).split("\n")
        expected = [each for each in sections if number > 1 or "viimeksi" not in each]
        places = [lines.index(each) for each in expected]
        assert places == sorted(places)
    assert "Mitä tehtiin viimeksi" not in letter(folder, 1)


def test_the_example_is_told_as_it_was(
    produced_process: tuple[Path, Production],
) -> None:
    text = letter(produced_process[0], 4)

    assert "12.45–13.00" in letter(produced_process[0], 1)
    assert "Mukana oli 27 ihmistä." in text
    assert "Kunta ja seurakunta (lisätietoja: Näyte Nimi), viimeistään ma 24.4.2023:" in text
    assert "Työpajojen nimet ovat järjestäjän omia työnimiä." in text


def printed(folder: str, values: Mapping[str, object], number: int | None = None) -> bytes:
    """Return an invitation to a process, or to one of its workshops."""
    given = CommunitySubmission.model_validate(values)
    context = folder.replace("-", "_")
    workshop = next((each for each in given.workshops if each.number == number), None)
    kind = deliverable(context, "workshop" if workshop else "organisation")
    made = CONTEXTS[context](scene(submission=given, deliverable=kind, workshop=workshop))
    template = compile_template((TEMPLATES / folder / "fi.docx").read_bytes())
    return template.render(plain(made))


def marked(*fields: str) -> dict[str, object]:
    return {field: f"⟦{field}⟧{HOSTILE}" for field in fields}


PROCESS_FIELDS = ("start_question", "goals", "themes", "scope", "ground_rules")
WORKSHOP_FIELDS = (
    "welcome",
    "purpose",
    "goal",
    "for_whom",
    "catering",
    "preparation",
    "afterwards",
)
MEMO_FIELDS = ("done", "observations", "decisions")


def hostile_process() -> dict[str, object]:
    second = {"number": "2", "timing": "10.3.2022", "name": f"⟦name⟧{HOSTILE}"}
    return {
        "process": {"id": "p", "names_confirmed": "kyllä", **marked(*PROCESS_FIELDS)},
        "workshops": [
            {"number": "1", "timing": "10.2.2022"},
            {**second, **marked(*WORKSHOP_FIELDS)},
        ],
        "invitees": [{"name": f"⟦group⟧{HOSTILE}"}],
        "blocks": [
            {"workshop": "2", "name": f"⟦block⟧{HOSTILE}", "duration": "5 min", "type": "talk"}
        ],
        "between_tasks": [{"workshop": "1", **marked("what", "who")}],
        "memos": [{"workshop": "1", **marked(*MEMO_FIELDS)}],
    }


@pytest.mark.parametrize(
    ("folder", "number", "fields"),
    [
        ("process-invitation", None, (*PROCESS_FIELDS, "name", "group")),
        (
            "workshop-invitation",
            2,
            (*WORKSHOP_FIELDS, *MEMO_FIELDS, "name", "block", "what", "who"),
        ),
    ],
)
def test_every_text_is_printed_exactly_in_a_sound_document(
    folder: str, number: int | None, fields: tuple[str, ...], tmp_path: Path
) -> None:
    made = printed(folder, hostile_process(), number)

    text = words(made)
    assert [each for each in fields if f"⟦{each}⟧{HOSTILE}" not in text] == []
    assert "työnimiä" not in text
    assert structural_faults(made) == []
    file = tmp_path / "letter.docx"
    file.write_bytes(made)
    assert audit(file) == []


@pytest.mark.parametrize(
    ("folder", "number"), [("process-invitation", None), ("workshop-invitation", 2)]
)
def test_a_letter_of_nothing_but_gaps_is_sound(
    folder: str, number: int | None, tmp_path: Path
) -> None:
    made = printed(
        folder,
        {"process": {"id": "p"}, "workshops": [{"number": "1"}, {"number": "2"}]},
        number,
    )

    assert structural_faults(made) == []
    file = tmp_path / "letter.docx"
    file.write_bytes(made)
    assert audit(file) == []
    assert words(made).count("Täydennettävä") > 8
