"""The marked copy of a YAML file: comments above the faulty lines, and nothing else."""

from dataclasses import replace

import pytest

from pipeline.core.duty import Duty
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.language.catalogue import translator
from pipeline.workbook.marking import mark_yaml

EN = translator("en")
FILE = "organisation:\n  id: x\nmeasures:\n  - id: P1\n    name: Työ # oma\n"


def at(line: int | None, message: str = "wrong", severity: Severity = Severity.ERROR) -> Duty:
    place = Location(file="a.yaml", line=line, column=3)
    return Duty(Finding("IA-12", severity, Text("{it}", it=message), place))


def marked(text: str, *duties: Duty, at_top: bool = False) -> str:
    return mark_yaml(text.encode(), duties, EN, at_top=at_top).decode()


def test_a_comment_stands_above_its_line_as_far_in_as_the_line() -> None:
    assert marked(FILE, at(5), at(2, "other", Severity.WARNING)) == (
        "organisation:\n"
        "  #▼ paja Warning IA-12: other\n"
        "  id: x\n"
        "measures:\n"
        "  - id: P1\n"
        "    #▼ paja Error IA-12: wrong\n"
        "    name: Työ # oma\n"
    )


def test_what_concerns_the_whole_file_stands_at_its_top() -> None:
    assert marked(FILE, at(None)) == "#▼ paja Error IA-12: wrong\n" + FILE
    assert marked(FILE, at(5), at_top=True) == "#▼ paja line 5: Error IA-12: wrong\n" + FILE


def test_marking_again_replaces_and_a_clean_run_restores_the_file() -> None:
    first = marked(FILE, at(2), at(5))
    moved = tuple(
        replace(each, finding=replace(each.finding, location=Location(file="a.yaml", line=line)))
        for each, line in ((at(2), 3), (at(5), 7))
    )
    assert marked(first, *moved) == first
    assert marked(first) == FILE


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_byte_order_mark_stay(ending: str, mark: str) -> None:
    text = mark + FILE.replace("\n", ending)
    result = marked(text, at(1))
    assert result == f"{mark}#▼ paja Error IA-12: wrong{ending}{text.removeprefix(mark)}"
    assert marked(result) == text


def test_a_value_with_line_ends_stays_within_its_comment() -> None:
    result = marked(FILE, at(2, "a\nb\rc\u2028d: e"))
    assert len(result.splitlines()) == len(FILE.splitlines()) + 1


def test_notes_for_information_are_left_out() -> None:
    assert marked(FILE, at(2, severity=Severity.INFO)) == FILE
