"""Breaks, tabs, gaps and styled texts: marked while Jinja prints, made into Word's own after.

The marks are characters that no value can hold, so that a value is never taken for a mark.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pipeline.render.package.relations import link_xml
from pipeline.render.values.styled import LINK_PREFIX, Styled, link_relation_of, run_properties
from schemas.contexts.gap import Gap

BREAK: Final = "\x01"
TAB: Final = "\x02"
PAGE: Final = "\x0c"
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
#: A text that leads somewhere is one element with its run; nothing stands in it but the text.
_LINK: Final = re.compile(
    f"{RUN_START}({LINK_PREFIX}[^{RUN_CODE_END}]*){RUN_CODE_END}([^{RUN_END}]*){RUN_END}"
)
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKS: Final = str.maketrans({"\r": BREAK, "\n": BREAK, "\t": TAB})
#: A tag with marks in an attribute, such as an alternative text.
_MARKED_TAG: Final = re.compile("<[^<>\x01-\x08]*[\x01-\x08][^<>]*>")
_PLAIN: Final = str.maketrans({BREAK: " ", TAB: " ", PAGE: None, RUN_END: None})
#: The ampersand first, as it stands in the others.
_ENTITIES: Final = (
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("'", "&#39;"), ('"', "&#34;"),
)  # fmt: skip
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
    character = unprintable(text)
    if character is not None:
        raise UnprintableError(character)
    marked = text.replace("\r\n", BREAK).translate(_MARKS)
    if isinstance(value, str):
        return marked
    if isinstance(value, Gap):
        return _own_run(GAP_STYLE, marked)
    start = PAGE if value.is_on_new_page else ""
    return f"{start}{_own_run(value.code, marked) if value.code else marked}"


def unprintable(text: str) -> str | None:
    """Return the first character of a text that Word cannot hold, such as U+0007."""
    found = _FORBIDDEN.search(text)
    return None if found is None else f"U+{ord(found[0]):04X}"


def on_new_page(value: str | Gap | Styled) -> Styled:
    """Return a text that begins a page, in the style that it has."""
    match value:
        case str():
            return Styled(value, "", is_on_new_page=True)
        case Gap():
            return Styled(value.text, GAP_STYLE, is_on_new_page=True)
        case Styled():
            return replace(value, is_on_new_page=True)


def _own_run(code: str, marked: str) -> str:
    return f"{RUN_START}{code}{RUN_CODE_END}{marked}{RUN_END}"


def escaped(text: str) -> str:
    """Return a text as XML writes it; markupsafe makes an object of each, which takes longer."""
    # Nearly no text has one of these, and a loop over them takes twice the time.
    if "&" in text or "<" in text or ">" in text or "'" in text or '"' in text:
        for sign, entity in _ENTITIES:
            text = text.replace(sign, entity)
    return text


def expand_marks(xml: str) -> str:
    """Replace the marks in rendered XML by breaks, tabs and runs in their styles."""
    if not _has_marks(xml):
        return xml
    expanded = "".join(_expanded_pieces(xml))
    if not _has_marks(expanded):
        return expanded
    return without_marks(expanded)


def without_marks(printed: str) -> str:
    """Return what was printed where Word has no runs: breaks and tabs as blanks, without styles."""
    return _OWN_RUN.sub("", printed).translate(_PLAIN)


def _has_marks(xml: str) -> bool:
    # One look for each is faster than a pattern of all.
    return (
        BREAK in xml or TAB in xml or RUN_START in xml or RUN_END in xml or RUN_CODE_END in xml
        or PAGE in xml
    )  # fmt: skip


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
    # An attribute has no room for runs: only its words remain.
    inner = _MARKED_TAG.sub(lambda tag: without_marks(tag[0]), found["inner"])
    inner = inner.replace(BREAK, f"</w:t><w:br/>{_SPACE}")
    inner = inner.replace(TAB, f"</w:t><w:tab/>{_SPACE}")
    inner = inner.replace(PAGE, f'</w:t><w:br w:type="page"/>{_SPACE}')
    inner = _LINK.sub(lambda link: _linked(link, properties), inner)
    inner = _OWN_RUN.sub(
        lambda run: f"</w:t></w:r><w:r>{run_properties(run[1], properties)}{_SPACE}", inner
    )
    inner = inner.replace(RUN_END, f"</w:t></w:r><w:r>{properties}{_SPACE}")
    opening = found[0][: found[0].index(">") + 1]
    return f"{opening}{properties}{inner}</w:r>".replace(f"{_SPACE}</w:t>", "").replace(
        f"<w:r>{properties}</w:r>", ""
    )


def _linked(link: re.Match[str], properties: str) -> str:
    run = f"<w:r>{run_properties(link[1], properties)}{_SPACE}{link[2]}</w:t></w:r>"
    linked = link_xml(link_relation_of(link[1]), run)
    return f"</w:t></w:r>{linked}<w:r>{properties}{_SPACE}"
