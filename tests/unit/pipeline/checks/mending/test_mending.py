"""Mending: what is safe is done and told, nothing that a person wrote is lost, twice is once."""

import io
import re
import zipfile

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from pipeline.checks.mending.template import Mended, Wanted, mend
from pipeline.checks.template import check_template
from pipeline.core.finding import Severity
from pipeline.render import compile_template
from tests.unit.pipeline.checks.documents import (
    changed,
    document,
    packed,
    parts_of,
    saved,
    table,
)

WANTED = Wanted("kutsu/fi.docx", "fi", "Kutsu")
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SETTINGS_RELS = "word/_rels/settings.xml.rels"


def told(mended: Mended) -> list[tuple[str, str]]:
    """Return what was done and where; every word on it is information of one code."""
    assert {(each.code, each.severity) for each in mended.findings} <= {("TE-90", Severity.INFO)}
    return [(str(each.location), str(each.message)) for each in mended.findings]


def texts(content: bytes) -> list[str]:
    return [each.text for each in Document(io.BytesIO(content)).paragraphs]


def test_a_clean_template_comes_back_as_the_same_bytes() -> None:
    content = saved(document("{{ title }}"))
    assert mend(content, WANTED) == Mended(content)


def test_quotes_in_tags_are_made_straight_over_runs_and_others_stay() -> None:
    made = document()
    paragraph = made.add_paragraph("Sanoi ”näin”: {{ title|")
    paragraph.add_run("link(“http://a.fi").bold = True
    paragraph.add_run("”) }} ’siis’ {% if x == ‘a’ %}b{% endif %}")
    content = saved(made)

    mended = mend(content, WANTED)

    assert texts(mended.content) == [
        "Sanoi ”näin”: {{ title|link(\"http://a.fi\") }} ’siis’ {% if x == 'a' %}b{% endif %}"
    ]
    runs = Document(io.BytesIO(mended.content)).paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs[1:2]] == [('link("http://a.fi', True)]
    quotes = "The quotes in this tag were made straight."
    assert told(mended) == [
        ('kutsu/fi.docx[word/document.xml P1 {{ title|link("http://a.fi") }}]', quotes),
        ("kutsu/fi.docx[word/document.xml P1 {% if x == 'a' %}]", quotes),
    ]
    assert mend(mended.content, WANTED) == Mended(mended.content)


def test_a_template_prints_the_same_before_and_after() -> None:
    made = document("{{ “Hän’s”|upper }}", "{% if x == “ä”%}“kyllä”{% else %}ei{% endif %}")
    made.sections[0].header.paragraphs[0].text = "{{ ‘Ylä’|lower }}"
    content = saved(made)
    before, after = (
        parts_of(compile_template(each).render({"x": "ä"}))
        for each in (content, mend(content, WANTED).content)
    )
    assert before["word/document.xml"] == after["word/document.xml"]
    header = next(name for name in before if "header" in name)
    assert before[header] == after[header]
    assert "“kyllä”" in before["word/document.xml"].decode()


def test_quotes_in_the_alternative_text_of_a_picture_are_made_straight() -> None:
    drawing = parse_xml(
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<w:drawing><wp:inline><wp:docPr id="1" name="a" descr="{{ f[“a”] }} ”x”"/></wp:inline>'
        "</w:drawing></w:r>"
    )
    made = document()
    made.add_paragraph()._p.append(drawing)

    mended = mend(saved(made), WANTED)

    assert (
        b'descr="{{ f[&quot;a&quot;] }} \xe2\x80\x9dx\xe2\x80\x9d"'
        in (parts_of(mended.content)["word/document.xml"])
    )


def test_the_traces_of_makers_go_and_what_they_wrote_stays() -> None:
    made = document("Teksti", author="Testi Testaaja")
    made.core_properties.last_modified_by = "Malli Mallinen"
    made.core_properties.comments = "Muista liitteet"
    made.core_properties.revision = 7
    content = changed(saved(made), app=("<TotalTime>0<", "<TotalTime>42<"))
    content = changed(
        content,
        settings=("</w:settings>", '<w:rsids><w:rsidRoot w:val="0A"/></w:rsids></w:settings>'),
        document=("<w:p>", '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">'),
    )  # fmt: skip

    mended = mend(content, WANTED)

    assert [message for _, message in told(mended)] == [
        "The name Testi Testaaja was taken out of the properties.",
        "The name Malli Mallinen was taken out of the properties.",
        "The count of savings, or of minutes of editing, was set back.",
        "The count of savings, or of minutes of editing, was set back.",
        "Word's marks of when what was edited were taken out.",
    ]
    parts = parts_of(mended.content)
    whole = b"".join(parts.values())
    assert b"rsid" not in whole
    assert b"Testaaja" not in whole
    assert b"Mallinen" not in whole
    assert b"Muista liitteet" in whole
    assert b"<TotalTime>0<" in parts["docProps/app.xml"]
    assert texts(mended.content) == ["Teksti"]
    assert mend(mended.content, WANTED) == Mended(mended.content)


def test_a_tag_in_the_properties_is_no_name() -> None:
    content = saved(document("x", author="{{ document.organiser }}"))
    assert mend(content, WANTED) == Mended(content)


def test_comments_and_tracked_changes_are_left_to_a_person() -> None:
    made = document("Teksti")
    comment = made.add_comment(made.paragraphs[0].runs, text="Onko näin?", author="Malli Mallinen")
    deletion = OxmlElement("w:del")
    for name, value in (("id", "9"), ("author", "Malli Mallinen")):
        deletion.set(qn(f"w:{name}"), value)
    made.paragraphs[0]._p.append(deletion)
    people = (
        '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
        '<w15:person w15:author="Malli Mallinen"><w15:presenceInfo w15:providerId="AD"'
        ' w15:userId="malli@example.org"/></w15:person></w15:people>'
    )
    parts = parts_of(saved(made))
    types = parts["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/word/people.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.wordprocessingml.people+xml"/></Types>',
    )

    mended = mend(
        packed({**parts, "[Content_Types].xml": types, "word/people.xml": people.encode()}), WANTED
    )

    after = parts_of(mended.content)
    assert comment.comment_id == 0
    assert after["word/comments.xml"] == parts["word/comments.xml"]
    assert after["word/document.xml"] == parts["word/document.xml"]
    assert b"example.org" not in after["word/people.xml"]
    assert "what they wrote stays" in told(mended)[0][1]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ('<w:lang w:val="en-US"', "The language of the text was set to fi-FI; it was en-US."),
        ('<w:lang w:val=""', "The language of the text was set to fi-FI."),
        ("<w:noProof", "The language of the text was set to fi-FI."),
        ('<w:lang w:val="fi"', None),
    ],
)
def test_the_language_is_that_of_the_files_name(before: str, expected: str | None) -> None:
    parts = parts_of(saved(document("x")))
    styles = re.sub(rb'<w:lang w:val="fi-FI"', before.encode(), parts["word/styles.xml"], count=1)
    if "lang" not in before:
        styles = re.sub(rb"<w:noProof[^>]*/>", b"", styles, count=1)

    mended = mend(packed({**parts, "word/styles.xml": styles}), WANTED)

    assert [message for _, message in told(mended)] == ([expected] if expected else [])
    after = parts_of(mended.content)["word/styles.xml"]
    assert re.search(
        rb'<w:docDefaults>.*<w:lang [^>]*w:val="fi(-FI)?".*</w:docDefaults>', after, re.DOTALL
    )


def test_a_language_is_made_where_the_styles_have_no_defaults_and_none_without_a_name() -> None:
    parts = parts_of(saved(document("x")))
    styles = re.sub(
        rb"<w:docDefaults>.*?</w:docDefaults>", b"", parts["word/styles.xml"], flags=re.DOTALL
    )
    bare = packed({**parts, "word/styles.xml": styles})

    mended = mend(bare, WANTED)

    after = parts_of(mended.content)["word/styles.xml"]
    assert re.search(
        rb'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fi-FI"/></w:rPr></w:rPrDefault>'
        rb"</w:docDefaults>",
        after,
    )
    assert mend(bare, Wanted("x.docx")) == Mended(bare)


def test_a_missing_title_is_the_deliverables_and_another_stays() -> None:
    mended = mend(saved(document("x", title="")), WANTED)
    assert told(mended) == [
        (
            "kutsu/fi.docx[docProps/core.xml]",
            "The title was set to “Kutsu”, as the deliverable is called.",
        )
    ]
    assert Document(io.BytesIO(mended.content)).core_properties.title == "Kutsu"
    own = saved(document("x", title="Oma otsikko"))
    assert mend(own, WANTED) == Mended(own)


HEADERS = [
    ((("Nimi", "Aika"), ("{{ a }}", "{{ b }}")), True),
    ((("Nimi", "Aika"), ("{%tr for r in s %}", ""), ("{{ r }}", ""), ("{%tr endfor %}", "")), True),
    ((("Paikka", "Tampere"), ("Aika", "{{ b }}")), False),
    ((("{{ otsikko }}", "Aika"), ("{{ a }}", "{{ b }}")), False),
    ((("", "Aika"), ("{{ a }}", "{{ b }}")), False),
    ((("{%tr if x %}", ""), ("Nimi", "Aika"), ("{{ a }}", "{{ b }}")), False),
    ((("Nimi", "Aika"),), False),
    ((("Nimi",), ("{{ a }}",)), False),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "is_header"), HEADERS)
def test_only_a_row_that_plainly_names_columns_is_marked(
    rows: tuple[tuple[str, ...], ...], *, is_header: bool
) -> None:
    made = document("Ennen")
    table(made, *rows)
    content = saved(made)

    mended = mend(content, WANTED)

    if not is_header:
        assert mended == Mended(content)
        return
    assert told(mended) == [
        (
            "kutsu/fi.docx[word/document.xml T1 R1 C1 P2]",
            "The first row of the table was marked as its header.",
        )
    ]
    (marked,) = Document(io.BytesIO(mended.content)).tables
    headers = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") for row in marked.rows]
    assert [each is not None for each in headers] == [True] + [False] * (len(rows) - 1)
    assert mend(mended.content, WANTED) == Mended(mended.content)


def test_a_row_in_bold_is_a_header_and_one_that_is_marked_is_left() -> None:
    made = document()
    table(made, ("Klo", "Ohjelma"), ("9.00", "Avaus"))
    for cell in made.tables[0].rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    mended = mend(saved(made), WANTED)
    assert len(mended.findings) == 1
    made.tables[0].rows[0].cells[1].paragraphs[0].runs[0].bold = False
    assert mend(saved(made), WANTED).findings == ()


def _attached(target: str) -> bytes:
    content = saved(document("x"))
    parts = parts_of(content)
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{REL}/attachedTemplate" Target="{target}"'
        ' TargetMode="External"/></Relationships>'
    )
    settings = parts["word/settings.xml"].replace(
        b"<w:zoom", f'<w:attachedTemplate xmlns:r="{REL}" r:id="rId1"/><w:zoom'.encode(), 1
    )
    assert b"attachedTemplate" in settings
    return packed({**parts, SETTINGS_RELS: relations.encode(), "word/settings.xml": settings})


def test_an_attached_template_is_let_go_and_the_template_can_be_used_again() -> None:
    content = _attached("file:///C:/Users/testi/Pohjat/Omat.dotm")
    assert [each.code for each in check_template(content, None, file="x.docx")] == ["TE-01"]

    mended = mend(content, WANTED)

    assert "The attached template Omat.dotm was let go" in told(mended)[0][1]
    assert b"Users" not in b"".join(parts_of(mended.content).values())
    assert b"attachedTemplate" not in parts_of(mended.content)["word/settings.xml"]
    assert check_template(mended.content, None, file="x.docx") == ()


def test_the_path_of_a_template_goes_from_the_properties() -> None:
    parts = parts_of(saved(document("x")))
    app = re.sub(
        rb"<Template>.*?</Template>", rb"<Template>C:\\Users\\testi\\Oma.dotm</Template>",
        parts["docProps/app.xml"],
    )  # fmt: skip
    mended = mend(packed({**parts, "docProps/app.xml": app}), WANTED)
    assert b"<Template>Normal.dotm</Template>" in parts_of(mended.content)["docProps/app.xml"]


def test_what_is_damaged_or_dangerous_is_not_touched() -> None:
    made = document("{{ “a” }}", author="Testi Testaaja")
    content = saved(made)
    parts = parts_of(content)
    odd = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rIdX" Type="{REL}/image" Target="https://example.org/a.png"'
        ' TargetMode="External"/></Relationships>'.encode(),
    )
    entity = b'<!DOCTYPE a [<!ENTITY b "c">]>' + parts["word/document.xml"]
    for hostile in (
        b"no document",
        content[:-30],
        packed({**parts, "word/_rels/document.xml.rels": odd}),
        packed({**parts, "word/document.xml": entity}),
    ):
        assert mend(hostile, WANTED) == Mended(hostile)
    doctype = _attached("a.dotm")
    both = parts_of(doctype)
    both[SETTINGS_RELS] = b"<!DOCTYPE a>" + both[SETTINGS_RELS]
    assert mend(packed(both), WANTED).findings == ()


def test_a_damaged_part_is_passed_over_and_the_others_are_mended() -> None:
    parts = parts_of(saved(document("x", author="Testi Testaaja")))
    mended = mend(packed({**parts, "word/document.xml": b"<w:document"}), WANTED)
    assert b"Testaaja" not in parts_of(mended.content)["docProps/core.xml"]


def test_every_other_part_keeps_its_bytes_also_as_they_are_packed() -> None:
    made = document("{{ “a” }}")
    target = io.BytesIO()
    made.save(target)
    content = target.getvalue()
    parts = parts_of(content)

    after = parts_of(mend(content, WANTED).content)

    assert list(after) == list(parts)
    differing = {name for name in parts if after[name] != parts[name]}
    marked = {name for name in parts if b"rsid" in parts[name]}
    assert differing == {"word/document.xml", *marked}
    sizes = [
        {each.filename: each.compress_size for each in zipfile.ZipFile(io.BytesIO(one)).infolist()}
        for one in (content, mend(content, WANTED).content)
    ]
    # python-docx packs tighter than paja: what has not changed was copied as it was packed.
    assert sizes[0]["word/theme/theme1.xml"] == sizes[1]["word/theme/theme1.xml"]


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_package_is_read_however_another_program_has_packed_it(compression: int) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts_of(saved(document("{{ “a” }}"))).items():
            info = zipfile.ZipInfo(name, (2021, 8, 31, 0, 0, 0))
            info.compress_type = compression
            info.extra = b"\x99\x99\x04\x00abcd"
            archive.writestr(info, content)
    mended = mend(target.getvalue(), WANTED)
    assert texts(mended.content) == ['{{ "a" }}']
    assert "word/styles.xml" in parts_of(mended.content)
