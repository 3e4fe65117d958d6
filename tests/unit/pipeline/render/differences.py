"""Where paja's parts differ from docxtpl's on purpose, each with its reason.

Each difference is a change that makes both outputs alike, given to the comparison by the tests
that need it; a test without one compares the parts as they are. What cannot be compared, because
one of the two refuses it or loses text, stands as a test of its own in `test_oracle_beyond`:

- values that docxtpl corrupts: `{_{`, `}_}`, `{_%` and `%_}` in a value stay as they are, and
  control characters, which docxtpl makes into paragraphs and pages, are refused;
- cells without properties, where docxtpl loses cellbg and colspan and fails at vm and hm;
- a colour that is none: paja refuses it, and writes "auto" for an empty one and for a gap;
- the grid of a table without tc, colspan and hm, which docxtpl narrows when its widest row is
  left out, and which paja leaves as the author drew it: spare columns are valid;
- the columns of a table within a cell, which docxtpl adds to the grid of the table around it;
- a text in `{{r x }}` or `{{p x }}`, which docxtpl leaves where Word shows none, is refused;
- line ends and tabs in the template's own XML text, which Word never writes: docxtpl makes them
  into breaks, paja leaves them, as Word itself reads them;
- an ampersand inside a tag, which docxtpl leaves escaped in the expression;
- property tags in docProps, which docxtpl fills in without escaping, and only six of them;
- tags in charts, which docxtpl leaves as they are;
- block paragraphs (`{{p x|paragraphs }}`) and `{{p contents }}`, which docxtpl lacks.
"""

import re

from lxml import etree

from pipeline.render.source.positions import W

#: The order of a cell's properties, from the schema of WordprocessingML (CT_TcPr).
CELL_ORDER = (
    "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
    "textDirection", "tcFitText", "vAlign", "hideMark",
)  # fmt: skip
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_BLOCK = re.compile(rb"\{\{p ([^{}|]+?)\s*\|\s*paragraphs\s*\}\}")
_CONTENTS = re.compile(rb"\{\{p contents \}\}")


def cell_order(root: etree._Element) -> None:
    """Sort the properties of cells: docxtpl puts cellbg, colspan, vm and hm where Word has none."""
    for properties in root.iter(f"{W}tcPr"):
        properties[:] = sorted(properties, key=lambda each: CELL_ORDER.index(_name(each)))


def assert_cell_order(content: bytes) -> None:
    """Hold the properties of each cell against the schema's order, each at most once."""
    for properties in etree.fromstring(content).iter(f"{W}tcPr"):
        places = [CELL_ORDER.index(_name(each)) for each in properties]
        assert places == sorted(set(places))


def gap_style(root: etree._Element) -> None:
    """Take the style from the runs of gaps: docxtpl knows no gaps and prints them as plain text."""
    for style in list(root.iter(f"{W}rStyle")):
        properties = style.getparent()
        if style.get(f"{W}val") == "Gap" and properties is not None:
            properties.remove(style)
            run = properties.getparent()
            if len(properties) == 0 and run is not None:
                run.remove(properties)


def plain_links(root: etree._Element) -> None:
    """Leave only the words of links: what stands for docxtpl's own links prints just these."""
    for link in list(root.iter(f"{W}hyperlink")):
        if not (link.get(f"{_R}id") or "").startswith("rPaja"):
            continue
        for style in link.iterfind(f"{W}r/{W}rPr/{W}rStyle"):
            style.set(f"{W}val", "Gap")
        parent = link.getparent()
        if parent is not None:
            place = parent.index(link)
            parent[place : place + 1] = list(link)


def plain_languages(root: etree._Element) -> None:
    """Take away the languages of runs: the filter that sets them is paja's own."""
    for language in list(root.iter(f"{W}lang")):
        look = language.getparent()
        assert look is not None
        look.remove(language)
        run = look.getparent()
        if run is not None and not len(look):
            run.remove(look)


def one_run(root: etree._Element) -> None:
    """Join runs and texts of one look.

    docxtpl gives a value's tab a run of its own and leaves empty texts beside breaks; paja leaves
    tabs and breaks in the value's run, and gives that to gaps, whose style `gap_style` takes away.
    """
    for paragraph in root.iter(f"{W}p"):
        for run in list(paragraph.iterchildren(f"{W}r")):
            before = run.getprevious()
            if before is not None and before.tag == run.tag and _look(before) == _look(run):
                before.extend(each for each in run if each.tag != f"{W}rPr")
                paragraph.remove(run)
        for run in paragraph.iterchildren(f"{W}r"):
            _join_texts(run)


def _join_texts(run: etree._Element) -> None:
    for text in run.findall(f"{W}t"):
        text.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", "")
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            before.text = f"{before.text or ''}{text.text or ''}"
            run.remove(text)
        elif not text.text:
            run.remove(text)


def margin_drawings(root: etree._Element) -> None:
    """Drop the ids of drawings outside of the body: docxtpl leaves one that is there twice."""
    if root.tag != f"{W}document":
        for drawing in root.iter(f"{_WP}docPr"):
            drawing.attrib.pop("id")


def bound_controls(root: etree._Element) -> None:
    """Drop what makes a content control show something else than its text.

    docxtpl leaves the binding and the mark of a placeholder, so that Word hides what was printed.
    """
    for properties in root.iter(f"{W}sdtPr"):
        for each in list(properties):
            if _name(each) in ("dataBinding", "showingPlcHdr"):
                properties.remove(each)


def controlled_grids(root: etree._Element) -> None:
    """Drop the grid of tables with cells in content controls, which docxtpl does not count."""
    for grid in list(root.iter(f"{W}tblGrid")):
        table = grid.getparent()
        if table is not None and table.find(f".//{W}tr/{W}sdt") is not None:
            table.remove(grid)


def plain_blocks(document: bytes) -> bytes:
    """Return a template's part with its block and contents tags as plain ones, for both sides."""
    return _CONTENTS.sub(b"contents", _BLOCK.sub(rb"{{ \1 }}", document))


def _name(element: etree._Element) -> str:
    return str(element.tag).removeprefix(W)


def _look(run: etree._Element) -> bytes:
    properties = run.find(f"{W}rPr")
    return b"" if properties is None else etree.tostring(properties, with_tail=False)
