"""The baseline: old findings are silent wherever their rows move; new and gone ones are told."""

from dataclasses import replace

import pytest

from pipeline.checks.waiving.baseline import Baseline
from pipeline.checks.waiving.waivers import Waiver, settled
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text

FI, SV = "m/kutsu/fi.docx", "m/kutsu/sv.docx"
BOTH = frozenset({FI, SV})


def named(name: str, paragraph: int, file: str = FI, **rest: str) -> Finding:
    place = Location(file, part="word/document.xml", heading="Alku", paragraph=paragraph, tag=name)
    return replace(
        Finding("TE-10", Severity.ERROR, Text("In row {row}.", row=paragraph), place),
        **rest,  # type: ignore[arg-type] # texts alone
    )


def untagged(heading: str) -> Finding:
    place = Location(file=FI, part="word/document.xml", heading=heading, paragraph=3)
    message = Text("The heading “{text}” is of level {n}.", text=heading, n=3)
    return Finding("TE-31", Severity.WARNING, message, place)


OLD = (named("{{ a }}", 3), named("{{ a }}", 5), named("{{ b }}", 7), untagged("Liite"))


def test_old_findings_are_silent_also_when_their_rows_have_moved() -> None:
    baseline = Baseline.of(OLD)
    moved = (named("{{ a }}", 13), named("{{ a }}", 15), named("{{ b }}", 1), untagged("Liite"))
    assert baseline.new(OLD, BOTH, whole=True) == ()
    assert baseline.new(moved, BOTH, whole=True) == ()


@pytest.mark.parametrize(
    "new",
    [
        named("{{ c }}", 3),
        named("{{ a }}", 3, SV),
        named("{{ b }}", 8),
        named("{{ a }}", 3, code="TE-11"),
        untagged("Toinen"),
        replace(OLD[2], location=replace(OLD[2].location, heading="Loppu")),
        replace(OLD[2], location=replace(OLD[2].location, part="word/header1.xml")),
    ],
)
def test_a_new_finding_is_told_also_as_one_more_of_an_old_kind(new: Finding) -> None:
    assert Baseline.of(OLD).new((*OLD, new), BOTH, whole=True) == (new,)


def test_gone_findings_are_told_by_file_and_code_if_the_file_was_checked() -> None:
    baseline = Baseline.of((*OLD, named("{{ a }}", 2, SV)))
    left = baseline.new((OLD[0],), frozenset({FI}), whole=False)
    assert [(each.code, each.severity, each.location.file, str(each.message)) for each in left] == [
        ("TE-92", Severity.INFO, FI, "The baseline has findings of TE-10 here that are gone: 2."),
        ("TE-92", Severity.INFO, FI, "The baseline has findings of TE-31 here that are gone: 1."),
    ]
    assert "--write-baseline" in str(left[0].hint)
    whole = baseline.new(OLD, frozenset({FI}), whole=True)
    assert [each.location.file for each in whole] == [SV]


def test_what_makes_a_template_unusable_and_what_is_waived_is_never_old() -> None:
    fatal = replace(OLD[0], code="TE-01")
    (waived,) = settled((OLD[0],), [Waiver("TE-10", "On näin")], {FI: f"/r/{FI}"})
    baseline = Baseline.of((fatal, waived))
    assert baseline.findings == ()
    assert baseline.new((fatal, waived), BOTH, whole=True) == (fatal, waived)
    known = replace(OLD[0], severity=Severity.INFO)
    assert Baseline.of((known,)).new((known,), BOTH, whole=True) == ()
    forged = Baseline.of(OLD).to_json().replace(b"TE-10", b"TE-01")
    read = Baseline.read(forged)
    assert read is not None
    assert fatal in read.new((fatal,), BOTH, whole=True)


def test_the_file_is_the_same_for_the_same_findings_and_is_read_back() -> None:
    baseline = Baseline.of(OLD)
    assert baseline.to_json() == Baseline.of(reversed(OLD)).to_json()
    assert Baseline.read(baseline.to_json()) == baseline
    assert baseline.to_json().endswith(b"}\n")
    told = [(each.code, each.heading, each.words, each.count) for each in baseline.findings]
    assert told == [
        ("TE-10", "Alku", "{{ a }}", 2),
        ("TE-10", "Alku", "{{ b }}", 1),
        ("TE-31", "Liite", "Liite", 1),
    ]


def test_what_is_known_of_files_that_were_not_checked_stays() -> None:
    older = Baseline.of((*OLD, named("{{ a }}", 2, SV), named("{{ a }}", 4, SV)))
    newer = Baseline.of((OLD[2],), older.beside({FI}))
    assert [(each.file, each.words, each.count) for each in newer.findings] == [
        (FI, "{{ b }}", 1),
        (SV, "{{ a }}", 2),
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b'{"findings": []}',
        b'{"paja_baseline": 2, "findings": []}',
        b'{"paja_baseline": 1, "findings": [{"code": "TE-10"}]}',
        b'{"paja_baseline": 1, "findings": [{"code": "TE-10", "file": "a", "count": 0}]}',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_another_file_is_no_baseline(content: bytes) -> None:
    assert Baseline.read(content) is None
