"""Line breaks, tabs and gaps of values: marked while Jinja prints, made into Word's own after it.

The marks are characters that no value can hold, so that a value is never taken for a mark.
"""

import re
from typing import Final

from schemas.contexts import Gap

BREAK: Final = "\x01"
TAB: Final = "\x02"
GAP_START: Final = "\x03"
GAP_END: Final = "\x04"
#: The character style that a gap takes in every template.
GAP_STYLE: Final = "Gap"

_MARKS: Final = re.compile("[\x01-\x04]")
_RUN: Final = re.compile(
    r"<w:r(?: [^>]*)?>(?P<properties><w:rPr>.*?</w:rPr>)?(?P<inner>.*?)</w:r>", re.DOTALL
)
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_END: Final = re.compile(r"\r\n?")
_PLAIN: Final = str.maketrans({BREAK: " ", TAB: " ", GAP_START: None, GAP_END: None})
_SPACE: Final = '<w:t xml:space="preserve">'


class UnprintableError(ValueError):
    """A value holds a character that a Word document cannot."""


def mark_text(value: str | Gap) -> str:
    """Return a value's text with marks for its line breaks and tabs, or for a whole gap.

    Raises:
        UnprintableError: a control character, surrogate or noncharacter.
    """
    text = value.text if isinstance(value, Gap) else value
    found = _FORBIDDEN.search(text)
    if found is not None:
        raise UnprintableError(f"U+{ord(found[0]):04X}")
    marked = _LINE_END.sub("\n", text).replace("\n", BREAK).replace("\t", TAB)
    return f"{GAP_START}{marked}{GAP_END}" if isinstance(value, Gap) else marked


def expand_marks(xml: str) -> str:
    """Replace the marks in rendered XML by breaks, tabs and runs in the gap style."""
    if _MARKS.search(xml) is None:
        return xml
    expanded = _RUN.sub(_expand_run, xml)
    return expanded.translate(_PLAIN)


def _expand_run(found: re.Match[str]) -> str:
    if _MARKS.search(found[0]) is None:
        return found[0]
    properties = found["properties"] or ""
    inner = found["inner"].replace(BREAK, f"</w:t><w:br/>{_SPACE}")
    inner = inner.replace(TAB, f"</w:t><w:tab/>{_SPACE}")
    inner = inner.replace(GAP_START, f"</w:t></w:r><w:r>{_gap_properties(properties)}{_SPACE}")
    inner = inner.replace(GAP_END, f"</w:t></w:r><w:r>{properties}{_SPACE}")
    opening = found[0][: found[0].index(">") + 1]
    return f"{opening}{properties}{inner}</w:r>".replace(f"{_SPACE}</w:t>", "").replace(
        f"<w:r>{properties}</w:r>", ""
    )


def _gap_properties(properties: str) -> str:
    """Return run properties with the gap's style in place of the run's own character style."""
    inner = re.sub(r"^<w:rPr>|</w:rPr>$|<w:rStyle [^>]*/>", "", properties)
    return f'<w:rPr><w:rStyle w:val="{GAP_STYLE}"/>{inner}</w:rPr>'
