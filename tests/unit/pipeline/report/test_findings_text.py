"""Findings as lines for the terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.language.catalogue import translator
from pipeline.report.findings_text import findings_text, summary_line
from pipeline.report.visible import visible

FI = translator("fi")
EN = translator("en")


def finding(
    cell: str | None = "F7",
    *,
    severity: Severity = Severity.ERROR,
    sheet: str | None = "Toimenpiteet",
    file: str | None = "a.xlsx",
    message: str = "wrong",
    hint: str | None = None,
    code: str = "IA-12",
) -> Finding:
    return Finding(
        code,
        severity,
        Text("{what}", what=message),
        Location(file=file, sheet=sheet, cell=cell),
        None if hint is None else Text("{what}", what=hint),
    )


def places(*findings: Finding) -> list[str]:
    lines = findings_text(findings, EN).splitlines()[:-1]
    return [line.partition("]")[0].partition("[")[2] for line in lines if line]


def test_a_finding_is_one_line_with_its_hint_below() -> None:
    shown = findings_text(
        [finding(message="’hankintapäälikkö’ ei ole tehtävissä", hint="Tarkista")], FI
    )
    assert shown == (
        "a.xlsx[Toimenpiteet!F7]: IA-12 virhe: ’hankintapäälikkö’ ei ole tehtävissä\n"
        "    Tarkista\n"
        "\n"
        "1 virhe\n"
    )


def test_severities_and_sums_speak_the_language_of_the_reader() -> None:
    found = [finding(severity=severity) for severity in Severity]
    assert findings_text(found, FI).splitlines()[0].split(": ")[1] == "IA-12 virhe"
    assert findings_text(found, EN).splitlines()[0].split(": ")[1] == "IA-12 error"
    assert summary_line(found, FI) == "1 virhe, 1 huomautus, 1 tieto"
    assert summary_line(found * 2, FI) == "2 virhettä, 2 huomautusta, 2 tietoa"
    assert summary_line(found * 2, EN) == "2 errors, 2 warnings, 2 notes"


def test_nothing_found_is_said() -> None:
    assert findings_text([], FI) == "Ei havaintoja.\n"


def test_findings_stand_by_sheet_then_severity_then_row_and_column() -> None:
    shown = places(
        finding("AA3", severity=Severity.INFO),
        finding("F10"),
        finding("B2", sheet="Riskit"),
        finding("F9"),
        finding("AA9", severity=Severity.WARNING),
        finding("Z9", severity=Severity.WARNING),
        finding(None),
    )
    assert shown == [
        "Toimenpiteet",
        "Toimenpiteet!F9",
        "Toimenpiteet!F10",
        "Toimenpiteet!Z9",
        "Toimenpiteet!AA9",
        "Toimenpiteet!AA3",
        "Riskit!B2",
    ]


def test_sheets_stand_in_the_order_of_filling_in_and_the_file_itself_first() -> None:
    def of(field: str, sheet: str) -> Finding:
        return Finding(
            "X",
            Severity.ERROR,
            Text("m"),
            Location(file="a.xlsx", sheet=sheet, cell="A1"),
            path=(field, 0),
        )

    shown = places(
        finding("A9", sheet="Liikaa"),
        of("risks", "Riskit"),
        finding("O2", sheet="Henkilöt"),
        of("measures", "Toimenpiteet"),
        of("people", "Henkilöt"),
        finding(None, sheet=None),
    )
    assert shown == [
        "",
        "Henkilöt!A1",
        "Henkilöt!O2",
        "Toimenpiteet!A1",
        "Riskit!A1",
        "Liikaa!A9",
    ]


def test_lines_of_yaml_and_places_of_templates_stand_in_order() -> None:
    def at(place: Location) -> Finding:
        return Finding("X", Severity.ERROR, Text("m"), place)

    shown = findings_text(
        [
            at(Location(file="a.yaml", line=10, column=1)),
            at(Location(file="a.yaml", line=9, column=3)),
            at(Location(file="fi.docx", part="body", paragraph=12)),
            at(Location(file="fi.docx", part="body", paragraph=2)),
        ],
        EN,
    )
    assert [line.partition(":")[0] for line in shown.splitlines()[:2]] == ["a.yaml[9", "a.yaml[10"]
    assert shown.index("P2]") < shown.index("P12]")


def test_files_are_apart_and_each_together() -> None:
    shown = findings_text([finding(), finding(file="b.xlsx"), finding("A1")], EN)
    blocks = [block.splitlines() for block in shown.split("\n\n")]
    assert [[line[:6] for line in block] for block in blocks[:-1]] == [
        ["a.xlsx", "a.xlsx"],
        ["b.xlsx"],
    ]


def test_repeated_findings_are_all_listed() -> None:
    found = [finding(f"F{row}") for row in range(4, 24)]
    assert len(places(*found)) == 20


def test_a_finding_without_a_place_has_no_empty_prefix() -> None:
    shown = findings_text([finding(None, sheet=None, file=None)], EN)
    assert shown.startswith("IA-12 error: wrong\n")


def test_an_odd_cell_address_does_not_stop_the_report() -> None:
    assert places(finding("F7"), finding("?")) == ["Toimenpiteet!?", "Toimenpiteet!F7"]


def test_the_word_of_the_severity_is_styled() -> None:
    shown = findings_text(
        [finding(severity=Severity.WARNING)],
        EN,
        style=lambda word, severity: f"<{severity.value}>{word}</>",
    )
    assert ": IA-12 <warning>warning</>: wrong" in shown


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31mred", "U+001B[31mred"),
        ("\x9b2J", "U+009B2J"),
        ("abc\u202edef", "abcU+202Edef"),
        ("\u2066x\u2069", "U+2066xU+2069"),
        ("zero\u200bwidth", "zeroU+200Bwidth"),
        ("two\nlines\r", "twoU+000AlinesU+000D"),
        ("\x00\x07\x7f", "U+0000U+0007U+007F"),
        ("line\u2028end", "lineU+2028end"),
        ("\ud800", "U+D800"),
        ("åäö “quoted” 12\u00a0500\u00a0€ 🙂", "åäö “quoted” 12\u00a0500\u00a0€ 🙂"),
    ],
)
def test_unseen_characters_stand_as_their_numbers(raw: str, shown: str) -> None:
    assert visible(raw) == shown
    everywhere = finding(raw, sheet=raw, file=raw, message=raw, hint=raw)
    text = findings_text([everywhere], EN)
    assert text.splitlines() == [
        f"{shown}[{shown}!{shown}]: IA-12 error: {shown}",
        f"    {shown}",
        "",
        "1 error",
    ]


@given(st.text())
def test_no_text_can_steer_the_terminal(text: str) -> None:
    shown = findings_text([finding(message=text)], EN)
    assert shown.count("\n") == 3
    assert all(sign == "\n" or visible(sign) == sign for sign in shown)
