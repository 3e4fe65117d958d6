"""Marked copies: a comment where each fault stands, and a document that is as valid as before."""

import io
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from pipeline.checks.marking import template as marking
from pipeline.checks.marking.template import mark_template
from pipeline.checks.mending.template import Wanted, mend
from pipeline.checks.template import check_template
from pipeline.core.errors import TemplateError
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text
from tests.unit.pipeline.checks.documents import document, packed, parts_of, saved, table

BODY = "word/document.xml"
GAP_LIST = Path(__file__).parents[5] / "templates" / "common" / "gap-list" / "fi.docx"


def finding(
    paragraph: int | None, message: str = "Fault {n}.", part: str = BODY, tag: str | None = None
) -> Finding:
    place = Location(file="x.docx", part=part, paragraph=paragraph, tag=tag)
    return Finding("TE-10", Severity.ERROR, Text(message, n=7), place, Text("Do it."))


def comments(content: bytes) -> dict[str, list[str]]:
    """Return the lines of the comments by the text of the paragraph that they stand on."""
    word = Document(io.BytesIO(content))
    told = {str(each.comment_id): each for each in word.comments}
    found: dict[str, list[str]] = {}
    for paragraph in word.element.body.iter(qn("w:p")):
        text = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        starts = [each.get(qn("w:id")) for each in paragraph.iterfind(qn("w:commentRangeStart"))]
        ends = [each.get(qn("w:id")) for each in paragraph.iterfind(qn("w:commentRangeEnd"))]
        used = [each.get(qn("w:id")) for each in paragraph.iter(qn("w:commentReference"))]
        assert starts == ends
        assert set(starts) <= set(used)
        for number in starts:
            own = told.pop(number)
            assert (own.author, own.initials, own.timestamp) == ("paja", "paja", None)
            found.setdefault(text, []).extend(each.text for each in own.paragraphs)
    assert all(each.author != "paja" for each in told.values())
    return found


def test_each_fault_is_told_where_it_stands_in_the_readers_language() -> None:
    made = document("Alku {{ a }}", "Loppu")
    table(made, ("{{ b }}", "x"))
    content = saved(made)

    marked = mark_template(
        content,
        [finding(1), finding(3, tag="{{ b }}"), finding(None, part="docProps/core.xml"),
         finding(2, part="word/header1.xml")],
        language="fi",
    )  # fmt: skip

    assert comments(marked) == {
        "Alku {{ a }}": [
            "Virhe TE-10: Fault 7.", "Do it.",
            "Virhe TE-10: Fault 7.", "Do it.", "Paikka: docProps/core.xml",
            "Virhe TE-10: Fault 7.", "Do it.", "Paikka: word/header1.xml P2",
        ],
        "{{ b }}": ["Virhe TE-10: Fault 7.", "Do it."],
    }  # fmt: skip


def test_the_copy_checked_again_has_the_same_faults_and_its_comments() -> None:
    made = document("{{ event.nmae }} {% if %}", "{{ open")
    content = saved(made)
    before = check_template(content, None, file="x.docx")
    assert before

    marked = mark_template(content, before, language="en")

    after = check_template(marked, None, file="x.docx")
    assert [each for each in after if each.location.part != "word/comments.xml"] == list(before)
    assert {each.code for each in after if each not in before} == {"TE-34"}


def test_tags_and_unseen_signs_in_a_comment_are_shown_and_not_read() -> None:
    marked = mark_template(
        saved(document("x")),
        [finding(1, "Use {{% if a %}} and {{{{ b }}}}\u202e or {{# c #}}.")],
        language="en",
    )
    (said,) = comments(marked).values()
    assert said[0] == "Error TE-10: Use {_% if a %_} and {_{ b }_}U+202E or {_# c #_}."


def test_earlier_comments_stay_and_ids_go_on() -> None:
    made = document("Teksti")
    made.add_comment(made.paragraphs[0].runs, text="Onko näin?", author="Malli Mallinen")
    marked = mark_template(saved(made), [finding(1)], language="en")
    word = Document(io.BytesIO(marked))
    assert [(each.comment_id, each.author) for each in word.comments] == [
        (0, "Malli Mallinen"), (1, "paja"),
    ]  # fmt: skip
    again = mark_template(marked, [finding(1)], language="en")
    assert len(list(Document(io.BytesIO(again)).comments)) == 3


def test_a_text_box_is_marked_at_the_paragraph_that_it_hangs_on() -> None:
    made = document()
    made.element.body.insert(
        0,
        parse_xml(
            '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r>'
            "<w:pict><w:txbxContent><w:p><w:r><w:t>Laatikko</w:t></w:r></w:p></w:txbxContent>"
            "</w:pict></w:r><w:r><w:t> ankkuri</w:t></w:r></w:p>"
        ),
    )
    marked = mark_template(saved(made), [finding(2)], language="en")
    assert comments(marked) == {
        "Laatikko ankkuri": [
            "Error TE-10: Fault 7.",
            "Do it.",
            "Place: word/document.xml P2",
        ]
    }


def test_a_document_without_paragraphs_gets_one_and_too_many_faults_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(marking, "_MOST", 3)
    marked = mark_template(saved(document()), [finding(None)] * 5, language="en")
    said = [each.paragraphs[0].text for each in Document(io.BytesIO(marked)).comments]
    assert len(said) == 4
    assert said[-1] == "There are 2 more findings."


def test_what_is_no_sound_package_is_not_marked() -> None:
    parts = parts_of(saved(document("x")))
    for hostile in (
        b"no document",
        packed({**parts, BODY: b"<w:document"}),
        packed({**parts, BODY: b"<!DOCTYPE a>" + parts[BODY]}),
    ):
        with pytest.raises(TemplateError):
            mark_template(hostile, [finding(1)], language="en")


def test_a_mended_and_marked_template_is_valid(tmp_path: Path) -> None:
    made = Document(str(GAP_LIST))
    made.core_properties.author = "Testi Testaaja"
    made.core_properties.title = ""
    made.paragraphs[0].insert_paragraph_before("{{ “a” }}")
    table(made, ("Nimi", "Aika"), ("{{ a }}", "{{ b }}"))
    mended = mend(saved(made), Wanted("x.docx", "fi", "Kutsu"))
    assert len(mended.findings) == 4
    marked = mark_template(mended.content, [finding(1), finding(2), finding(None)], language="fi")
    file = tmp_path / "nyt.docx"
    file.write_bytes(marked)
    result = OpenXmlValidator(max_errors=0).validate(str(file))
    assert [error.description for error in result.errors] == []
