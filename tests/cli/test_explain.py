"""paja explain and paja rules, as a person and as a program reads them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Paja, edited


def test_a_code_is_explained_in_the_language_asked_for(paja: Paja) -> None:
    english, finnish = paja("explain", "IA-12"), paja("explain", "IA-12", "--lang", "fi")

    assert (english.code, finnish.code) == (0, 0)
    assert "Noticed:\n  Measure P2, accountable: Malli Mallinen; Testi Testaaja" in english.out
    assert "Mended:" in english.out
    assert "Havaitaan:\n  Toimenpide P2, vastuuhenkilö: Malli Mallinen" in finnish.out
    assert "G2 huomautus, G3 virhe" in finnish.out


def test_codes_of_files_and_cells_are_explained_too(paja: Paja) -> None:
    for code in ("FI-04", "HE-01", "YL-05", "IN-03", "TE-01", "OUT-01", "EN-01"):
        assert paja("explain", code).out.startswith(f"{code}\n")


def test_an_unknown_code_is_a_wrong_use_with_the_nearest_ones(paja: Paja) -> None:
    result = paja("explain", "IA-32")

    assert (result.code, result.out) == (2, "")
    assert "There is no code “IA-32”." in result.err
    assert "IA-22" in result.err


def test_the_explanation_comes_as_json(paja: Paja) -> None:
    (told,) = json.loads(paja("explain", "IA-14", "--format", "json").out)

    assert told["code"] == "IA-14"
    assert told["severities"] == {"submission": {"G3": "warning", "G4": "error"}}
    assert told["may_be_acknowledged"] is True
    assert told["examples"][0]["wrong"]


def test_all_rules_are_listed(paja: Paja) -> None:
    listed = {rule["code"]: rule for rule in json.loads(paja("rules", "--format", "json").out)}
    text = paja("rules").out

    assert {"YL-14", "IA-01", "IA-23", "YI-05", "PR-01"} <= set(listed)
    assert listed["IA-04"]["severities"] == {"programme": {"G0": "error"}}
    assert all(f"\n{code} " in text for code in listed)


@pytest.mark.parametrize("command", [("explain",), ("explain", "IA-12", "--lang", "de")])
def test_a_wrong_use_is_told(paja: Paja, command: tuple[str, ...]) -> None:
    assert paja(*command).code == 2


def test_an_accepted_finding_no_longer_fails_a_strict_run(paja: Paja, programme: Path) -> None:
    submission = programme / "submissions" / "keskimaa.yaml"
    edited(submission, "timing: ti 16.11.2021", "timing: la 20.11.2021")
    before = paja("validate", submission, "--format", "json")
    text = submission.read_text(encoding="utf-8")
    row = "\nacknowledgements:\n  - rule: YL-14\n    reason: Tiimi toivoi lauantaita.\n"
    submission.write_text(text + row, encoding="utf-8")

    after = paja("validate", submission, "--format", "json")

    assert [s for s, _ in _of("YL-14", before.out)] == ["warning"]
    assert _of("YL-14", after.out) == [
        ("info", "20.11.2021 is a Saturday. Accepted: Tiimi toivoi lauantaita.")
    ]


def _of(code: str, out: str) -> list[tuple[str, str]]:
    findings = json.loads(out)["findings"]
    return [(each["severity"], each["message"]) for each in findings if each["code"] == code]
