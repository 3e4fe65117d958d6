"""Days and hours that cannot be meant, and those of a workbook that counts from 1904."""

from datetime import datetime
from pathlib import Path

from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook import Workbook

from tests.cli.bad_inputs import (
    TEMPLATES,
    assert_readable,
    assert_sound_made,
    assert_stopped,
    attempt,
    cell,
    changed,
    line_of,
    workbook,
    yaml,
)
from tests.cli.conftest import Paja, edited

XLSX = "mallivirasto.xlsx"
YAML = "keskimaa.yaml"


def test_dates_that_cannot_be_meant_are_refused(paja: Paja, tmp_path: Path) -> None:
    def change(opened: Workbook) -> None:
        serials = {
            "measures.timing@4": 60,
            "versions.date@4": -1,
            "versions.date@6": 2958466,
            "indicators.target_date@4": 2958466.5,
        }
        for where, serial in serials.items():
            cell(opened, where).value = serial
            cell(opened, where).number_format = "dd.mm.yyyy"

    tried = attempt(paja, tmp_path, changed(change), name=XLSX)
    assert sorted(tried.of_bad("error")) == [
        ("CE-12", "Mittarit!M4"),
        ("CE-12", "Versiot!B6"),
        ("YL-05", "Toimenpiteet!F4"),
        ("YL-05", "Versiot!B4"),
    ]
    assert_stopped(tried, *tried.of_bad("error"))
    years = [each.message for each in tried.errors if each.code == "YL-05"]
    assert all("2000 and 2100" in message for message in years)


def test_a_workbook_that_counts_days_from_1904_gives_the_same_days(
    paja: Paja, tmp_path: Path
) -> None:
    def change(opened: Workbook) -> None:
        opened.epoch = CALENDAR_MAC_1904
        cell(opened, "versions.date@6").value = datetime(2022, 2, 9)  # noqa: DTZ001 (a cell's)

    tried = attempt(paja, tmp_path, changed(change), name=XLSX, templates=TEMPLATES)
    assert (tried.code, tried.errors) == (0, [])
    names = [path.name for path in tried.made]
    assert "2022-02-09_toimenpidesuunnitelma_mallivirasto_fi_v1-0.docx" in names


def test_a_period_that_ends_before_it_begins_names_what_was_written(
    paja: Paja, tmp_path: Path
) -> None:
    bad = {"plan.period": "31.12.2024–1.1.2022", "measures.timing@5": "31.3.–10.1.2022"}
    tried = attempt(paja, tmp_path / "xlsx", workbook(bad), name=XLSX)
    assert_stopped(tried, ("YL-07", "Suunnitelma!B3"), ("YL-07", "Toimenpiteet!F5"))
    assert "31.12.2024–1.1.2022" in tried.errors[0].message
    content = yaml("period: 1.11.2021–31.12.2023", "period: 31.12.2023–1.11.2021")
    tried = attempt(paja, tmp_path / "yaml", content, name=YAML)
    assert_stopped(tried, ("YL-07", f"{line_of(content, 'period:')}:11"))


def test_an_hour_that_does_not_exist_gives_no_invitation(paja: Paja, tmp_path: Path) -> None:
    bad = workbook({
        "sparrings.timing@4": "su 27.3.2022",
        "sparrings.starts@4": "3.30",
        "sparrings.number@4": 1,
    })
    tried = attempt(paja, tmp_path, bad, name=XLSX, templates=TEMPLATES)
    assert tried.of_bad("error") == [("YL-18", "Sparraukset!C4")]
    # The calendar, which refuses such an hour too, is not even asked: it knows no cell.
    assert [each.code for each in tried.errors] == ["YL-18"]
    assert "The time 3.30 does not exist on 27.3.2022" in tried.errors[0].message
    assert tried.code == 1
    assert_readable(tried)
    assert_sound_made(tried)
    own = {path.name for path in tried.made if tried.bad in path.parts}
    assert not [name for name in own if "sparrauskutsu-1" in name]
    assert "2021-10-04_sparrauskutsu-2_mallivirasto_fi_v1-0.ics" in own


def test_an_hour_that_does_not_exist_in_the_programme_file(
    paja: Paja, programme: Path, tmp_path: Path
) -> None:
    file = programme / "programme.yaml"
    edited(file, "period: 31.8.2021–31.3.2022", "period: 1.3.2021–31.3.2022")
    edited(file, "timing: 19.10.2021\n    starts: 9.00", "timing: 28.3.2021\n    starts: 3.30")
    place = line_of(file.read_bytes(), "starts: 3.30")
    out = tmp_path / "out"
    result = paja("batch", programme, "-o", out)
    assert result.code == 1
    assert f"programme.yaml[{place}:13]: YL-18 error: The time 3.30 does not exist" in result.out
    assert not list(out.rglob("*kick-off-kutsu*.ics"))
    assert list(out.rglob("*sparrauskutsu-1*.ics"))
