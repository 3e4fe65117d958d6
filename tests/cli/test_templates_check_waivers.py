"""`paja templates check`: waivers of deliverable.yaml and .paja.toml, and the baseline."""

import json
from pathlib import Path

import pytest

from pipeline.core.errors import ExitCode
from tests.cli.conftest import Paja
from tests.cli.template_folders import SHOWN, codes, folder, found, template, write

IN_YAML = "waivers:\n  - code: TE-33\n    reason: Vain asettelua\n"
DESCRIBED = "ohjelma/kutsu/deliverable.yaml"


def toml(path: Path, code: str = "TE-33", reason: str = "Vain asettelua", more: str = "") -> None:
    path.write_text(
        f'[[templates.waivers]]\ncode = "{code}"\nreason = "{reason}"\n{more}', encoding="utf-8"
    )


def test_a_waiver_of_the_deliverable_makes_its_findings_information(
    paja: Paja, tmp_path: Path
) -> None:
    root = folder(tmp_path, "{{ document.title }}", more=IN_YAML)
    findings = found(paja, "--templates", root)
    assert codes(findings) == [("TE-33", "info", SHOWN)]
    assert "Accepted: Vain asettelua" in str(findings)


def test_what_is_wrong_with_a_waiver_stands_on_its_line(paja: Paja, tmp_path: Path) -> None:
    more = IN_YAML + "  - code: TE-31\n    reason: Ennen\n  - code: TE-34\n  - code: TE-01\n"
    root = folder(tmp_path, "{{ document.title }}", more=more)
    findings = found(paja, "--templates", root)
    told = {
        f"{each['severity']} {each['file']}:{each['line']}"
        for each in findings
        if each["code"] == "TE-91"
    }
    assert told == {f"error {DESCRIBED}:14", f"error {DESCRIBED}:15", f"warning {DESCRIBED}:12"}


def test_a_description_among_the_paths_means_the_templates_of_its_folder(
    paja: Paja, tmp_path: Path
) -> None:
    root = folder(tmp_path, "{{ event.nmae }}", more=IN_YAML)
    told = codes(found(paja, root / DESCRIBED))
    assert told == [("TE-10", "error", SHOWN), ("TE-33", "info", SHOWN)]


def test_a_waiver_of_one_file_is_of_no_use_to_another_and_is_unused_only_if_that_was_checked(
    paja: Paja, tmp_path: Path
) -> None:
    root = folder(tmp_path, "{{ document.title }}", more=IN_YAML + "    file: sv.docx\n")
    assert ("TE-33", "warning", SHOWN) in codes(found(paja, root / SHOWN))
    swedish = write(root, template("{{ document.title }}"), "sv.docx")
    assert "TE-91" not in str(codes(found(paja, root / SHOWN)))
    assert ("TE-33", "info", "ohjelma/kutsu/sv.docx") in codes(found(paja, swedish))


@pytest.mark.parametrize("place", ["", "pohjat/ohjelma/kutsu"])
def test_a_settings_file_is_found_in_the_folders_above(
    paja: Paja, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    root = folder(tmp_path, "{{ document.title }}")
    toml(tmp_path / place / ".paja.toml", more='file = "kutsu/*.docx"\n')
    monkeypatch.chdir(tmp_path)
    assert codes(found(paja, root / SHOWN)) == [("TE-33", "info", SHOWN)]


def test_a_settings_file_above_the_repository_is_not_read(paja: Paja, tmp_path: Path) -> None:
    root = folder(tmp_path, "{{ document.title }}")
    toml(tmp_path / ".paja.toml")
    (root / ".git").mkdir()
    assert codes(found(paja, root / "ohjelma")) == [("TE-33", "warning", SHOWN)]
    toml(root / ".paja.toml")
    assert codes(found(paja, root / "ohjelma")) == [("TE-33", "info", SHOWN)]


def test_an_unused_waiver_of_a_settings_file_is_told_when_all_is_checked(
    paja: Paja, tmp_path: Path
) -> None:
    root = folder(tmp_path, "{{ document.title }}")
    toml(root / ".paja.toml", "TE-31")
    whole = codes(found(paja, "--templates", root))
    assert ("TE-91", "warning", ".paja.toml") in whole
    assert ("TE-91", "warning", ".paja.toml") in codes(found(paja, root))
    assert "TE-91" not in str(codes(found(paja, "--templates", root, root / SHOWN)))


def test_a_faulty_settings_file_is_told_and_the_check_goes_on(paja: Paja, tmp_path: Path) -> None:
    root = folder(tmp_path, "{{ document.title }}")
    (root / ".paja.toml").write_text("[[templates.waivers]]\ncode = TE-33\n", encoding="utf-8")
    assert codes(found(paja, "--templates", root)) == [
        ("TE-91", "error", ".paja.toml"),
        ("TE-33", "warning", SHOWN),
    ]


def test_what_is_told_of_a_programme_as_a_whole_can_be_waived(paja: Paja, tmp_path: Path) -> None:
    root = folder(tmp_path, "{{ document.title }}")
    toml(root / ".paja.toml", "TE-51", more='where = "document.date"\n')
    told = [each for each in found(paja, "--templates", root) if each["code"] == "TE-51"]
    waived = [each["message"] for each in told if "Accepted" in each["message"]]
    assert len(told) > 2
    assert len(waived) == 1
    assert "document.date" in waived[0]


def test_a_syntax_fault_cannot_be_waived(paja: Paja, tmp_path: Path) -> None:
    root = folder(tmp_path, "{{ open", more="waivers:\n  - code: TE-01\n    reason: Olkoon\n")
    told = codes(found(paja, "--templates", root))
    assert ("TE-01", "error", SHOWN) in told
    assert ("TE-91", "error", DESCRIBED) in told


def test_old_findings_are_silent_and_new_and_gone_ones_told(paja: Paja, tmp_path: Path) -> None:
    root, baseline = folder(tmp_path, "{{ event.nmae }}"), tmp_path / "vanhat.json"
    done = paja(
        "templates", "check", "--no-proof", "--templates", root, "--write-baseline", baseline
    )
    assert (done.code, done.out) == (ExitCode.OK, "No findings.\n")
    assert str(baseline) in done.err
    assert SHOWN in baseline.read_text(encoding="utf-8")

    write(root, template("Uusi kappale", "{{ event.nmae }}", "{{ event.dtae }}"))
    with_old = found(paja, "--templates", root, "--baseline", baseline)
    assert [(each["code"], each["tag"]) for each in with_old] == [("TE-10", "{{ event.dtae }}")]

    write(root, template("{{ document.title }}"))
    with_old = found(paja, "--templates", root, "--baseline", baseline)
    assert ("TE-92", "info", SHOWN) in codes(with_old)
    assert "TE-33" not in str(codes(with_old))
    assert (
        paja("templates", "check", "--no-proof", "--templates", root, "--baseline", baseline).code
        == 0
    )


def test_a_baseline_of_one_template_keeps_what_is_known_of_the_others(
    paja: Paja, tmp_path: Path
) -> None:
    root, baseline = folder(tmp_path, "{{ document.title }}"), tmp_path / "vanhat.json"
    swedish = write(root, template("{{ document.title }}"), "sv.docx")
    paja("templates", "check", "--no-proof", "--templates", root, "--write-baseline", baseline)
    paja("templates", "check", "--no-proof", swedish, "--write-baseline", baseline)
    files = {each["file"] for each in json.loads(baseline.read_bytes())["findings"]}
    assert {SHOWN, "ohjelma/kutsu/sv.docx"} <= files


def test_no_other_file_is_written_over_or_read_as_a_baseline(paja: Paja, tmp_path: Path) -> None:
    root = folder(tmp_path, "{{ document.title }}")
    mine = root / "ohjelma" / "kutsu" / "deliverable.yaml"
    before = mine.read_bytes()
    for option in ("--write-baseline", "--baseline"):
        done = paja("templates", "check", "--no-proof", "--templates", root, option, mine)
        assert done.code == ExitCode.USAGE
        assert "holds no baseline" in done.err
    assert mine.read_bytes() == before
    done = paja(
        "templates", "check", "--no-proof", "--templates", root, "--baseline", tmp_path / "ei.json"
    )
    assert done.code == ExitCode.ENVIRONMENT
