"""What `paja where` and `paja why` print: fields, documents, places, words and tags."""

import json

from pipeline.core.location import Location
from pipeline.core.shape import Leaf
from pipeline.core.trace import (
    DocumentTrace,
    Field,
    FieldTrace,
    Reason,
    Standing,
    TracedDocument,
    WordsTrace,
)
from pipeline.core.values import leaf_at
from pipeline.language.catalogue import translator
from pipeline.report.traces_json import fields_json, words_json
from pipeline.report.traces_text import fields_text, words_text
from schemas.academy import AcademySubmission

EN = translator("en")
PLAN = TracedDocument("esimerkkila", "action-plan", "Action plan", "fi")
TAG = Location("action-plan/fi.docx", part="word/document.xml", paragraph=9, tag="{{ m.name }}")


def field(*path: str | int, value: str = "Reitit") -> Field:
    leaf = leaf_at(AcademySubmission, path)
    assert isinstance(leaf, Leaf)
    return Field(path, leaf, Location("a.xlsx", "Toimenpiteet", "C4"), value)


def standing(text: str, *, shows: bool = True) -> Standing:
    place = Location(
        part="word/document.xml", heading="Toimenpiteet", table=2, row=3, table_column=1
    )
    return Standing(place, text, (TAG,), shows)


def trace(*standings: Standing) -> FieldTrace:
    documents = (DocumentTrace(PLAN, standings),) if standings else ()
    return FieldTrace(field("measures", 0, "name"), documents, looked_at=4)


def test_a_field_knows_its_column_and_whether_it_names_its_row() -> None:
    assert field("measures", 0, "name").column == ("measures", "name")
    assert not field("measures", 0, "name").is_identifier
    assert field("measures", 0, "id").is_identifier


def test_a_field_is_told_with_documents_places_words_and_tags() -> None:
    told = fields_text([trace(standing("P1 Reitit"), standing("Vain jos", shows=False))], EN)
    for said in ("a.xlsx[Toimenpiteet!C4]", "Reitit", "Action plan", "esimerkkila",
                 "heading “Toimenpiteet”", "table 2, row 3, column 1", "“P1 Reitit”",
                 "{{ m.name }}", "decides whether this is there", "“Vain jos”"):  # fmt: skip
        assert said in told
    assert told.index("“P1 Reitit”") < told.index("decides") < told.index("“Vain jos”")


def test_a_field_that_no_document_shows_says_how_many_were_looked_at() -> None:
    assert "No document shows it; 4 were looked at." in fields_text([trace()], EN)


def test_many_paragraphs_that_a_value_decides_about_are_counted() -> None:
    told = fields_text([trace(*(standing(f"Kappale {n}", shows=False) for n in range(9)))], EN)
    assert "“Kappale 0”" in told
    assert "“Kappale 8”" not in told
    assert "more paragraphs" in told


def test_words_are_told_with_the_cells_behind_them() -> None:
    shown = Reason(PLAN, standing("P1 Reitit"), (field("measures", 0, "name"),), ())
    fixed = Reason(PLAN, standing("Toimenpiteet"), (), ())
    told = words_text(WordsTrace("Reitit", (shown, fixed), left_out=2), EN)
    assert "From these cells:" in told
    assert "a.xlsx[Toimenpiteet!C4]" in told
    assert "No cell: these are fixed words of the template." in told
    assert "2" in told.splitlines()[-1]


def test_json_has_the_same_in_keys() -> None:
    (found,) = json.loads(fields_json([trace(standing("P1 Reitit"))], (), EN))["fields"]
    assert json.dumps(found).count("Toimenpiteet") == 2
    assert "P1 Reitit" in json.dumps(found)
    reason = Reason(PLAN, standing("P1 Reitit"), (field("measures", 0, "name"),), ())
    told = json.loads(words_json(WordsTrace("Reitit", (reason,)), (), EN))
    assert told["words"] == "Reitit"
    assert told["findings"] == []
