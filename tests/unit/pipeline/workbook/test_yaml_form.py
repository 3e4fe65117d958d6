"""The form as YAML: commented and blank, or with values; and the same values as in a workbook."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from pipeline.core.finding import Path as FieldPath
from pipeline.core.layout import layout
from pipeline.core.text import Text
from pipeline.core.yaml_text import yaml_list, yaml_text
from pipeline.language.catalogue import translator
from pipeline.language.written import written_values
from pipeline.sources.yaml import read_yaml
from pipeline.workbook import record_values, write_workbook
from pipeline.workbook.yaml_form import yaml_form
from schemas.academy import AcademySubmission
from schemas.community import CommunitySubmission
from schemas.programme import Programme

MODELS = [AcademySubmission, CommunitySubmission, Programme]


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("language", ["fi", "en"])
def test_a_blank_form_has_every_key_with_its_help_and_no_value(
    model: type[BaseModel], language: str
) -> None:
    text = yaml_form(model, {}, language=language)
    words = translator(language)
    comments = " ".join(
        line.strip(" #") for line in text.splitlines() if line.strip().startswith("#")
    )

    record = read_yaml(text.encode(), "a.yaml", model)

    assert [each.code for each in record.findings] == ["FI-30"] * len(record.findings)
    assert record.values == {}
    for sheet in layout(model):
        assert words.text(sheet.title) in comments
        for column in sheet.columns:
            assert words.text(column.leaf.title) in comments
            assert f"{column.path[-1]}:" in text


def test_a_form_says_what_is_needed_when_and_what_may_be_chosen() -> None:
    text = yaml_form(AcademySubmission, {}, language="en", head=(Text("Of {name}", name="x"),))

    assert text.startswith("# Of x\n\n# Organisation: Who you are.\norganisation:\n")
    assert "# Business ID *: Seven digits, a hyphen and a check digit. Needed from gate G3" in text
    assert "# Language status *: Choose from the list." in text
    assert "Finnish; Swedish; bilingual." in text
    assert "  # Person id *: HLO and a number. Always needed. Example: HLO1\n  - id:\n" in text


def test_the_help_stands_on_the_first_row_only() -> None:
    values: dict[FieldPath, object] = {
        ("people", 0, "id"): "HLO1",
        ("people", 1, "id"): "HLO2",
        ("people", 1, "first_name"): "Malli: Testi",
    }

    text = yaml_form(
        AcademySubmission, written_values(AcademySubmission, values, "en"), language="en"
    )

    assert text.count("# Person id") == 1
    assert '  - id: HLO2\n    first_name: "Malli: Testi"\n    last_name:\n' in text


def test_without_blanks_only_what_is_filled_in_is_written() -> None:
    values: dict[FieldPath, object] = {
        ("measures", 3, "objectives"): "T1; T2",
        ("measures", 3, "responsibility", "accountable"): "HLO1",
        ("organisation", "type"): "Kaupunki",
    }

    text = yaml_form(
        AcademySubmission,
        written_values(AcademySubmission, values, "fi"),
        language="fi",
        blank=False,
    )

    assert text == (
        "# Organisaatio\norganisation:\n  type: city\n\n# Toimenpiteet\nmeasures:\n"
        "  - objectives: [T1, T2]\n    responsibility:\n      accountable: HLO1\n"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Room 4", "Room 4"),
        ("19.10.2021", "19.10.2021"),
        ("22:30", "22:30"),
        ("Room #4", '"Room #4"'),
        ("a: b", '"a: b"'),
        ("no", '"no"'),
        ("null", '"null"'),
        ("- x", '"- x"'),
        ("", '""'),
        ("tail ", '"tail "'),
        ("a\tb", '"a\\tb"'),
        ("a\nb", "|-\n    a\n    b"),
        ("a\n\n  b", '"a\\n\\n  b"'),
        ("\ud800", '"\\ud800"'),
        ("\x85", '"\\u0085"'),
    ],
)
def test_texts_are_plain_only_where_that_is_safe(text: str, shown: str) -> None:
    assert yaml_text(text, 4) == shown


def test_lists_stand_in_brackets() -> None:
    assert yaml_list(("T1", "a, b", "c]")) == '[T1, "a, b", "c]"]'


@settings(max_examples=100)
@given(st.text(min_size=1, max_size=30))
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    content = yaml_form(AcademySubmission, {("plan", "summary"): text}, language="fi", blank=False)

    record = read_yaml(content.encode(), "a.yaml", AcademySubmission)

    plainly = read_yaml(
        f"plan: {{summary: {yaml_text(text, 0, in_brackets=True)}}}".encode(),
        "a.yaml",
        AcademySubmission,
    )
    assert record_values(record) == record_values(plainly)
    if text == text.strip() and text.isprintable():
        assert record_values(record) == {("plan", "summary"): text}


EXAMPLES = sorted((Path(__file__).parents[4] / "examples").glob("*/submissions/*.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_the_same_as_workbook_and_as_yaml(path: Path) -> None:
    from pipeline.sources.excel import read_workbook

    community = "yhteisollinen-innovointi" in path.parts
    model: type[BaseModel] = CommunitySubmission if community else AcademySubmission
    programme = "yhteisollinen-innovointi" if community else "innovaatio-akatemia"
    first = record_values(read_yaml(path.read_bytes(), path.name, model))

    content = write_workbook(model, programme=programme, language="fi", values=first)
    book = record_values(read_workbook(content, "a.xlsx", model))
    text = yaml_form(model, written_values(model, book, "fi"), language="fi", blank=False)
    again = record_values(read_yaml(text.encode(), "a.yaml", model))

    plain = {path: " ".join(str(value).split()) for path, value in again.items()}
    expected = written_values(model, first, "fi")
    now = written_values(model, again, "fi")
    assert now.keys() == expected.keys()
    assert plain
    assert {path: value for path, value in now.items() if value != expected[path]} == {}
