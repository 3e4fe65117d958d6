"""The table at the end of a run."""

import pytest

from pipeline.report.run_table import display_width, run_table


def test_columns_are_aligned_and_numbers_stand_to_the_right() -> None:
    shown = run_table(
        ("Organisaatio", "Asiakirjoja", "Havainnot", "Missä"),
        [
            ("Esimerkkilän kaupunki", "4", "2 huomautusta", "build/demo/esimerkkila"),
            ("Mallivirasto", "12", "ei havaintoja", "build/demo/mallivirasto"),
        ],
    )
    assert shown == (
        "Organisaatio           Asiakirjoja  Havainnot      Missä\n"
        "─────────────────────  ───────────  ─────────────  ───────────────────────\n"
        "Esimerkkilän kaupunki            4  2 huomautusta  build/demo/esimerkkila\n"
        "Mallivirasto                    12  ei havaintoja  build/demo/mallivirasto\n"
    )


@pytest.mark.parametrize(
    ("text", "width"), [("åäö", 3), ("a\u0308", 1), ("漢字", 4), ("🙂", 2), ("", 0)]
)
def test_width_is_what_a_terminal_shows(text: str, width: int) -> None:
    assert display_width(text) == width


def test_wide_and_combining_letters_do_not_break_the_alignment() -> None:
    lines = run_table(("x", "y"), [("漢字", "a"), ("a\u0308bcd", "b")]).splitlines()
    assert [display_width(line) for line in lines] == [7, 7, 7, 7]


def test_no_line_ends_in_blanks() -> None:
    lines = run_table(("x", "y"), [("a", ""), ("b", "long")]).splitlines()
    assert all(line == line.rstrip() for line in lines)


def test_headers_alone_make_a_table() -> None:
    assert run_table(("Organisaatio", "Missä"), []).splitlines()[0] == "Organisaatio  Missä"


def test_unseen_characters_stand_as_their_numbers() -> None:
    assert "U+001B[2J" in run_table(("x",), [("\x1b[2J",)])


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="argument"):
        run_table(("x", "y"), [("a",)])
