"""Whole runs in each language: what is printed, and which language is chosen."""

import ctypes
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook

from pipeline.cli.words import chosen_language
from tests.cli.conftest import ACADEMY, EXAMPLES, Paja

FAULTY = EXAMPLES / "faulty"
SENTENCES = {
    "fi": (
        "IA-11 virhe: Mikään toimenpide ei edistä tavoitetta T2.",
        "    Kirjoita tavoitteen tunnus T2 ainakin yhdelle toimenpiteelle.",
        "Tunnuksen ”9000005-9” tarkistusnumero ei vastaa sen muita numeroita.",
        "”huhti-syys” ei kelpaa päivämääräksi eikä ajankohdaksi.",
        "    Kirjoita esimerkiksi 19.10.2021, 1.–22.3.2022, marraskuu 2021,",
    ),
    "sv": (
        "IA-11 fel: Ingen åtgärd främjar målet T2.",
        "    Skriv T2 för minst en åtgärd.",
        "Kontrollsiffran i FO-numret ”9000005-9” stämmer inte med de övriga siffrorna.",
        "”huhti-syys” kan inte tolkas som ett datum eller en tidpunkt.",
        "    Skriv till exempel 19.10.2021, 1–22.3.2022, november 2021,",
    ),
    "en": (
        "IA-11 error: No measure serves T2.",
        "    Write T2 to at least one measure.",
        "The check digit of the Business ID “9000005-9” does not match its other digits.",
        "“huhti-syys” cannot be read as a date or a period.",
        "    Write for example 19.10.2021, 1.–22.3.2022, November 2021,",
    ),
}
COUNTED = {"fi": "virhettä, ", "sv": " fel, ", "en": " errors, "}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_faulty_example_is_explained_in_the_language_asked_for(paja: Paja, language: str) -> None:
    programme = ACADEMY / "programme.yaml"
    result = paja("validate", FAULTY, "--programme", programme, "--lang", language)
    assert result.code == 1
    for sentence in SENTENCES[language]:
        assert sentence in result.out
    assert COUNTED[language] in result.out
    other = [text for key in SENTENCES for text in SENTENCES[key] if key != language]
    assert [text for text in other if text in result.out] == []


def test_every_finding_is_the_same_in_each_language_but_for_its_words(paja: Paja) -> None:
    read = {}
    for language in SENTENCES:
        options = ("--programme", ACADEMY / "programme.yaml", "--lang", language)
        printed = paja("validate", FAULTY, *options, "--format", "json").out
        read[language] = json.loads(printed)["findings"]
    assert len(read["fi"]) > 15
    for finnish, swedish, english in zip(*read.values(), strict=True):
        for key in ("code", "severity", "file", "cell", "line"):
            assert finnish[key] == swedish[key] == english[key]
        assert len({finnish["message"], swedish["message"], english["message"]}) == 3
        if english["hint"]:
            assert len({finnish["hint"], swedish["hint"], english["hint"]}) == 3


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("LANG", "sv_FI.UTF-8", "sv"),
        ("LC_ALL", "sv", "sv"),
        ("LC_MESSAGES", "en_GB", "en"),
        ("PAJA_LANG", "sv", "sv"),
        ("LANG", "de_DE.UTF-8", "fi"),
        ("LANG", "C.UTF-8", "fi"),
        ("LANG", "", "fi"),
    ],
)
def test_the_systems_language_is_that_of_the_messages(
    paja: Paja, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, expected: str
) -> None:
    for name in ("PAJA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv(variable, value)
    result = paja("validate", "--gate", "g9", "x")
    said = {"fi": "Kelpaamaton arvo", "sv": "Ogiltigt värde", "en": "Invalid value"}
    assert result.code == 2
    assert said[expected] in result.err


@pytest.mark.parametrize(
    ("spoken", "expected"), [(0x081D, "sv"), (0x041D, "sv"), (0x0409, "en"), (0x0407, "fi")]
)
def test_windows_is_asked_what_it_speaks(
    monkeypatch: pytest.MonkeyPatch, spoken: int, expected: str
) -> None:
    for name in ("PAJA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "")
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: spoken)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert chosen_language([]) == expected
    assert chosen_language(["--lang", "en"]) == "en"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", ("'xx' ei ole mikään näistä: 'fi', 'sv', 'en'.", "Argumentteja on liikaa (a b)")),
        ("sv", ("'xx' är inget av dessa: 'fi', 'sv', 'en'.", "Oväntade argument (a b)")),
        ("en", ("'xx' is not one of 'fi', 'sv', 'en'.", "Got unexpected extra arguments (a b)")),
    ],
)
def test_wrong_usage_is_explained_in_the_language_of_the_system(
    paja: Paja, monkeypatch: pytest.MonkeyPatch, language: str, said: tuple[str, str]
) -> None:
    monkeypatch.setenv("PAJA_LANG", language)
    assert said[0] in paja("validate", "x", "--lang", "xx").err
    assert said[1] in paja("doctor", "a", "b").err


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("sv", ("Användning:", "Visa versionen.", "Visa den här hjälpen.", "Kommandon:")),
        ("fi", ("Käyttö:", "Näytä versio.", "Näytä tämä ohje.", "Komennot:")),
    ],
)
def test_help_is_in_the_language_of_the_system(language: str, lines: tuple[str, ...]) -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", "--help"],
        env={**os.environ, "PAJA_LANG": language, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout
    assert [line for line in lines if line not in printed] == []
    for word in ("Usage", "Show", "Commands", "Options:", "workbooks", "documents"):
        assert word not in printed


def test_a_swedish_form_is_read_as_the_finnish_one(paja: Paja, tmp_path: Path) -> None:
    found = {}
    stages = {"fi": "Ensimmäinen sparraus marraskuu 2021", "sv": "Första sparringen november 2021"}
    for language, stage in stages.items():
        form = tmp_path / language / "keskimaa.xlsx"
        form.parent.mkdir()
        programme = ACADEMY / "programme.yaml"
        made = paja("workbook", programme, "-o", form, "--language", language, "--for", "keskimaa")
        assert made.code == 0, made.err
        cells = [cell.value for row in load_workbook(form).worksheets[0] for cell in row]
        assert stage in cells
        printed = paja("validate", form, "--programme", programme, "--format", "json").out
        findings = json.loads(printed)["findings"]
        found[language] = [(one["code"], one["cell"], one["message"]) for one in findings]
    assert found["sv"] == found["fi"]
    assert {code for code, _, _ in found["sv"]} & {"HE-01", "HE-02", "HE-03", "HE-05"} == set()
