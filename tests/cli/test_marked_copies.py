"""paja validate --mark, as a coordinator uses it: send back, mend, and check again."""

import io
from pathlib import Path
from zipfile import ZipFile

import openpyxl

from tests.cli.conftest import ACADEMY, EXAMPLES, Paja, edited

FAULTY = EXAMPLES / "faulty"


def test_each_submission_comes_back_marked_and_the_inputs_stay(paja: Paja, tmp_path: Path) -> None:
    before = {file.name: file.read_bytes() for file in FAULTY.iterdir()}
    result = paja("validate", FAULTY, "--programme", ACADEMY, "--mark", tmp_path / "out")
    assert result.code == 1
    assert {file.name: file.read_bytes() for file in FAULTY.iterdir()} == before
    made = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert made == ["esimerkkila.yaml", "manifest.json", "naytekaupunki.xlsx"]
    workbook = openpyxl.load_workbook(tmp_path / "out" / "naytekaupunki.xlsx")
    assert "two readings" in workbook["Toimenpiteet"]["F6"].comment.text
    rows = {row[1]: row for row in workbook.worksheets[0].iter_rows(min_row=5, values_only=True)}
    # The row's accountable answers for it, the team's contact person for all else.
    assert rows["Toimenpiteet!F6"][0] == "Kunta Kilpailuttaja"
    assert rows["Organisaatio!B9"][0] == "Hiili Laskija"
    text = (tmp_path / "out" / "esimerkkila.yaml").read_text(encoding="utf-8")
    assert "#▼ paja Error IA-12: P6: 2 names" in text


def test_marked_copies_give_the_same_findings_and_mark_themselves_anew(
    paja: Paja, tmp_path: Path
) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    paja("validate", FAULTY, "--programme", ACADEMY, "--mark", first)
    before = paja("validate", FAULTY / "naytekaupunki.xlsx", "--programme", ACADEMY)
    again = paja("validate", first / "naytekaupunki.xlsx", "--programme", ACADEMY, "--mark", second)
    assert again.out == before.out
    name = "naytekaupunki.xlsx"
    assert (second / name).read_bytes() == (first / name).read_bytes()
    paja("validate", first / "esimerkkila.yaml", "--programme", ACADEMY, "--mark", second)
    texts = [
        (folder / "esimerkkila.yaml").read_text(encoding="utf-8") for folder in (first, second)
    ]
    assert texts[0].count("#▼ paja") == texts[1].count("#▼ paja")


def test_a_mended_file_loses_its_marks(paja: Paja, programme: Path, tmp_path: Path) -> None:
    file = programme / "submissions" / "keskimaa.yaml"
    sound = file.read_text(encoding="utf-8")
    edited(file, "id: keskimaa", "id: keskima")
    paja("validate", programme, "--mark", tmp_path / "out")
    marked = (tmp_path / "out" / "keskimaa.yaml").read_text(encoding="utf-8")
    assert "#▼ paja Error YL-02" in marked
    file.write_text(marked.replace("id: keskima\n", "id: keskimaa\n"), encoding="utf-8")
    paja("validate", programme, "--mark", tmp_path / "out")
    mended = (tmp_path / "out" / "keskimaa.yaml").read_text(encoding="utf-8")
    assert "YL-02" not in mended
    assert [line for line in mended.splitlines() if "#▼ paja" not in line] == sound.splitlines()


def test_a_copy_that_someone_has_edited_is_kept(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    edited(programme / "submissions" / "keskimaa.yaml", "id: keskimaa", "id: keskima")
    paja("validate", programme, "--mark", out)
    copy = out / "keskimaa.yaml"
    copy.write_text(copy.read_text(encoding="utf-8") + "# oma\n", encoding="utf-8")
    edited(programme / "submissions" / "keskimaa.yaml", "id: keskima\n", "id: keskim\n")
    result = paja("validate", programme, "--mark", out)
    assert "OUT-01" in result.out
    assert copy.read_text(encoding="utf-8").endswith("# oma\n")
    assert "keskim”" in (out / "keskimaa_uusi.yaml").read_text(encoding="utf-8")


def test_marking_into_the_inputs_own_folder_overwrites_nothing(paja: Paja, programme: Path) -> None:
    folder = programme / "submissions"
    before = (folder / "keskimaa.yaml").read_bytes()
    paja("validate", folder / "keskimaa.yaml", "--gate", "G5", "--mark", folder)
    assert (folder / "keskimaa.yaml").read_bytes() == before
    assert (folder / "keskimaa-2.yaml").read_bytes() != before


def test_names_of_copies_are_safe_and_their_own(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    folder = programme / "submissions"
    for name in ("Oma työkirja (1).YAML", "oma-tyokirja-1.yaml", "con.yml"):
        (folder / name).write_bytes((folder / "keskimaa.yaml").read_bytes())
    paja("validate", programme, "--mark", tmp_path / "out")
    names = {file.name for file in (tmp_path / "out").iterdir()} - {"manifest.json"}
    assert names == {"con-x.yml", "keskimaa.yaml", "oma-tyokirja-1.yaml", "oma-tyokirja-1-2.yaml"}


def test_what_cannot_be_opened_is_said_and_the_others_are_marked(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    (programme / "submissions" / "rikki.xlsx").write_bytes(b"PK\x03\x04 cut off")
    (programme / "submissions" / "latin.yaml").write_bytes("id: ä".encode("latin-1"))
    result = paja("validate", programme, "--mark", tmp_path / "out")
    assert result.out.count("OUT-04 warning") == 2
    assert (tmp_path / "out" / "keskimaa.yaml").exists()


def test_it_is_said_why_a_workbook_that_can_be_read_cannot_be_marked(
    paja: Paja, tmp_path: Path
) -> None:
    file = tmp_path / "naytekaupunki.xlsx"
    with ZipFile(FAULTY / file.name) as sound, ZipFile(file, "w") as rootless:
        for name in sound.namelist():
            if name != "_rels/.rels":
                rootless.writestr(name, sound.read(name))
    result = paja("validate", file, "--programme", ACADEMY, "--mark", tmp_path / "out")
    assert "Toimenpiteet!F6" in result.out
    assert "OUT-04 warning: No marked copy could be made: the part _rels/.rels" in result.out
    assert "save it again" in result.out


def test_a_comment_is_never_put_into_a_text_of_several_lines(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    file = programme / "submissions" / "keskimaa.yaml"
    file.write_text(
        'organisation: {name: {fi: "Keski\n  maa"}, id: keskima, type: koira}\n', encoding="utf-8"
    )
    paja("validate", programme, "--mark", tmp_path / "out")
    copy = (tmp_path / "out" / "keskimaa.yaml").read_text(encoding="utf-8")
    assert copy.endswith(file.read_text(encoding="utf-8"))
    assert "line 2: Error" in copy


def test_an_old_marked_workbook_that_was_saved_elsewhere_can_be_mended(
    paja: Paja, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    paja("validate", FAULTY / "naytekaupunki.xlsx", "--programme", ACADEMY, "--mark", out)
    workbook = openpyxl.load_workbook(out / "naytekaupunki.xlsx")
    workbook["Toimenpiteet"]["F6"] = "1.3.2022"
    saved = io.BytesIO()
    workbook.save(saved)
    mended = tmp_path / "mended" / "naytekaupunki.xlsx"
    mended.parent.mkdir()
    mended.write_bytes(saved.getvalue())
    again = tmp_path / "again"
    result = paja("validate", mended, "--programme", ACADEMY, "--mark", again)
    assert "Toimenpiteet!F6" not in result.out
    marked = openpyxl.load_workbook(again / "naytekaupunki.xlsx")
    assert marked["Toimenpiteet"]["F6"].comment is None
    assert marked["Toimenpiteet"]["F6"].fill.patternType != "solid"
    assert marked["Toimenpiteet"]["F8"].comment is not None
