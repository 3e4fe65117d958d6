import pytest

from pipeline.core.finding import Finding, Severity
from pipeline.core.record import RawRecord
from pipeline.sources.yaml import read_yaml
from schemas.academy import AcademySubmission


def read(text: str) -> RawRecord:
    return read_yaml(text.encode(), "a.yaml", AcademySubmission)


def only(record: RawRecord) -> Finding:
    assert len(record.findings) == 1, [str(finding.message) for finding in record.findings]
    return record.findings[0]


@pytest.mark.parametrize(
    ("text", "place", "suggestion"),
    [
        ("measurs:\n- id: P1\n", "1:1", "“measures”"),
        ("plan:\n  sumary: a\n", "2:3", "“summary”"),
        ("measures:\n- id: P1\n  Accountable: TEH1\n", "3:3", "“responsibility.accountable”"),
        ("costs:\n- Euros: 100\n", "2:3", "“amount”"),
        ("plan:\n  Key message: a\n", "2:3", "“key_message”"),
        ("organisation:\n  name:\n    fin: a\n", "3:5", "“fi”"),
        ("plan:\n  xyzzy: a\n", "2:3", "title, period, key_message"),
    ],
)
def test_an_unknown_key_is_an_error_with_the_nearest_one(
    text: str, place: str, suggestion: str
) -> None:
    finding = only(read(text))

    assert (finding.code, finding.severity) == ("HE-20", Severity.ERROR)
    assert str(finding.location) == f"a.yaml[{place}]"
    assert suggestion in str(finding.hint)


@pytest.mark.parametrize(
    ("text", "place", "path", "words"),
    [
        ("plan:\n  title: [a, b]\n", "2:10", ("plan", "title"), "One text"),
        ("plan:\n  title:\n    fi: a\n", "3:5", ("plan", "title"), "One text"),
        (
            "measures:\n- id: P1\n  objectives: {T1: x}\n",
            "3:15",
            ("measures", 0, "objectives"),
            "One text",
        ),
        (
            "measures:\n- id: P1\n  objectives: [T1, [T2]]\n",
            "3:20",
            ("measures", 0, "objectives", 1),
            "One text",
        ),
        ("measures:\n  id: P1\n", "2:3", ("measures",), "list of rows"),
        ("measures: P1\n", "1:11", ("measures",), "list of rows"),
        ("measures:\n- P1\n", "2:3", ("measures", 0), "Keys with values"),
        ("plan: text\n", "1:7", ("plan",), "Keys with values"),
        ("plan:\n- title: a\n", "2:1", ("plan",), "Keys with values"),
        ("organisation:\n  name: [a]\n", "2:9", ("organisation", "name"), "Keys with values"),
    ],
)
def test_a_value_of_the_wrong_form_is_an_error_and_left_out(
    text: str, place: str, path: tuple[str | int, ...], words: str
) -> None:
    record = read(text)

    finding = only(record)
    assert (finding.code, finding.path) == ("HE-21", path)
    assert str(finding.location) == f"a.yaml[{place}]"
    assert words in str(finding.message)
    assert record.unreadable == {path}
    assert not any(known[: len(path)] == path for known in record.values)


def test_the_rest_of_a_file_with_faults_is_read() -> None:
    record = read("plan:\n  title: [a]\n  summary: b\n  xyzzy: c\nteam: {}\n")

    assert list(record.values) == [("plan", "summary")]
    assert [finding.code for finding in record.findings] == ["HE-21", "HE-20", "HE-21"]


def test_a_text_cut_by_a_number_sign_is_a_warning() -> None:
    record = read("plan:\n  title: Room #4\n")

    finding = only(record)
    assert (finding.code, finding.severity) == ("IN-20", Severity.WARNING)
    assert str(finding.location) == "a.yaml[2:10]"
    assert "“Room”" in str(finding.message)
    assert '"Room #4"' in str(finding.hint)
    assert record.values["plan", "title"].value == "Room"


@pytest.mark.parametrize("comment", [" # ei", "  #4", " #"])
def test_a_comment_that_stands_too_near_is_a_warning(comment: str) -> None:
    assert only(read(f"plan:\n  title: Room{comment}\n")).code == "IN-20"


@pytest.mark.parametrize(
    "line",
    [
        "title: Room  # mistä on kyse",
        "title: Room  ## mistä on kyse",
        "title: 'Room #4' # ok",
        "title: Room#4",
        "title: a  #",
        "title: # mistä on kyse",
        "title: a\n  # oma rivinsä",
        "title: | # lohko\n    a",
    ],
)
def test_a_comment_set_apart_is_no_warning(line: str) -> None:
    assert read(f"plan:\n  {line}\n").findings == ()
