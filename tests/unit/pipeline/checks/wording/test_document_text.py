"""The text of a document: every kind of content as a line of its own, in a stable form."""

import pytest

from pipeline.checks.wording.document import document_lines, document_text
from pipeline.checks.wording.line import Kind
from pipeline.core.errors import TemplateError
from pipeline.core.location import Location

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
STYLES = f"""<w:styles {NAMES}>
 <w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fi-FI"/></w:rPr></w:rPrDefault></w:docDefaults>
 <w:style w:type="paragraph" w:default="1" w:styleId="Normaali"><w:name w:val="Normal"/></w:style>
 <w:style w:type="paragraph" w:styleId="Otsikko1"><w:name w:val="heading 1"/></w:style>
 <w:style w:type="paragraph" w:styleId="Luku"><w:name w:val="Oma luku"/>
  <w:basedOn w:val="Otsikko2"/></w:style>
 <w:style w:type="paragraph" w:styleId="Otsikko2"><w:name w:val="otsake"/>
  <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
 <w:style w:type="paragraph" w:styleId="Facts"><w:name w:val="Facts"/></w:style>
 <w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
 <w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>
 <w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering {NAMES}>
 <w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
 <w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
 </w:abstractNum>
 <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
 <w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>
 <w:num w:numId="3"><w:abstractNumId w:val="6"/></w:num>
</w:numbering>"""


def parts(body: str, **others: str) -> dict[str, bytes]:
    """Return the parts of a document; `others` are named by the file's stem."""
    made = {
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
    }
    made |= {f"word/{name}.xml": f"<w:{name[:3]} {NAMES}>{xml}</w:{name[:3]}>"
             for name, xml in others.items()}  # fmt: skip
    return {name: xml.encode() for name, xml in made.items()}


def p(*runs: str, style: str = "", more: str = "") -> str:
    """Return a paragraph of runs; a run that is no XML is text."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    content = (run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return f"<w:p><w:pPr>{styled}{more}</w:pPr>{''.join(content)}</w:p>"


def body_lines(body: str) -> list[str]:
    """Return the lines of a body, without those of properties."""
    found = document_lines(parts(body))
    return [line.text for line in found if line.kind is not Kind.PROPERTY]


def row(*cells: str, header: bool = False) -> str:
    """Return a row of a table; a cell that is no XML is a paragraph."""
    mark = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    texts = (cell if cell.startswith("<") else p(cell) for cell in cells)
    return f"<w:tr>{mark}{''.join(f'<w:tc>{text}</w:tc>' for text in texts)}</w:tr>"


def test_headings_have_their_level_whatever_word_calls_the_style() -> None:
    body = p("Tausta", style="Otsikko1") + p("Tavoite", style="Luku") + p("Teksti")

    assert body_lines(body) == ["# Tausta", "## [Oma luku] Tavoite", "Teksti"]


def test_styles_are_told_where_they_are_not_the_ordinary_one() -> None:
    body = p("Ohjelma", "<w:r><w:tab/></w:r>", "{{ document.programme }}", style="Facts")
    body += p("Outo", style="Puuttuva") + p("Kehä", style="A") + p()

    assert body_lines(body) == [
        "[Facts] Ohjelma → {{ document.programme }}",
        "[Puuttuva?] Outo",
        "[A] Kehä",
        "¶",
    ]


def test_a_tag_is_whole_however_word_has_split_it() -> None:
    body = p("{{ measure", '<w:proofErr w:type="spellStart"/>', ".name", " }} jatkuu")

    assert body_lines(body) == ["{{ measure.name }} jatkuu"]


def test_items_of_lists_have_signs_and_a_new_list_begins_anew() -> None:
    def item(text: str, number: int, level: int = 0) -> str:
        numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        return p(text, more=numbered)

    body = p("a", style="ListBullet") + item("b", 1, level=1)
    body += item("c", 2) + item("d", 2) + item("e", 3) + item("ei luettelossa", 0)

    assert body_lines(body) == ["- a", "  - b", "1. c", "#. d", "1. e", "ei luettelossa"]


def test_a_row_is_one_line_and_a_header_row_is_marked() -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc>'
    merged = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('x')}</w:tc>"
    body = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="PajaTable"/><w:tblCaption w:val="Riskit"/></w:tblPr>'
        + row("Nro", "Riski", header=True)
        + row("R1", p("yksi | kaksi") + p() + p("kolme", style="Facts"))
        + f"<w:tr>{wide}</w:tr><w:tr>{merged}</w:tr></w:tbl>"
    )

    assert body_lines(body) == [
        "[table PajaTable] Riskit [Facts]",
        "|| Nro || Riski ||",
        "| R1 | yksi \\| kaksi / kolme |",
        "| [2 wide]  |",
        "| [as above] x |",
    ]


def test_a_table_in_a_cell_follows_its_row() -> None:
    inner = f"<w:tbl>{row('sisällä')}</w:tbl>{p('perässä')}"
    body = f"<w:tbl>{row('a', inner)}{row('b', 'c')}</w:tbl>"

    assert body_lines(body) == [
        "[table]",
        "| a | [table] / perässä |",
        "  [table]",
        "  | sisällä |",
        "| b | c |",
    ]


def test_each_paragraph_has_its_place_as_findings_tell_it() -> None:
    body = p("Riskit", style="Otsikko1") + p("Teksti")
    body += f"<w:tbl>{row('a', 'b')}{row('c', p('d') + p('e'))}</w:tbl>"

    *_, first, second = document_lines(parts(body))

    place = Location(part="word/document.xml", heading="Riskit", table=1)
    assert (first.kind, second.kind) == (Kind.ROW, Kind.ROW)
    assert [(each.text, each.place.row, each.place.table_column, each.place.paragraph)
            for each in (*first.paragraphs, *second.paragraphs)] == [
        ("a", 1, 1, 3), ("b", 1, 2, 4), ("c", 2, 1, 5), ("d", 2, 2, 6), ("e", 2, 2, 7),
    ]  # fmt: skip
    assert second.place == Location(**{
        **{name: getattr(place, name) for name in ("part", "heading", "table")},
        "row": 2,
        "paragraph": 5,
    })
    assert {each.place.heading for each in second.paragraphs} == {"Riskit"}


def test_links_say_where_they_lead() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" TargetMode="External" Target="https://paja.example/"/>'
        "</Relationships>"
    )
    mark = '<w:bookmarkStart w:id="1" w:name="luku"/>'
    body = p(mark, "Tausta", style="Otsikko1")
    body += p('<w:hyperlink r:id="rId1"><w:r><w:t>Ohje</w:t></w:r></w:hyperlink>')
    for anchor, words in (("luku", "Tausta"), ("luku", "Alku"), ("poissa", "Loppu")):
        body += p(f'<w:hyperlink w:anchor="{anchor}"><w:r><w:t>{words}</w:t></w:r></w:hyperlink>')
    made = parts(body) | {"word/_rels/document.xml.rels": relations.encode()}

    assert document_text(made).splitlines()[2:] == [
        "Ohje <https://paja.example/>",
        "Tausta <#>",
        "Alku <# Tausta>",
        "Loppu <#poissa?>",
    ]


def test_a_picture_is_told_by_its_alternative_text() -> None:
    def drawing(properties: str, kind: str = "picture") -> str:
        return (
            f"<w:r><w:drawing><wp:inline><wp:docPr {properties}/><a:graphic>"
            f'<a:graphicData uri="x/{kind}"/></a:graphic></wp:inline></w:drawing></w:r>'
        )

    body = p(drawing('descr="{{ figures.annual_clock }}"')) + p(drawing('name="Kuva 1"'))
    body += p(drawing('title="Kulut"', "chart"))

    assert body_lines(body) == ["[picture: {{ figures.annual_clock }}]", "[picture]",
                                "[chart: Kulut]"]  # fmt: skip


def field(instruction: str, result: str) -> str:
    """Return the runs of a field."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{result}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_field_is_told_without_a_result_that_changes_by_itself() -> None:
    simple = '<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>9</w:t></w:r></w:fldSimple>'
    body = p("Sivu ", field(" PAGE ", "2"), " (", simple, ")") + p(field("REF luku", "Tausta"))

    assert body_lines(body) == ["Sivu [PAGE] ([NUMPAGES])", "[REF luku]Tausta"]


def test_the_text_does_not_change_with_the_number_of_pages() -> None:
    texts = {document_text(parts(p(field("PAGE", number)))) for number in ("1", "2", "35")}

    assert len(texts) == 1


def test_what_is_tracked_or_hidden_is_told_as_such() -> None:
    deleted = "<w:del><w:r><w:delText>vanha</w:delText></w:r></w:del>"
    added = "<w:ins><w:r><w:t>uusi</w:t></w:r></w:ins>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>salaa</w:t></w:r>"

    assert body_lines(p(deleted, added, " ", hidden)) == ["[deleted: vanha]uusi [hidden: salaa]"]


def test_a_text_box_has_lines_of_its_own_once() -> None:
    box = f"<w:txbxContent>{p('Laatikossa', style='Facts')}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
    both = f"{choice}<mc:Fallback>{box}</mc:Fallback>"
    run = f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"

    found = body_lines(p("Ennen ", run, "jälkeen"))

    assert found == ["Ennen jälkeen", "[text box] [Facts] Laatikossa"]


def test_controls_and_added_blocks_are_looked_through() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('{{ title }}')}</w:sdtContent></w:sdt>"
    rows = f"<w:tbl><w:sdt><w:sdtContent>{row('a')}</w:sdtContent></w:sdt></w:tbl>"

    assert body_lines(control + rows) == ["{{ title }}", "[table]", "| a |"]


def test_sections_tell_what_is_unusual() -> None:
    turned = '<w:sectPr><w:pgSz w:orient="landscape"/><w:cols w:num="2"/></w:sectPr>'
    body = p("a", more=turned) + p("b") + "<w:sectPr><w:pgSz/></w:sectPr>"

    assert body_lines(body) == ["a", "[section landscape, 2 columns]", "b"]


def test_other_parts_follow_the_body_in_their_order() -> None:
    made = parts(p("runko", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
                 header10=p("kymmenes"), header2=p("toinen"), footer1=p("alhaalla"))  # fmt: skip
    notes = f'<w:footnote w:type="separator">{p("–")}</w:footnote>'
    notes += f'<w:footnote w:id="2">{p("selite")}</w:footnote>'
    made["word/footnotes.xml"] = f"<w:footnotes {NAMES}>{notes}</w:footnotes>".encode()
    comment = f'<w:comment w:id="0">{p("Tarkista")}</w:comment>'
    made["word/comments.xml"] = f"<w:comments {NAMES}>{comment}</w:comments>".encode()

    assert document_text(made).splitlines()[1:] == [
        "runko[^2]",
        "=== header2", "toinen",
        "=== header10", "kymmenes",
        "=== footer1", "alhaalla",
        "=== footnotes", "[^2] selite",
        "=== comments", "[comment 0] Tarkista",
    ]  # fmt: skip


def test_properties_come_first_without_moments_and_without_pajas_own() -> None:
    made = parts(p("runko"))
    made["docProps/core.xml"] = (
        b'<cp xmlns:dc="d" xmlns:t="t"><t:modified>2021</t:modified>'
        b"<dc:language>sv-FI</dc:language>"
        b"<dc:title>{{ document.title }}</dc:title></cp>"
    )
    made["docProps/custom.xml"] = (
        b'<P><property name="paja.template"><v>66c93d</v></property>'
        b'<property name="Osasto"><v>Hankinta</v></property></P>'
    )

    assert document_text(made).splitlines() == [
        "title: {{ document.title }}",
        "language: sv-FI",
        "language of the text: fi-FI",
        "Osasto: Hankinta",
        "runko",
    ]


def test_no_character_hides_or_makes_another_line() -> None:
    body = p("a\u202eb\u200b", "c\u2028d\ne", "<w:r><w:softHyphen/></w:r>", "\u009b31m")

    assert body_lines(body) == ["aU+202EbU+200Bc d eU+00ADU+009B31m"]


def test_breaks_and_signs_are_visible() -> None:
    runs = '<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:br w:type="page"/><w:noBreakHyphen/></w:r>'
    symbol = '<w:r><w:sym w:char="2022"/><w:sym w:char="zz"/></w:r>'

    assert body_lines(p(runs, symbol, "<m:t>x</m:t>")) == ["a ⏎ b [page break] ‑•?x"]


@pytest.mark.parametrize("damaged", [b"", b"<w:document>", b"\xff\xfe\x00", b"<a>" * 400])
def test_a_damaged_part_is_told_by_its_name(damaged: bytes) -> None:
    with pytest.raises(TemplateError) as caught:
        document_text(parts(p("a")) | {"word/document.xml": damaged})

    assert caught.value.location.part == "word/document.xml"


def test_tables_within_tables_are_read_as_deep_as_they_go() -> None:
    inner = p("pohjalla")
    for _ in range(70):
        inner = f"<w:tbl>{row(inner + p())}</w:tbl>"

    found = body_lines(inner)

    assert len(found) == 140
    assert found[-1].strip() == "| pohjalla |"


def test_entities_bring_nothing_in() -> None:
    content = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document {NAMES}>'
    content += "<w:body><w:p><w:r><w:t>a&e;b</w:t></w:r></w:p></w:body></w:document>"

    text = document_text(parts("") | {"word/document.xml": content.encode()})

    assert text.splitlines()[1:] == ["a"]
