"""The quick look at a part's structure: it lets nothing through that the walk would refuse."""

from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.render.finishing.structure import shows_no_sign, structure_of, walked, writing_of

URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
P = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
SOUND = f"<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/>{P}</w:tc></w:tr></w:tbl>{P}"


def part(inner: str, declared: str = f'xmlns:w="{URI}"') -> bytes:
    body = f"<w:document {declared}><w:body>{inner}</w:body></w:document>"
    return f'<?xml version="1.0"?>\n{body}'.encode()


@pytest.mark.parametrize(
    "inner",
    [
        SOUND,
        SOUND.replace("<w:t>", '<w:t xml:space="preserve">'),
        f"\n{SOUND}\n",
        '<w:p><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r></w:p>',
        "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>",
        "<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc><w:p/></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>",
    ],
)
def test_sound_parts_need_no_walk(inner: str) -> None:
    assert shows_no_sign(part(inner))
    found = structure_of(part(inner))
    assert (found.stray, found.emptied) == (None, False)


@pytest.mark.parametrize(
    "inner",
    [
        "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
        '<w:tbl><w:tr><w:tc w:id="1"/></w:tr></w:tbl>',
        "<w:tbl><w:tr><w:tc w:id='>'/></w:tr></w:tbl>",
        "<w:tbl><w:tr/></w:tbl>",
        '<w:tbl><w:tr><w:tc><w:p xmlns:w="urn:x"></w:p></w:tc></w:tr></w:tbl>',
        "<w:tbl\n/>",
        "<w:tbl></w:tbl>",
        "<w:tbl><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:tc><w:tcPr/></w:tc ></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:tc><w:tcPr/></w:tc\n></w:tr></w:tbl>",
        f"<w:tbl><w:tr><w:tc>{SOUND[: -len(P)]}</w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:tc><!-- <w:p></w:p>--></w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:tc><![CDATA[</w:p>]]></w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:tc><?x </w:p>?></w:tc></w:tr></w:tbl>",
        f'<v:tbl xmlns:v="{URI}"/>',
        f'<tbl xmlns="{URI}"/>',
        f'<v:tbl xmlns:v="{URI}"><w:tr><w:tc></w:tc></w:tr></v:tbl>',
    ],
)
def test_what_is_left_empty_is_seen_however_it_is_written(inner: str) -> None:
    assert structure_of(part(inner)).emptied
    assert walked(part(inner)).emptied


@pytest.mark.parametrize(
    "inner",
    [
        "stray",
        "  \n stray",
        "<w:p>stray</w:p>",
        f"{P}stray",
        "<w:p><w:r><w:t>x</w:t>stray</w:r></w:p>",
        "<w:p><w:bookmarkEnd/>stray</w:p>",
        "<w:p><w:t/>stray</w:p>",
        "<w:p w:val='a>b'>stray</w:p>",
        "<w:p><!-- <w:t>x-->stray</w:p>",
        "<w:p><!--<w:y-->stray</w:p>",
        "<w:p><![CDATA[stray]]></w:p>",
        "<w:p><?x <w:y?>stray</w:p>",
        "<w:p><?x <w:t>?>stray</w:p>",
        f'<w:body><v:p xmlns:v="{URI}">stray</v:p></w:body>',
        "<w:p>&#115;tray</w:p>",
    ],
)
def test_text_outside_of_runs_is_seen_however_it_is_written(inner: str) -> None:
    found = structure_of(part(inner)).stray
    assert found is not None
    assert found.endswith("stray")


@pytest.mark.parametrize(
    "content",
    [
        part("<w:p>"),
        part("<w:p></w:r>"),
        part("<a:p/>"),
        part("<w:p/>", declared=f'xmlns:w="{URI}" w:x="1" w:x="1"'),
        part(f'<x xmlns:a="urn:a"/>{P}<a:x/>'),
        part("\x01"),
        part("&unknown;"),
        b"",
    ],
)
def test_what_is_not_well_formed_is_never_passed(content: bytes) -> None:
    with pytest.raises(expat.ExpatError):
        structure_of(content)


TAGS = ("tbl", "tr", "tc", "p", "r", "t", "sdt", "sdtContent", "y")
PIECES = st.sampled_from([
    *(f"<w:{tag}>" for tag in TAGS),
    *(f"</w:{tag}>" for tag in TAGS),
    *("<w:p/>", "<w:tc/>", "<w:y/>", "x", " ", "<!--", "-->", "<?x ", "?>", SOUND),
    *(f'<v:tc xmlns:v="{URI}">', "<w:x w:a='>'>"),
])


def _closed(pieces: list[str]) -> str:
    """Return the pieces without end tags that nothing opened, and with all that is open closed."""
    opened: list[str] = []
    written: list[str] = []
    for piece in pieces:
        if piece.startswith("</"):
            if not opened:
                continue
            written.append(f"</{opened.pop()}>")
            continue
        written.append(piece)
        if piece[0] == "<" and piece[1] not in "!?" and not piece.endswith("/>") and piece != SOUND:
            opened.append(piece[1:-1].split()[0])
    return "".join([*written, *(f"</{name}>" for name in reversed(opened))])


@given(st.lists(PIECES, max_size=12))
def test_the_quick_look_agrees_with_the_walk(pieces: list[str]) -> None:
    content = part(_closed(pieces))
    try:
        expected = walked(content)
    except expat.ExpatError:
        with pytest.raises(expat.ExpatError):
            structure_of(content)
    else:
        assert structure_of(content) == expected


def test_prefixes_are_looked_at_unless_the_source_declares_them_all_at_its_root() -> None:
    root = f'<w:document xmlns:w="{URI}" xmlns:a="urn:a">'
    assert writing_of(f"{root}<a:x/></w:document>").plain
    assert not writing_of(f'{root}<b:x xmlns:b="urn:b"/></w:document>').plain
    assert not writing_of(f" {root}</w:document>").plain
    with pytest.raises(expat.ExpatError):
        structure_of(part("<a:p/>"))


@pytest.mark.parametrize("inner", ["<w:tc/>", "<w:tr w:x='1' />", "<!-- x -->", "<![CDATA[x]]>"])
def test_a_source_that_hides_something_is_not_plainly_written(inner: str) -> None:
    root = f'<w:document xmlns:w="{URI}">'
    assert writing_of(f"{root}{P}</w:document>").plain
    assert not writing_of(f"{root}{inner}</w:document>").plain


@pytest.mark.parametrize(
    ("inner", "closed"),
    [
        (SOUND, True),
        ("<w:tbl><w:tr>{% for x in xs %}<w:tc><w:p/></w:tc>{% endfor %}</w:tr></w:tbl>", False),
        ("<w:tbl><w:tr><w:tc>{% if x %}<w:p/>{% endif %}</w:tc></w:tr></w:tbl>", False),
        ("<w:tbl>{% for x in xs %}<w:tr><w:tc><w:p/></w:tc></w:tr>{% endfor %}</w:tbl>", True),
        ("<w:tbl><w:tr><w:tc><w:p/></w:tc ></w:tr></w:tbl>", False),
    ],
)
def test_a_source_tells_whether_its_cells_and_rows_end_in_one_piece(
    inner: str, closed: bool
) -> None:
    assert writing_of(f'<w:document xmlns:w="{URI}">{inner}</w:document>').closed is closed


def test_a_table_without_rows_is_seen_also_where_cells_and_rows_need_no_look() -> None:
    source = f'<w:document xmlns:w="{URI}"><w:tbl>{{% for %}}</w:tbl></w:document>'
    printed = part("<w:tbl></w:tbl>")
    assert structure_of(printed, writing_of(source)).emptied
