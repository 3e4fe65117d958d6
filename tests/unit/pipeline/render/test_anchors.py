"""Bookmarks and comments in loops: each id and name stands once, and links keep to their turn."""

import re

import pytest

from pipeline.core.errors import TemplateError
from pipeline.render import compile_template
from tests.unit.pipeline.render import word

BOOKMARK = '<w:bookmarkStart w:id="7" w:name="kohta"/><w:r><w:t>{{ x }}</w:t></w:r>'
LOOP = (
    "<w:p><w:r><w:t>{%p for x in xs %}</w:t></w:r></w:p>"
    f'<w:p>{BOOKMARK}<w:bookmarkEnd w:id="7"/>'
    '<w:hyperlink w:anchor="kohta"><w:r><w:t>linkki</w:t></w:r></w:hyperlink></w:p>'
    "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>"
    '<w:p><w:bookmarkStart w:id="8" w:name="kohta_2"/><w:bookmarkEnd w:id="8"/></w:p>'
)
COMMENT = (
    "<w:p><w:r><w:t>{%p for x in xs %}</w:t></w:r></w:p>"
    '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>{{ x }}</w:t></w:r>'
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>"
)


def printed(body: str) -> str:
    source = word.template("paikka")
    xml = re.sub(
        r"<w:p\b(?:(?!</w:p>).)*paikka.*?</w:p>",
        lambda _: body,
        word.part(source, "word/document.xml"),
        flags=re.DOTALL,
    )
    template = word.with_part(source, "word/document.xml", xml.encode())
    context = {"xs": ["a", "b", "c"]}
    return word.part(compile_template(template).render(context), "word/document.xml")


def test_a_repeated_bookmark_has_an_id_and_a_name_of_its_own() -> None:
    xml = printed(LOOP)
    starts = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="(\w+)"/>', xml)
    ends = re.findall(r'<w:bookmarkEnd w:id="(\d+)"/>', xml)
    assert [number for number, _ in starts] == ends
    assert len(set(ends)) == len(starts) == 4
    assert len({name for _, name in starts}) == 4


def test_a_link_leads_to_the_bookmark_of_its_own_turn() -> None:
    xml = printed(LOOP)
    names = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(\w+)"/>', xml)
    assert re.findall(r'w:anchor="(\w+)"', xml) == names[:3]


def test_bookmarks_that_stand_once_stay_as_they_are() -> None:
    xml = printed(f'<w:p>{BOOKMARK.replace("{{ x }}", "a")}<w:bookmarkEnd w:id="7"/></w:p>')
    assert '<w:bookmarkStart w:id="7" w:name="kohta"/>' in xml
    assert '<w:bookmarkEnd w:id="7"/>' in xml


@pytest.mark.parametrize("kind", ["RangeStart", "RangeEnd", "Reference"])
def test_a_repeated_comment_stands_at_the_first_turn(kind: str) -> None:
    assert printed(COMMENT).count(f"<w:comment{kind} ") == 1


@pytest.mark.parametrize("tag", ["{{p x|paragraphs|_block(0) }}", "{{ x | _picture(1) }}"])
def test_the_filters_of_paja_itself_are_refused(tag: str) -> None:
    with pytest.raises(TemplateError) as caught:
        compile_template(word.template(tag))
    assert str(caught.value.message).rpartition(" ")[2].startswith("_")
    assert caught.value.location.tag == tag


def test_what_only_looks_like_such_a_filter_is_text() -> None:
    assert word.texts(word.rendered(word.template("{{ x ~ '|_a' }}"), {"x": "b"})) == ["b|_a"]
