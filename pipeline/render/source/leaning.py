"""The XML of a part without most of what carries no tags: for those who only read the tags."""

import re
from typing import Final

#: How things look; none of them holds a tag that anybody wrote in Word.
_LOOKS: Final = re.compile(r"<w:(pPr|rPr|sectPr|tblPr|tblGrid|trPr)(?: [^{}>]*)?>[^{}]*?</w:\1>")
_PARAGRAPH: Final = re.compile(r"<w:p(?: [^{}>]*)?>[^{}]*?</w:p>")
#: Cells keep the place of their properties, into which some tags are put.
_CELL: Final = re.compile(r"<w:tcPr>[^{}]+?</w:tcPr>")
_MARKS: Final = re.compile(r' (?:w:rsid\w*|w14:\w+|xmlns:\w+|xml:space)="[^"{}]*"')
#: What Word leaves where it has checked the spelling or was last at work, and what is empty.
_EMPTY: Final = re.compile(
    r"<w:(?:proofErr|bookmarkStart|bookmarkEnd|p|r|rPr|trPr)(?: [^{}<>]*)?/>"
)
_BOX: Final = "txbxContent"


def leaned(xml: str) -> str:
    """Return XML without looks, and without paragraphs that hold no bracket of a tag.

    Line breaks may go, and elements may be left without their beginning or end: nobody is to read
    it as XML again.
    """
    shown = _EMPTY.sub("", _LOOKS.sub("", _MARKS.sub("", xml)))
    plain = _CELL.sub("<w:tcPr></w:tcPr>", shown)
    # The end of a paragraph in a text box would be taken for that of the one around it.
    return plain if _BOX in plain else _PARAGRAPH.sub("", plain)
