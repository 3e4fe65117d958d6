"""Packages that run, open or fetch something, or do not hold together, are refused."""

import io
import zipfile

import pytest

from pipeline.core.errors import TemplateError
from pipeline.render import compile_template
from tests.unit.pipeline.render.word import part, rendered, replaced, template, texts, with_part

RELS = "word/_rels/document.xml.rels"
BODY = "word/document.xml"
TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def refusals(content: bytes) -> list[TemplateError]:
    with pytest.raises(TemplateError) as caught:
        compile_template(content)
    return [caught.value, *caught.value.others]


def related(attributes: str, *, base: bytes | None = None) -> bytes:
    """Return a template with one relation more."""
    return replaced(
        base or template("teksti"), RELS, "</Relationships>",
        f"<Relationship {attributes}/></Relationships>",
    )  # fmt: skip


def in_body(xml: str) -> bytes:
    return replaced(template("teksti"), BODY, "<w:body>", f"<w:body>{xml}")


def field(*pieces: str) -> bytes:
    """Return a template with a field whose code stands in these runs."""
    runs = "".join(f"<w:r><w:instrText>{each}</w:instrText></w:r>" for each in pieces)
    return in_body(
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>LINK</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


@pytest.mark.parametrize(
    "attributes",
    [
        f'Id="q1" Type="{OFFICE}/image" Target="http://x.example/a.png" TargetMode="External"',
        f"Id='q1' Type='{OFFICE}/image' Target='http://x.example/a.png' TargetMode='External'",
        f'TargetMode="External" Target="http://x.example/hyperlink" Type="{OFFICE}/image" Id="q1"',
        f'Id="q1" Type="{OFFICE}/image" Target="file:///etc/passwd" TargetMode = "External"',
        f'Id="q1" Type="{OFFICE}/image" Target="\\\\\\\\x\\\\a.png" TargetMode="&#69;xternal"',
        f'Id="q1" Type="{OFFICE}/attachedTemplate" Target="http://x.example" TargetMode="External"',
        f'Id="q1" Type="{OFFICE}/oleObject" Target="file:///a.xls" TargetMode="External"',
        f'Id="q1" Type="{OFFICE}/frame" Target="http://x.example/" TargetMode="External"',
        f'Id="q1" Type="{OFFICE}/hyperlink/image" Target="http://x.e/a" TargetMode="External"',
    ],
)
def test_what_is_fetched_from_outside_is_refused_however_it_is_written(attributes: str) -> None:
    (found,) = refusals(related(attributes))
    assert "fetches something from outside" in str(found.message)
    assert found.location.part == RELS


def test_another_prefix_or_name_of_relations_hides_nothing() -> None:
    content = template("teksti")
    written = part(content, RELS).replace("<Relationship", "<p:Relationship")
    written = written.replace("</Relationships", "</p:Relationships").replace("xmlns=", "xmlns:p=")
    outside = (
        f'<p:Relationship Id="q1" Type="{OFFICE}/image" Target="http://x" TargetMode="External"/>'
    )
    hidden = written.replace("</p:Relationships>", f"{outside}</p:Relationships>")
    assert "fetches something" in str(refusals(with_part(content, RELS, hidden.encode()))[0])


@pytest.mark.parametrize(
    ("target", "sound"),
    [
        ("https://x.example/a?b=1", True), ("HTTP://x.example", True), ("mailto:a@x.example", True),
        ("#alku", True), ("file:///etc/passwd", False), ("javascript:alert(1)", False),
        ("ms-word:ofe|u|http://x.example/a.docx", False), ("\\\\\\\\x.example\\\\a", False),
        ("toinen.docx", False), ("search-ms:query=x", False),
    ],
)  # fmt: skip
def test_links_lead_to_the_web_or_to_mail_only(target: str, sound: bool) -> None:
    attributes = f'Id="q1" Type="{OFFICE}/hyperlink" Target="{target}" TargetMode="External"'
    content = related(attributes)
    if sound:
        assert texts(rendered(content, {})) == ["teksti"]
    else:
        (found,) = refusals(content)
        assert (found.location.part, "links to" in str(found.message)) == (RELS, True)


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("oleObject", "word/embeddings/oleObject1.bin", "would open or run"),
        ("package", "word/embeddings/taulukko.xlsx", "would open or run"),
        ("control", "word/activeX/activeX1.xml", "would open or run"),
        ("aFChunk", "word/osa.html", "would open or run"),
        ("subDocument", "word/osa.docx", "would open or run"),
        ("webextension", "word/webextensions/webextension1.xml", "would open or run"),
        ("vbaProject", "word/muu.bin", "has macros"),
        ("image", "word/vbaProject.bin", "has macros"),
        ("image", "word/VBAPROJECT.BIN", "has macros"),
        ("image", "word/embeddings/kuva.png", "would open or run"),
        ("ui/extensibility", "customUI/customUI.xml", "has macros"),
    ],
)  # fmt: skip
def test_what_word_would_run_or_open_is_refused(kind: str, name: str, said: str) -> None:
    content = with_part(template("teksti"), name, b"x")
    found = refusals(related(f'Id="q1" Type="{OFFICE}/{kind}" Target="/{name}"', base=content))
    assert any(said in str(each.message) for each in found)
    assert all(each.hint is not None for each in found)


@pytest.mark.parametrize(
    ("content_type", "said"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "has macros"),
        ("application/vnd.ms-office.vbaProject", "has macros"),
        ("application/vnd.openxmlformats-officedocument.oleObject", "would open or run"),
        ("application/vnd.ms-office.activeX+xml", "would open or run"),
    ],
)
@pytest.mark.parametrize(
    ("declared", "place"),
    [
        ('<Override PartName="/word/viaton.xml"', "word/viaton.xml"),
        ('<Default Extension="abc"', "*.abc"),
    ],
)
def test_types_tell_macros_and_objects_under_any_name(
    content_type: str, said: str, declared: str, place: str
) -> None:
    typed = f'{declared} ContentType="{content_type}"/></Types>'
    found = refusals(replaced(template("teksti"), TYPES, "</Types>", typed))[0]
    assert (found.location.part, said in str(found.message)) == (place, True)


def test_a_chart_may_hold_its_own_workbook_and_nothing_else_may() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="{}/package" Target="../embeddings/{}"/></Relationships>'
    )
    types = '<Default Extension="xlsx" ContentType="application/x"/></Types>'
    content = with_part(template("teksti"), "word/charts/chart1.xml", b"<c/>")
    content = replaced(content, TYPES, "</Types>", types)
    own = with_part(content, "word/embeddings/luvut.xlsx", b"x")
    name = "word/charts/_rels/chart1.xml.rels"
    sound = with_part(own, name, relations.format(OFFICE, "luvut.xlsx").encode())
    assert texts(rendered(sound, {})) == ["teksti"]
    assert refusals(with_part(sound, "word/embeddings/muu.xlsx", b"x"))
    other = with_part(content, "word/embeddings/luvut.docm", b"x")
    assert refusals(with_part(other, name, relations.format(OFFICE, "luvut.docm").encode()))


@pytest.mark.parametrize(
    "pieces",
    [
        ["INCLUDETEXT c:\\\\a.docx"], [" includepicture http://x.example/a.png \\\\d "],
        ["INCL", "UDE", "TEXT c:"], ["DDEAUTO c:\\\\windows cmd"], ["DDE a b"], ["LINK Excel a"],
        ["IMPORT a"], ["DATABASE \\\\d a"], ["&#73;NCLUDETEXT a"], ["MACROBUTTON a b"],
        ['HYPERLINK "file:///c:/a.exe"'], ["HYPERLINK \\\\\\\\x\\\\a"], ["HYPERLINK toinen.docx"],
    ],
)  # fmt: skip
def test_fields_that_fetch_are_refused_also_over_runs(pieces: list[str]) -> None:
    (found,) = refusals(field(*pieces))
    assert "has a field that fetches or runs" in str(found.message)
    assert (found.location.part, found.hint is not None) == (BODY, True)


@pytest.mark.parametrize(
    "code",
    ["PAGE", "TOC \\\\o &quot;1-3&quot; \\\\h", "HYPERLINK \\\\l &quot;alku&quot;", "REF LINK",
     "HYPERLINK &quot;https://x.example/link&quot;", "SEQ Kuvio", "DOCPROPERTY paja"],
)  # fmt: skip
def test_other_fields_stay(code: str) -> None:
    assert "LINK" in texts(rendered(field(code), {}))[0]


def test_a_simple_field_or_one_inside_of_another_hides_nothing() -> None:
    simple = in_body('<w:p><w:fldSimple w:instr="INCLUDETEXT a"><w:r/></w:fldSimple></w:p>')
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "end"))
    code = "<w:r><w:instrText>{}</w:instrText></w:r>".format
    inner = f"{begin}{code('LINK a b')}{end}"
    quoted = f"{begin}{code('QUOTE INCLUDETEXT')}{end}"
    inside = in_body(f"<w:p>{begin}{code('IF 1 = 1 ')}{inner}{end}</w:p>")
    computed = in_body(f"<w:p>{begin}{quoted}{code(' a.docx')}{end}</w:p>")
    unended = in_body(f"<w:p>{begin}{code('DDE a b')}</w:p>")
    for content in (simple, inside, computed, unended):
        assert "has a field" in str(refusals(content)[0].message)


def test_fields_without_a_result_hide_nothing_and_are_not_taken_for_one_another() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "end"))
    entry = f"{begin}<w:r><w:instrText>XE &quot;{{}}&quot;</w:instrText></w:r>{end}".format
    sound = in_body(f"<w:p>{entry('a')}{entry('b')}<w:r><w:t>LINK</w:t></w:r></w:p>")
    assert texts(rendered(sound, {}))[0] == "LINK"
    behind = in_body(f"<w:p>{entry('a')}<w:fldSimple w:instr='DDE a b'><w:r/></w:fldSimple></w:p>")
    assert "has a field" in str(refusals(behind)[0].message)


def test_fields_of_parts_that_are_only_copied_are_read_too() -> None:
    data = f'<w:glossaryDocument {W}><w:fldSimple w:instr="DDE a"/></w:glossaryDocument>'
    found = refusals(with_part(template("x"), "word/glossary/document.xml", data.encode()))
    assert found[0].location.part == "word/glossary/document.xml"


@pytest.mark.parametrize(
    "attribute", ['src="http://x.example/a.png"', 'href="file:///a"', 'althref="http://x.example"']
)
def test_old_drawings_fetch_nothing_by_themselves(attribute: str) -> None:
    xml = f"<w:p><w:r><w:pict {VML}><v:imagedata {attribute}/></w:pict></w:r></w:p>"
    (found,) = refusals(in_body(xml))
    assert found.location.part == BODY


def test_a_mail_merge_is_refused() -> None:
    merged = "<w:mailMerge><w:query w:val='SELECT 1'/></w:mailMerge></w:settings>"
    content = replaced(template("x"), "word/settings.xml", "</w:settings>", merged)
    assert "mailMerge" in str(refusals(content)[0].message)


@pytest.mark.parametrize(
    "name",
    [RELS, TYPES, "_rels/.rels", "word/styles.xml", "word/settings.xml", "docProps/app.xml", BODY],
)
@pytest.mark.parametrize(
    "declared",
    [
        "<!DOCTYPE x>", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
    ],
)  # fmt: skip
def test_no_part_declares_a_document_type(name: str, declared: str) -> None:
    content = template("teksti")
    written = part(content, name)
    at = written.index("?>") + 2
    hostile = with_part(content, name, f"{written[:at]}{declared}{written[at:]}".encode())
    (found,) = refusals(hostile)
    assert "declares a document type" in str(found.message)
    assert found.location.part == name


@pytest.mark.parametrize("encoding", ["UTF-16", "UTF-16LE", "latin-1", "cp037", "utf-7"])
def test_no_part_hides_in_another_encoding(encoding: str) -> None:
    written = part(template("x"), "word/settings.xml").split("?>", 1)[1]
    declared = f'<?xml version="1.0" encoding="{encoding}"?>{written}'
    data = declared.encode(encoding if encoding.startswith("UTF-16") else "utf-8")
    (found,) = refusals(with_part(template("x"), "word/settings.xml", data))
    assert "not written in UTF-8" in str(found.message)


@pytest.mark.parametrize(
    "name",
    ["../a.xml", "word/../../a.xml", "/a.xml", "C:/a.xml", "C:a.xml", "word\\a.xml", "a/./b.xml",
     "word//a.xml", "word/a\nb.xml", "a\0b.xml", "./a.xml", ".."],
)  # fmt: skip
def test_names_that_lead_out_are_refused(name: str) -> None:
    content = with_part(template("x"), "word/viaton.xml", b"<a/>")
    if "\0" in name:
        # zipfile itself writes no such name.
        stand_in = name.replace("\0", "#")
        hostile = with_part(content, stand_in, b"<a/>")
        hostile = hostile.replace(stand_in.encode(), name.encode())
    else:
        hostile = with_part(content, name, b"<a/>")
    (found,) = refusals(hostile)
    assert "which no part may have" in str(found.message)


def test_names_that_differ_in_case_alone_are_one_name_to_word() -> None:
    hostile = with_part(template("x"), "word/DOCUMENT.xml", b"<a/>")
    assert "two parts of one name" in str(refusals(hostile)[0].message)


def test_what_is_protected_by_a_password_says_so() -> None:
    content = bytearray(template("x"))
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    content[6] |= 1
    for hostile in (bytes(content), b"\xd0\xcf\x11\xe0" + b"x" * 600):
        (found,) = refusals(hostile)
        assert "protected by a password" in str(found.message)


def test_a_relation_to_a_part_that_is_not_there_is_told() -> None:
    (found,) = refusals(related(f'Id="q1" Type="{OFFICE}/image" Target="media/a.png"'))
    assert "leads to word/media/a.png, which is not there" in str(found.message)
    assert found.location.part == RELS
    out = refusals(related(f'Id="q1" Type="{OFFICE}/image" Target="../../../etc/passwd"'))
    assert "etc/passwd, which is not there" in str(out[0].message)


def test_ids_of_relations_are_unique() -> None:
    content = related(f'Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"')
    assert "uses the id rId1 twice" in str(refusals(content)[0].message)


def test_a_relation_without_a_target_leads_nowhere() -> None:
    content = related(f'Id="q1" Type="{OFFICE}/image"')
    assert "teksti" in part(rendered(content, {}), BODY)


@pytest.mark.parametrize("declared", ["", '<Override PartName="/word/outo.abc"/>'])
def test_each_part_has_a_type(declared: str) -> None:
    content = with_part(template("x"), "word/outo.abc", b"x")
    found = refusals(replaced(content, TYPES, "</Types>", f"{declared}</Types>"))
    assert "part word/outo.abc has no type" in str(found[0].message)


def test_a_word_template_or_another_main_part_is_refused() -> None:
    content = template("x")
    dotx = replaced(content, TYPES, "document.main", "template.main")
    assert "another kind than a Word document" in str(refusals(dotx)[0].message)
    two = replaced(
        content, "_rels/.rels", "</Relationships>",
        f'<Relationship Id="q" Type="{OFFICE}/officeDocument" Target="word/styles.xml"/>'
        "</Relationships>",
    )  # fmt: skip
    assert "which one part is its document" in str(refusals(two)[0].message)


def test_all_that_is_wrong_with_a_package_is_told_at_once() -> None:
    content = with_part(template("x"), "word/vbaProject.bin", b"x")
    found = refusals(related(f'Id="q1" Type="{OFFICE}/oleObject" Target="a.bin"', base=content))
    assert len(found) == 2
    assert {each.location.part for each in found} == {"word/vbaProject.bin", RELS}


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    target = io.BytesIO(template("x"))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/a.png", b"\0" * 200_000_000)
    assert len(target.getvalue()) < 1_000_000
    assert "unpacks to more than it may hold" in str(refusals(target.getvalue())[0].message)
