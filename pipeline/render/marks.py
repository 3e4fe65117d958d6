"""Line breaks, tabs, gaps and styled texts: marked while Jinja prints, made into Word's own after.

The marks are characters that no value can hold, so that a value is never taken for a mark.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.render.styled import Styled, run_properties
from schemas.contexts import Gap

BREAK: Final = "\x01"
TAB: Final = "\x02"
#: A run of its own: start, its style's code, the separator, its text, end.
RUN_START: Final = "\x03"
RUN_CODE_END: Final = "\x05"
RUN_END: Final = "\x04"
#: The character style that a gap takes in every template.
GAP_STYLE: Final = "Gap"

_RUN: Final = re.compile(
    r"<w:r(?: [^>]*)?>(?P<properties><w:rPr>.*?</w:rPr>)?(?P<inner>.*?)</w:r>", re.DOTALL
)
_RUN_CLOSE: Final = "</w:r>"
_OWN_RUN: Final = re.compile(f"{RUN_START}([^{RUN_CODE_END}]*){RUN_CODE_END}")
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_END: Final = re.compile(r"\r\n?")
_PLAIN: Final = str.maketrans({BREAK: " ", TAB: " ", RUN_END: None})
_SPACE: Final = '<w:t xml:space="preserve">'


class UnprintableError(ValueError):
    """A value holds a character that a Word document cannot."""


def mark_text(value: str | Gap | Styled) -> str:
    """Return a value's text with marks for its line breaks and tabs, or for a run of its own.

    Raises:
        UnprintableError: a control character, surrogate or noncharacter.
    """
    if isinstance(value, str) and value.isprintable():
        # Nothing of what the rest looks for can be printed.
        return value
    text = value if isinstance(value, str) else value.text
    found = _FORBIDDEN.search(text)
    if found is not None:
        raise UnprintableError(f"U+{ord(found[0]):04X}")
    marked = _LINE_END.sub("\n", text).replace("\n", BREAK).replace("\t", TAB)
    if isinstance(value, str):
        return marked
    code = GAP_STYLE if isinstance(value, Gap) else value.code
    return f"{RUN_START}{code}{RUN_CODE_END}{marked}{RUN_END}"


def expand_marks(xml: str) -> str:
    """Replace the marks in rendered XML by breaks, tabs and runs in their styles."""
    if not _has_marks(xml):
        return xml
    expanded = "".join(_expanded_pieces(xml))
    if not _has_marks(expanded):
        return expanded
    return _OWN_RUN.sub("", expanded).translate(_PLAIN)


def _has_marks(xml: str) -> bool:
    # One look for each is faster than a pattern of all.
    return BREAK in xml or TAB in xml or RUN_START in xml or RUN_END in xml or RUN_CODE_END in xml


def _expanded_pieces(xml: str) -> Iterator[str]:
    """Yield the XML run by run: only the runs with marks are looked at closely."""
    *runs, rest = xml.split(_RUN_CLOSE)
    for run in runs:
        if _has_marks(run):
            yield _RUN.sub(_expand_run, f"{run}{_RUN_CLOSE}")
        else:
            yield run
            yield _RUN_CLOSE
    yield rest


def _expand_run(found: re.Match[str]) -> str:
    if not _has_marks(found[0]):
        return found[0]
    properties = found["properties"] or ""
    inner = found["inner"].replace(BREAK, f"</w:t><w:br/>{_SPACE}")
    inner = inner.replace(TAB, f"</w:t><w:tab/>{_SPACE}")
    inner = _OWN_RUN.sub(
        lambda run: f"</w:t></w:r><w:r>{run_properties(run[1], properties)}{_SPACE}", inner
    )
    inner = inner.replace(RUN_END, f"</w:t></w:r><w:r>{properties}{_SPACE}")
    opening = found[0][: found[0].index(">") + 1]
    return f"{opening}{properties}{inner}</w:r>".replace(f"{_SPACE}</w:t>", "").replace(
        f"<w:r>{properties}</w:r>", ""
    )
