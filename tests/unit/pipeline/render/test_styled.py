"""Rich text: named character styles and other languages, in runs of their own."""

import pytest

from pipeline.core.errors import TemplateError
from schemas.contexts.gap import Gap
from tests.unit.pipeline.render.word import part, rendered, template, texts

HOSTILE = "a & <b> {{ x }}\nrivi"


@pytest.mark.parametrize(
    ("tag", "properties"),
    [
        ("{{ x|strong }}", '<w:rStyle w:val="Strong"/>'),
        ("{{ x|emphasis }}", '<w:rStyle w:val="Emphasis"/>'),
        ('{{ x|in_language("sv") }}', '<w:lang w:val="sv-FI"/>'),
    ],
)
def test_a_styled_text_is_a_run_of_its_own_and_the_rest_stays(tag: str, properties: str) -> None:
    made = rendered(template(f"alku {tag} loppu"), {"x": HOSTILE})
    assert texts(made) == [f"alku {HOSTILE} loppu"]
    xml = part(made, "word/document.xml")
    assert xml.count(properties) == 1
    before, _, after = xml.partition(properties)
    assert before.rstrip().endswith("<w:rPr>")
    assert "a &amp; &lt;b&gt;" in after.partition("</w:r>")[0]
    assert " loppu" in after.partition("</w:r>")[2]


def test_outside_of_text_only_the_words_remain() -> None:
    made = rendered(template("x", header="{{ x|strong }}"), {"x": "otsake"})
    assert "otsake" in part(made, "word/header1.xml")
    assert "\x05" not in part(made, "word/header1.xml")


def test_a_gap_stays_a_gap_and_other_types_are_refused() -> None:
    made = rendered(template("{{ x|strong }}"), {"x": Gap("Täydennettävä: Päivä")})
    assert '<w:rStyle w:val="Gap"/>' in part(made, "word/document.xml")
    with pytest.raises(TemplateError, match="The filter emphasis needs"):
        rendered(template("{{ x|emphasis }}"), {"x": 5})
    with pytest.raises(TemplateError, match="The filter in_language needs"):
        rendered(template('{{ x|in_language("de") }}'), {"x": "wort"})


def test_a_styled_text_may_be_joined_to_others() -> None:
    made = rendered(template('{{ "alku " ~ x|strong ~ " loppu" }}'), {"x": "väli & <b>"})
    assert texts(made) == ["alku väli & <b> loppu"]
    assert '<w:rStyle w:val="Strong"/>' in part(made, "word/document.xml")
