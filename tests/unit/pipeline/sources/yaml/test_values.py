import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from pipeline.core.finding import Path
from pipeline.core.location import Location
from pipeline.core.record import RawRecord, ValueKind
from pipeline.sources.yaml import read_yaml
from schemas.academy import AcademySubmission
from schemas.blank import empty_to_none
from schemas.filled import Filled, item
from schemas.programme import Programme


class Corner(Filled):
    room: str = item("Room", "Where.", default=...)


class Desk(Filled):
    label: str | None = item("Label", "What it says.")
    days: tuple[date, ...] = item("Days", "When it is free.", default=())
    corner: Corner | None = item("Corner", "Where it stands.")


class Office(Filled):
    name: str = item("Name", "Of the office.", default=...)
    desks: tuple[Desk, ...] = item("Desks", "In it.", default=())


def read(text: str) -> RawRecord:
    return read_yaml(text.encode(), "a.yaml", Office)


def texts(record: RawRecord) -> dict[Path, object]:
    return {path: raw.value for path, raw in record.values.items()}


def test_every_scalar_has_its_text_and_its_place() -> None:
    record = read("name: Mallitalo\ndesks:\n  - label: Ikkuna\n    corner:\n      room: '7'\n")

    assert texts(record) == {
        ("name",): "Mallitalo",
        ("desks", 0, "label"): "Ikkuna",
        ("desks", 0, "corner", "room"): "7",
    }
    assert record.values["desks", 0, "corner", "room"].location == Location(
        "a.yaml", line=5, column=13
    )
    assert {raw.kind for raw in record.values.values()} == {ValueKind.TEXT}
    assert record.findings == ()
    assert record.file == "a.yaml"


@pytest.mark.parametrize(
    "written", ["NO", "on", "1.10", "007", "22:30", "2026-03-01", "1e3", "0x1F", "12 500 €", "true"]
)
def test_a_scalar_stays_as_it_was_written(written: str) -> None:
    assert texts(read(f"name: {written}\n")) == {("name",): written}


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL", "''", '" \t"', '"\u00a0"'])
def test_empty_values_are_no_values(nothing: str) -> None:
    assert texts(read(f"name: {nothing}\ndesks: [{{label: a}}]\n")) == {("desks", 0, "label"): "a"}


@pytest.mark.parametrize("written", ["'null'", '"~"'])
def test_a_quoted_null_is_a_text(written: str) -> None:
    assert texts(read(f"name: {written}\n")) == {("name",): written[1:-1]}


def test_edges_are_trimmed_and_the_inside_is_kept() -> None:
    record = read('name: "\u00a0 a\u00a0b  c \u00a0"\n')

    assert texts(record) == {("name",): "a\u00a0b  c"}


def test_a_text_of_several_lines_is_kept() -> None:
    assert texts(read("name: |\n  yksi\n\n  - kaksi\n")) == {("name",): "yksi\n\n- kaksi"}


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_by_any_line_end(line_end: str) -> None:
    record = read(line_end.join(["# huomio", "desks:", "- label: a", ""]))

    assert record.values["desks", 0, "label"].location == Location("a.yaml", line=3, column=10)


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    record = read_yaml(b"\xef\xbb\xbfname: \xc3\xa4\n", "a.yaml", Office)

    assert texts(record) == {("name",): "ä"}
    assert record.values["name",].location == Location("a.yaml", line=1, column=7)


@pytest.mark.parametrize("written", ["[1.3.2022, 2.3.2022]", "\n  - 1.3.2022\n  -\n  - 2.3.2022"])
def test_a_field_of_several_values_may_be_a_list(written: str) -> None:
    record = read(f"desks:\n- days: {written}\n")

    assert texts(record) == {
        ("desks", 0, "days", 0): "1.3.2022",
        ("desks", 0, "days", 1): "2.3.2022",
    }


def test_a_field_of_several_values_may_be_one_text() -> None:
    assert texts(read("desks:\n- days: 1.3.2022; 2.3.2022\n")) == {
        ("desks", 0, "days"): "1.3.2022; 2.3.2022"
    }


def test_rows_without_values_are_left_out() -> None:
    record = read("desks:\n- label: a\n-\n- label:\n  corner: {room: }\n- label: b\n")

    assert texts(record) == {("desks", 0, "label"): "a", ("desks", 1, "label"): "b"}
    assert record.location(("desks", 1)).line == 6


def test_missing_fields_stand_where_their_row_or_group_begins() -> None:
    record = read("desks:\n- label: a\n- corner:\n    room: b\n- days:\n  label: c\n")

    assert record.location(("desks", 0, "days")) == Location("a.yaml", line=2, column=3)
    assert record.location(("desks", 1, "label")) == Location("a.yaml", line=3, column=3)
    assert record.location(("desks", 2, "days")) == Location("a.yaml", line=5, column=3)
    assert record.location(("desks",)) == Location("a.yaml", line=1, column=1)
    assert record.location(("name",)) == Location("a.yaml", line=1, column=1)


def test_an_empty_collection_stands_at_its_key() -> None:
    record = read("name: a\ndesks:\n")

    assert record.location(("desks", 0, "label")) == Location("a.yaml", line=2, column=1)


def test_a_plain_text_is_the_finnish_one() -> None:
    record = read_yaml(b"organisation:\n  name: Mallila\n", "a.yaml", AcademySubmission)

    assert texts(record) == {("organisation", "name", "fi"): "Mallila"}
    assert record.location(("organisation", "name", "fi")) == Location("a.yaml", line=2, column=9)


def test_a_text_may_be_given_in_several_languages() -> None:
    record = read_yaml(b"stages:\n- name:\n    fi: Avaus\n    sv: Start\n", "p.yaml", Programme)

    assert texts(record) == {
        ("stages", 0, "name", "fi"): "Avaus",
        ("stages", 0, "name", "sv"): "Start",
    }


def test_flow_style_and_quoted_keys_are_read() -> None:
    assert texts(read('{"name": a, desks: [{label: b}]}')) == {
        ("name",): "a",
        ("desks", 0, "label"): "b",
    }


@settings(deadline=None)
@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff")
        | st.sampled_from("\n\t\r\x00\x07")
    )
)
def test_a_quoted_text_comes_back_as_it_was(text: str) -> None:
    record = read(f"name: {json.dumps(text, ensure_ascii=False)}\n")

    assert texts(record).get(("name",)) == empty_to_none(text)


def test_the_text_is_what_another_reader_of_yaml_gives() -> None:
    text = "- >-\n  yksi\n  kaksi\n- it''s\n- 'it''s'\n- \"\\u00e4\\n!\"\n- a\n  b\n"

    record = read("desks:\n- days:\n" + text.replace("\n", "\n  ").join(["  ", ""]).rstrip())

    other = YAML(typ="safe", pure=True).load(text)
    assert list(texts(record).values()) == other


def test_a_group_without_anything_under_its_key_is_empty() -> None:
    assert texts(read("name: a\ndesks:\n- label: b\n  corner:\n")) == {
        ("name",): "a",
        ("desks", 0, "label"): "b",
    }
