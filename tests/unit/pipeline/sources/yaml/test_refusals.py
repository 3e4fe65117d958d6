import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.core.finding import Finding, Severity
from pipeline.core.limits import Limits
from pipeline.core.record import RawRecord
from pipeline.sources.yaml import read_yaml
from schemas.academy import AcademySubmission
from tests.effort import at_most

SOUND = """\
organisation:
  id: esimerkkila
  name: Esimerkkilän kaupunki
measures:
  - id: P1
    name: "Vuoropuhelu: kotihoito"  # alustava
    objectives: [T1, T2]
  - id: P2
    description: |
      Kaksi riviä
      - tekstiä
"""


def read(text: str | bytes) -> RawRecord:
    content = text if isinstance(text, bytes) else text.encode()
    return read_yaml(content, "a.yaml", AcademySubmission)


def only(record: RawRecord) -> Finding:
    assert len(record.findings) == 1, [str(finding.message) for finding in record.findings]
    return record.findings[0]


def test_the_sound_file_is_sound() -> None:
    assert read(SOUND).findings == ()


@pytest.mark.parametrize(
    ("text", "code", "place", "words"),
    [
        ("plan: &a\n  title: x\n", "FI-23", "1:7", "Anchors"),
        ("plan:\n  title: &a x\n", "FI-23", "2:10", "Anchors"),
        ("plan:\n  title: *a\n", "FI-23", "2:10", "Aliases"),
        ("plan:\n  title: !!str x\n", "FI-23", "2:10", "Tags"),
        ("plan: !!python/object/apply:os.system [ls]\n", "FI-23", "1:7", "Tags"),
        ("plan:\n  ? [title]\n  : x\n", "FI-23", "2:5", "key"),
        ("plan:\n  title: {{ name }}\n", "FI-23", "2:11", "key"),
        ("plan:\n  title: a\n---\nplan:\n", "FI-25", "3:1", "second document"),
        ("plan:\n  title: a\n...\nplan:\n", "FI-25", "4:1", "second document"),
        ("plan: " + "[" * 40, "FI-26", "1:26", "20 levels"),
        ("- plan\n", "FI-27", "1:1", "begin with keys"),
        ("plan\n", "FI-27", "1:1", "begin with keys"),
    ],
)
def test_what_goes_beyond_plain_data_is_refused(
    text: str, code: str, place: str, words: str
) -> None:
    record = read(text)

    finding = only(record)
    assert (finding.code, finding.severity) == (code, Severity.ERROR)
    assert str(finding.location) == f"a.yaml[{place}]"
    assert words in str(finding.message)
    assert finding.hint is not None
    assert not record.values


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("plan:\n  title: Meeting: x\n", "2:17", "look like a new key", 'title: "Meeting: x"'),
        (
            'plan:\n  - title: Say "a": it\'s\n',
            "2:19",
            "look like a new key",
            "title: 'Say \"a\": it''s'",
        ),
        (f"title: a: {'b' * 90}\n", "1:9", "look like a new key", 'bbb…"'),
        ("plan:\n\ttitle: x\n", "2:1", "indented with a tab", "blanks"),
        ("plan:\n  title: x\n\tperiod: y\n", "3:1", "indented with a tab", "blanks"),
        ("plan:\n  title: 'x\n  period: y\n", "2:10", "never closed", "same mark"),
        ('plan:\n  title: "x\n', "2:10", "never closed", "same mark"),
        ('plan:\n  title: "a\n  period: "b"\n', "2:10", "ends before", "same mark"),
        ("plan:\n  title: 'it\\'s'\n", "2:10", "ends before", "same mark"),
        ('plan:\n  title: "C:\\malli"\n', "2:14", "backslash", "single quotation marks"),
        ("plan:\n  title: [a, b\n  period: c\n", "2:10", "bracket", "Close"),
        ("plan: {title: a\n", "1:7", "bracket", "Close"),
        ("plan:\n  title: a\nperiod\nteam:\n", "3:1", "neither a key", "key: value"),
        ("plan:\n  title: @a\n", "2:10", "cannot begin", "quotation marks"),
        ("plan:\n  title: %a\n", "2:10", "cannot begin", "quotation marks"),
        ("plan:\n  title: * a\n", "2:11", "cannot begin", "quotation marks"),
        ("plan:\n  title: - a\n", "2:10", "list cannot begin", "lines of their own"),
        ("plan: a\n title: b\n", "2:7", "does not continue", "same column"),
        ("plan:\n  title: a\n period: b\n", "3:2", "indented otherwise", "same column"),
        ("plan:\n  title: 'a'\n period: b\n", "3:2", "indented otherwise", "same column"),
        ("%YAML 3.0\n---\nplan:\n", "1:1", "not YAML", "example"),
    ],
)
def test_a_syntax_error_says_where_and_what_to_write(
    text: str, place: str, message: str, hint: str
) -> None:
    finding = only(read(text))

    assert finding.code == "FI-22"
    assert str(finding.location) == f"a.yaml[{place}]"
    assert message in str(finding.message)
    assert hint in str(finding.hint)


def test_both_lines_of_a_key_that_stands_twice_are_named() -> None:
    finding = only(read("plan:\n  title: a\n  summary: b\n  title: c\n"))

    assert (finding.code, str(finding.location)) == ("FI-24", "a.yaml[4:3]")
    assert "line 2 and on line 4" in str(finding.message)


def test_all_refused_features_are_named_in_one_run() -> None:
    record = read("plan: &a\n  title: *b\n  title: !c d\n")

    assert [finding.code for finding in record.findings] == ["FI-23", "FI-23", "FI-23", "FI-24"]


@pytest.mark.parametrize(
    ("content", "place", "encoding"),
    [
        ("plan:\n  title: työ\n".encode("latin-1"), "2:12", "Latin-1"),
        ("plan:\n  title: – työ\n".encode("cp1252"), "2:10", "Latin-1"),
        ("plan:\n  title: työ\n".encode("utf-16"), "1:1", "UTF-16"),
        ("plan:\n  title: työ\n".encode("utf-16-le"), "1:1", "UTF-16"),
        ("plan:\n  title: työ\n".encode("utf-16-be"), "1:1", "UTF-16"),
    ],
)
def test_another_encoding_is_named(content: bytes, place: str, encoding: str) -> None:
    finding = only(read(content))

    assert (finding.code, str(finding.location)) == ("FI-20", f"a.yaml[{place}]")
    assert encoding in str(finding.message)
    assert "UTF-8" in str(finding.hint)


@pytest.mark.parametrize("content", [b"PK\x03\x04abc", b"%PDF-1.7", b"\xd0\xcf\x11\xe0"])
def test_a_file_of_another_kind_is_no_text(content: bytes) -> None:
    finding = only(read(content))

    assert finding.code == "FI-20"
    assert "not a text file" in str(finding.message)


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0b", "\x85", "\x9f", "\ufffe"])
def test_a_character_that_yaml_cannot_hold_is_named(character: str) -> None:
    finding = only(read(f"plan:\r\n  title: ab{character}c\r\n"))

    assert (finding.code, str(finding.location)) == ("FI-21", "a.yaml[2:12]")
    assert f"U+{ord(character):04X}" in str(finding.message)


def test_faults_beyond_the_twentieth_character_are_not_listed() -> None:
    assert len(read("\x07" * 500).findings) == 20


@pytest.mark.parametrize("text", ["", "# vain huomio\n", "~\n", "---\n", " \n\n", "\ufeff"])
def test_an_empty_file_says_that_nothing_is_filled_in(text: str) -> None:
    finding = only(read(text))

    assert finding.code == "FI-30"
    assert "Nothing is filled in" in str(finding.message)
    assert finding.location.line == 1


def test_faults_beyond_the_twentieth_feature_are_not_listed() -> None:
    aliases = "".join(f"a{n}: *b\n" for n in range(500))

    assert len(read(aliases).findings) == 21


def test_size_and_number_of_values_are_limited() -> None:
    small = Limits(yaml_bytes=100, yaml_values=5)

    large = read_yaml(b"#" * 101, "a.yaml", AcademySubmission, limits=small)
    many = read_yaml(b"plan:\n  title: [a, b, c, d]", "a.yaml", AcademySubmission, limits=small)

    assert "101 bytes" in str(only(large).message)
    assert "more than 5 values" in str(only(many).message)
    assert only(many).location.line == 2


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " * 50_000,
        "plan: [" + "a," * 400_000,
        "- " * 100_000,
        "plan:\n  title: " + "9" * 900_000,
        "a: &a [x,x]\n" + "".join(f"b{n}: [*a,*a]\n" for n in range(20_000)),
    ],
    ids=["brackets", "braces", "items", "hyphens", "digits", "aliases"],
)
def test_hostile_files_end_soon(text: str) -> None:
    with at_most(300):
        read(text)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=60))
def test_no_bytes_make_the_reader_raise(content: bytes) -> None:
    record = read(content)

    assert record.values or record.findings


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(SOUND) - 1), st.sampled_from("\t '\"[]{}:#&*!|>-%@`\n?,~\0ä")),
        min_size=1,
        max_size=4,
    )
)
def test_no_slip_of_the_keyboard_makes_the_reader_raise(slips: list[tuple[int, str]]) -> None:
    text = list(SOUND)
    for index, character in slips:
        text[index] = character

    record = read("".join(text))

    assert all(finding.location.file == "a.yaml" for finding in record.findings)
    assert all(finding.location.line for finding in record.findings)
