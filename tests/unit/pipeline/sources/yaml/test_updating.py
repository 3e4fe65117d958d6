"""A YAML file brought up to date: only what is different changes, and no comment is lost."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.core.finding import Path
from pipeline.language.written import written_values
from pipeline.sources.yaml import read_yaml
from pipeline.sources.yaml.updating import updated_yaml
from schemas.academy import AcademySubmission

FILE = """\
# The first comment.
organisation:
  id: mallila   # as in the programme
  name: Mallila
  unit: Hankinnat # keep
  # about the type
  type: city

people:
  # the first one
  - id: HLO1
    first_name: Malli  # a comment on the name
    phone: 040 000 0001

  # the second one
  - id: HLO2
    first_name: Testi
# end of people
plan:
  summary: |-
    yksi
    kaksi
  # about the state
  current_state: >-
    Pitkä teksti
    kahdella rivillä.
team:
- {person: HLO1, function: leadership} # in brackets
measures: # nothing yet
"""


def values_of(text: str) -> dict[Path, object]:
    record = read_yaml(text.encode(), "a.yaml", AcademySubmission)
    return {path: raw.value for path, raw in record.values.items()}


def updated(text: str, values: Mapping[Path, object]) -> str:
    wanted = written_values(AcademySubmission, values, "en")
    done = updated_yaml(text.encode(), AcademySubmission, wanted, language="en")
    return done.content.decode()


def lines(old: str, new: str) -> tuple[list[str], list[str]]:
    """Return the lines that went and those that came."""
    before, after = old.splitlines(), new.splitlines()
    return ([each for each in before if each not in after],
            [each for each in after if each not in before])  # fmt: skip


def test_what_says_the_same_stays_byte_for_byte() -> None:
    values = values_of(FILE) | {("organisation", "type"): "Kaupunki"}

    assert updated(FILE, values) == FILE


@pytest.mark.parametrize(
    ("path", "value", "gone", "come"),
    [
        (("organisation", "id"), "uusi", ["  id: mallila   # as in the programme"],
         ["  id: uusi   # as in the programme"]),
        (("organisation", "unit"), "a: b #c", ["  unit: Hankinnat # keep"],
         ['  unit: "a: b #c" # keep']),
        (("organisation", "unit"), None, ["  unit: Hankinnat # keep"], ["  unit: # keep"]),
        (("organisation", "unit"), "a\nb", ["  unit: Hankinnat # keep"],
         ['  unit: "a\\nb" # keep']),
        (("organisation", "name", "sv"), "Mallby", ["  name: Mallila"],
         ["  name:", "    fi: Mallila", "    sv: Mallby"]),
        (("organisation", "address"), "Malliraitti 1", [], ["  address: Malliraitti 1"]),
        (("people", 0, "phone"), "+358 40 1", ["    phone: 040 000 0001"],
         ['    phone: "+358 40 1"']),
        (("people", 0, "email"), "a@example.org", [], ["    email: a@example.org"]),
        (("plan", "summary"), "kolme", ["  summary: |-", "    yksi", "    kaksi"],
         ["  summary: kolme"]),
        (("plan", "current_state"), "a\nb", ["  current_state: >-", "    Pitkä teksti",
         "    kahdella rivillä."], ["  current_state: |-", "    a", "    b"]),
        (("team", 0, "function"), "finance",
         ["- {person: HLO1, function: leadership} # in brackets"],
         ["- {person: HLO1, function: finance} # in brackets"]),
        (("measures", 0, "id"), "P1", ["measures: # nothing yet"],
         ["measures: [{id: P1}] # nothing yet"]),
        (("posts", 0, "id"), "TEH1", [], ["posts:", "  - id: TEH1"]),
    ],
)  # fmt: skip
def test_one_change_touches_its_own_lines_only(
    path: Path, value: object, gone: list[str], come: list[str]
) -> None:
    values = values_of(FILE)
    if value is None:
        del values[path]
    else:
        values[path] = value

    new = updated(FILE, values)

    assert lines(FILE, new) == (gone, come)
    assert values_of(new) == values


def test_rows_are_known_by_their_ids() -> None:
    values = values_of(FILE)
    second = {path: value for path, value in values.items() if path[:2] == ("people", 1)}
    others = {path: value for path, value in values.items() if path[0] != "people"}
    moved = {("people", 0, *path[2:]): value for path, value in second.items()}
    new_row: dict[Path, object] = {("people", 1, "id"): "HLO3"}

    new = updated(FILE, others | moved | new_row)

    assert values_of(new) == others | moved | new_row
    assert "HLO1" not in new.split("team:")[0]
    assert "  # the second one\n  - id: HLO2\n    first_name: Testi\n  - id: HLO3\n# end" in new


def test_rows_in_another_order_are_written_anew() -> None:
    values = values_of(FILE)
    people = {path: value for path, value in values.items() if path[0] == "people"}
    swapped = {("people", 1 - int(path[1]), *path[2:]): value for path, value in people.items()}

    others = {path: value for path, value in values.items() if path[0] != "people"}

    new = updated(FILE, others | swapped)

    assert new.index("HLO2") < new.index("- id: HLO1")
    assert "# end of people" in new


def test_line_breaks_and_the_byte_order_mark_stay_as_they_were() -> None:
    windows = "\ufeff" + FILE.replace("\n", "\r\n")
    values = values_of(FILE) | {("organisation", "address"): "a\nb", ("organisation", "id"): "x"}

    new = updated(windows, values)

    assert new.startswith("\ufeff# The first")
    assert "\n" not in new.replace("\r\n", "")
    assert values_of(new) == values


def test_an_empty_file_takes_in_everything() -> None:
    assert values_of(updated("# nothing\n", values_of(FILE))) == values_of(FILE)


_TEXTS = st.text("ab:#-'\"[]{},&*!|>%@` \nä0", min_size=1, max_size=12).filter(
    lambda text: text == text.strip() and text.strip() != ""
)
_PATHS = st.sampled_from([
    ("organisation", "unit"), ("organisation", "address"), ("organisation", "name", "fi"),
    ("people", 0, "first_name"), ("people", 1, "last_name"), ("plan", "summary"),
    ("plan", "current_state"), ("plan", "title"), ("team", 0, "person"), ("posts", 0, "id"),
])  # fmt: skip


@settings(max_examples=60)
@given(st.dictionaries(_PATHS, _TEXTS | st.none(), max_size=6))
def test_every_text_comes_back_and_every_comment_stays(changes: dict[Path, str | None]) -> None:
    values = values_of(FILE)
    for path, text in changes.items():
        if text is None:
            values.pop(path, None)
        else:
            values[path] = text

    new = updated(FILE, values)

    assert values_of(new) == values
    for comment in ("# The first comment.", "# the second one", "# end of people", "# keep"):
        assert comment in new
