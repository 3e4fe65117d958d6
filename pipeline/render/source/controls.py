"""Content controls that hold tags: what is printed into them is what they show."""

from typing import Final

from lxml import etree

from pipeline.render.source.positions import TAG, W

#: Word shows a bound value in the place of what is printed, and a placeholder's text as none. The
#: namespaces are those of Word 2010 and 2012, which write the binding of their controls anew.
_HIDING: Final = (
    f"{W}dataBinding",
    "{http://schemas.microsoft.com/office/word/2010/wordml}dataBinding",
    "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding",
    f"{W}showingPlcHdr",
)


def free_controls(root: etree._Element) -> None:
    """Take from each control with a tag what would show something else in its place."""
    for control in root.iter(f"{W}sdt"):
        if TAG.search("".join(node.text or "" for node in control.iter(f"{W}t"))) is None:
            continue
        for properties in control.iterfind(f"{W}sdtPr"):
            for hiding in properties.findall("*"):
                if hiding.tag in _HIDING:
                    properties.remove(hiding)
