"""paja generate and paja batch: what is made, kept, replaced and reported."""

import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document

from tests.cli.conftest import ACADEMY, Paja, edited
from tests.unit.pipeline.render.word import template

ROOT = Path(__file__).parents[2]
KESKIMAA = [
    "2021-10-04_kick-off-kutsu_keskimaa_fi_v1-0.docx",
    "2021-10-04_kick-off-kutsu_keskimaa_fi_v1-0.ics",
    "2021-10-04_sparrauskutsu-1_keskimaa_fi_v1-0.docx",
    "2021-10-04_sparrauskutsu-1_keskimaa_fi_v1-0.ics",
    "2021-10-04_sparrauskutsu-2_keskimaa_fi_v1-0.docx",
    "2021-10-04_sparrauskutsu-2_keskimaa_fi_v1-0.ics",
]


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def text_of(file: Path) -> str:
    with zipfile.ZipFile(file) as archive:
        xml = archive.read("word/document.xml").decode()
    document = Document(io.BytesIO(file.read_bytes()))
    assert "{{" not in xml
    assert "{%" not in xml
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def test_a_batch_makes_every_document_of_all_six_and_the_organisers(
    paja: Paja, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    result = paja("batch", ACADEMY, "-o", out, "--format", "json")
    outcome = json.loads(result.out)
    assert result.code == 0
    made: dict[str | None, list[str]] = {}
    for each in outcome["documents"]:
        assert (out / each["path"]).is_file()
        made.setdefault(each["organisation"], []).append(each["deliverable"])
    assert set(made) == {
        "esimerkkila", "keskimaa", "mallivirasto", "naytekaupunki", "nayteverkko",
        "yhteishankinta", None,
    }  # fmt: skip
    assert made[None] == ["kick-off-guide"]
    full = ["action-plan", *["kick-off-invitation"] * 2, *["sparring-invitation"] * 4]
    assert sorted(made["keskimaa"]) == full
    assert sorted(made["nayteverkko"]) == full[:-2]
    drafts = {each["path"] for each in outcome["documents"] if each["draft"]}
    assert [Path(path).name for path in drafts] == [
        "2021-11-30_toimenpidesuunnitelma_nayteverkko_fi_v0-5.docx"
    ]
    assert [each["file"] for each in outcome["findings"] if each["code"] == "TE-02"] == [
        "keskimaa.yaml"
    ]
    manifest = json.loads((out / "manifest.json").read_bytes())
    assert {each["path"] for each in manifest["entries"]} == {
        each["path"] for each in outcome["documents"]
    }
    assert "Täydennettävä" in text_of(out / next(iter(drafts)))


def test_a_second_run_changes_nothing(paja: Paja, programme: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert paja("batch", programme, "-o", out).code == 0
    first = tree(out)
    result = paja("batch", programme, "-o", out, "--format", "json")
    assert {each["outcome"] for each in json.loads(result.out)["documents"]} == {"unchanged"}
    assert tree(out) == first


def test_generate_makes_one_organisations_documents_only(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    result = paja("generate", programme / "submissions" / "keskimaa.yaml", "-o", out)
    assert result.code == 0
    names = [path for path in tree(out) if path != "manifest.json"]
    plan = "keskimaa/2022-01-18_toimenpidesuunnitelma_keskimaa_fi_v1-0.docx"
    assert plan in names
    assert names == [*(f"keskimaa/{name}" for name in KESKIMAA), plan]
    assert "Mellanlandets" not in text_of(out / plan)


def test_an_edited_document_is_kept_and_the_new_one_stands_beside_it(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    paja("batch", programme, "-o", out)
    invitation = out / "keskimaa" / KESKIMAA[0]
    invitation.write_bytes(b"oma muokkaus")
    result = paja("batch", programme, "-o", out)
    assert result.code == 0
    assert invitation.read_bytes() == b"oma muokkaus"
    beside = invitation.with_name(invitation.stem + "_uusi.docx")
    assert beside.is_file()
    assert "OUT-01 warning" in result.out
    again = paja("batch", programme, "-o", out)
    assert again.code == 0
    assert not list(out.rglob("*_uusi-2*"))


def test_a_changed_input_replaces_what_nobody_edited(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    paja("batch", programme, "-o", out)
    submission = programme / "submissions" / "keskimaa.yaml"
    edited(submission, "fi: Keskimaan hyvinvointialue", "fi: Keskimaan alue")
    result = paja("batch", programme, "-o", out, "--format", "json")
    outcomes = {each["path"]: each["outcome"] for each in json.loads(result.out)["documents"]}
    assert outcomes[f"keskimaa/{KESKIMAA[0]}"] == "replaced"
    assert "Keskimaan alue" in text_of(out / "keskimaa" / KESKIMAA[0])


def test_an_organisation_with_errors_gets_nothing_and_the_others_go_on(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    (programme / "submissions" / "rikki.xlsx").write_bytes(b"PK\x03\x04 katkennut")
    out = tmp_path / "out"
    result = paja("batch", programme, "-o", out)
    assert result.code == 1
    assert "rikki.xlsx" in result.out
    assert sorted(path.name for path in out.iterdir()) == [
        "_organisers",
        "keskimaa",
        "manifest.json",
    ]


def test_a_cell_error_blocks_the_organisations_documents(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    submission = programme / "submissions" / "keskimaa.yaml"
    edited(submission, "business_id: 9000003-8", "business_id: 9000003-9")
    out = tmp_path / "out"
    assert paja("batch", programme, "-o", out).code == 1
    assert not (out / "keskimaa").exists()


def test_a_rule_error_makes_a_draft_and_never_a_final_plan(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    submission = programme / "submissions" / "keskimaa.yaml"
    text = submission.read_text(encoding="utf-8")
    submission.write_text(text.replace("    owner: TEH3", "    owner: TEH33", 1), encoding="utf-8")
    out = tmp_path / "out"
    result = paja("generate", submission, "-o", out, "--format", "json")
    assert result.code == 1
    documents = json.loads(result.out)["documents"]
    drafts = {each["deliverable"]: each["draft"] for each in documents}
    assert drafts["action-plan"] is True
    plan = next(each for each in documents if each["deliverable"] == "action-plan")
    assert "uonnos" in text_of(out / plan["path"])


def test_the_language_option_makes_that_language_only(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    result = paja("generate", programme, "-o", out, "--language", "sv", "--format", "json")
    assert json.loads(result.out)["documents"] == []


def test_a_language_that_an_organisation_has_not_is_told(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    result = paja("generate", programme, "-o", out, "--language", "en", "--format", "json")
    outcome = json.loads(result.out)
    assert outcome["documents"] == []
    said = [each for each in outcome["findings"] if "English" in each["message"]]
    assert [(each["code"], each["severity"]) for each in said] == [("TE-02", "warning")]
    assert "--language" in said[0]["hint"]


def test_templates_of_ones_own_are_used(paja: Paja, programme: Path, tmp_path: Path) -> None:
    own = tmp_path / "pohjat" / "innovaatio-akatemia" / "tervehdys"
    own.mkdir(parents=True)
    (own / "deliverable.yaml").write_text(
        "id: tervehdys\ncontext: action_plan\ntitles: {fi: Tervehdys}\nslugs: {fi: tervehdys}\n"
        "scope: organisation\ngate: G1\nfilename: '{deliverable}_{organisation}'\n",
        encoding="utf-8",
    )
    (own / "fi.docx").write_bytes(template("Hei {{ document.organisation }}!"))
    out = tmp_path / "out"
    result = paja("generate", programme, "-o", out, "--templates", tmp_path / "pohjat")
    assert result.code == 0
    assert text_of(out / "keskimaa" / "tervehdys_keskimaa.docx") == "Hei Keskimaan hyvinvointialue!"


def test_a_fault_in_a_template_is_told_with_its_place_and_the_rest_is_made(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    own = tmp_path / "pohjat"
    shutil.copytree(ACADEMY.parents[1] / "templates", own)
    bad = own / "innovaatio-akatemia" / "kick-off-invitation" / "fi.docx"
    bad.write_bytes(template("Hei {{ dokument.organisation }}!", heading="Tervetuloa"))
    out = tmp_path / "out"
    result = paja("generate", programme, "-o", out, "--templates", own)
    assert result.code == 1
    assert "kick-off-invitation/fi.docx[word/document.xml" in result.out
    assert "Did you mean document?" in result.out
    assert (out / "keskimaa" / KESKIMAA[2]).is_file()
    assert not (out / "keskimaa" / KESKIMAA[0]).exists()


def test_invitations_and_calendars_agree_and_follow_the_inputs(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    paja("generate", programme, "-o", out)
    calendar = (out / "keskimaa" / KESKIMAA[1]).read_text(encoding="utf-8")
    assert "DTSTART;TZID=Europe/Helsinki:20211019T090000" in calendar
    assert "DTEND;TZID=Europe/Helsinki:20211019T120000" in calendar
    assert "DTSTAMP:20211004T000000Z" in calendar
    invitation = text_of(out / "keskimaa" / KESKIMAA[0])
    assert "19.10.2021" in invitation
    assert "9.00–12.00" in invitation


def test_a_kick_off_without_its_hour_makes_no_invitation_and_nothing_final(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    edited(
        programme / "programme.yaml",
        "    timing: 19.10.2021\n    starts: 9.00\n",
        "    timing: lokakuu 2021\n",
    )
    out = tmp_path / "out"
    result = paja("batch", programme, "-o", out, "--format", "json")
    outcome = json.loads(result.out)
    assert result.code == 1
    assert "YL-10" in {each["code"] for each in outcome["findings"] if each["severity"] == "error"}
    kinds = {each["deliverable"] for each in outcome["documents"]}
    assert "kick-off-invitation" not in kinds
    assert {"action-plan", "sparring-invitation", "kick-off-guide"} <= kinds
    assert all(each["draft"] for each in outcome["documents"])
    assert not list(out.rglob("*kick-off-kutsu*"))


def test_the_table_at_the_end_says_who_got_what_and_where(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    result = paja("batch", programme, "-o", out)
    *_, headers, _, first, last = result.out.splitlines()
    assert headers.split() == ["Organisation", "Documents", "Drafts", "Findings", "Where"]
    assert first.split()[:5] == ["Keskimaan", "hyvinvointialue", "4", "0", "2"]
    assert first.endswith(str(out / "keskimaa"))
    assert last.split()[:3] == ["Organisers", "1", "0"]
    assert "[1/1] keskimaa.yaml" in result.err


def test_a_faulty_template_is_told_once_with_all_its_faults(paja: Paja, tmp_path: Path) -> None:
    own = tmp_path / "pohjat"
    shutil.copytree(ACADEMY.parents[1] / "templates", own)
    bad = own / "innovaatio-akatemia" / "sparring-invitation" / "fi.docx"
    bad.write_bytes(template("{{ a b }}", "{% if number %}"))
    result = paja(
        "generate", ACADEMY, "-o", tmp_path / "out", "--templates", own, "--format", "json"
    )
    findings = json.loads(result.out)["findings"]
    told = [(each["paragraph"], each["tag"]) for each in findings if each["code"] == "TE-01"]
    assert told == [(1, "{{ a b }}"), (2, "{% if number %}")]


def test_a_limit_of_memory_costs_the_documents_and_not_the_run(
    programme: Path, tmp_path: Path
) -> None:
    if sys.platform != "linux":
        pytest.skip("memory is bounded on Linux only")
    # A process of its own has no memory to spare that earlier tests have left in this one.
    command = [sys.executable, "-m", "pipeline.cli", "batch", str(programme), "--lang", "en"]
    result = subprocess.run(
        [*command, "-o", str(tmp_path / "out"), "--memory-limit", "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "needs more than 1 MB of memory" in result.stdout
    assert "--memory-limit" in result.stdout
    assert (tmp_path / "out" / "manifest.json").is_file()


def test_a_limit_is_a_number_from_1_up(paja: Paja, programme: Path, tmp_path: Path) -> None:
    assert paja("batch", programme, "-o", tmp_path / "out", "--time-limit", "0").code == 2
