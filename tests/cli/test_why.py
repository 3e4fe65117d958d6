"""paja why: from the words of a document back to the cells and tags behind them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Paja
from tests.cli.test_where import SMALL, TEMPLATES, only


@pytest.fixture
def small(programme: Path) -> Path:
    """Return a submission with few values, in a programme folder."""
    file = programme / "submissions" / "keskimaa.yaml"
    file.write_text(SMALL, encoding="utf-8")
    return file


@pytest.fixture
def plan(tmp_path: Path) -> tuple[str, Path]:
    """Return the option for a folder with the template of the action plan alone."""
    return only(tmp_path, "innovaatio-akatemia/action-plan")


def test_words_lead_to_their_cells_and_tags(
    paja: Paja, small: Path, plan: tuple[str, Path]
) -> None:
    outcome = json.loads(paja("why", small, "P1  vuoropuhelu", "--format", "json", *plan).out)

    first = outcome["paragraphs"][0]
    assert (first["deliverable"], first["text"]) == ("action-plan", "P1 Vuoropuhelu")
    assert {tag["tag"] for tag in first["tags"]} == {"{{ m.id }}", "{{ m.name }}"}
    assert {each["path"]: each["line"] for each in first["shown"]} == {
        "measures.0.id": 14,
        "measures.0.name": 14,
    }


def test_a_name_leads_to_the_reference_and_to_the_row_that_it_means(
    paja: Paja, small: Path, plan: tuple[str, Path]
) -> None:
    outcome = json.loads(paja("why", small, "Malli Mallinen", "--format", "json", *plan).out)

    cell = next(each for each in outcome["paragraphs"] if each["text"] == "Malli Mallinen")
    behind = {(each["file"], each["path"]) for each in cell["shown"]}
    assert behind >= {
        ("keskimaa.yaml", "people.0.first_name"),
        ("keskimaa.yaml", "people.0.last_name"),
        ("keskimaa.yaml", "measures.0.responsibility.accountable"),
    }
    # Whether people or posts are printed is a setting of the programme.
    assert ("programme.yaml", "settings.printed_names") in behind


def test_a_document_says_itself_what_it_was_made_of(
    paja: Paja, programme: Path, small: Path
) -> None:
    out = programme / "OUT"
    paja("generate", small, "--out", out)
    document = next(out.glob("*/*kick-off*.docx"))

    result = paja("why", document, "Keskimaan hyvinvointialue", "--lang", "fi")

    assert result.code == 0
    assert "Kutsu kick off -tilaisuuteen" in result.out
    assert "Toimenpidesuunnitelma" not in result.out
    assert "keskimaa.yaml[4:9]" in result.out

    small.write_text(SMALL.replace("Vuoropuhelu", "Kysely"), encoding="utf-8")
    changed = paja("why", document, "Keskimaan hyvinvointialue")

    assert changed.code == 1
    assert "is not there any more as it was" in changed.err


def test_words_that_are_nowhere_are_told_with_the_nearest(
    paja: Paja, small: Path, plan: tuple[str, Path]
) -> None:
    missing = paja("why", small, "P1 Vuoropuheluu", *plan)
    empty = paja("why", small, " ")

    assert (missing.code, empty.code) == (1, 2)
    assert "No document has the words “P1 Vuoropuheluu”." in missing.err
    assert "The nearest is: “P1 Vuoropuhelu”." in missing.err


def test_words_of_the_template_itself_have_no_cell(
    paja: Paja, small: Path, plan: tuple[str, Path]
) -> None:
    result = paja("why", small, "Kuultavat ja tiedotettavat", *plan)

    assert "No cell: these are fixed words of the template." in result.out


def test_another_document_is_no_wrong_input_but_a_wrong_use(paja: Paja, programme: Path) -> None:
    template = TEMPLATES / "house-style.docx"
    result = paja("why", template, "sana", "--programme", programme / "programme.yaml")

    assert result.code == 2
    assert "does not say of what inputs paja made it" in result.err
