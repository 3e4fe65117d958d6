"""Links with a text of their own: where they lead, how they look, and what they may not lead to."""

import io
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from pipeline.core.errors import TemplateError
from pipeline.render import compile_template
from schemas.contexts.gap import Gap
from tests.unit.pipeline.render.dialect_parts import DRAWING, paragraph, with_notes
from tests.unit.pipeline.render.dialect_parts import document as with_body
from tests.unit.pipeline.render.pictured import R, audited, names, relations
from tests.unit.pipeline.render.word import part, rendered, replaced, saved, template, texts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
URL = "https://esimerkki.example/ohje?a=1&b=2#kohta"


def links(content: bytes, name: str = "document") -> list[tuple[str, str, str | None]]:
    """Return text, target and character style of each link of a part."""
    root = etree.fromstring(part(content, f"word/{name}.xml").encode())
    known = relations(content, name)
    found = []
    for link in root.iter(f"{W}hyperlink"):
        target, mode = known[str(link.get(f"{R}id"))]
        assert mode == "External"
        style = link.find(f"{W}r/{W}rPr/{W}rStyle")
        words = "".join(each.text or "" for each in link.iter(f"{W}t"))
        found.append((words, target, None if style is None else str(style.get(f"{W}val"))))
    return found


def test_a_text_leads_to_its_address_and_the_rest_stays() -> None:
    made = rendered(template("alku {{ x|link(url) }} loppu"), {"x": "Ohje & <liite>", "url": URL})
    assert links(made) == [("Ohje & <liite>", URL, "Hyperlink")]
    assert texts(made) == ["alku Ohje & <liite> loppu"]
    (paragraph,) = Document(io.BytesIO(made)).paragraphs
    assert [each.url for each in paragraph.hyperlinks] == [URL]
    assert [run.text for run in paragraph.runs] == ["alku ", " loppu"]


def test_the_run_keeps_its_formatting_before_in_and_after_the_link() -> None:
    document = Document()
    document.add_paragraph().add_run("alku {{ x|link(url) }} loppu").bold = True
    made = rendered(saved(document), {"x": "ohje", "url": URL})
    root = etree.fromstring(part(made, "word/document.xml").encode())
    runs = list(root.iter(f"{W}r"))
    assert ["".join(map(str, run.itertext())) for run in runs] == ["alku ", "ohje", " loppu"]
    assert all(run.find(f"{W}rPr/{W}b") is not None for run in runs)
    styles = [run.find(f"{W}rPr/{W}rStyle") is not None for run in runs]
    assert styles == [False, True, False]


def test_one_relation_for_one_address_and_parts_of_their_own() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "{{ x|link(url) }}"
    document.sections[0].footer.paragraphs[0].text = "{{ x|link(other) }}"
    document.add_paragraph("{{ x|link(url) }} ja {{ y|link(url) }} ja {{ y|link(other) }}")
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "{% for z in [x, y] %}{{ z|link(url) }} {% endfor %}"
    context = {"x": "a", "y": "b", "url": URL, "other": "mailto:posti@esimerkki.example"}
    made = rendered(saved(document), context)
    assert [each[:2] for each in links(made)] == [
        ("a", URL), ("b", URL), ("b", context["other"]), ("a", URL), ("b", URL),
    ]  # fmt: skip
    assert links(made, "header1") == [("a", URL, "Hyperlink")]
    assert links(made, "footer1") == [("a", context["other"], "Hyperlink")]
    external = [each for each in relations(made).values() if each[1] == "External"]
    assert len(external) == 2
    assert rendered(saved(document), context) == made


@pytest.mark.parametrize("name", ["footnotes", "endnotes", "comments"])
def test_links_in_notes_and_comments(name: str) -> None:
    content = with_notes(template("teksti"), name, paragraph("{{ x|link(url) }}"))
    made = rendered(content, {"x": "a", "url": URL})
    assert links(made, name) == [("a", URL, "Hyperlink")]


@pytest.mark.parametrize(
    "url",
    [
        "https://esimerkki.example",
        "http://esimerkki.example:8080/a%20b",
        "HTTPS://ESIMERKKI.example/",
        "https://esimerkki.example/Äänekoski",
        "https://[2001:db8::1]/",
        "mailto:posti@esimerkki.example?subject=Kysymys%20a",
        "tel:+358-9-123.456(7)",
    ],
)
def test_addresses_that_a_document_may_link_to(url: str) -> None:
    made = rendered(template("{{ x|link(url) }}"), {"x": "a", "url": url})
    assert links(made) == [("a", url, "Hyperlink")]


@pytest.mark.parametrize(
    "url",
    [
        "", " ", "esimerkki.example", "www.esimerkki.example", "/ohje", "#kohta", "https:", "https://",
        "https:///ohje", "https://?a", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "file:///etc/hosts",
        "ftp://esimerkki.example", "data:text/html,a", "ms-word:ofe|u|https://esimerkki.example",
        "\\\\esimerkki\\jako", "https://esimerkki.example/a b", " https://esimerkki.example",
        "https://esimerkki.example\n", "https://esimerkki.example/\x00", "https://esimerkki.example/\u202ea",
        "https://esimerkki.example/\ud800", 'https://esimerkki.example/"a', "https://esimerkki.example/<a>",
        "https://esimerkki.example/{{a}}", "https://esimerkki.example/%zz", "https://esimerkki.example:99999",
        "https://esimerkki.example:0", "https://[::1", "https://pankki.example@muu.example/",
        "mailto:", "mailto:posti", "mailto:@esimerkki.example", "mailto:a@b.example,c@d.example",
        "mailto://posti@esimerkki.example", "tel:", "tel:soita", "tel:+",
        "https://a.example/" + "a" * 2048,
    ],
)  # fmt: skip
def test_addresses_that_a_document_may_not_link_to(url: str) -> None:
    with pytest.raises(TemplateError, match="no address that a document may link to") as caught:
        rendered(template("alku", "{{ x|link(url) }}"), {"x": "a", "url": url})
    place = caught.value.location
    assert (place.paragraph, place.tag) == (2, "{{ x|link(url) }}")
    str(caught.value.message).encode()


@pytest.mark.parametrize("rest", ["a" * 2048, "a" * 80 + "\x07"])
def test_of_a_long_address_the_message_quotes_the_beginning(rest: str) -> None:
    url = f"https://a.example/{rest}"
    with pytest.raises(TemplateError, match=f"“{url[:80]}” is no address"):
        rendered(template("{{ x|link(url) }}"), {"x": "a", "url": url})


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u00a0"])
def test_a_link_needs_a_text(text: str) -> None:
    with pytest.raises(TemplateError, match="The link has no text"):
        rendered(template("{{ x|link(url) }}"), {"x": text, "url": URL})


@pytest.mark.parametrize("context", [{"x": 5, "url": URL}, {"x": "a", "url": None}])
def test_a_link_is_made_of_texts(context: dict[str, object]) -> None:
    with pytest.raises(TemplateError, match="The filter link needs"):
        rendered(template("{{ x|link(url) }}"), context)


@pytest.mark.parametrize("tag", ["{{ y|link(url) }}", "{{ x|link(urs) }}"])
def test_a_misspelt_name_is_told_as_any_other(tag: str) -> None:
    with pytest.raises(TemplateError, match="which does not exist"):
        rendered(template(tag), {"x": "a", "url": URL})


def test_a_gap_is_printed_in_the_place_of_the_link() -> None:
    gap = Gap("Täydennettävä: osoite")
    for context in ({"x": gap, "url": URL}, {"x": "a", "url": gap}):
        made = rendered(template("alku {{ x|link(url) }} loppu"), context)
        assert texts(made) == ["alku Täydennettävä: osoite loppu"]
        assert '<w:rStyle w:val="Gap"/>' in part(made, "word/document.xml")
        assert links(made) == []


def test_written_out_links_line_breaks_and_joined_texts() -> None:
    content = template(
        '{{ "Ohje"|link("https://esimerkki.example") }}', '{{ "a " ~ x|link(url) ~ " & b" }}'
    )
    made = rendered(content, {"x": "rivi\nrivi\tsarkain", "url": URL})
    assert texts(made) == ["Ohje", "a rivi\nrivi\tsarkain & b"]
    assert [each[1] for each in links(made)] == ["https://esimerkki.example", URL]


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ("{{ x|link(url) }}", "ohje"),
        ("{{ x|strong }}", "ohje"),
        ("{{ x }}", Gap("ohje")),
        ("{{ x }}", "oh\tje"),
    ],
)
def test_in_an_alternative_text_only_the_words_remain(tag: str, value: object) -> None:
    words = DRAWING.replace("{{ x }}", f"Kuva: {tag}")
    made = rendered(with_body(f"<w:p>{words}</w:p>"), {"x": value, "url": URL})
    shown = "ohje" if value != "oh\tje" else "oh je"
    assert f'descr="Kuva: {shown}"' in part(made, "word/document.xml")
    assert "<w:hyperlink" not in part(made, "word/document.xml")


def test_in_a_property_only_the_words_remain() -> None:
    titled = Document()
    titled.core_properties.title = "{{ x|link(url) }}"
    made = rendered(saved(titled), {"x": "Ohje & <b>", "url": URL})
    assert Document(io.BytesIO(made)).core_properties.title == "Ohje & <b>"
    assert not [name for name in names(made) if name.startswith("docProps/_rels")]
    with pytest.raises(TemplateError, match="no address"):
        rendered(saved(titled), {"x": "a", "url": "javascript:x"})


def test_a_heading_may_link_and_its_words_stand_in_the_contents_list() -> None:
    document = Document()
    document.add_paragraph("{{p contents }}")
    document.add_heading("{{ x|link(url) }}", 1)
    made = rendered(saved(document), {"x": "ohje", "url": URL})
    assert texts(made) == ["ohje", "ohje"]


def test_the_style_of_links_is_the_templates_own_or_added() -> None:
    content = template("{{ x|link(url) }}")
    context = {"x": "a", "url": URL}
    added = part(rendered(content, context), "word/styles.xml")
    assert added.count('w:styleId="Hyperlink"') == 1
    own = (
        '<w:style w:type="character" w:styleId="Hyperlinkki"><w:name w:val="Hyperlink"/></w:style>'
    )
    finnish = replaced(content, "word/styles.xml", "</w:styles>", f"{own}</w:styles>")
    made = rendered(finnish, context)
    assert links(made) == [("a", URL, "Hyperlinkki")]
    assert 'w:styleId="Hyperlink"' not in part(made, "word/styles.xml")
    assert "Hyperlink" not in part(rendered(template("{{ x }}"), context), "word/styles.xml")


def test_a_document_of_paja_may_be_a_template_again() -> None:
    context = {"x": "a", "url": URL}
    once = rendered(template("{{ x|link(url) }}", "loppu"), context)
    again = replaced(once, "word/document.xml", "loppu", "{{ x|link(url) }}")
    assert links(rendered(again, context)) == [("a", URL, "Hyperlink")] * 2


def test_documents_of_one_template_do_not_share_links(tmp_path: Path) -> None:
    compiled = compile_template(template("{{ x|link(url) }}", header="{{ x|link(url) }}"))
    first = compiled.render({"x": "a", "url": URL})
    second = compiled.render({"x": "a", "url": "tel:112"})
    assert [each[1] for each in links(second)] == ["tel:112"]
    assert URL not in str(relations(second).values())
    assert compiled.render({"x": "a", "url": URL}) == first
    bare = audited(rendered(template("x", header="x"), {}), tmp_path / "bare.docx")
    assert audited(first, tmp_path / "made.docx") - bare == set()
