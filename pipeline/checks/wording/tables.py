"""What tables, rows and cells tell besides their words."""

from lxml import etree

from pipeline.checks.package import W
from pipeline.core.visible import visible


def table_style(table: etree._Element) -> str:
    """Return the id of a table's style, empty for the default."""
    return _value(table, "tblStyle")


def table_words(table: etree._Element) -> str:
    """Return what a table says of itself to screen readers: its name and description."""
    about = (_value(table, "tblCaption"), _value(table, "tblDescription"))
    return visible(" ".join(": ".join(each for each in about if each).split()))


def is_header(row: etree._Element) -> bool:
    """Tell that a row is marked as a header."""
    mark = row.find(f"{W}trPr/{W}tblHeader")
    return mark is not None and mark.get(f"{W}val", "1") not in {"0", "false", "off"}


def row_marks(row: etree._Element) -> str:
    """Return what is said before a row: that a tracked change deletes or adds it."""
    if row.find(f"{W}trPr/{W}del") is not None:
        return "[deleted] "
    return "[added] " if row.find(f"{W}trPr/{W}ins") is not None else ""


def cell_marks(cell: etree._Element) -> str:
    """Return what is said before a cell's words: that it is wide, or belongs to the one above."""
    wide = cell.find(f"{W}tcPr/{W}gridSpan")
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    spans = "1" if wide is None else wide.get(f"{W}val", "1")
    across = f"[{spans} wide] " if spans != "1" else ""
    above = merged is not None and merged.get(f"{W}val", "continue") == "continue"
    return f"{across}[as above] " if above else across


def _value(table: etree._Element, name: str) -> str:
    found = table.find(f"{W}tblPr/{W}{name}")
    return "" if found is None else found.get(f"{W}val", "").strip()
