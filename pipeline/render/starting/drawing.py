"""The blocks of an outline as WordprocessingML."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from pipeline.render.starting.outline import Block, Column, Paragraph, Run, Table

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#: The width of a page's text, in twentieths of a point.
_WIDTH: Final = 9242
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
#: What stands in the other cells of a row that only holds a tag; the row vanishes.
_FILLER: Final = "…"
_HEAD_STYLE: Final = "TableHead"
_TEXT_STYLE: Final = "TableText"
_LOOK: Final = {
    "val": "0620",
    "firstRow": "1",
    "lastRow": "0",
    "firstColumn": "0",
    "lastColumn": "0",
    "noHBand": "1",
    "noVBand": "1",
}


def drawn(block: Block) -> etree._Element:
    """Return the element of a block."""
    return _table(block) if isinstance(block, Table) else _paragraph(block)


def _element(name: str, *children: etree._Element, **attributes: str) -> etree._Element:
    made = etree.Element(f"{{{W}}}{name}", nsmap={"w": W})
    for key, value in attributes.items():
        made.set(f"{{{W}}}{key}", value)
    made.extend(children)
    return made


def _paragraph(paragraph: Paragraph) -> etree._Element:
    made = _element("p")
    if paragraph.style is not None:
        made.append(_element("pPr", _element("pStyle", val=paragraph.style)))
    made.extend(_run(run) for run in paragraph.runs)
    return made


def _run(run: Run) -> etree._Element:
    made = _element("r")
    if run.style is not None:
        made.append(_element("rPr", _element("rStyle", val=run.style)))
    if run.tab:
        made.append(_element("tab"))
    text = _element("t")
    text.set(_SPACE, "preserve")
    text.text = run.text
    made.append(text)
    return made


def _table(table: Table) -> etree._Element:
    widths = list(_widths(table.columns))
    return _element(
        "tbl",
        _table_properties(table),
        _element("tblGrid", *(_element("gridCol", w=str(width)) for width in widths)),
        _row([(_plain(_HEAD_STYLE, each.head),) for each in table.columns], widths, is_head=True),
        _row(_tag_cells(table, table.opening), widths),
        _row([each.cell for each in table.columns], widths, is_whole=True),
        _row(_tag_cells(table, table.closing), widths),
    )


def _widths(columns: tuple[Column, ...]) -> Iterator[int]:
    """Yield the widths of columns by their shares; the last takes what is left."""
    shares, left = sum(each.share for each in columns), _WIDTH
    for each in columns[:-1]:
        width = _WIDTH * each.share // shares
        left -= width
        yield width
    yield left


def _table_properties(table: Table) -> etree._Element:
    return _element(
        "tblPr",
        _element("tblStyle", val="PajaTable"),
        _element("tblW", w=str(_WIDTH), type="dxa"),
        _element("tblLayout", type="fixed"),
        _element("tblLook", **_LOOK),
        _element("tblCaption", val=table.caption),
        _element("tblDescription", val=table.description),
    )


def _tag_cells(table: Table, tag: str) -> list[tuple[Paragraph, ...]]:
    fillers = [(_plain(_TEXT_STYLE, _FILLER),) for _ in table.columns[1:]]
    return [(_plain(_TEXT_STYLE, tag),), *fillers]


def _row(
    cells: list[tuple[Paragraph, ...]],
    widths: list[int],
    *,
    is_head: bool = False,
    is_whole: bool = False,
) -> etree._Element:
    """Return a row; a head is repeated on each page, and a whole row is not split."""
    made = _element("tr")
    if is_head or is_whole:
        marks = [_element("cantSplit"), *([_element("tblHeader")] if is_head else [])]
        made.append(_element("trPr", *marks))
    for paragraphs, width in zip(cells, widths, strict=True):
        properties = _element("tcPr", _element("tcW", w=str(width), type="dxa"))
        made.append(_element("tc", properties, *(_paragraph(each) for each in paragraphs)))
    return made


def _plain(style: str, text: str) -> Paragraph:
    return Paragraph(style, (Run(text),))
