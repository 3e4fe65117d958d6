"""YAML files that go beyond plain data, cannot be parsed, or say something else than was meant."""

from pathlib import Path

import pytest

from tests.cli.bad_inputs import (
    YAML,
    assert_readable,
    assert_sound_made,
    assert_stopped,
    attempt,
    line_of,
    yaml,
)
from tests.cli.conftest import Paja

FILE = "keskimaa.yaml"
SOUND = YAML.read_bytes()
LAST = SOUND.count(b"\n") + 1
TITLE = "  title: "


def after(text: str) -> bytes:
    """Return the sound submission with a text at its end."""
    return SOUND + text.encode()


def with_title(text: str) -> tuple[bytes, int]:
    """Return the sound submission with another title of the plan, and its line."""
    content = SOUND.decode()
    line = next(each for each in content.split("\n") if each.startswith(TITLE))
    return content.replace(line, f"{TITLE}{text}", 1).encode(), line_of(SOUND, line)


@pytest.mark.parametrize(
    ("text", "errors", "said"),
    [
        ("plan:\n  title: Toinen\n", [("FI-24", f"{LAST}:1")], f"on line {LAST}"),
        ("extra: &a x\n", [("FI-23", f"{LAST}:8")], "Anchors (&) are not allowed"),
        ("extra: *a\n", [("FI-23", f"{LAST}:8")], "Aliases (*) are not allowed"),
        ("extra: !!python/object x\n", [("FI-23", f"{LAST}:8")], "Tags (!) are not allowed"),
        ("---\nplan: {}\n", [("FI-25", f"{LAST}:1")], "A second document begins here"),
        (f"extra: {'[' * 20_000}\n", [("FI-26", f"{LAST}:27")], "more than 20 levels"),
        ("measurs: []\n", [("HE-20", f"{LAST}:1")], "“measurs”"),
    ],
)
def test_what_goes_beyond_plain_data_is_refused_at_its_line(
    paja: Paja, tmp_path: Path, text: str, errors: list[tuple[str, str]], said: str
) -> None:
    tried = attempt(paja, tmp_path, after(text), name=FILE)
    assert_stopped(tried, *errors)
    assert said in tried.errors[0].message


def test_an_unknown_key_suggests_the_nearest(paja: Paja, tmp_path: Path) -> None:
    tried = attempt(paja, tmp_path, after("measurs: []\n"), name=FILE)
    assert "“measures”" in tried.errors[0].hint


@pytest.mark.parametrize(
    "written", ["Suunnitelma: syksy", '"Suunnitelma', "'Suunnitelma", "[Suunnitelma", "'a' b"]
)
def test_a_syntax_error_has_its_line_and_an_example(
    paja: Paja, tmp_path: Path, written: str
) -> None:
    content, line = with_title(written)
    tried = attempt(paja, tmp_path, content, name=FILE)
    (found,) = tried.errors
    assert_stopped(tried, ("FI-22", found.place))
    assert found.place.partition(":")[0] == str(line)
    assert found.hint


def test_a_tab_is_named_with_its_line(paja: Paja, tmp_path: Path) -> None:
    content, line = with_title("Suunnitelma")
    tried = attempt(paja, tmp_path, content.replace(TITLE.encode(), b"\ttitle: ", 1), name=FILE)
    assert_stopped(tried, ("FI-22", f"{line}:1"))
    assert "tab" in tried.errors[0].message


def test_a_billion_laughs_are_told_where_they_begin(paja: Paja, tmp_path: Path) -> None:
    lines = ["l0: &l0 [ha]"] + [f"l{n}: &l{n} [{f'*l{n - 1}, ' * 9}]" for n in range(1, 10)]
    tried = attempt(paja, tmp_path, after("\n".join(lines)), name=FILE)
    assert tried.code == 1
    assert {each.code for each in tried.errors} == {"FI-23"}
    assert tried.errors[0].place == f"{LAST}:5"
    assert len(tried.errors) <= 21


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("latin-1", "Latin-1"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16")],
)
def test_another_encoding_is_named_with_a_line(
    paja: Paja, tmp_path: Path, encoding: str, named: str
) -> None:
    content = SOUND.decode().encode(encoding, "replace")
    tried = attempt(paja, tmp_path, content, name=FILE)
    (found,) = tried.errors
    assert_stopped(tried, ("FI-20", found.place))
    assert named in found.message
    assert ":" in found.place


def test_a_number_of_200_000_digits_is_too_long(paja: Paja, tmp_path: Path) -> None:
    content, line = with_title("9" * 200_000)
    tried = attempt(paja, tmp_path, content, name=FILE)
    (found,) = tried.errors
    assert found.place == f"{line}:{len(TITLE) + 1}"
    assert tried.code == 1
    assert len(found.message) < 300
    assert_readable(tried)


@pytest.mark.parametrize("written", ["NO", "1.10", "007", "22:30"])
def test_plain_words_and_numbers_are_taken_as_written(
    paja: Paja, tmp_path: Path, written: str
) -> None:
    content, _ = with_title(written)
    tried = attempt(paja, tmp_path, content, name=FILE)
    assert (tried.code, tried.errors) == (0, [])
    assert_sound_made(tried)


def test_a_text_cut_by_a_number_sign_is_a_warning(paja: Paja, tmp_path: Path) -> None:
    content, line = with_title("Huone #4")
    tried = attempt(paja, tmp_path, content, name=FILE)
    assert (tried.code, tried.errors) == (0, [])
    warned = [place.partition(":")[0] for _, place in tried.of_bad("warning") if place]
    assert warned == [str(line)]


def test_a_byte_order_mark_and_line_ends_of_windows_change_nothing(
    paja: Paja, tmp_path: Path
) -> None:
    content = b"\xef\xbb\xbf" + SOUND.replace(b"\n", b"\r\n")
    tried = attempt(paja, tmp_path, content, name=FILE)
    assert (tried.code, tried.errors) == (0, [])
    assert_sound_made(tried)
    plain = attempt(paja, tmp_path / "plain", yaml("\n", "\n"), name=FILE)
    assert tried.findings == plain.findings
