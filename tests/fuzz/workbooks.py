"""Workbooks drawn for Hypothesis: odd contents and layout, and packages with broken parts."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import cache
from io import BytesIO
from typing import cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.fuzz.broken_bytes import Draw, broken, one_of, whole

#: Formats in which a number is something else than it seems.
_FORMATS = ("General", "0%", '0" t€"', "dd.mm.yyyy", "[h]:mm", "hh:mm:ss", "@", "0,", "0.00E+00")
_FORMULAS = ("=1+1", "=A1", "=SUM(A1:A9)", "=NA()", "=1/0", "='[muu.xlsx]A'!B2", "={1,2}")
_STATES = ("visible", "hidden", "veryHidden")
#: Markup that is well-formed and odd, or not well-formed at all.
_MARKUP = (
    b'<row r="3"><c r="A3" t="s"><v>99999</v></c></row>', b'<c r="B4" t="e"><v>#N/A</v></c>',
    b'<c r="C4"><f>1+1</f></c>', b'<c><v>1e999</v></c>', b'<c t="d"><v>0000-00-00</v></c>',
    b'<c t="b"><v>maybe</v></c>', b'<c s="4096"><v>-1</v></c>', b"<v>2958466</v>",
    b'<mergeCell ref="A2:D9"/>', b'<mergeCell ref="XFD1048576"/>', b'<hyperlink ref="A1"/>',
    b'<is><t xml:space="preserve"> _x0000_ _xD800_ </t></is>', b'<dimension ref="A1"/>',
    b'<col min="0" max="99999999" hidden="1"/>', b"<sheetData/>", b"<extLst/>", b"<!-- -->",
    b"<![CDATA[<]]>", b"<?x ?>", b"&amp;", b"&#0;", b"&#55296;", b"&x;", b"]]>", b"<", b"\x00",
    b'<definedName name="paja.tasks.id">#REF!</definedName>', b"<!DOCTYPE x>", b"\xff\xfe",
    b'<numFmt numFmtId="0" formatCode="&quot;"/>', b"<xf/>", b"<si/>", b"<sheet/>", b"<Override/>",
)  # fmt: skip
_VALUES = (
    b"", b"0", b"-1", b"1", b"99999999999999999999", b"NaN", b"1e308", b"true", b"A1", b"ZZZZ9",
    b"A1:XFD1048576", b"..", b"/", b"http://", b"rId1", b"s", b"d", b"str", b"inlineStr", b"hidden",
    "ä\u2028".encode(), b"x" * 40_000,
)  # fmt: skip
_ATTRIBUTE = re.compile(rb'="[^"]*"')
_TAG = re.compile(rb"<[^<>]*>")

contents = st.one_of(
    st.text(max_size=60),
    st.sampled_from(_FORMULAS),
    st.sampled_from(("x" * 32_767, "1.234", " 12 500 € ", "01/03/2026", "#N/A", "_x000D_", "=")),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(date(1900, 1, 1)),
    st.builds(datetime.combine, st.dates(date(1900, 1, 1)), st.times()),
    st.times(),
    st.timedeltas(timedelta(-10_000), timedelta(10_000)),
    st.none(),
)


@st.composite
def odd_workbooks(draw: Draw, content: bytes) -> bytes:
    """Draw the workbook with cells written, merged, styled, hidden, moved or taken away."""
    workbook = load_workbook(BytesIO(content))
    for _ in range(whole(draw, 1, 12)):
        sheet = workbook.worksheets[whole(draw, 0, len(workbook.worksheets) - 1)]
        _write(draw, sheet)
        _rearrange(draw, workbook, sheet)
    target = BytesIO()
    workbook.worksheets[0].sheet_state = "visible"
    workbook.save(target)
    return target.getvalue()


def _write(draw: Draw, sheet: Worksheet) -> None:
    row, column = whole(draw, 1, 12), whole(draw, 1, 8)
    value = draw(contents)
    cell = sheet.cell(row, column)
    if cell.__class__.__name__ == "MergedCell":
        return
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value).encode("utf-8", "ignore").decode()
    cell.value = cast("str | float | date | time | timedelta | None", value)
    if whole(draw, 0, 3) == 0:
        cell.number_format = _FORMATS[whole(draw, 0, len(_FORMATS) - 1)]


def _rearrange(draw: Draw, workbook: Workbook, sheet: Worksheet) -> None:
    row, column = whole(draw, 1, 9), whole(draw, 1, 6)
    wide, high = whole(draw, 0, 5), whole(draw, 0, 5)
    changes: tuple[Callable[[], object], ...] = (
        lambda: sheet.merge_cells(None, row, column, row + high, column + wide),
        lambda: setattr(sheet, "sheet_state", _STATES[whole(draw, 0, 2)]),
        lambda: setattr(sheet.row_dimensions[row], "hidden", True),
        lambda: setattr(sheet.column_dimensions["ABCDEF"[column - 1]], "hidden", True),
        lambda: sheet.delete_rows(row, high),
        lambda: sheet.insert_cols(column, wide),
        lambda: workbook.move_sheet(sheet, whole(draw, -3, 3)),
        lambda: setattr(sheet, "title", f"{sheet.title[:20]} {whole(draw, 0, 9)}"),
        lambda: _mark(sheet, row, column),
        lambda: _lose_a_name(draw, workbook),
        lambda: None,
    )
    changes[whole(draw, 0, len(changes) - 1)]()


def _lose_a_name(draw: Draw, workbook: Workbook) -> None:
    names = list(workbook.defined_names)
    if names:
        workbook.defined_names[names[whole(draw, 0, len(names) - 1)]].attr_text = "#REF!"


def _mark(sheet: Worksheet, row: int, column: int) -> None:
    cell = sheet.cell(row, column)
    if cell.__class__.__name__ != "MergedCell":
        cell.font = Font(italic=True, strike=True)
        cell.comment = Comment("muistiinpano", "Malli Mallinen")


@st.composite
def broken_workbooks(draw: Draw, content: bytes) -> bytes:
    """Draw the package with the markup of parts broken, or parts lost, doubled or misnamed."""
    parts = dict(parts_of(content))
    for _ in range(whole(draw, 1, 3)):
        name = list(parts)[whole(draw, 0, len(parts) - 1)]
        match whole(draw, 0, 19):
            case 0:
                del parts[name]
                if not parts:
                    break
            case 1:
                parts[list(parts)[whole(draw, 0, len(parts) - 1)]] = parts[name]
            case 2:
                parts[draw_name(draw)] = parts[name]
            case 3 | 4 | 5 | 6:
                parts[name] = cast("bytes", draw(broken(parts[name], _MARKUP)))
            case _:
                parts[name] = _reworded(draw, parts[name])
    return packed(parts, stored=whole(draw, 0, 9) == 0)


def draw_name(draw: Draw) -> str:
    """Draw the name of a part."""
    known = ("xl/vbaProject.bin", "xl/externalLinks/x.xml", "../x.xml", "xl/WORKBOOK.xml", "")
    other = cast("str", draw(st.text(max_size=12)))
    return (*known, other.encode("utf-8", "ignore").decode())[whole(draw, 0, len(known))]


def _reworded(draw: Draw, markup: bytes) -> bytes:
    """Draw markup with an attribute's value or a tag replaced, doubled or taken out."""
    tokens = list((_ATTRIBUTE if whole(draw, 0, 1) else _TAG).finditer(markup))
    if not tokens:
        return markup
    token = tokens[whole(draw, 0, len(tokens) - 1)]
    if token[0].startswith(b"="):
        new = b'="' + one_of(draw, (*_VALUES, tokens[0][0][2:-1])) + b'"'
    else:
        other = tokens[whole(draw, 0, len(tokens) - 1)][0]
        new = one_of(draw, (b"", token[0] * 2, other, token[0] + one_of(draw, _MARKUP)))
    return markup[: token.start()] + new + markup[token.end() :]


@cache
def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes], *, stored: bool) -> bytes:
    """Return a package of parts."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED if stored else ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name or "x", content)
    return stream.getvalue()
