"""Reports for people: the text by organisation, the page, and the list of gaps."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from pipeline.core.duty import Duty
from pipeline.core.finding import Severity
from pipeline.core.location import Location
from pipeline.language.catalogue import translator
from pipeline.report.gap_text import gap_list_text, person_text
from pipeline.report.html_page import html_page
from pipeline.report.run import CheckedFile, RunReport
from pipeline.report.validation_text import state_table, validation_text
from tests.unit.pipeline.report.runs import HOSTILE, MALLI, TESTI, finding, run, summary

EN, FI = translator("en"), translator("fi")
RISKS = Location(file="a.xlsx", sheet="Riskit", cell="C4")
RUN = run(
    Duty(finding("wrong"), TESTI),
    Duty(finding("odd", RISKS, severity=Severity.WARNING, code="YL-06"), MALLI),
    Duty(finding("nobody's", RISKS)),
    Duty(finding("so be it", severity=Severity.INFO), MALLI),
)
VOID = {"meta", "br"}


class Outline(HTMLParser):
    """Collects the elements of a page, checking that each is closed where it was opened."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1], data))

    def of(self, tag: str) -> list[str]:
        return [text for name, text in self.texts if name == tag]


def test_text_is_grouped_by_organisation_and_sheet_the_gravest_first() -> None:
    assert validation_text(RUN, EN, heading=str.upper).splitlines()[4:] == [
        "ESIMERKKILÄN KAUPUNKI · A.XLSX · 2 ERRORS, 1 WARNING, 1 NOTE",
        "a.xlsx[Toimenpiteet!F7]: IA-12 error: wrong",
        "    Mend it.",
        "a.xlsx[Toimenpiteet!F7]: IA-12 note: so be it",
        "    Mend it.",
        "",
        "a.xlsx[Riskit!C4]: IA-12 error: nobody's",
        "    Mend it.",
        "a.xlsx[Riskit!C4]: YL-06 warning: odd",
        "    Mend it.",
        "",
        "3 errors, 1 warning, 1 note",
    ]
    assert validation_text(RunReport(findings=()), EN) == "No findings.\n"


def test_the_table_tells_who_is_ready() -> None:
    rows = [line.split() for line in state_table(RUN, EN).splitlines()]
    assert rows[-2:] == [
        ["a.xlsx", "Esimerkkilän", "kaupunki", "G4", "4", "0", "no"],
        ["b.yaml", "Keskimaa", "G4", "0", "0", "yes"],
    ]
    assert state_table(RunReport(findings=()), EN) == ""


def test_the_page_is_whole_and_loads_nothing() -> None:
    page = html_page(RUN, FI)
    outline = Outline(page)
    assert ("html", {"lang": "fi"}) in outline.seen
    assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in outline.seen}
    assert not re.search(r"""(?:src|href)=["'](?!#|mailto:)|url\(|@import|https?:""", page)
    assert "default-src 'none'" in page
    headings = [int(tag[1]) for tag, _ in outline.seen if re.fullmatch("h[1-6]", tag)]
    assert headings[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))
    assert headings.count(1) == 1


def test_each_table_of_the_page_has_headers_for_columns_and_rows() -> None:
    tables = re.findall(r"<table>.*?</table>", html_page(RUN, EN), re.DOTALL)
    assert len(tables) == 5
    for table in tables:
        rows = re.findall(r"<tr>.*?</tr>", table, re.DOTALL)
        assert "<td" not in rows[0]
        assert rows[0].count('scope="col"') == rows[1].count("<td") + 1
        assert all(row.count('scope="row"') == 1 for row in rows[1:])


def test_the_page_tells_who_is_ready_and_who_must_act() -> None:
    page = html_page(RUN, EN)
    outline = Outline(page)
    assert outline.of("h1") == ["Check of submissions: Ohjelma"]
    rows = re.findall(r"<tr>.*?</tr>", page, re.DOTALL)
    assert "Must be mended" in rows[1]
    assert "Malli Mallinen, Testi Testaaja, The contact person (not named)" in rows[1]
    assert '<td class="ready">Ready</td>' in rows[2]
    assert outline.of("h4") == [
        "Malli Mallinen",
        "Testi Testaaja",
        "The contact person (not named)",
    ]
    links = [attributes["href"] for tag, attributes in outline.seen if tag == "a"]
    assert links == ["#f1", "mailto:malli.mallinen@example.org"]
    assert ("section", {"id": "f1"}) in outline.seen
    assert "1. Toimenpiteet!F7: wrong" in outline.of("pre")[1]
    assert "so be it" not in page
    assert "programme.yaml[3:5]" in page


def test_no_value_becomes_a_part_of_the_page() -> None:
    place = Location(file="a.xlsx", sheet=HOSTILE, cell="A1")
    hostile = run(Duty(finding(HOSTILE, place, code=HOSTILE), TESTI), programme=HOSTILE)
    outline = Outline(html_page(hostile, EN))
    known = {tag for tag, _ in Outline(html_page(RUN, EN)).seen}
    assert {tag for tag, _ in outline.seen} <= known
    assert "\x1b" not in html_page(hostile, EN)
    assert "\u202e" not in html_page(hostile, EN)


def test_the_email_to_one_person_says_what_where_and_what_then() -> None:
    file = RUN.files[0]
    assert person_text(file, file.duties[:1], EN) == (
        "When a.xlsx was checked, this was left for you to mend:\n"
        "\n"
        "1. Toimenpiteet!F7: wrong\n"
        "   Mend it.\n"
        "\n"
        "Please mend these in the file, and send it back."
    )


def test_the_list_of_gaps_goes_person_by_person() -> None:
    assert gap_list_text(RUN.files[0], EN).splitlines() == [
        "List of gaps: Esimerkkilän kaupunki",
        "===================================",
        "",
        "Malli Mallinen <malli.mallinen@example.org>",
        "-------------------------------------------",
        "1. Riskit!C4: odd",
        "   Mend it.",
        "",
        "Testi Testaaja",
        "--------------",
        "1. Toimenpiteet!F7: wrong",
        "   Mend it.",
        "",
        "The contact person (not named)",
        "------------------------------",
        "1. Riskit!C4: nobody's",
        "   Mend it.",
    ]
    assert "nothing to mend" in gap_list_text(RUN.files[1], EN)


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (Location(file="a", line=12, column=3), "1. line 12: it"),
        (Location(file="a[1].yaml"), "1. it"),
        (Location(file="a[1].xlsx", sheet="Riskit"), "1. Riskit: it"),
    ],
)
def test_places_are_told_as_people_look_for_them(place: Location, line: str) -> None:
    file = CheckedFile(summary("a", None, 1), (Duty(finding("it", place)),))
    assert line in gap_list_text(file, EN).splitlines()
