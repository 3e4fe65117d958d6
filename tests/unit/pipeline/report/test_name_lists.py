"""What `paja templates fields` prints of a list of names."""

import json

from pipeline.core.name_list import FieldOfForm, ListedName, NameList
from pipeline.language.catalogue import translator
from pipeline.report.fields_json import names_json
from pipeline.report.fields_text import names_text

OWN = FieldOfForm("Plan", "Name", "name", in_programme=False)
NAMED = ListedName(
    path="measures.name",
    tag="m.name",
    depth=1,
    kind="text",
    presence="may be missing",
    titles={"fi": "Nimi", "sv": "Namn", "en": "Name"},
    abouts={"fi": "", "sv": "", "en": "What is done."},
    printed="{{ m.name }}",
    example="Reitit",
    like="",
    origins=(OWN,),
)
NAMES = NameList("action_plan", "Action plan", "en", (NAMED,))


def test_a_name_stands_with_all_that_its_author_wants_to_know() -> None:
    told = names_text(NAMES, translator("en"))
    for said in ("Action plan", "action_plan", "m.name – Name", "What is done.", "may be missing",
                 "{{ m.name }}", "Reitit", "From the form: Plan: Name"):  # fmt: skip
        assert said in told


def test_json_has_the_meaning_in_three_languages() -> None:
    (found,) = json.loads(names_json(NAMES))["fields"]
    assert found["title"] == {"fi": "Nimi", "sv": "Namn", "en": "Name"}
    assert found["path"] == "measures.name"
